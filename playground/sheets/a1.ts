import type { Area } from './model.ts';

export function columnName(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** A1 text of a 0-based area. */
export function toA1({ row, column, rows, columns }: Area): string {
  const from = `${columnName(column + 1)}${row + 1}`;
  return rows === 1 && columns === 1 ? from : `${from}:${columnName(column + columns)}${row + rows}`;
}

/** Parses `B2`, `B2:C9`, `B:B`, `2:5`, `B2:B`, with an optional `Sheet!` part. Null when it is no address. */
export function parseA1(
  text: string,
  size: { rowCount: number; columnCount: number },
): { sheet: string | null; area: Area } | null {
  const match =
    /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?\$?([A-Za-z]{0,3})\$?(\d*)(?::\$?([A-Za-z]{0,3})\$?(\d*))?$/.exec(
      text.trim(),
    );
  if (!match) return null;
  const [, quoted, plain, column1 = '', row1 = '', column2, row2] = match;
  const sheet = quoted?.replace(/''/g, "'") ?? plain ?? null;
  if (column1 === '' && row1 === '') return null;
  const single = column2 === undefined && row2 === undefined;
  if (single && (column1 === '' || row1 === '')) return null;
  const left = column1 === '' ? 1 : columnNumber(column1);
  const top = row1 === '' ? 1 : Number(row1);
  const right = single ? left : column2 ? columnNumber(column2) : size.columnCount;
  const bottom = single ? top : row2 ? Number(row2) : size.rowCount;
  const [c1, c2] = [Math.min(left, right), Math.max(left, right)];
  const [r1, r2] = [Math.min(top, bottom), Math.max(top, bottom)];
  return { sheet, area: { row: r1 - 1, column: c1 - 1, rows: r2 - r1 + 1, columns: c2 - c1 + 1 } };
}
