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
  const accepts = ACCEPTS[rule.criteria];
  const formula = rule.args.some((arg) => typeof arg === 'string' && arg.startsWith('='));
  if (!accepts || formula) throw new NotEmulated(`validation ${rule.criteria}`);
  return accepts(value, rule.args as readonly StoredValue[]);
}

type Accepts = (value: StoredValue, args: readonly StoredValue[]) => boolean;

const number =
  (fits: (n: number, a: number, b: number) => boolean): Accepts =>
  (value, [a, b]) =>
    typeof value === 'number' && fits(value, Number(a), Number(b));
const text =
  (fits: (text: string, arg: string) => boolean): Accepts =>
  (value, [arg]) =>
    fits(String(value).toLowerCase(), String(arg).toLowerCase());
/** Days, whatever the time of day. */
const day = (fits: (n: number, a: number, b: number) => boolean): Accepts =>
  number((n, a, b) => fits(Math.floor(n), Math.floor(a), Math.floor(b)));

const ACCEPTS: Readonly<Record<string, Accepts>> = {
  NUMBER_BETWEEN: number((n, a, b) => n >= a && n <= b),
  NUMBER_NOT_BETWEEN: number((n, a, b) => n < a || n > b),
  NUMBER_EQUAL_TO: number((n, a) => n === a),
  NUMBER_NOT_EQUAL_TO: number((n, a) => n !== a),
  NUMBER_GREATER_THAN: number((n, a) => n > a),
  NUMBER_GREATER_THAN_OR_EQUAL_TO: number((n, a) => n >= a),
  NUMBER_LESS_THAN: number((n, a) => n < a),
  NUMBER_LESS_THAN_OR_EQUAL_TO: number((n, a) => n <= a),
  DATE_IS_VALID_DATE: number(() => true),
  DATE_AFTER: day((n, a) => n > a),
  DATE_BEFORE: day((n, a) => n < a),
  DATE_EQUAL_TO: day((n, a) => n === a),
  DATE_ON_OR_AFTER: day((n, a) => n >= a),
  DATE_ON_OR_BEFORE: day((n, a) => n <= a),
  DATE_BETWEEN: day((n, a, b) => n >= a && n <= b),
  DATE_NOT_BETWEEN: day((n, a, b) => n < a || n > b),
  TEXT_CONTAINS: text((value, arg) => value.includes(arg)),
  TEXT_DOES_NOT_CONTAIN: text((value, arg) => !value.includes(arg)),
  TEXT_EQUAL_TO: text((value, arg) => value === arg),
  TEXT_IS_VALID_EMAIL: text((value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)),
  TEXT_IS_VALID_URL: text((value) => /^(?:https?:\/\/)?[^\s/]+\.[^\s/]{2,}(?:\/\S*)?$/.test(value)),
};

export function rangeOfRule(realm: Realm, rule: ValidationModel) {
  const source = rule.args[0] as { sheet: number; a1: string };
  return { sheet: sheetById(realm.book, source.sheet), a1: source.a1 };
}
