interface Formulas {
  readonly formulas: readonly { readonly row: number; readonly field: string; readonly formula: string }[];
}

/**
 * Formulas that fill the cells below as well: an array formula, an array in braces, or a function that answers with many
 * cells. A value written into one of those makes the formula #REF! and all of them blank. `getFormula` always gives the
 * functions' English names.
 */
const FILLS =
  /\bARRAYFORMULA\(|^=\s*(IF(ERROR|NA)\(\s*)?(\{|(FILTER|QUERY|UNIQUE|SORTN?|IMPORT\w+|FLATTEN|TRANSPOSE|SEQUENCE|MAP|SCAN|BYROW|[HV]STACK|TOCOL|CHOOSE\w+|WRAP\w+)\()/i;

export const fillsOthers = (formula: string): boolean => FILLS.test(formula);

/** Whether a formula stands in a cell or fills it, as far as formulas were looked for. */
export function formulasInTheWay({ formulas }: Formulas) {
  const cells = new Set<string>();
  const filledBelow = new Map<string, number>();
  for (const { row, field, formula } of formulas) {
    cells.add(`${field} ${row}`);
    if (fillsOthers(formula)) filledBelow.set(field, Math.min(row, filledBelow.get(field) ?? row));
  }
  return (field: string, row: number): boolean =>
    cells.has(`${field} ${row}`) || row > (filledBelow.get(field) ?? Number.POSITIVE_INFINITY);
}
