import { hasFormula } from './formula-cells.ts';
import { attempt, columnLetters, type Sheet } from './platform.ts';

/** Up to this many runs of neighbours, reading and removing each by itself takes fewer calls, and moves nothing. */
export const RUNS_WITHOUT_SORT = 1;

/** Heading of the helper column, with the rows it moves: a run killed while it stood can be told and put right. */
const HELPER = 'Qualification Codes is moving rows';
const helperHeading = (top: number, count: number): string => `${HELPER} ${top} to ${top + count - 1}`;

/**
 * Keys are texts that sort as their numbers do: the helper column may be plain text, as people format whole sheets, and
 * what a number becomes there is nowhere documented (a text too, perhaps, and 10 would sort before 9).
 * One is added, because the key of what belongs ahead of every row is just below 0.
 */
const keyText = (key: number): string => `k${(key + 1).toFixed(9).padStart(24, '0')}`;

/** The number of a key; null where there is none. */
function keyNumber(key: unknown): number | null {
  return typeof key === 'string' && key.startsWith('k') ? Number(key.slice(1)) - 1 : null;
}

/** Why whole rows are not sorted, in the field's words. */
export type SortHindrance =
  | 'a filter'
  | 'formulas in the rows'
  | 'merged cells'
  | 'something that cannot be looked into';

/**
 * What makes moving rows to the end, and leaving them out of the rest, unsafe: a filter (what a sort does to rows that it
 * hides is not documented), merged cells (sort refuses them), formulas (references between rows would shift). What cannot be
 * looked into is taken for unsafe: the job does without a sort.
 */
export function sortHindrance(sheet: Sheet): SortHindrance | null {
  const looked = attempt(() => ({ hindrance: hindranceIn(sheet) }));
  return looked ? looked.hindrance : 'something that cannot be looked into';
}

function hindranceIn(sheet: Sheet): SortHindrance | null {
  if (sheet.getFilter()) return 'a filter';
  // A sheet whose rows all went may end with its heading row: there is no second one to look at.
  const rows = sheet.getLastRow() - 1;
  if (rows < 1) return null;
  const body = sheet.getRange(2, 1, rows, sheet.getLastColumn());
  if (body.getMergedRanges().length > 0) return 'merged cells';
  return hasFormula(sheet, body) ? 'formulas in the rows' : null;
}

/** Rows brought together at the end of a sheet. */
export interface Gathered {
  /** The first of them; they reach to the last row, in the order asked for. */
  readonly first: number;
  /** The helper column and how many columns it takes. */
  readonly helper: number;
  readonly width: number;
  readonly top: number;
  readonly count: number;
}

/** The sheet's rows moved under our hands: nothing was changed but their order, and that is put right again. */
export class RowsMoved extends Error {}

/**
 * Right before a run writes or removes by row number: one row more or less above, and it would go to other rows (new rows
 * over the last ones). The size of the grid tells, and costs nothing while we have not changed it ourselves.
 *
 * @throws RowsMoved
 */
export function requireGridRows(sheet: Sheet, rows: number | undefined): void {
  if (rows !== undefined && sheet.getMaxRows() !== rows)
    throw new RowsMoved('Rows were inserted or deleted before the run wrote.');
}

/**
 * Brings rows to the end in the order given, the rest moving up in theirs, by a helper column of unique keys (i for a row
 * that stays, beyond them for one that goes) and one sort, which carries notes, formats and validation with the cells.
 * Constant calls at any size, where a call a row would take minutes. `andBack` keeps a second column with the old order,
 * for `putBack`. The caller reads the tail's keys again (`keysRight`) before it changes anything there.
 *
 * A merged cell makes the sort throw before anything moves, and a timeout may come after everything has: after any error
 * `restoreOrder` puts the rows right by their keys.
 */
export function gather(sheet: Sheet, rows: readonly number[], { andBack = false } = {}): Gathered {
  const last = sheet.getLastRow();
  const top = rows.reduce((a, b) => Math.min(a, b));
  const count = last - top + 1;
  const width = andBack ? 2 : 1;
  const helper = sheet.getLastColumn() + 1;
  const room = helper + width - 1 - sheet.getMaxColumns();
  if (room > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), room);
  const keys = Array.from({ length: count }, (_, i) => i);
  rows.forEach((row, rank) => {
    keys[row - top] = goingKey(row - top, rank, count);
  });
  const body = keys.map((key, i) => (andBack ? [keyText(key), keyText(i)] : [keyText(key)]));
  const gathered = { first: last - rows.length + 1, helper, width, top, count };
  // The heading stands above the band only where the band begins in row 2: two writes would be one call more.
  const lead = Array.from({ length: top - 1 }, (_, i) => [
    ...(i === 0 ? [helperHeading(top, count)] : ['']),
    ...(andBack ? [''] : []),
  ]);
  sheet.getRange(1, helper, last, width).setValues([...lead, ...body]);
  sheet.getRange(top, 1, count, helper + width - 1).sort(helper);
  return gathered;
}

