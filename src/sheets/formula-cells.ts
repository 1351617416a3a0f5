import type { Field, SheetKey } from '../domain/layout.ts';
import type { Table } from '../domain/workbook.ts';
import type { Sheet } from './platform.ts';

/** Up to here one getFormulas is cheap and exact; beyond, a search on the server moves only the hits. */
const CELLS_TO_READ = 50_000;
/** So many hits are looked at one by one; where there are more, reading everything is cheaper. */
const FEW = 20;
const CELLS_PER_READ = 2_000_000;

/**
 * Finds the data cells of a table that hold a formula: one call at any size where there are none. On long sheets a TextFinder
 * looks for a leading `=` in formula texts (`matchFormulaText`), which also hits text that merely begins with `=`.
 * `fields` are the columns to look in, all of ours without it.
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
    if (formula && field !== undefined) found.push({ row, field, formula });
  };
  const readAll = (): void => {
    const step = Math.floor(CELLS_PER_READ / count);
    for (let from = 0; from < table.length; from += step) {
      const rows = sheet.getRange(from + 2, first, Math.min(step, table.length - from), count).getFormulas();
      rows.forEach((row, i) => {
        row.forEach((formula, j) => {
          note(from + i + 2, first + j, formula);
        });
      });
    }
  };
  if (table.length * count <= CELLS_TO_READ) readAll();
  else {
    const area = sheet.getRange(/* row= */ 2, first, table.length, count);
    const hits = area.createTextFinder('^=').useRegularExpression(true).matchFormulaText(true).findAll();
    if (hits.length > FEW) readAll();
    else for (const hit of hits) note(hit.getRow(), hit.getColumn(), hit.getFormula());
  }
  return found;
}
