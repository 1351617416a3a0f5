import type { Field, SheetKey } from '../domain/layout.ts';
import type { Table, Workbook } from '../domain/workbook.ts';
import { withCustomColumns } from './custom-columns.ts';
import { readFormerCodes } from './former-codes.ts';
import { findFormulas } from './formula-cells.ts';
import type { Spreadsheet } from './platform.ts';
import { findSheet, type Reading, readTable, startReading } from './read-table.ts';

/** Which columns an action needs; a sheet that is not named is read whole, `[]` leaves it out. */
export type Wanted = { readonly [S in SheetKey]?: readonly Field<S>[] } & {
  /** Whether it asks what became of codes, which costs a call. */
  readonly formerCodes?: false;
};

export interface ReadOptions {
  readonly wanted?: Wanted;
  /** Looks for formulas in all our columns of Records. */
  readonly formulas?: boolean;
  /** Looks for formulas in these fields of every sheet. */
  readonly formulasIn?: readonly string[];
  /** Looks for the columns of Records where they usually stand: `readTable` says when that will do. */
  readonly trusting?: boolean;
  /** Headings of people's own columns of Records to read as fields, where they stand. */
  readonly custom?: readonly string[] | 'all';
  /** False where it does not matter how a code that Sheets turned into a date is shown. */
  readonly shown?: boolean;
}

/** Cost is calls and cells moved: long Records sheets are read by column. */
export function readWorkbook(
  spreadsheet: Spreadsheet,
  now: Date,
  {
    wanted = {},
    formulas = false,
    formulasIn,
    trusting = false,
    custom = [],
    shown = true,
  }: ReadOptions = {},
): Workbook {
  const reading: Reading = startReading(spreadsheet, { shown });
  const { former, open } =
    wanted.formerCodes === false ? { former: [], open: [] } : readFormerCodes(spreadsheet);
  const standing = readTable(reading, 'records', wanted.records, { trusting });
  const records =
    custom.length > 0 && standing.exists ? withCustomColumns(spreadsheet, standing, custom) : standing;
  const looked = <S extends SheetKey>(table: Table<S>) =>
    formulasIn ? withFormulas(spreadsheet, table, formulasIn) : table;
  return {
    codes: looked(readTable(reading, 'codes', wanted.codes)),
    content: looked(readTable(reading, 'content', wanted.content)),
    paths: looked(readTable(reading, 'paths', wanted.paths)),
    records: formulas ? withFormulas(spreadsheet, records) : looked(records),
    formerCodes: former,
    openRenames: open,
    today: Utilities.formatDate(now, reading.timeZone, 'yyyy-MM-dd'),
  };
}

function withFormulas<S extends SheetKey>(
  spreadsheet: Spreadsheet,
  table: Table<S>,
  fields?: readonly string[],
): Table<S> {
  const sheet = table.exists ? findSheet(spreadsheet, table.name) : null;
  return sheet ? { ...table, formulas: findFormulas(sheet, table, fields) } : table;
}