/** A key beyond all that stay, from which the old place can be told: the remainder by `count`. */
function goingKey(place: number, rank: number, count: number): number {
  return (rank + 1) * count + place;
}

/** Whether the tail's keys, just read, are those of the rows asked for, in their order. */
export function keysRight(
  { top, count }: Gathered,
  rows: readonly number[],
  keys: readonly unknown[],
): boolean {
  return (
    keys.length === rows.length &&
    rows.every((row, rank) => keyNumber(keys[rank]) === goingKey(row - top, rank, count))
  );
}

/** Every row goes back where it came from, and the helper goes. */
export function putBack(sheet: Sheet, gathered: Gathered): void {
  const { top, count, helper, width } = gathered;
  sheet.getRange(top, 1, count, helper + width - 1).sort(helper + width - 1);
  dropHelper(sheet, gathered);
}

export function dropHelper(sheet: Sheet, { helper, width }: Gathered): void {
  clearColumns(sheet, helper, width);
}

/** Whole columns by their letters: asking how many rows there are would be one call more. */
function clearColumns(sheet: Sheet, first: number, count: number): void {
  sheet.getRange(`${columnLetters(first)}:${columnLetters(first + count - 1)}`).clear();
}

/** The helper column of a run that was stopped while it moved rows, by the heading row. Null when there is none. */
export function findHelper(headings: readonly unknown[]): number | null {
  const at = headings.findIndex((heading) => String(heading).startsWith(HELPER));
  return at < 0 ? null : at + 1;
}

/**
 * Puts the rows of a stopped run in their old order and clears its helper column. Rows without a key (somebody's, added
 * since) come after them. True when there was something to put right.
 */
export function restoreOrder(sheet: Sheet): boolean {
  const width = sheet.getLastColumn();
  if (width === 0) return false;
  const headings = sheet.getRange(1, 1, 1, width).getValues()[0] ?? [];
  const helper = findHelper(headings);
  if (helper === null) return false;
  const last = sheet.getLastRow();
  const rows = /(\d+) to (\d+)$/.exec(String(headings[helper - 1]));
  const top = Number(rows?.[1] ?? 2);
  const moved = Number(rows?.[2] ?? last) - top + 1;
  const count = last - top + 1;
  if (count > 0) {
    const keys = sheet.getRange(top, helper, count, 1).getValues();
    const places = keys.map(([key]) => {
      const number = keyNumber(key);
      return number === null ? '' : keyText(number % moved);
    });
    const inOrder = places.every((place, i) => i === 0 || place > (places[i - 1] ?? ''));
    if (!inOrder) {
      sheet.getRange(top, helper, count, 1).setValues(places.map((place) => [place]));
      sheet.getRange(top, 1, count, width).sort(helper);
    }
  }
  clearColumns(sheet, helper, width - helper + 1);
  return true;
}

/**
 * Adds rows and sorts them into their places: `below` says under which row each belongs, `append` adds them below the last
 * one with the keys given, in one write. The others' keys are there first, so that a run stopped anywhere in between is put
 * right by `restoreOrder`: the keys are the places themselves.
 */
export function placeRows(
  sheet: Sheet,
  below: readonly number[],
  append: (keys: readonly string[]) => void,
): void {
  const count = sheet.getLastRow() - 1;
  const helper = sheet.getLastColumn() + 1;
  if (helper > sheet.getMaxColumns()) sheet.insertColumnsAfter(sheet.getMaxColumns(), 1);
  const all = count + below.length;
  const keys = Array.from({ length: count }, (_, i) => [keyText(i)]);
  sheet.getRange(1, helper, count + 1, 1).setValues([[helperHeading(2, all)], ...keys]);
  // Below row r sorts between r and r + 1; several below one row keep their order by a fraction of their own.
  append(below.map((row, i) => keyText(row - 2 + (i + 1) / (below.length + 1))));
  sheet.getRange(2, 1, all, helper).sort(helper);
  clearColumns(sheet, helper, 1);
}
