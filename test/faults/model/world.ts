// What the sheets should hold, as plain arrays: the oracle's own idea of the product. Nothing of src may be imported here,
// or the tests would ask the code under test what is right.

export const SHEETS = ['Codes', 'Content', 'Paths', 'Records'] as const;
export type SheetName = (typeof SHEETS)[number];

/** A row with a mark of its own (a note that travels with it), so that it is known wherever it goes. */
export interface Row {
  readonly mark: string;
  readonly cells: Readonly<Record<string, string>>;
  /** Headings under which people have typed a formula. */
  readonly formulas?: readonly string[];
}

export type Sheets = Readonly<Record<SheetName, readonly Row[]>>;

/** A code that is used up. `open`: the rename that used it has work left on its checklist. */
export interface Former {
  readonly code: string;
  readonly now: string;
  readonly run: string;
  readonly open: boolean;
}

export interface Item {
  readonly run: string;
  readonly from: string;
  readonly to: string;
  readonly type: string;
  readonly objectId: string;
  readonly title: string;
}

/** What the LMS and the sheet agreed on when records last crossed. */
export interface Crossing {
  readonly run: string;
  readonly records: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/**
 * A run that can be undone: the sheets before and after it, what it added to Deleted Records and to the checklist, and the
 * former codes that it took back into use.
 */
export interface Run {
  readonly run: string;
  readonly before: Sheets;
  readonly after: Sheets;
  readonly deleted: readonly string[];
  readonly items: readonly Item[];
  readonly revived: readonly Former[];
}

export interface World {
  readonly sheets: Sheets;
  /** Deleted Records: the ten columns of each, in order. */
  readonly deleted: readonly string[];
  readonly former: readonly Former[];
  readonly items: readonly Item[];
  readonly crossings: readonly Crossing[];
  readonly runs: readonly Run[];
}

/** What an action promises: the world after it, or null when it must refuse. */
export type Promised = World | null;

export const CODE: Readonly<Record<SheetName, string>> = {
  Codes: 'Code',
  Content: 'Qualification Code',
  Paths: 'Qualification Code',
  Records: 'Qualification Code',
};

/** Same code: whatever the case and the spaces. The texts used here differ in nothing else. */
export const keyOf = (code: string): string => code.trim().replace(/ +/g, ' ').toLowerCase();
export const same = (a: string, b: string): boolean => keyOf(a) === keyOf(b);

export const cell = (row: Row, heading: string): string => row.cells[heading] ?? '';
export const codeOf = (sheet: SheetName, row: Row): string => cell(row, CODE[sheet]);
export const isFlagged = (row: Row): boolean => /^(1|true)$/i.test(cell(row, 'Delete?'));
export const isBlank = (row: Row): boolean => Object.values(row.cells).every((text) => text === '');

export const withCell = (row: Row, heading: string, text: string): Row => ({
  ...row,
  cells: { ...row.cells, [heading]: text },
});

export const edited = (sheets: Sheets, name: SheetName, change: (row: Row) => Row): Sheets => ({
  ...sheets,
  [name]: sheets[name].map(change),
});

export const without = (sheets: Sheets, name: SheetName, gone: (row: Row) => boolean): Sheets => ({
  ...sheets,
  [name]: trimmed(sheets[name].filter((row) => !gone(row))),
});

export const added = (sheets: Sheets, name: SheetName, rows: readonly Record<string, string>[]): Sheets => ({
  ...sheets,
  [name]: [...sheets[name], ...rows.map((cells) => ({ mark: '', cells }))],
});

/** Blank rows at the end are no rows. */
export function trimmed(rows: readonly Row[]): readonly Row[] {
  let end = rows.length;
  while (end > 0 && isBlank(rows[end - 1] as Row)) end--;
  return rows.slice(0, end);
}

export const TEN = [
  'Record Id',
  'Name',
  'Record Type',
  'Object Id',
  'Title',
  'Training Provider',
  'Completion Date',
  'Other Information',
  'Qualification Code',
  'Delete?',
] as const;

export const archived = (row: Row): string => JSON.stringify(TEN.map((heading) => cell(row, heading)));

/** While a rename is open its two codes are one, however many renames hang together. */
export function canonical(world: World, code: string): string {
  let key = keyOf(code);
  for (let i = 0; i < world.former.length; i++) {
    const open = world.former.find((each) => each.open && keyOf(each.code) === key);
    if (!open) break;
    key = keyOf(open.now);
  }
  return key;
}

export const inOpenRename = (world: World, code: string): boolean =>
  world.former.some((each) => each.open && (same(each.code, code) || same(each.now, code)));

/** The writing of a live code that comes first, or nothing. */
export const liveCode = (world: World, code: string): string | undefined => {
  const row = world.sheets.Codes.find((each) => keyOf(code) !== '' && same(cell(each, 'Code'), code));
  return row && cell(row, 'Code');
};

export const formerCode = (world: World, code: string): Former | undefined =>
  [...world.former].reverse().find((each) => same(each.code, code));
