import { columnName } from '../sheets/a1.ts';
import type { Area } from '../sheets/model.ts';
import { columnNumber } from './formula-text.ts';

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/** `B2`, `B2:C9`, `B:C` or `2:9` as an area; null when it is no address. Open ends reach the end of an .xlsx sheet. */
export function areaOf(reference: string): Area | null {
  const match = /^\$?([A-Za-z]{0,3})\$?(\d{0,7})(?::\$?([A-Za-z]{0,3})\$?(\d{0,7}))?$/.exec(reference.trim());
  if (!match) return null;
  const [, left = '', top = '', right, bottom] = match;
  if (left === '' && top === '') return null;
  const single = right === undefined && bottom === undefined;
  if (single && (left === '' || top === '')) return null;
  const columns = [
    left ? columnNumber(left) : 1,
    single ? columnNumber(left) : right ? columnNumber(right) : LAST_COLUMN,
  ];
  const rows = [top ? Number(top) : 1, single ? Number(top) : bottom ? Number(bottom) : LAST_ROW];
  const [c1, c2, r1, r2] = [Math.min(...columns), Math.max(...columns), Math.min(...rows), Math.max(...rows)];
  if (r1 < 1 || c1 < 1) return null;
  return { row: r1 - 1, column: c1 - 1, rows: r2 - r1 + 1, columns: c2 - c1 + 1 };
}

/** The areas of an `sqref`, which lists addresses with spaces between them. */
export function areasOf(references: string): Area[] {
  return references.split(/\s+/).flatMap((reference) => areaOf(reference) ?? []);
}

/** The part of an area that lies in a grid; null when none does. */
export function clip(area: Area, rowCount: number, columnCount: number): Area | null {
  const rows = Math.min(area.rows, rowCount - area.row);
  const columns = Math.min(area.columns, columnCount - area.column);
  return rows > 0 && columns > 0 ? { ...area, rows, columns } : null;
}

/** `'Sheet 1'!$A$2:$A$9` as the sheet's name and the address without `$`; the name is null where there is none. */
export function splitReference(text: string): { sheet: string | null; a1: string } | null {
  const match = /^=?(?:(?:'((?:[^']|'')+)'|([^'!"(),\s]+))!)?([$A-Za-z0-9:]+)$/.exec(text.trim());
  if (!match || !areaOf(match[3] as string)) return null;
  return {
    sheet: match[1]?.replace(/''/g, "'") ?? match[2] ?? null,
    a1: (match[3] as string).replace(/\$/g, ''),
  };
}

export function quoteSheet(name: string): string {
  return `'${name.replace(/'/g, "''")}'`;
}

/** `A2:A9` as `$A$2:$A$9`; what is no address stays as it is. */
export function fixedReference(a1: string): string {
  const area = areaOf(a1);
  if (!area) return a1;
  const corner = (row: number, column: number): string => `$${columnName(column + 1)}$${row + 1}`;
  const first = corner(area.row, area.column);
  const last = corner(area.row + area.rows - 1, area.column + area.columns - 1);
  return first === last ? first : `${first}:${last}`;
}
