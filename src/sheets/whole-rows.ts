import type { Cell } from '../domain/cell.ts';
import { columnNames } from '../domain/column-names.ts';
import { type FieldLayout, LAYOUT } from '../domain/layout.ts';
import type { RowAppend } from '../domain/plan.ts';
import type { Table } from '../domain/workbook.ts';
import type { Sheet } from './platform.ts';
import { requireGridRows } from './row-order.ts';
import { setCells } from './set-cells.ts';
import { formatOf, formatted, stored, wouldBeParsed } from './write-cells.ts';

type Row = RowAppend & { readonly whole: NonNullable<RowAppend['whole']> };

export function isWhole(row: RowAppend): row is Row {
  return row.whole !== undefined;
}

/**
 * Puts rows back as they stood, every column of them: a number as a number, a text that looks like one as text. Columns of
 * people's own, and dates, take the format of another row, because the one that the cells had is not kept. `keys` go into
 * the last column, a helper's.
 */
export function writeWholeRows(
  sheet: Sheet,
  table: Table<'codes' | 'content' | 'paths' | 'records'>,
  rows: readonly Row[],
  first: number,
  keys?: readonly string[],
): void {
  const gridRows = sheet.getMaxRows();
  const width = sheet.getLastColumn();
  const names = columnNames(sheet.getRange(1, 1, 1, width).getValues()[0] ?? []);
  const other = first > 2 ? 2 : first + rows.length;
  const around =
    other > sheet.getMaxRows() ? [] : (sheet.getRange(other, 1, 1, width).getNumberFormats()[0] ?? []);
  const layout = LAYOUT[table.sheet] as Readonly<Record<string, FieldLayout>>;
  const kinds = new Map(Object.entries(table.columns).map(([field, at]) => [at, layout[field]?.kind]));
  const usual = names.map((_, i) => {
    const kind = kinds.get(i + 1);
    return (kind !== 'text' && around[i]) || formatOf(kind);
  });
  const cells = rows.map(({ whole }, r) => {
    const of = byName(whole);
    return names.map((name, i) => (keys && i === width - 1 ? (keys[r] ?? '') : of(name)));
  });
  const needed = cells.some((row) => row.some((cell) => typeof cell === 'string' && wouldBeParsed(cell)));
  const range = sheet.getRange(first, 1, rows.length, width);
  formatted(sheet, needed, () =>
    range.setNumberFormats(cells.map((row) => row.map((cell, i) => formatFor(cell, usual[i] ?? 'General')))),
  );
  // Notes go ahead of the values: a row that stands is taken for done, so a run stopped in between would lose them.
  if (rows.some(({ notes }) => notes)) range.setNotes(rows.map(({ notes = {} }) => names.map(byName(notes))));
  requireGridRows(sheet, gridRows);
  setCells(
    range,
    cells.map((row) => row.map(stored)),
  );
}

/** Looks a column's cell up; its name may be any word, `constructor` too, which every object answers to. */
function byName<T extends Cell>(cells: Readonly<Record<string, T>>): (name: string) => T | '' {
  const own = new Map(Object.entries(cells));
  return (name) => own.get(name) ?? '';
}

/** The format under which a cell stays what it was. */
function formatFor(cell: Cell, usual: string): string {
  // Words and colours in a number's format, `0 "days"` and `[Red]0`, are no days.
  const isDate = /[ydhs]/i.test(usual.replace(/"[^"]*"|\[[^h\]]*]/g, ''));
  if (typeof cell === 'object') {
    if (isDate) return usual;
    return cell.iso < '1900' ? '[h]:mm:ss' : cell.iso.includes('T') ? 'yyyy-mm-dd hh:mm:ss' : 'yyyy-mm-dd';
  }
  if (typeof cell === 'string') return wouldBeParsed(cell) ? '@' : usual;
  return usual === '@' || isDate ? 'General' : usual;
}
