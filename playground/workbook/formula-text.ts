import { columnName } from '../sheets/a1.ts';

/** What Google writes for functions that only Sheets has: the formula as text and the value it last had. */
const SHEETS_ONLY = /^IFERROR\(__xludf\.DUMMYFUNCTION\("((?:[^"]|"")*)"\)/;

/** What Google writes into each cell that a formula beside it fills: no formula of the cell's own, and its value is kept. */
export const isFilledCell = (text: string): boolean =>
  text.startsWith('IFERROR(__xludf.DUMMYFUNCTION("""COMPUTED_VALUE""")');

/** A formula as people see it, with its `=`. Google opens an array formula of Excel (`{=...}`) as ARRAYFORMULA. */
export function formulaFromFile(text: string, isArray = false): string {
  const formula = plainFormula(text);
  if (!isArray) return formula;
  const named = /^=ARRAYFORMULA(\(.*)/is.exec(formula)?.[1];
  return `=ARRAYFORMULA${named ?? `(${formula.slice(1)})`}`;
}

function plainFormula(text: string): string {
  const sheetsOnly = SHEETS_ONLY.exec(text);
  const formula = sheetsOnly
    ? (sheetsOnly[1] as string).replace(/""/g, '"')
    : text.replace(/_xlfn\.(?:_xlws\.)?/g, '');
  return formula.startsWith('=') ? formula : `=${formula}`;
}

/** Functions younger than the file format. Without a mark Excel takes them for names that nobody has defined. */
const YOUNG = new Set(
  (
    'ARABIC BASE BITAND BITLSHIFT BITOR BITRSHIFT BITXOR BYCOL BYROW CHOOSECOLS CHOOSEROWS COMBINA CONCAT DAYS DECIMAL ' +
    'DROP EXPAND FORMULATEXT HSTACK IFNA IFS ISFORMULA ISOWEEKNUM LAMBDA LET MAKEARRAY MAP MAXIFS MINIFS NUMBERVALUE ' +
    'RANDARRAY REDUCE SCAN SEQUENCE SHEET SHEETS SORTBY SWITCH TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW ' +
    'UNICHAR UNICODE UNIQUE VSTACK WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR'
  ).split(' '),
);
/** All others with a dot, such as STDEV.S, are young too. */
const OLD = new Set(['ERROR.TYPE', 'NETWORKDAYS.INTL', 'WORKDAY.INTL', 'ISO.CEILING', 'ECMA.CEILING']);

function marked(name: string): string {
  if (name === 'FILTER' || name === 'SORT') return `_xlfn._xlws.${name}`;
  const young = name.includes('.') ? !OLD.has(name) : YOUNG.has(name);
  return young ? `_xlfn.${name}` : name;
}

/** A formula as a file holds it: its text, and whether it is an array formula there. */
export function formulaForFile(formula: string): { text: string; isArray: boolean } {
  const inner = /^=ARRAYFORMULA\((.*)\)$/s.exec(formula)?.[1];
  const isArray = inner !== undefined && isClosed(inner);
  const text = (isArray ? inner : formula.replace(/^=/, ''))
    .split(QUOTED)
    .map((piece, i) => (i % 2 === 1 ? piece : piece.replace(/(?<![\w.!])[A-Z][A-Z0-9.]*(?=\()/g, marked)))
    .join('');
  return { text, isArray };
}

/** Whether every bracket within is closed within: `A1)+SUM(B1` is no formula of its own. */
function isClosed(inner: string): boolean {
  let open = 0;
  for (const [i, piece] of inner.split(QUOTED).entries()) {
    for (const letter of i % 2 === 1 ? '' : piece) {
      if (letter === '(') open++;
      else if (letter === ')' && --open < 0) return false;
    }
  }
  return open === 0;
}

/** Parts texts in quotes, and quoted names of sheets, from the rest. */
const QUOTED = /("(?:[^"]|"")*"|'(?:[^']|'')*')/;

/**
 * A formula that a file shares between cells, moved by rows and columns: relative references go along, `$` ones stay.
 * Texts in quotes and names such as LOG10( are left alone.
 */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  const pieces = formula.split(QUOTED);
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
