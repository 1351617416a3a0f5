import { cellText } from '../domain/cell.ts';
import type { SheetKey } from '../domain/layout.ts';
import type { CellEdit, Plan } from '../domain/plan.ts';
import { planRepair } from '../domain/repair.ts';
import type { Table, Workbook } from '../domain/workbook.ts';
import { withDateCells } from './date-cells.ts';
import type { Sheet, Spreadsheet } from './platform.ts';
import { readAtOnce, startReading } from './read-table.ts';
import { writeCells } from './write-cells.ts';

/** The lock keeps out the add-on's own runs, not people: rows may come, go or be sorted while a run writes by row number. */
const TRIES = 3;

/** Whether rows were inserted or deleted since the sheet was read. The size of the grid costs nothing to ask. */
export function rowsCameOrWent(sheet: Sheet, table: { readonly gridRows?: number }): boolean {
  return table.gridRows !== undefined && sheet.getMaxRows() !== table.gridRows;
}

/**
 * Whether the changed records still stand where they stood: one read of their ids. A sort leaves the grid as large as it
 * was, so only this tells.
 */
export function recordsMoved(sheet: Sheet, { records }: Workbook, edits: readonly CellEdit[]): boolean {
  const { columns, cells } = records;
  const [column, ids] = [columns.recordId, cells.recordId];
  if (column === undefined || !ids) return false;
  const rows = edits.map(({ row }) => row);
  const from = rows.reduce((a, b) => Math.min(a, b));
  const to = rows.reduce((a, b) => Math.max(a, b));
  let values: unknown[][];
  try {
    values = sheet.getRange(from, column, to - from + 1, 1).getValues();
  } catch {
    // The sheet ends before the last of them by now: rows went. Asking for its size first would be one call more.
    return true;
  }
  const now = withDateCells(
    values as (string | number | boolean | Date)[][],
    sheet.getParent().getSpreadsheetTimeZone(),
    new Map(),
  );
  return rows.some((row) => cellText(now[row - from]?.[0] ?? '') !== cellText(ids[row - 2] ?? ''));
}

/** Puts right what a run wrote in rows that moved, until nothing moves any more. `exactly` as in `writeCells`. */
export function repair(
  spreadsheet: Spreadsheet,
  sheet: Sheet,
  before: Table<SheetKey>,
  { edits, appends }: Pick<Plan, 'edits' | 'appends'>,
  exactly = false,
): void {
  const fields = [...new Set([...Object.keys(before.cells), ...edits.map(({ field }) => field)])];
  const written = [...edits];
  for (let i = 0; i < TRIES; i++) {
    const now = readAtOnce(startReading(spreadsheet), sheet, before.sheet, fields);
    const repairs = planRepair(before, now, { edits, appends, written });
    if (repairs.length === 0) return;
    writeCells(sheet, before.sheet, now.columns, repairs, exactly);
    // What is put right may itself go to rows that move.
    written.push(...repairs);
  }
}
