import { cellText } from '../domain/cell.ts';
import type { RemovedRow } from '../domain/journal-entry.ts';
import type { RowRemoval } from '../domain/plan.ts';
import { withDateCells } from './date-cells.ts';
import { rowRuns, type Sheet } from './platform.ts';
import { RUNS_WITHOUT_SORT, sortHindrance, sortToEnd } from './removal-by-sort.ts';

/**
 * Reads the rows that are about to leave, every column of them, as text by heading. Scattered rows are read as one block
 * from the first to the last of them while that is small, else run by run.
 */
export function readWholeRows(sheet: Sheet, removals: readonly RowRemoval[]): RemovedRow[] {
  const width = sheet.getLastColumn();
  const zone = sheet.getParent().getSpreadsheetTimeZone();
  const headings = (sheet.getRange(1, 1, 1, width).getValues()[0] ?? []).map(String);
  const rows = removals.map((removal) => removal.row);
  const first = rows.reduce((a, b) => Math.min(a, b));
  const last = rows.reduce((a, b) => Math.max(a, b));
  const spans =
    (last - first + 1) * width <= 1_500_000 ? [{ from: first, count: last - first + 1 }] : rowRuns(rows);
  const seen = new Map();
  const byRow = new Map(removals.map((removal) => [removal.row, removal]));
  const removed: RemovedRow[] = [];
  for (const span of spans) {
    const block = withDateCells(sheet.getRange(span.from, 1, span.count, width).getValues(), zone, seen);
    block.forEach((cells, i) => {
      const removal = byRow.get(span.from + i);
      if (!removal) return;
      const texts: Record<string, string> = {};
      cells.forEach((cell, j) => {
        const text = cellText(cell);
        if (text !== '') texts[headings[j] ?? ''] = text;
      });
      removed.push({ sheet: removal.sheet, row: removal.row, key: removal.key, cells: texts });
    });
  }
  return removed;
}

/**
 * Takes rows out. A few runs of neighbours go from the bottom up, one call each (deleting a row renumbers those below
 * it); many scattered ones are sorted to the end first and go in one call, where nothing makes that unsafe.
 */
export function removeRows(sheet: Sheet, rows: readonly number[]): void {
  const runs = rowRuns(rows);
  if (rows.length >= sheet.getMaxRows() - sheet.getFrozenRows()) {
    // "Sorry, it is not possible to delete all non-frozen rows.": one spare row keeps the sheet standing.
    sheet.insertRowsAfter(sheet.getMaxRows(), 1);
  }
  if (runs.length > RUNS_WITHOUT_SORT && sortHindrance(sheet) === null) {
    const first = sortToEnd(sheet, rows, sheet.getLastRow());
    sheet.deleteRows(first, rows.length);
    return;
  }
  for (const run of runs.reverse()) sheet.deleteRows(run.from, run.count);
}
