import { type FieldLayout, LAYOUT, type SheetKey } from '../domain/layout.ts';
import type { RowAppend } from '../domain/plan.ts';
import type { Table } from '../domain/workbook.ts';
import { makeRoom, rowRuns, type Sheet } from './platform.ts';
import { placeRows, requireGridRows, sortHindrance } from './row-order.ts';
import { setCells } from './set-cells.ts';
import { untilTimeIsUp } from './time.ts';
import { isWhole, writeWholeRows } from './whole-rows.ts';
import { formatOf, formatted, wouldBeParsed } from './write-cells.ts';

/**
 * Adds rows: those that belong below a certain row go there, the others below the last. Places are reached by appending
 * and one sort, or one by one where something makes a sort unsafe.
 */
export function addRows(sheet: Sheet, table: Table<SheetKey>, rows: readonly RowAppend[]): void {
  const placed = rows.filter(({ below }) => below !== undefined);
  const places = [...new Set(placed.map(({ below }) => below as number))].sort((a, b) => b - a);
  requireGridRows(sheet, table.gridRows);
  appendRows(
    sheet,
    table,
    rows.filter(({ below }) => below === undefined),
  );
  if (places.length > 0 && sortHindrance(sheet) === null) {
    placeRows(
      sheet,
      placed.map(({ below }) => below as number),
      (keys) => appendRows(sheet, table, placed, keys),
    );
    return;
  }
  for (const place of places) {
    untilTimeIsUp();
    const here = placed.filter(({ below }) => below === place);
    // Inserted rows look like the row they are inserted beside: after the headings they would look like headings, too.
    if (place === 1 && (table.gridRows ?? 1) > 1) sheet.insertRowsBefore(2, here.length);
    else sheet.insertRowsAfter(place, here.length);
    writeRows(sheet, table, here, place + 1);
  }
}

/** Adds rows below the last one. `keys` go into the last column, a helper's, in the same write. */
function appendRows(
  sheet: Sheet,
  table: Table<SheetKey>,
  rows: readonly RowAppend[],
  keys?: readonly string[],
): void {
  if (rows.length === 0) return;
  const first = sheet.getLastRow() + 1;
  makeRoom(sheet, first + rows.length - 1, 1);
  writeRows(sheet, table, rows, first, keys);
}

/**
 * One write for all rows. Formats go first (`@` for text, `yyyy-mm-dd` for dates): strings are parsed as if typed, and
 * new rows do not always carry their column's format.
 */
function writeRows(
  sheet: Sheet,
  table: Table<SheetKey>,
  rows: readonly RowAppend[],
  first: number,
  keys?: readonly string[],
): void {
  if (rows.every(isWhole)) {
    writeWholeRows(sheet, table, rows, first, keys);
    return;
  }
  const gridRows = sheet.getMaxRows();
  const fields = Object.entries(table.columns) as [string, number][];
  const layout = LAYOUT[table.sheet] as Readonly<Record<string, FieldLayout>>;
  const width = sheet.getLastColumn();
  const custom = customColumns(sheet, rows, width);
  const formats = new Map(fields.map(([field, column]) => [column, formatOf(layout[field]?.kind)]));
  for (const column of custom.values()) formats.set(column, '@');
  const values = rows.map((row, i) => {
    const cells = new Array<string>(width).fill('');
    const key = keys?.[i];
    if (key !== undefined) cells[width - 1] = key;
    for (const [field, column] of fields) cells[column - 1] = row.values[field] ?? '';
    for (const [heading, column] of custom) cells[column - 1] = row.custom?.[heading] ?? '';
    return cells;
  });
  const range = sheet.getRange(first, /* column= */ 1, rows.length, width);
  const asText = [...formats].flatMap(([column, format]) => (format === '@' ? [column - 1] : []));
  const needed = values.some((cells) => asText.some((i) => wouldBeParsed(String(cells[i] ?? ''))));
  // Columns that the run writes nothing into keep their formats.
  for (const { from, count } of rowRuns([...formats.keys()])) {
    const band = Array.from({ length: count }, (_, i) => formats.get(from + i) ?? '');
    const cells = sheet.getRange(first, from, rows.length, count);
    formatted(sheet, needed, () => cells.setNumberFormats(rows.map(() => band)));
  }
  requireGridRows(sheet, gridRows);
  setCells(range, values);
}

/** Columns of headings that are not ours, by heading text; only looked up where a row brings such values. */
function customColumns(sheet: Sheet, rows: readonly RowAppend[], width: number): Map<string, number> {
  const wanted = new Set(rows.flatMap((row) => Object.keys(row.custom ?? {})));
  const found = new Map<string, number>();
  if (wanted.size === 0 || width === 0) return found;
  const headings = sheet.getRange(1, 1, 1, width).getValues()[0] ?? [];
  headings.forEach((heading, i) => {
    if (wanted.has(String(heading))) found.set(String(heading), i + 1);
  });
  return found;
}
