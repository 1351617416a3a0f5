import { columnName } from '../sheets/a1.ts';

/** What Google writes for functions that only Sheets has: the formula as text and the value it last had. */
const SHEETS_ONLY = /^IFERROR\(__xludf\.DUMMYFUNCTION\("((?:[^"]|"")*)"\)/;

/** A formula as people see it, with its `=`. */
export function formulaFromFile(text: string): string {
  const sheetsOnly = SHEETS_ONLY.exec(text);
  const formula = sheetsOnly
    ? (sheetsOnly[1] as string).replace(/""/g, '"')
    : text.replace(/_xlfn\.(?:_xlws\.)?/g, '');
  return formula.startsWith('=') ? formula : `=${formula}`;
}

/**
 * A formula that a file shares between cells, moved by rows and columns: relative references go along, `$` ones stay.
 * Texts in quotes and names such as LOG10( are left alone.
 */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  const pieces = formula.split(/("(?:[^"]|"")*"|'(?:[^']|'')*')/);
  return pieces
    .map((piece, i) => {
      if (i % 2 === 1) return piece;
      return piece.replace(
        /(?<![\w.$])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\w(.])/g,
        (_, fixedColumn: string, letters: string, fixedRow: string, row: string) => {
          const column = fixedColumn ? letters : columnName(Math.max(1, columnNumber(letters) + columns));
          return `${fixedColumn}${column}${fixedRow}${fixedRow ? row : Math.max(1, Number(row) + rows)}`;
        },
      );
    })
    .join('');
}

/** 1-based number of a column's letters. */
export function columnNumber(letters: string): number {
  let column = 0;
  for (let i = 0; i < letters.length; i++) column = column * 26 + (letters.charCodeAt(i) & 31);
  return column;
}
