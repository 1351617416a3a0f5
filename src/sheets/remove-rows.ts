import { type Cell, cellText } from '../domain/cell.ts';
import { columnNames } from '../domain/column-names.ts';
import type { RemovedRow } from '../domain/journal-entry.ts';
import type { SheetKey } from '../domain/layout.ts';
import type { RowRemoval } from '../domain/plan.ts';
import { rowKey } from '../domain/row-key.ts';
import type { Table } from '../domain/workbook.ts';
import { withDateCells } from './date-cells.ts';
import { rowRuns, type Sheet } from './platform.ts';
import {
  dropHelper,
  type Gathered,
  gather,
  keysRight,
  RowsMoved,
  RUNS_WITHOUT_SORT,
  requireGridRows,
  restoreOrder,
} from './row-order.ts';
import { untilTimeIsUp } from './time.ts';

const CELLS_PER_READ = 2_000_000;

/** Rows on their way out: what they held, and the step that takes them out for good. */
export interface Leaving {
  readonly removed: RemovedRow[];
  /** @throws RowsMoved when they are not what they were when they were read: those are left standing. */
  remove(): void;
}

/** A row as it was read: every column of it, and the notes on its cells. */
interface WholeRow {
  readonly cells: readonly Cell[];
  readonly notes: readonly string[];
  /** How many cells hold a formula. */
  readonly formulas: number;
}

/**
 * Reads the rows that are about to leave, whole, for the copies that go ahead of the removal. `bySort` brings them to the
 * end of the sheet first, so that one read takes all of them and one call removes them, wherever they lay; the caller has
 * looked that nothing hinders a sort. Rows are held against the plan when they are read and against that reading right
 * before they go: what is left to chance is the one call in which Google removes them.
 *
 * @throws RowsMoved when rows came or went under our hands: nothing was removed, the rows are in their order again.
 */
export function startRemoval(
  sheet: Sheet,
  table: Table<SheetKey>,
  removals: readonly RowRemoval[],
  bySort: boolean,
): Leaving {
  requireGridRows(sheet, table.gridRows);
  const width = sheet.getLastColumn();
  const many = rowRuns(removals.map(({ row }) => row)).length > RUNS_WITHOUT_SORT;
  const headings = sheet.getRange(1, 1, 1, width).getValues()[0] ?? [];
  return (
    (bySort && many ? gathered(sheet, table, removals, headings) : null) ??
    scattered(sheet, table, removals, headings, !bySort)
  );
}

/** By one sort. Null where the sort was refused, or a filter kept rows from moving: the slow way is left. */
function gathered(
  sheet: Sheet,
  table: Table<SheetKey>,
  removals: readonly RowRemoval[],
  headings: readonly unknown[],
): Leaving | null {
  const rows = removals.map(({ row }) => row);
  let at: Gathered;
  try {
    at = gather(sheet, rows);
  } catch {
    // No room for the helper column, merged cells since the preview, or a timeout: the keys put the rows right.
    restoreOrder(sheet);
    return null;
  }
  const tail = sheet.getRange(at.first, 1, rows.length, headings.length + 1);
  const notes = tail.getNotes();
  const read = reader(sheet)(tail);
  const keys = read.map((cells) => cells[headings.length]);
  const right = keysRight(at, rows, keys);
  if (!right || !isWhatWasPlanned(table, read, removals)) {
    restoreOrder(sheet);
    if (!right && sheet.getFilter()) return null;
    throw new RowsMoved('Rows were inserted, deleted or sorted while the run moved them.');
  }
  // By sort only where no row has a formula.
  const whole = read.map((cells, i) => ({
    cells: cells.slice(0, headings.length),
    notes: notes[i] ?? [],
    formulas: 0,
  }));
  return {
    removed: images(headings, whole, removals),
    remove: () => {
      const stillThere = reader(sheet);
      if (!sameCells(read, stillThere(tail))) {
        restoreOrder(sheet);
        throw new RowsMoved('Rows were changed before the run removed them.');
      }
      // Only when every row goes is it worth asking for the size of the grid.
      if (at.first === 2) spareRow(sheet, rows.length);
      sheet.deleteRows(at.first, rows.length);
      dropHelper(sheet, at);
    },
  };
}

