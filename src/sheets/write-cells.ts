import { type Cell, cellText, dateText } from '../domain/cell.ts';
import { groupBy } from '../domain/groups.ts';
import { type FieldLayout, LAYOUT, type SheetKey } from '../domain/layout.ts';
import { unsafeBecause } from '../domain/spreadsheet-safe.ts';
import { columnLetters, rowRuns, type Sheet } from './platform.ts';
import { type Gathered, gather, keysRight, putBack, RowsMoved, restoreOrder } from './row-order.ts';
import { setCell, setCells } from './set-cells.ts';

/** One value for one cell, the row already found again. */
export interface CellWrite {
  readonly row: number;
  readonly field: string;
  readonly after: Cell;
}

/** A1 addresses in one RangeList: few enough that the request stays small. */
const ADDRESSES_PER_CALL = 10_000;

/**
 * Writes single cells and nothing between them. Cells of one column that get the same text go in one call through a
 * RangeList; neighbours with different texts in one `setValues`. Where that would still be many calls, the rows are
 * brought together by a sort, written in blocks, and put back: a constant number of calls at any size.
 *
 * Text columns get `@` first wherever Sheets would read the text as something else (`0012`, `MAR1`, `=X`): strings are
 * parsed as if typed. `exactly`: what an undo puts back stays the text that it was in every column, a date or a flag too.
 */
export function writeCells(
  sheet: Sheet,
  key: SheetKey,
  columns: Readonly<Record<string, number | undefined>>,
  writes: readonly CellWrite[],
  exactly = false,
): void {
  const groups = [...groupBy(writes, (write) => write.field)].flatMap(([field, group]): ColumnWrites[] => {
    const column = columns[field];
    return column === undefined ? [] : [{ column, text: isTextField(key, field), exactly, writes: group }];
  });
  const scattered = groups.filter((group) => callsFor(group) > 2);
  const calls = scattered.reduce((sum, group) => sum + callsFor(group), 0);
  if (calls > CALLS_WITHOUT_SORT) {
    const rest = groups.filter((group) => !scattered.includes(group));
    writeDirectly(sheet, writeGathered(sheet, scattered) ? rest : groups);
  } else writeDirectly(sheet, groups);
}

/** The writes of one column. */
interface ColumnWrites {
  readonly column: number;
  readonly text: boolean;
  readonly exactly: boolean;
  readonly writes: readonly CellWrite[];
}

/** Up to this many calls are made cell by cell: the sort and all that belongs to it is seven. */
const CALLS_WITHOUT_SORT = 8;

function callsFor({ writes }: ColumnWrites): number {
  return Math.min(bySameText(writes).size, rowRuns(writes.map(({ row }) => row)).length);
}

const bySameText = (writes: readonly CellWrite[]): Map<string, CellWrite[]> =>
  groupBy(writes, (write) => `${typeof write.after} ${cellText(write.after)}`);

function writeDirectly(sheet: Sheet, groups: readonly ColumnWrites[]): void {
  setFormats(sheet, groups);
  for (const { column, writes } of groups) {
    const byText = bySameText(writes);
    const runs = rowRuns(writes.map((write) => write.row));
    if (byText.size <= runs.length) {
      for (const same of byText.values()) {
        const value = stored(same[0]?.after ?? '');
        for (const list of rangeLists(sheet, [{ column, writes: same }])) setCell(list, value);
      }
    } else {
      const valueAt = new Map(writes.map((write) => [write.row, stored(write.after)]));
      for (const run of runs) {
        const values = Array.from({ length: run.count }, (_, i) => [valueAt.get(run.from + i) ?? '']);
        setCells(sheet.getRange(run.from, column, run.count, 1), values);
      }
    }
  }
}

/**
 * Brings the rows to the end, those that change alike together, writes blocks of neighbouring cells, and puts the rows
 * back. Row formulas survive the way there and back. False, with nothing done, where the sort is refused (merged cells) or
 * a filter keeps rows from moving.
 *
 * @throws RowsMoved when rows came or went under our hands: nothing was written, the rows are in their order again.
 */
function writeGathered(sheet: Sheet, groups: readonly ColumnWrites[]): boolean {
  const rows = alikeTogether(groups);
  const place = new Map(rows.map((row, i) => [row, i]));
  let gathered: Gathered;
  try {
    gathered = gather(sheet, rows, { andBack: true });
  } catch {
    // Whether the sort took place or not (a timeout may come after the work): the keys tell, and put the rows right.
    restoreOrder(sheet);
    return false;
  }
  const keys = sheet.getRange(gathered.first, gathered.helper, rows.length, 1).getValues();
  if (!keysRight(gathered, rows, keys.flat())) {
    restoreOrder(sheet);
    if (sheet.getFilter()) return false;
    throw new RowsMoved('Rows were inserted or deleted while the run moved them.');
  }
  const moved = groups.map((group) => ({
    ...group,
    writes: group.writes.map((write) => ({ ...write, row: gathered.first + (place.get(write.row) ?? 0) })),
  }));
  setFormats(sheet, moved);
  for (const { row, column, values } of blocks(moved)) {
    setCells(sheet.getRange(row, column, values.length, values[0]?.length ?? 1), values);
  }
  putBack(sheet, gathered);
  return true;
}

