import { cellText } from '../domain/cell.ts';
import type { RemovedRow } from '../domain/journal-entry.ts';
import type { RowRemoval } from '../domain/plan.ts';
import { withDateCells } from './date-cells.ts';
import { rowRuns, type Sheet } from './platform.ts';
import {
  dropHelper,
  type Gathered,
  gather,
  keysRight,
  RowsMoved,
  RUNS_WITHOUT_SORT,
  restoreOrder,
  sortHindrance,
} from './row-order.ts';
import { untilTimeIsUp } from './time.ts';

const CELLS_PER_READ = 2_000_000;

/** Rows on their way out: what they held, and the step that takes them out for good. */
export interface Leaving {
  readonly removed: RemovedRow[];
  remove(): void;
}

/**
 * Reads the rows that are about to leave, whole, for the copies that go ahead of the removal. `bySort` brings them to the
 * end of the sheet first, so that one read takes all of them and one call removes them, wherever they lay; the caller has
 * looked that nothing hinders a sort but a filter, which may have been set since.
 *
 * @throws RowsMoved when rows came or went under our hands: nothing was removed, the rows are in their order again.
 */
export function startRemoval(sheet: Sheet, removals: readonly RowRemoval[], bySort: boolean): Leaving {
  const rows = removals.map(({ row }) => row);
  if (!bySort || rowRuns(rows).length <= RUNS_WITHOUT_SORT || sheet.getFilter()) {
    return { removed: readWholeRows(sheet, removals), remove: () => removeRows(sheet, rows) };
  }
  const width = sheet.getLastColumn();
  const headings = sheet.getRange(1, 1, 1, width).getValues()[0] ?? [];
  let gathered: Gathered;
  try {
    gathered = gather(sheet, rows);
  } catch {
    // No room for the helper column, or merged cells since the preview: the slow way is left.
    restoreOrder(sheet);
    return { removed: readWholeRows(sheet, removals), remove: () => removeRows(sheet, rows) };
  }
  const tail = sheet.getRange(gathered.first, 1, rows.length, width + 1);
  const values = tail.getValues();
  if (
    !keysRight(
      gathered,
      rows,
      values.map((cells) => cells[width]),
    )
  ) {
    restoreOrder(sheet);
    throw new RowsMoved('Rows were inserted or deleted while the run moved them.');
  }
  const notes = tail.getNotes();
  const removed = wholeRows(sheet, headings, values, removals).map((row, i) =>
    withNotes(row, headings, notes[i]),
  );
  return {
    removed,
    remove: () => {
      // Rows below the last one may not be there: only when every row goes is it worth asking.
      if (gathered.first === 2) spareRow(sheet, rows.length);
      sheet.deleteRows(gathered.first, rows.length);
      dropHelper(sheet, gathered);
    },
  };
}

/**
 * Takes rows out. A few runs of neighbours go from the bottom up, one call each (deleting a row renumbers those below
 * it); many scattered ones are sorted to the end first and go in one call, where nothing makes that unsafe.
 *
 * @throws RowsMoved as `startRemoval`.
 */
export function removeRows(sheet: Sheet, rows: readonly number[]): void {
  const runs = rowRuns(rows);
  spareRow(sheet, rows.length);
  if (runs.length > RUNS_WITHOUT_SORT && sortHindrance(sheet) === null) {
    const gathered = gather(sheet, rows);
    const keys = sheet.getRange(gathered.first, gathered.helper, rows.length, 1).getValues();
    if (!keysRight(gathered, rows, keys.flat())) {
      restoreOrder(sheet);
      throw new RowsMoved('Rows were inserted or deleted while the run moved them.');
    }
    sheet.deleteRows(gathered.first, rows.length);
    dropHelper(sheet, gathered);
    return;
  }
  for (const run of runs.reverse()) {
    untilTimeIsUp();
    sheet.deleteRows(run.from, run.count);
  }
}

/** "Sorry, it is not possible to delete all non-frozen rows.": one spare row keeps the sheet standing. */
function spareRow(sheet: Sheet, going: number): void {
  if (going >= sheet.getMaxRows() - sheet.getFrozenRows()) sheet.insertRowsAfter(sheet.getMaxRows(), 1);
}

/** Whole rows, every column of them, as text by heading, with the notes on their cells. */
function readWholeRows(sheet: Sheet, removals: readonly RowRemoval[]): RemovedRow[] {
  const width = sheet.getLastColumn();
  const rows = removals.map((removal) => removal.row);
  const runs = rowRuns(rows);
  if (runs.length <= RUNS_WITHOUT_SORT) return readRuns(sheet, removals, runs, width);
  const last = rows.reduce((a, b) => Math.max(a, b));
  // From the heading row on, in blocks: rows between those that leave cost less to read than a call for each run.
  const step = Math.max(1, Math.floor(CELLS_PER_READ / width));
  const byRow = new Map(removals.map((removal) => [removal.row, removal]));
  let headings: unknown[] = [];
  const removed: RemovedRow[] = [];
  for (let from = 1; from <= last; from += step) {
    const range = sheet.getRange(from, 1, Math.min(step, last - from + 1), width);
    const values = range.getValues();
    const notes = range.getNotes();
    if (from === 1) headings = values[0] ?? [];
    const here = values.flatMap((_, i) => (byRow.has(from + i) ? [i] : []));
    const whole = wholeRows(
      sheet,
      headings,
      here.map((i) => values[i] ?? []),
      here.flatMap((i) => byRow.get(from + i) ?? []),
    );
    whole.forEach((row, j) => {
      removed.push(withNotes(row, headings, notes[here[j] ?? 0]));
    });
  }
  return removed;
}

function readRuns(
  sheet: Sheet,
  removals: readonly RowRemoval[],
  runs: readonly { from: number; count: number }[],
  width: number,
): RemovedRow[] {
  const headings = sheet.getRange(1, 1, 1, width).getValues()[0] ?? [];
  const byRow = new Map(removals.map((removal) => [removal.row, removal]));
  return runs.flatMap((run) => {
    const range = sheet.getRange(run.from, 1, run.count, width);
    const notes = range.getNotes();
    const here = Array.from({ length: run.count }, (_, i) => byRow.get(run.from + i)).flatMap((r) => r ?? []);
    return wholeRows(sheet, headings, range.getValues(), here).map((row, i) =>
      withNotes(row, headings, notes[i]),
    );
  });
}

function wholeRows(
  sheet: Sheet,
  headings: readonly unknown[],
  values: (string | number | boolean | Date)[][],
  removals: readonly RowRemoval[],
): RemovedRow[] {
  const zone = sheet.getParent().getSpreadsheetTimeZone();
  return withDateCells(values, zone, new Map()).map((cells, i) => {
    const { sheet: key, row, key: rowKey, above } = removals[i] as RowRemoval;
    const texts: Record<string, string> = {};
    headings.forEach((heading, j) => {
      const text = cellText(cells[j] ?? '');
      if (text !== '') texts[String(heading)] = text;
    });
    return { sheet: key, row, key: rowKey, cells: texts, ...(above === undefined ? {} : { above }) };
  });
}

function withNotes(row: RemovedRow, headings: readonly unknown[], notes: readonly string[] = []): RemovedRow {
  const kept: Record<string, string> = {};
  headings.forEach((heading, i) => {
    const note = notes[i];
    if (note) kept[String(heading)] = note;
  });
  return Object.keys(kept).length > 0 ? { ...row, notes: kept } : row;
}
