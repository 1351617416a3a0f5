// What a person does in the grid, as opposed to a script: typing parses as typed, rejecting validation refuses, and the
// simple trigger fires.
import { requireValid, writeCell } from './cells.ts';
import { Meter } from './meter.ts';
import { type Area, contentSize, type RowModel, type SheetModel } from './model.ts';
import type { Realm } from './realm.ts';
import { openRealm } from './realm.ts';
import type { Host } from './runtime.ts';
import { shiftAreas } from './shift-areas.ts';
import { sortRows } from './sort.ts';

/** Types or pastes texts into cells from `row` and `column` on (0-based). Refused whole, or done and told to onEdit. */
export function typeInto(
  host: Host,
  sheet: SheetModel,
  row: number,
  column: number,
  values: readonly (readonly string[])[],
): void {
  const realm = personRealm(host);
  const rows = values.length;
  const columns = values.reduce((most, line) => Math.max(most, line.length), 0);
  if (rows === 0 || columns === 0) return;
  if (column + columns > sheet.columnCount) throw new Error('The pasted columns do not fit into the sheet.');
  sheet.rowCount = Math.max(sheet.rowCount, row + rows);
  const single = rows === 1 && columns === 1;
  const old = single ? (sheet.rows[row]?.values[column] ?? '') : '';
  const before = values.map((_, r) => copyOf(sheet.rows[row + r]));
  try {
    values.forEach((line, r) => {
      line.forEach((text, c) => {
        writeCell(realm, sheet, row + r, column + c, text);
        requireValid(realm, sheet, row + r, column + c);
      });
    });
  } catch (error) {
    before.forEach((line, r) => {
      sheet.rows[row + r] = line;
    });
    throw error;
  }
  const value = single ? (values[0]?.[0] ?? '') : '';
  host.edited({
    sheet: sheet.id,
    row,
    column,
    rows,
    columns,
    ...(single && value !== '' ? { value } : {}),
    ...(single && old !== '' ? { oldValue: String(old) } : {}),
  });
}

/** Inserts or deletes rows (0-based). Fires no simple trigger, as on the platform. */
export function insertRows(sheet: SheetModel, at: number, count: number): void {
  for (let i = sheet.rows.length; i < at; i++) sheet.rows.push(undefined);
  sheet.rows.splice(at, 0, ...new Array<undefined>(count).fill(undefined));
  sheet.rowCount += count;
  shiftAreas(sheet, 'row', at, count);
}

export function deleteRows(sheet: SheetModel, at: number, count: number): void {
  if (sheet.rowCount - count <= sheet.frozenRows)
    throw new Error('At least one row below the frozen ones must stay.');
  sheet.rows.splice(at, count);
  sheet.rowCount -= count;
  shiftAreas(sheet, 'row', at, -count);
}

/** Sorts everything below the frozen rows by one column (0-based). */
export function sortSheet(host: Host, sheet: SheetModel, column: number, ascending: boolean): void {
  const size = contentSize(sheet);
  const first = Math.max(1, sheet.frozenRows);
  if (size.rows <= first) return;
  const area: Area = {
    row: first,
    column: 0,
    rows: size.rows - first,
    columns: Math.max(size.columns, column + 1),
  };
  sortRows(personRealm(host), sheet, area, [{ column: column + 1, ascending }]);
}

function copyOf(row: RowModel | undefined): RowModel | undefined {
  return row ? { ...row, values: [...row.values] } : undefined;
}

/** A realm outside any execution: what a person does is not metered. */
export function personRealm(host: Host): Realm {
  return openRealm(host.state('FULL'), new Meter(), 0);
}