/** The rows, those with the same changed columns together, so that each column's cells form few runs. */
function alikeTogether(groups: readonly ColumnWrites[]): number[] {
  const bits = new Map<number, number>();
  const often = [...groups].sort((a, b) => b.writes.length - a.writes.length);
  often.forEach(({ writes }, i) => {
    for (const { row } of writes) bits.set(row, (bits.get(row) ?? 0) + 2 ** (often.length - i));
  });
  return [...bits].sort(([a, x], [b, y]) => y - x || a - b).map(([row]) => row);
}

interface Block {
  readonly row: number;
  readonly column: number;
  readonly values: (string | number | boolean)[][];
}

/** Runs of neighbouring cells; runs of the same rows in neighbouring columns become one rectangle. */
function blocks(groups: readonly ColumnWrites[]): Block[] {
  const found: Block[] = [];
  const open = new Map<string, Block>();
  for (const { column, writes } of [...groups].sort((a, b) => a.column - b.column)) {
    const valueAt = new Map(writes.map((write) => [write.row, stored(write.after)]));
    for (const run of rowRuns([...valueAt.keys()])) {
      const cells = Array.from({ length: run.count }, (_, i) => valueAt.get(run.from + i) ?? '');
      const beside = open.get(`${run.from} ${run.count} ${column}`);
      const block = beside ?? { row: run.from, column, values: cells.map(() => []) };
      cells.forEach((cell, i) => {
        block.values[i]?.push(cell);
      });
      if (!beside) found.push(block);
      open.set(`${run.from} ${run.count} ${column + 1}`, block);
    }
  }
  return found;
}

/** Formats go ahead of the values: one call for all columns that need it. */
function setFormats(sheet: Sheet, groups: readonly ColumnWrites[]): void {
  const only = (of: readonly ColumnWrites[], wanted: (write: CellWrite) => boolean) =>
    of.map(({ column, writes }) => ({ column, writes: writes.filter(wanted) }));
  const odd = only(
    groups.filter(({ text, exactly }) => text || exactly),
    ({ after }) => typeof after === 'string' && wouldBeParsed(after),
  );
  const lists = rangeLists(sheet, odd);
  formatted(sheet, lists.length > 0, () => {
    for (const list of lists) list.setNumberFormat('@');
  });
  // A number or date that undo puts back must not become text: its cell takes the ordinary format again.
  const typed = only(
    groups.filter(({ text }) => text),
    ({ after }) => typeof after !== 'string',
  );
  formatted(sheet, false, () => {
    for (const list of rangeLists(sheet, typed)) list.setNumberFormat('General');
  });
}

/** A table with typed columns takes no formats, and without one Sheets would read a text as something else. */
export class FormatsRefused extends Error {
  readonly sheet: string;

  constructor(sheet: string) {
    super(`${sheet} takes no formats`);
    this.sheet = sheet;
  }
}

/**
 * Sets formats ahead of values. "This operation is not allowed on cells in typed columns.": such a table keeps its own
 * types, and the values may go in without, unless one of them needs the format to stay what it is.
 *
 * @throws FormatsRefused
 */
export function formatted(sheet: Sheet, needed: boolean, setFormats: () => void): void {
  try {
    setFormats();
  } catch {
    if (needed) throw new FormatsRefused(sheet.getName());
  }
}

/** The number format of a column of ours; people's own are ordinary. */
export function formatOf(kind: FieldLayout['kind'] | undefined): string {
  if (kind === 'text') return '@';
  return kind === 'date' ? 'yyyy-mm-dd' : 'General';
}

/** What other languages than English call a month before a number, TRUE and FALSE: `MAI1` is a date in a German file. */
const FOREIGN =
  /^\s*((m.?r|ma[agij]|mei|o[kut]t|d.[cz]|f.v|a[bv]r|ag?o|[eg]en|giu|jui|lug|set)\p{L}*[-/., ]*\d|(wahr|falsch|vrai|faux|vero|fals[eo]|verda.*|(on)?waar)\s*$)/iu;

/** A safe code such as 101 is still a number to setValue: whatever begins like one is text only in a text cell. */
export function wouldBeParsed(text: string): boolean {
  return (
    unsafeBecause(text) !== null || FOREIGN.test(text) || /^\s*[-+(]?[\d.,$\u20ac\u00a3\u00a5]/.test(text)
  );
}

/** ISO text is read as a date in every locale, and hours as a time, so a date goes back as its text. */
export function stored(cell: Cell): string | number | boolean {
  return typeof cell === 'object' ? dateText(cell).replace('T', ' ') : cell;
}

/** People's own columns are text like most of ours. */
export function isTextField(key: SheetKey, field: string): boolean {
  const layout = (LAYOUT[key] as Readonly<Record<string, FieldLayout>>)[field];
  return layout === undefined || layout.kind === 'text';
}

function rangeLists(
  sheet: Sheet,
  groups: readonly { readonly column: number; readonly writes: readonly CellWrite[] }[],
): GoogleAppsScript.Spreadsheet.RangeList[] {
  const addresses = groups.flatMap(({ column, writes }) => {
    const letters = columnLetters(column);
    return rowRuns(writes.map((write) => write.row)).map((run) =>
      run.count === 1
        ? `${letters}${run.from}`
        : `${letters}${run.from}:${letters}${run.from + run.count - 1}`,
    );
  });
  const lists: GoogleAppsScript.Spreadsheet.RangeList[] = [];
  for (let i = 0; i < addresses.length; i += ADDRESSES_PER_CALL) {
    lists.push(sheet.getRangeList(addresses.slice(i, i + ADDRESSES_PER_CALL)));
  }
  return lists;
}
