import { parseA1 } from './a1.ts';
import type { StoredValue, ValidationModel } from './model.ts';
import { NotEmulated } from './not-emulated.ts';
import { type Realm, sheetById } from './realm.ts';

/** Values of a checkbox rule: what ticked and unticked write. Blank is unticked where only the ticked value is custom. */
export function checkboxValues(
  rule: ValidationModel,
): { checked: StoredValue; unchecked: StoredValue } | null {
  if (rule.criteria !== 'CHECKBOX') return null;
  const [checked, unchecked] = rule.args as StoredValue[];
  if (checked === undefined) return { checked: true, unchecked: false };
  return { checked, unchecked: unchecked ?? '' };
}

/** The choices of a dropdown, or null where the rule has none. */
export function choicesOf(realm: Pick<Realm, 'book'>, rule: ValidationModel): string[] | null {
  if (rule.criteria === 'VALUE_IN_LIST') return [...((rule.args[0] as readonly string[] | undefined) ?? [])];
  if (rule.criteria !== 'VALUE_IN_RANGE') return null;
  const source = rule.args[0] as { sheet: number; a1: string };
  const sheet = realm.book.sheets.find((each) => each.id === source.sheet);
  const area = sheet ? parseA1(source.a1, sheet)?.area : undefined;
  if (!sheet || !area) return [];
  const choices = new Set<string>();
  for (let r = area.row; r < Math.min(area.row + area.rows, sheet.rows.length); r++) {
    for (let c = area.column; c < area.column + area.columns; c++) {
      const value = sheet.rows[r]?.values[c];
      if (value !== undefined && value !== '') choices.add(String(value));
    }
  }
  return [...choices];
}

export function validationAccepts(realm: Realm, rule: ValidationModel, value: StoredValue): boolean {
  const box = checkboxValues(rule);
  if (box) return value === box.checked || value === box.unchecked || String(value) === String(box.checked);
  const choices = choicesOf(realm, rule);
  if (choices) return choices.includes(String(value));
  const n = Number(value);
  const [a, b] = rule.args.map(Number);
  switch (rule.criteria) {
    case 'NUMBER_BETWEEN':
      return typeof value === 'number' && n >= (a ?? 0) && n <= (b ?? 0);
    case 'NUMBER_GREATER_THAN':
      return typeof value === 'number' && n > (a ?? 0);
    case 'NUMBER_GREATER_THAN_OR_EQUAL_TO':
      return typeof value === 'number' && n >= (a ?? 0);
    case 'DATE_IS_VALID_DATE':
      return typeof value === 'number';
    default:
      throw new NotEmulated(`validation ${rule.criteria}`);
  }
}

export function rangeOfRule(realm: Realm, rule: ValidationModel) {
  const source = rule.args[0] as { sheet: number; a1: string };
  return { sheet: sheetById(realm.book, source.sheet), a1: source.a1 };
}
