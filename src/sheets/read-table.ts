import type { Cell, DateCell } from '../domain/cell.ts';
import { addTo } from '../domain/groups.ts';
import {
  type Field,
  type FieldLayout,
  headingKey,
  LAYOUT,
  SHEET_NAMES,
  type SheetKey,
} from '../domain/layout.ts';
import { customHeading, emptyTable, type HeadingProblem, type Table } from '../domain/workbook.ts';
import { withDateCells } from './date-cells.ts';
import type { Sheet, Spreadsheet } from './platform.ts';
import { findHelper } from './row-order.ts';

/** What one reading of the spreadsheet shares: its time zone, and the dates already turned into text. */
export interface Reading {
  readonly spreadsheet: Spreadsheet;
  readonly timeZone: string;
  readonly shown: boolean;
  readonly dates: Map<number, DateCell>;
}

/** `shown`: codes that Sheets turned into dates are told as people see them, which is one call more for each such sheet. */
export function startReading(spreadsheet: Spreadsheet, { shown = true } = {}): Reading {
  return { spreadsheet, timeZone: spreadsheet.getSpreadsheetTimeZone(), dates: new Map(), shown };
}

/** A single getValues over millions of cells fails (platform facts, 5): rows are read in blocks of this many cells. */
const CELLS_PER_READ = 2_000_000;

/** Finds the sheet by its name, or by its name in other case and spacing (`codes `). Null when there is none. */
export function findSheet(spreadsheet: Spreadsheet, name: string): Sheet | null {
  const exact = spreadsheet.getSheetByName(name);
  if (exact) return exact;
  const wanted = headingKey(name);
  return spreadsheet.getSheets().find((sheet) => headingKey(sheet.getName()) === wanted) ?? null;
}

/**
 * Reads the named fields of one sheet (all fields when none are named) as columns. The heading row is read whole, so a
 * doubled heading is seen wherever it stands; below it only the columns asked for are read, neighbours in one call.
 */
export function readTable<S extends SheetKey>(
  reading: Reading,
  key: S,
  fields?: readonly Field<S>[],
  { trusting = false }: { trusting?: boolean } = {},
): Table<S> {
  // Not asked for is not missing: rules about absent sheets must not speak of it.
  if (fields?.length === 0) return { ...emptyTable(key, SHEET_NAMES[key]), exists: true };
  const sheet = findSheet(reading.spreadsheet, SHEET_NAMES[key]);
  if (!sheet) return emptyTable(key, SHEET_NAMES[key]);
  const lastRow = sheet.getLastRow();
  const lastColumn = sheet.getLastColumn();
  const gridRows = sheet.getMaxRows();
  if (lastRow === 0 || lastColumn === 0) {
    return { ...emptyTable(key, sheet.getName()), exists: true, headingProblems: locate(key, []).problems };
  }
  const guessed =
    trusting && key === 'records'
      ? readWhereUsual(reading, sheet, fields ?? Object.keys(LAYOUT.records), lastRow, gridRows)
      : null;
  if (guessed) return guessed as unknown as Table<S>;
  // One call takes a sheet whole, heading row and all; Records may be long, so not where other columns than ours stand in
  // it, or where few are wanted.
  const whole =
    key !== 'records' || (fields === undefined && lastColumn <= Object.keys(LAYOUT.records).length);
  const top = block(reading, sheet, 1, 1, whole ? lastRow : 1, lastColumn);
  const { columns, problems } = locate(key, top[0] ?? []);
  const cells: { [F in Field<S>]?: Cell[] } = {};
  const wanted = (fields ?? (Object.keys(LAYOUT[key]) as Field<S>[])).filter((f) => columns[f] !== undefined);
  if (whole) {
    for (const field of wanted) cells[field] = column(top, (columns[field] as number) - 1, 1);
  } else {
    for (const band of bands(wanted.map((field) => columns[field] as number))) {
      const rows = block(reading, sheet, 2, band.from, lastRow - 1, band.count);
      for (const field of wanted) {
        const at = (columns[field] as number) - band.from;
        if (at >= 0 && at < band.count) cells[field] = column(rows, at, 0);
      }
    }
  }
  if (reading.shown) showConverted(sheet, columns['code' as Field<S>], cells['code' as Field<S>]);
  return {
    sheet: key,
    exists: true,
    name: sheet.getName(),
    length: lastRow - 1,
    cells,
    columns,
    headingProblems: problems,
    formulas: [],
    gridRows,
    ...(findHelper(top[0] ?? []) === null ? {} : { moving: true }),
  };
}

/**
 * Reads columns of Records where the LMS's order of headings puts them, headings along: one call less than looking for
 * them first. Null when any of them stands elsewhere. A heading doubled further right goes unseen, so this is for
 * readings that count, and for the second reading of what a full one has just looked over.
 */
function readWhereUsual(
  reading: Reading,
  sheet: Sheet,
  fields: readonly string[],
  lastRow: number,
  gridRows: number,
): Table<'records'> | null {
  const order = Object.keys(LAYOUT.records);
  const columns: Record<string, number> = {};
  for (const field of fields) columns[field] = order.indexOf(field) + 1;
  if (Math.max(...Object.values(columns)) > sheet.getLastColumn()) return null;
  const cells: Record<string, Cell[]> = {};
  for (const band of bands(Object.values(columns))) {
    const rows = block(reading, sheet, 1, band.from, lastRow, band.count);
    for (const field of fields) {
      const at = (columns[field] as number) - band.from;
      if (at < 0 || at >= band.count) continue;
      const { heading } = LAYOUT.records[field as Field<'records'>];
      if (headingKey(String(rows[0]?.[at])) !== headingKey(heading)) return null;
      cells[field] = column(rows, at, 1);
    }
  }
  if (reading.shown) showConverted(sheet, columns.code, cells.code);
  return {
    sheet: 'records',
    exists: true,
    name: sheet.getName(),
    length: lastRow - 1,
    cells,
    columns,
    headingProblems: [],
    formulas: [],
    gridRows,
  };
}