/** Run by run from the bottom up: deleting a row renumbers those below it. */
function scattered(
  sheet: Sheet,
  table: Table<SheetKey>,
  removals: readonly RowRemoval[],
  headings: readonly unknown[],
  formulas: boolean,
): Leaving {
  const ordered = [...removals].sort((a, b) => a.row - b.row);
  const whole = readWholeRows(
    sheet,
    ordered.map(({ row }) => row),
    headings.length,
    formulas,
  );
  const read = whole.map(({ cells }) => cells);
  if (!isWhatWasPlanned(table, read, ordered))
    throw new RowsMoved('Rows were inserted, deleted or sorted before the run read them.');
  const byRow = new Map(ordered.map(({ row }, i) => [row, read[i] ?? []]));
  return {
    removed: images(headings, whole, ordered),
    remove: () => {
      spareRow(sheet, ordered.length);
      const cellsNow = reader(sheet);
      for (const run of rowRuns([...byRow.keys()]).reverse()) {
        untilTimeIsUp();
        const now = cellsNow(sheet.getRange(run.from, 1, run.count, headings.length));
        const then = now.map((_, i) => byRow.get(run.from + i) ?? []);
        if (!sameCells(then, now)) throw new RowsMoved('Rows were changed before the run removed them.');
        sheet.deleteRows(run.from, run.count);
      }
    },
  };
}

/** "Sorry, it is not possible to delete all non-frozen rows.": one row below the frozen ones keeps the sheet standing. */
function spareRow(sheet: Sheet, going: number): void {
  const last = sheet.getMaxRows();
  const short = sheet.getFrozenRows() + 1 - (last - going);
  if (short > 0) sheet.insertRowsAfter(last, short);
}

/** The rows, top down. A few runs one by one; many in blocks: rows between them cost less to read than a call for each. */
function readWholeRows(
  sheet: Sheet,
  rows: readonly number[],
  width: number,
  withFormulas: boolean,
): WholeRow[] {
  const runs = rowRuns(rows);
  const last = rows[rows.length - 1] ?? 1;
  const step = Math.max(1, Math.floor(CELLS_PER_READ / width));
  const blocks =
    runs.length <= RUNS_WITHOUT_SORT
      ? runs
      : Array.from({ length: Math.ceil(last / step) }, (_, i) => ({
          from: 1 + i * step,
          count: Math.min(step, last - i * step),
        }));
  const wanted = new Set(rows);
  const cellsNow = reader(sheet);
  return blocks.flatMap(({ from, count }) => {
    const range = sheet.getRange(from, 1, count, width);
    const notes = range.getNotes();
    const formulas = withFormulas ? range.getFormulas() : [];
    return cellsNow(range).flatMap((cells, i) =>
      wanted.has(from + i)
        ? [
            {
              cells,
              notes: notes[i] ?? [],
              formulas: (formulas[i] ?? []).filter((each) => each !== '').length,
            },
          ]
        : [],
    );
  });
}

/** Reads ranges. What it has to know of the spreadsheet it asks first, so that nothing lies between a look and a deed. */
function reader(sheet: Sheet): (range: GoogleAppsScript.Spreadsheet.Range) => Cell[][] {
  const zone = sheet.getParent().getSpreadsheetTimeZone();
  const seen = new Map();
  return (range) => withDateCells(range.getValues(), zone, seen);
}

/** Whether the rows read are those that the plan means, told by their keys. */
function isWhatWasPlanned(
  table: Table<SheetKey>,
  read: readonly (readonly Cell[])[],
  removals: readonly RowRemoval[],
): boolean {
  const columns = table.columns as Readonly<Record<string, number>>;
  const cells = Object.fromEntries(
    Object.keys(table.cells).map((field) => [field, read.map((row) => row[(columns[field] ?? 0) - 1] ?? '')]),
  );
  const rows = { ...table, cells, length: read.length };
  return removals.every((removal, i) => rowKey(rows, i) === removal.key);
}

function sameCells(a: readonly (readonly Cell[])[], b: readonly (readonly Cell[])[]): boolean {
  return a.every((row, i) => row.every((cell, j) => cellText(cell) === cellText(b[i]?.[j] ?? '')));
}

/** Whole rows as the journal keeps them: cells and notes by column. */
function images(
  headings: readonly unknown[],
  whole: readonly WholeRow[],
  removals: readonly RowRemoval[],
): RemovedRow[] {
  const names = columnNames(headings);
  const byName = <T extends Cell>(cells: readonly T[]): Record<string, T> =>
    Object.fromEntries(
      names.flatMap((name, i) => (cells[i] === undefined || cells[i] === '' ? [] : [[name, cells[i]]])),
    );
  return whole.map((row, i) => {
    const { sheet, row: at, key, above } = removals[i] as RowRemoval;
    const notes = byName(row.notes);
    return {
      sheet,
      row: at,
      key,
      cells: byName(row.cells),
      ...(row.formulas > 0 ? { formulas: row.formulas } : {}),
      ...(Object.keys(notes).length > 0 ? { notes } : {}),
      ...(above === undefined ? {} : { above }),
    };
  });
}
