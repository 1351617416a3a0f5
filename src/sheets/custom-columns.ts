import type { Cell } from '../domain/cell.ts';
import type { Table } from '../domain/workbook.ts';
import { withDateCells } from './date-cells.ts';
import type { Spreadsheet } from './platform.ts';
import { findSheet } from './read-table.ts';

/** People's own columns of Records: whatever has a heading that is none of ours, in the sheet's order. */
export function readCustomColumns(
  spreadsheet: Spreadsheet,
  records: Table<'records'>,
): { heading: string; cells: Cell[] }[] {
  const sheet = findSheet(spreadsheet, records.name);
  const last = sheet?.getLastColumn() ?? 0;
  if (!sheet || last === 0 || records.length === 0) return [];
  const own = new Set(Object.values(records.columns));
  const headings = (sheet.getRange(1, 1, 1, last).getValues()[0] ?? []).map(String);
  const columns = headings.flatMap((heading, i) => (heading.trim() !== '' && !own.has(i + 1) ? [i + 1] : []));
  const zone = spreadsheet.getSpreadsheetTimeZone();
  return columns.map((column) => {
    const values = sheet.getRange(/* row= */ 2, column, records.length, /* numColumns= */ 1).getValues();
    return {
      heading: headings[column - 1] ?? '',
      cells: withDateCells(values, zone, new Map()).map(([cell = '']) => cell),
    };
  });
}
