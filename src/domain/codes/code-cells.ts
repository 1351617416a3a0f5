import { type Cell, cellText, textOf } from '../cell.ts';
import { codeKey } from '../code.ts';
import { formulasInTheWay } from '../formulas-in-the-way.ts';
import { type FieldLayout, LAYOUT, SHEET_KEYS, SHEET_NAMES, type SheetKey } from '../layout.ts';
import { type CellEdit, type Refused, refuse, refuseHeading, refuseSheet } from '../plan.ts';
import { rowKey } from '../row-key.ts';
import { cellAt, cellsOf, sheetRow, type Table, type Workbook } from '../workbook.ts';

export type AnyTable = { [S in SheetKey]: Table<S> }[SheetKey];

export function textAt(table: AnyTable, field: string, index: number): string {
  return textOf(cellsOf(table, field), index);
}

/** Data-row indexes whose code cell means this code, in any writing. */
export function rowsOfCode(table: AnyTable, code: string): number[] {
  const key = codeKey(code);
  const rows: number[] = [];
  cellsOf(table, 'code')?.forEach((cell, i) => {
    if (cell !== '' && codeKey(cellText(cell)) === key) rows.push(i);
  });
  return rows;
}

export function cellEdit(table: AnyTable, index: number, field: string, after: Cell): CellEdit {
  return {
    sheet: table.sheet,
    row: sheetRow(index),
    field,
    key: rowKey(table as Table<SheetKey>, index, field),
    before: cellAt(table, field, index),
    after,
  };
}

/** Writes the code into those rows whose cell does not hold exactly this text already. */
export function codeEdits(table: AnyTable, rows: readonly number[], code: string): CellEdit[] {
  const odd = rows.filter((i) => cellAt(table, 'code', i) !== code);
  return odd.map((i) => cellEdit(table, i, 'code', code));
}

/** A change of codes must see every code column; a sheet without rows hides none. */
export function refuseUnreadable(
  workbook: Workbook,
  sheets: readonly SheetKey[],
  field = 'code',
): Refused | null {
  if (sheets.includes('codes') && !workbook.codes.exists) return refuseSheet(SHEET_NAMES.codes);
  for (const sheet of sheets) {
    const table = workbook[sheet];
    const heading = (LAYOUT[sheet] as Readonly<Record<string, FieldLayout>>)[field]?.heading ?? field;
    const problem = table.headingProblems.find((each) => each.heading === heading);
    if (problem && (sheet === 'codes' || table.length > 0)) return refuseHeading(table.name, problem);
  }
  return null;
}

/** A formula that would be overwritten is never lost silently, as far as formulas were looked for. */
export function refuseFormulas(workbook: Workbook, edits: readonly CellEdit[]): Refused | null {
  const hit = SHEET_KEYS.flatMap((key) => {
    const isInTheWay = formulasInTheWay(workbook[key]);
    return edits.filter(({ sheet, row, field }) => sheet === key && isInTheWay(field, row));
  })[0];
  return hit ? refuse('formula-in-the-way', { sheet: workbook[hit.sheet].name, row: hit.row }) : null;
}

/** A rename with an open checklist holds both its codes until it is finished or undone. */
export function isInOpenRename({ openRenames }: Workbook, code: string): boolean {
  const key = codeKey(code);
  return openRenames.some(({ from, to }) => codeKey(from) === key || codeKey(to) === key);
}

/** The Codes rows of a code that is to be changed, and the code as written in the first of them. */
export function findCode(workbook: Workbook, code: string): { rows: number[]; code: string } | Refused {
  if (codeKey(code) === '') return refuse('code-blank');
  const rows = rowsOfCode(workbook.codes, code);
  const [first] = rows;
  if (first === undefined) return refuse('code-unknown', { code });
  const cell = cellAt(workbook.codes, 'code', first);
  // A code that Sheets turned into a date is not what the other sheets carry.
  if (typeof cell === 'object')
    return refuse('code-not-text', { code: cellText(cell), row: sheetRow(first) });
  return { rows, code: cellText(cell) };
}
