import { cellText } from '../domain/cell.ts';
import type { RemovedRow } from '../domain/journal-entry.ts';
import type { RowRemoval } from '../domain/plan.ts';
import { withDateCells } from './date-cells.ts';
import { rowRuns, type Sheet } from './platform.ts';
import { RUNS_WITHOUT_SORT, sortHindrance, sortToEnd } from './removal-by-sort.ts';

const CELLS_PER_READ = 2_000_000;

/**
 * Reads the rows that are about to leave, every column of them, as text by heading.
 */
export function readWholeRows(sheet: Sheet, removals: readonly RowRemoval[]): RemovedRow[] {
  const width = sheet.getLastColumn();
  const zone = sheet.getParent().getSpreadsheetTimeZone();
  const rows = removals.map((removal) => removal.row);
  const last = rows.reduce((a, b) => Math.max(a, b));
  // From the heading row on, in blocks: rows between those that leave cost less to read than a call for each run.
  const step = Math.max(1, Math.floor(CELLS_PER_READ / width));
  const spans = Array.from({ length: Math.ceil(last / step) }, (_, i) => ({
    from: 1 + i * step,
    count: Math.min(step, last - i * step),
  }));
  let headings: string[] = [];
  const seen = new Map();
  const byRow = new Map(removals.map((removal) => [removal.row, removal]));
  const removed: RemovedRow[] = [];
  for (const span of spans) {
    const block = withDateCells(sheet.getRange(span.from, 1, span.count, width).getValues(), zone, seen);
    if (span.from === 1) headings = (block[0] ?? []).map(cellText);
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
