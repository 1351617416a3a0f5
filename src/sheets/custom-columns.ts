import { headingKey } from '../domain/layout.ts';
import type { CustomColumn } from '../domain/records/export.ts';
import { customField, type Table } from '../domain/workbook.ts';
import { withDateCells } from './date-cells.ts';
import { attempt, makeRoom, type Sheet, type Spreadsheet } from './platform.ts';
import { findSheet } from './read-table.ts';
import { setCells } from './set-cells.ts';

/** People's own columns of Records in the sheet's order, those without a heading too, or those whose heading is wanted. */
export function readCustomColumns(
  spreadsheet: Spreadsheet,
  records: Table<'records'>,
  wanted?: readonly string[],
): CustomColumn[] {
  const sheet = findSheet(spreadsheet, records.name);
  const last = sheet?.getLastColumn() ?? 0;
  if (!sheet || last === 0) return [];
  const own = new Set(Object.values(records.columns));
  const keys = wanted && new Set(wanted.map(headingKey));
  const headings = (sheet.getRange(1, 1, 1, last).getValues()[0] ?? []).map(String);
  const columns = headings.flatMap((heading, i) =>
    !own.has(i + 1) && (!keys || (heading.trim() !== '' && keys.has(headingKey(heading)))) ? [i + 1] : [],
  );
  const zone = spreadsheet.getSpreadsheetTimeZone();
  return columns.map((column) => {
    const values =
      records.length === 0
        ? []
        : sheet.getRange(/* row= */ 2, column, records.length, /* numColumns= */ 1).getValues();
    return {
      heading: headings[column - 1] ?? '',
      column,
      cells: withDateCells(values, zone, new Map()).map(([cell = '']) => cell),
    };
  });
}

/** Records with people's own columns as fields of it. A heading that stands twice names no column. */
export function withCustomColumns(
  spreadsheet: Spreadsheet,
  records: Table<'records'>,
  wanted: readonly string[] | 'all',
): Table<'records'> {
  const found = readCustomColumns(spreadsheet, records, wanted === 'all' ? undefined : wanted);
  const once = found.filter(
    ({ heading }) =>
      heading.trim() !== '' &&
      found.filter((each) => headingKey(each.heading) === headingKey(heading)).length === 1,
  );
  return {
    ...records,
    cells: { ...records.cells, ...Object.fromEntries(once.map((c) => [customField(c.heading), c.cells])) },
    columns: {
      ...records.columns,
      ...Object.fromEntries(once.map((c) => [customField(c.heading), c.column])),
    },
  };
}

/** Makes columns after the last one: the headings bold, the cells below plain text. Returns their columns by field. */
export function addColumns(sheet: Sheet, headings: readonly string[]): Record<string, number> {
  const last = sheet.getLastColumn();
  const standing = last === 0 ? [] : (sheet.getRange(1, 1, 1, last).getValues()[0] ?? []).map(String);
  const missing = headings.filter((heading) => !standing.includes(heading));
  makeRoom(sheet, 1, last + missing.length);
  if (missing.length > 0) {
    sheet.getRange(1, last + 1, sheet.getMaxRows(), missing.length).setNumberFormat('@');
    const range = sheet.getRange(1, last + 1, 1, missing.length);
    setCells(range, [missing]);
    attempt(() => range.setFontWeight('bold'));
  }
  const all = [...standing, ...missing];
  return Object.fromEntries(headings.map((heading) => [customField(heading), all.indexOf(heading) + 1]));
}

/** Takes away columns that a run had made, where nothing stands below their heading. */
export function dropColumns(sheet: Sheet, headings: readonly string[]): void {
  const last = sheet.getLastColumn();
  if (last === 0) return;
  const standing = (sheet.getRange(1, 1, 1, last).getValues()[0] ?? []).map(String);
  for (const heading of headings) {
    const column = standing.lastIndexOf(heading) + 1;
    if (column === 0) continue;
    const range = sheet.getRange(1, column, sheet.getMaxRows(), 1);
    const empty = range.getValues().every(([cell], i) => i === 0 || cell === '');
    if (empty) range.clear();
  }
}