/**
 * Reads fields, people's own among them, in one call: of rows that move meanwhile no column is read before and another
 * after. No rows where the sheet is empty.
 */
export function readAtOnce(
  reading: Reading,
  sheet: Sheet,
  key: SheetKey,
  fields: readonly string[],
): Table<SheetKey> {
  const [lastRow, lastColumn] = [sheet.getLastRow(), sheet.getLastColumn()];
  const all = lastRow === 0 ? [] : block(reading, sheet, 1, 1, lastRow, lastColumn);
  const headings = all[0] ?? [];
  const keys = headings.map((heading) => headingKey(String(heading)));
  const columns: Record<string, number | undefined> = { ...locate(key, headings).columns };
  const cells: Record<string, Cell[]> = {};
  for (const field of fields) {
    const heading = customHeading(field);
    // As in `withCustomColumns`: a heading that stands twice names no column.
    const own = heading === undefined ? -1 : keys.indexOf(headingKey(heading));
    if (own >= 0 && own === keys.lastIndexOf(keys[own] ?? '')) columns[field] = own + 1;
    const at = columns[field];
    if (at !== undefined) cells[field] = column(all, at - 1, 1);
  }
  showConverted(sheet, columns.code, cells.code);
  return {
    ...emptyTable(key, sheet.getName()),
    ...{ exists: true, length: Math.max(0, lastRow - 1), cells, columns },
  } as Table<SheetKey>;
}

/** A code that Sheets turned into a date is told to people as they see it (`MAR1` shows as `1-Mar`). */
function showConverted(sheet: Sheet, at: number | undefined, codes: Cell[] | undefined): void {
  if (at === undefined || !codes?.some((cell) => typeof cell === 'object')) return;
  const shown = sheet.getRange(/* row= */ 2, /* column= */ at, codes.length, 1).getDisplayValues();
  codes.forEach((cell, i) => {
    if (typeof cell === 'object') codes[i] = { ...cell, shown: shown[i]?.[0] ?? cell.iso };
  });
}

/** Column (1-based) of one field of a sheet, or null. Reads the heading row only. */
export function findColumn(sheet: Sheet, key: SheetKey, field: string): number | null {
  const last = sheet.getLastColumn();
  const headings = last === 0 ? [] : (sheet.getRange(1, 1, 1, last).getValues()[0] ?? []);
  const { columns } = locate(key, headings.map(String));
  // The name comes from outside: every object answers to `constructor`, too.
  const column = (columns as Readonly<Record<string, unknown>>)[field];
  return typeof column === 'number' ? column : null;
}

/** Where each field stands (1-based columns), by heading text; a heading that stands twice counts as not found. */
export function locate<S extends SheetKey>(
  key: S,
  headings: readonly Cell[],
): { columns: { [F in Field<S>]?: number }; problems: HeadingProblem[] } {
  const byKey = new Map<string, number[]>();
  headings.forEach((heading, i) => {
    const text = headingKey(String(heading));
    if (text !== '') addTo(byKey, text, i + 1);
  });
  const columns: { [F in Field<S>]?: number } = {};
  const problems: HeadingProblem[] = [];
  const layout = LAYOUT[key] as Readonly<Record<string, FieldLayout>>;
  const own = new Set(Object.values(layout).map((field) => headingKey(field.heading)));
  for (const [name, field] of Object.entries(layout)) {
    let found = byKey.get(headingKey(field.heading)) ?? [];
    for (const alias of field.aliases) {
      // An alias never takes a column that is another field's own heading.
      if (found.length === 0 && !own.has(headingKey(alias))) found = byKey.get(headingKey(alias)) ?? [];
    }
    if (found.length > 1) problems.push({ kind: 'doubled', heading: field.heading, columns: found });
    else if (found[0] !== undefined) columns[name as Field<S>] = found[0];
    else if (field.required) problems.push({ kind: 'missing', heading: field.heading });
  }
  return { columns, problems };
}

function block(
  reading: Reading,
  sheet: Sheet,
  row: number,
  first: number,
  rows: number,
  count: number,
): Cell[][] {
  const step = Math.max(1, Math.min(200_000, Math.floor(CELLS_PER_READ / count)));
  let all: Cell[][] = [];
  for (let from = 0; from < rows; from += step) {
    const range = sheet.getRange(
      /* row= */ row + from,
      /* column= */ first,
      Math.min(step, rows - from),
      count,
    );
    const part = withDateCells(range.getValues(), reading.timeZone, reading.dates);
    all = from === 0 ? part : all.concat(part);
  }
  return all;
}

function column(rows: readonly (readonly Cell[])[], at: number, from: number): Cell[] {
  const cells = new Array<Cell>(rows.length - from);
  for (let i = from; i < rows.length; i++) cells[i - from] = rows[i]?.[at] ?? '';
  return cells;
}

function bands(columns: readonly number[]): { from: number; count: number }[] {
  const result: { from: number; count: number }[] = [];
  for (const column of [...columns].sort((a, b) => a - b)) {
    const last = result[result.length - 1];
    if (last && column === last.from + last.count) last.count++;
    else result.push({ from: column, count: 1 });
  }
  return result;
}
