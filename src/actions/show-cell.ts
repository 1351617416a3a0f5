import type { Input, Value } from '../contract/api.ts';
import { count } from '../contract/views/preview.ts';
import { cellText } from '../domain/cell.ts';
import { codeKey } from '../domain/code.ts';
import { SHEET_NAMES } from '../domain/layout.ts';
import { nothingTo, type Refused, refuse, refuseSheet } from '../domain/plan.ts';
import { attempt, say } from '../sheets/platform.ts';
import { findColumn, findSheet, readTable, startReading } from '../sheets/read-table.ts';
import type { Context } from './context.ts';

/** Moves the selection to a row (or a cell of it), as a row link in the sidebar asks. */
export function showCell(context: Context, input: Input<'showCell'>): Value<'showCell'> | Refused {
  const name = SHEET_NAMES[input.sheet];
  const sheet = findSheet(context.spreadsheet, name);
  if (!sheet) return refuseSheet(name);
  const row = Math.min(input.row, sheet.getMaxRows());
  const column = input.field === undefined ? 1 : (findColumn(sheet, input.sheet, input.field) ?? 1);
  const range = sheet.getRange(
    row,
    column,
    1,
    input.field === undefined ? Math.max(1, sheet.getLastColumn()) : 1,
  );
  sheet.activate();
  context.spreadsheet.setActiveRange(range);
  const shown = `${name} row ${row}`;
  // The platform selects a hidden row without a word.
  attempt(() => {
    if (sheet.isRowHiddenByFilter(row) || sheet.isRowHiddenByUser(row))
      say(context.spreadsheet, `${shown} is hidden. Remove the filter, or show hidden rows, to see it.`);
  });
  return { shown };
}

/**
 * Filters a sheet to the rows that carry a code in any writing of it. A sheet has one basic filter: an existing one that
 * covers the code column is used and keeps its other criteria; none is made over somebody's filter elsewhere.
 */
export function filterToCode(
  context: Context,
  input: Input<'filterToCode'>,
): Value<'filterToCode'> | Refused {
  const name = SHEET_NAMES[input.sheet];
  const sheet = findSheet(context.spreadsheet, name);
  if (!sheet) return refuseSheet(name);
  const table = readTable(startReading(context.spreadsheet), input.sheet, ['code' as never]);
  const column = (table.columns as { code?: number }).code;
  const codes = (table.cells as { code?: readonly (string | number | boolean | { iso: string })[] }).code;
  if (column === undefined || !codes)
    return refuse('heading-missing', { sheet: name, heading: 'Qualification Code' });
  const key = codeKey(input.code);
  const others = new Set<string>();
  let rows = 0;
  for (const cell of codes) {
    const text = cellText(cell);
    if (codeKey(text) === key) rows++;
    else others.add(text);
  }
  if (rows === 0) return nothingTo(`filter: no row of ${name} carries ${input.code}`);
  const filter =
    sheet.getFilter() ??
    sheet.getRange(1, 1, table.length + 1, Math.max(1, sheet.getLastColumn())).createFilter();
  const criteria = SpreadsheetApp.newFilterCriteria()
    .setHiddenValues([...others])
    .build();
  filter.setColumnFilterCriteria(column, criteria);
  sheet.activate();
  return { rows, message: `${name} shows ${count(rows, 'row')}. Data › Remove filter shows all again.` };
}
