import { type Cell, cellText } from '../cell.ts';
import { addDays, addMonths } from '../plain-date.ts';
import type { Workbook } from '../workbook.ts';
import type { Holdings } from './holdings.ts';

/** A code somebody holds that has run out or will within 90 days. `until` is the last valid day, ISO. */
export interface Expiring {
  readonly person: string;
  readonly code: string;
  readonly record: number;
  readonly completed: string;
  readonly until: string;
  /** 0 expired, else the smallest of 30, 60, 90 whose window (its last day included) holds the last valid day. */
  readonly within: 0 | 30 | 60 | 90;
}

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
    const key = keyOf(cellText(code?.[i] ?? ''));
    if (key !== '' && n) months.set(key, n);
  });
  return months;
}

const untils = new Map<number, Map<string, string>>();

/**
 * The last day a record of that date is valid: the same day N months on, the month's last day where that day is missing
 * (31 January + 1 month is 28 or 29 February). Expired is from the day after. Many records share few days, so each is
 * worked out once.
 */
export function validUntil(completed: string, months: number): string {
  let known = untils.get(months);
  if (!known) {
    known = new Map();
    untils.set(months, known);
  }
  let until = known.get(completed);
  if (until === undefined) {
    until = addMonths(completed, months);
    known.set(completed, until);
  }
  return until;
}

/** Of several records of a person and code the latest counts. Sorted by last valid day, then person. */
export function expiryOf(workbook: Workbook, holdings: Holdings, today: string): Expiring[] {
  const found: Expiring[] = [];
  const windows = ([30, 60, 90] as const).map((days) => [days, addDays(today, days)] as const);
  const { code } = workbook.codes.cells;
  const written = new Map(
    (code ?? []).map((cell) => [holdings.keyOf(cellText(cell)), cellText(cell).trim()]),
  );
  for (const [key, months] of holdings.months) {
    for (const [p, record] of holdings.holdersOf(key)) {
      const completed = holdings.dateAt(record);
      const until = validUntil(completed, months);
      const within = until < today ? 0 : windows.find(([, last]) => until <= last)?.[0];
      if (within === undefined) continue;
      const person = holdings.people[p] ?? '';
      found.push({ person, code: written.get(key) ?? key, record, completed, until, within });
    }
  }
  return found.sort(
    (a, b) => compare(a.until, b.until) || compare(a.person, b.person) || compare(a.code, b.code),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
