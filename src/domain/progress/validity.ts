import { type Cell, cellText, textOf } from '../cell.ts';
import { memo } from '../memo.ts';
import { addMonths } from '../plain-date.ts';
import type { Workbook } from '../workbook.ts';

/** A cell's whole number of months; 0 where it is blank, null for anything else. */
export function monthsOf(cell: Cell): number | null {
  const text = cellText(cell).trim();
  return /^\d*$/.test(text) ? Number(text) : null;
}

/** Months of validity by code key, from the optional Valid For (Months) column. Whole numbers above 0 only. */
export function validityOf(workbook: Workbook, keyOf: (code: string) => string): Map<string, number> {
  const { code, validForMonths } = workbook.codes.cells;
  const months = new Map<string, number>();
  validForMonths?.forEach((cell, i) => {
    const n = monthsOf(cell);
    const key = keyOf(textOf(code, i));
    if (key !== '' && n) months.set(key, n);
  });
  return months;
}

const untilAfter = memo((months: number) => memo((completed: string) => addMonths(completed, months)));

/**
 * The last day a record of that date is valid: the same day N months on, the month's last day where that day is missing
 * (31 January + 1 month is 28 or 29 February). Expired is from the day after. Many records share few days.
 */
export function validUntil(completed: string, months: number): string {
  return untilAfter(months)(completed);
}
