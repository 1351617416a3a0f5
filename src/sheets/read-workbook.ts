import type { Field, SheetKey } from '../domain/layout.ts';
import type { Table, Workbook } from '../domain/workbook.ts';
import { withCustomColumns } from './custom-columns.ts';
import { readFormerCodes } from './former-codes.ts';
import { findFormulas } from './formula-cells.ts';
import type { Spreadsheet } from './platform.ts';
import { findSheet, type Reading, readTable, startReading } from './read-table.ts';

/** Which columns an action needs; a sheet that is not named is read whole, `[]` leaves it out. */
export type Wanted = { readonly [S in SheetKey]?: readonly Field<S>[] };

export interface ReadOptions {
  readonly wanted?: Wanted;
  readonly formulas?: boolean;
  /** Looks for the columns of Records where they usually stand: `readTable` says when that will do. */
  readonly trusting?: boolean;
  /** Headings of people's own columns of Records to read as fields, where they stand. */
  readonly custom?: readonly string[];
}

/** Cost is calls and cells moved: long Records sheets are read by column. `formulas` looks for formulas in Records too. */
export function readWorkbook(
  spreadsheet: Spreadsheet,
  now: Date,
  { wanted = {}, formulas = false, trusting = false, custom = [] }: ReadOptions = {},
): Workbook {
  const reading: Reading = startReading(spreadsheet);
  const { former, open } = readFormerCodes(spreadsheet);
  const standing = readTable(reading, 'records', wanted.records, { trusting });
  const records =
    custom.length > 0 && standing.exists ? withCustomColumns(spreadsheet, standing, custom) : standing;
  return {
    codes: readTable(reading, 'codes', wanted.codes),
    content: readTable(reading, 'content', wanted.content),
    paths: readTable(reading, 'paths', wanted.paths),
    records: formulas ? withFormulas(spreadsheet, records) : records,
    formerCodes: former,
    openRenames: open,
    today: Utilities.formatDate(now, reading.timeZone, 'yyyy-MM-dd'),
  };
}

function withFormulas<S extends SheetKey>(spreadsheet: Spreadsheet, table: Table<S>): Table<S> {
  const sheet = table.exists ? findSheet(spreadsheet, table.name) : null;
  return sheet ? { ...table, formulas: findFormulas(sheet, table) } : table;
}
