import { fillsOthers } from '../domain/formulas-in-the-way.ts';
import { addTo } from '../domain/groups.ts';
import type { Field, SheetKey } from '../domain/layout.ts';
import type { Table } from '../domain/workbook.ts';
import type { Range, Sheet } from './platform.ts';

/** Up to here one getFormulas is cheap and exact; beyond, a search on the server moves only the hits. */
const CELLS_TO_READ = 50_000;

/**
 * Finds the data cells of a table that hold a formula, and headings whose formula fills them: one call at any size where
 * there are none. On long sheets a TextFinder looks for a leading `=` in formula texts (`matchFormulaText`), which also hits
 * text that merely begins with `=`; only the hits' columns are then read. `fields` are the columns to look in, all of ours
 * without it.
 */
export function findFormulas<S extends SheetKey>(
  sheet: Sheet,
  table: Table<S>,
  fields?: readonly string[],
): Table<S>['formulas'] {
  const columns = (Object.entries(table.columns) as [Field<S>, number][]).filter(
    ([field]) => !fields || fields.includes(field),
  );
  if (table.length === 0 || columns.length === 0) return [];
  const first = Math.min(...columns.map(([, column]) => column));
  const count = Math.max(...columns.map(([, column]) => column)) - first + 1;
  const fieldAt = new Map(columns.map(([field, column]) => [column, field]));
  const found: { row: number; field: Field<S>; formula: string }[] = [];
  const note = (row: number, column: number, formula: string | undefined): void => {
    const field = fieldAt.get(column);
    if (!formula || field === undefined) return;
    if (row > 1 || fillsOthers(formula)) found.push({ row, field, formula });
  };
  // With the headings: `={"Title"; ARRAYFORMULA(...)}` there fills the column.
  const area = sheet.getRange(1, first, table.length + 1, count);
  if (table.length * count <= CELLS_TO_READ) {
    area.getFormulas().forEach((row, i) => {
      row.forEach((formula, j) => {
        note(i + 1, first + j, formula);
      });
    });
    return found;
  }
  for (const { row, column, formula } of formulasAmong(sheet, beginWithEquals(area).findAll()))
    note(row, column, formula);
  return found;
}

/** Whether any cell holds a formula: a call where none begins with `=`, a few more where some do. */
export function hasFormula(sheet: Sheet, area: Range): boolean {
  const finder = beginWithEquals(area);
  const first = finder.findNext();
  if (!first) return false;
  return first.getFormula() !== '' || formulasAmong(sheet, finder.findAll()).length > 0;
}

function beginWithEquals(area: Range): GoogleAppsScript.Spreadsheet.TextFinder {
  return area.createTextFinder('^=').useRegularExpression(true).matchFormulaText(true);
}

/** What the search hit may be mere text: one reading a column, from its first hit to its last, tells. */
function formulasAmong(sheet: Sheet, hits: readonly Range[]) {
  const byColumn = new Map<number, number[]>();
  for (const hit of hits) addTo(byColumn, hit.getColumn(), hit.getRow());
  return [...byColumn].flatMap(([column, rows]) => {
    const [top = 2] = rows;
    const last = rows[rows.length - 1] ?? top;
    const formulas = sheet.getRange(top, column, last - top + 1, 1).getFormulas();
    return rows.flatMap((row) => {
      const formula = formulas[row - top]?.[0];
      return formula ? [{ row, column, formula }] : [];
    });
  });
}
