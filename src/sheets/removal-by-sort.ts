import { rowRuns, type Sheet } from './platform.ts';

/** Up to this many runs of neighbours, one `deleteRows` each is cheaper and touches nothing else. */
export const RUNS_WITHOUT_SORT = 6;

/** Names the helper column, so that a run killed while it stood can be told and cleaned up after. */
const HELPER_HEADING = 'Qualification Codes: sorting, please wait';

/** Why the quick way is not taken, in the field's words; null when it is safe. */
export type SortHindrance = 'filter' | 'formulas' | 'merged cells';

/**
 * What makes sorting whole rows unsafe: a filter (hidden rows would not move with the rest), merged cells (sort refuses
 * them), formulas in data rows (relative references would shift).
 */
export function sortHindrance(sheet: Sheet): SortHindrance | null {
  if (sheet.getFilter()) return 'filter';
  const body = sheet.getRange(2, 1, Math.max(1, sheet.getLastRow() - 1), Math.max(1, sheet.getLastColumn()));
  if (body.getMergedRanges().length > 0) return 'merged cells';
  return body.createTextFinder('^=').useRegularExpression(true).matchFormulaText(true).findNext()
    ? 'formulas'
    : null;
}

/**
 * Moves the rows to the end, in their order, and the rest up, in theirs: a helper column of unique keys (i for a row that
 * stays, N + i for one that goes) and one sort, which carries notes, formats and validation with the cells. Then reads the
 * tail's ids again before anything is deleted. Five calls at any size, where a loop of `deleteRow` would take minutes.
 * Returns the first row of the tail; the helper column is cleared by then.
 */
export function sortToEnd(sheet: Sheet, rows: readonly number[], lastRow: number): number {
  const count = lastRow - 1;
  const lastColumn = sheet.getLastColumn();
  const helper = lastColumn + 1;
  if (helper > sheet.getMaxColumns()) sheet.insertColumnsAfter(sheet.getMaxColumns(), 1);
  const going = new Uint8Array(count);
  for (const run of rowRuns(rows)) going.fill(1, run.from - 2, run.from - 2 + run.count);
  const keys: (string | number)[][] = Array.from(going, (goes, i) => [goes ? count + i : i]);
  sheet.getRange(1, helper, count + 1, 1).setValues([[HELPER_HEADING], ...keys]);
  sheet.getRange(2, 1, count, helper).sort(helper);
  const tail = sheet.getRange(lastRow - rows.length + 1, helper, rows.length, 1).getValues();
  const right = tail.every(
    (cell, i) => Number(cell[0]) >= count && (i === 0 || Number(cell[0]) > Number(tail[i - 1]?.[0])),
  );
  sheet.getRange(1, helper, count + 1, 1).clear();
  if (!right) throw new Error('The sort did not bring the rows to the end: nothing was deleted.');
  return lastRow - rows.length + 1;
}

/** Clears a helper column that a killed run left behind. The rows that stay are in their order either way. */
export function clearHelper(sheet: Sheet): void {
  const column = sheet.getLastColumn();
  if (column === 0) return;
  const heading = sheet.getRange(1, column);
  if (heading.getValue() === HELPER_HEADING) sheet.getRange(1, column, sheet.getMaxRows(), 1).clear();
}
