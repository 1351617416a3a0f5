import { type FieldLayout, LAYOUT, type SheetKey } from '../domain/layout.ts';
import type { RowAppend } from '../domain/plan.ts';
import type { Table } from '../domain/workbook.ts';
import type { Sheet } from './platform.ts';

/**
 * Adds rows below the last one in one write. Formats go first (`@` for text, `yyyy-mm-dd` for dates): strings are parsed
 * as if typed, and rows past the old grid do not carry their column's format. Returns the first new row.
 */
export function appendRows(sheet: Sheet, table: Table<SheetKey>, rows: readonly RowAppend[]): number {
  const first = sheet.getLastRow() + 1;
  if (rows.length === 0) return first;
  const missing = first + rows.length - 1 - sheet.getMaxRows();
  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
  const fields = Object.entries(table.columns) as [string, number][];
  const layout = LAYOUT[table.sheet] as Readonly<Record<string, FieldLayout>>;
  const width = sheet.getLastColumn();
  const custom = customColumns(sheet, rows, width);
  const formats = new Array<string>(width).fill('');
  for (const [field, column] of fields) formats[column - 1] = formatOf(layout[field]?.kind);
  for (const column of custom.values()) formats[column - 1] = '@';
  const values = rows.map((row) => {
    const cells = new Array<string>(width).fill('');
    for (const [field, column] of fields) cells[column - 1] = row.values[field] ?? '';
    for (const [heading, column] of custom) cells[column - 1] = row.custom?.[heading] ?? '';
    return cells;
  });
  const range = sheet.getRange(first, /* column= */ 1, rows.length, width);
  range.setNumberFormats(rows.map(() => formats));
  range.setValues(values);
  return first;
}

function formatOf(kind: FieldLayout['kind'] | undefined): string {
  if (kind === 'text') return '@';
  return kind === 'date' ? 'yyyy-mm-dd' : 'General';
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
