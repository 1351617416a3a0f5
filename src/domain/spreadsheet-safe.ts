import { looksLikeFormula } from './formula-guard.ts';

/** What a code would turn into. */
export type UnsafeReason =
  | 'formula'
  | 'apostrophe'
  | 'leading-zeros'
  | 'exponent'
  | 'long-number'
  | 'number'
  | 'percent'
  | 'currency'
  | 'boolean'
  | 'date'
  | 'time';

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const SEP = '(?:[-/. ,]+)';

const CLOCK = '\\d{1,3}:[0-5]?\\d(?::[0-5]?\\d(?:\\.\\d+)?)?\\s*(?:[ap]m?)?';

const UNSAFE: readonly (readonly [UnsafeReason, RegExp])[] = [
  ['apostrophe', /^'/],
  ['boolean', /^(?:true|false)$/i],
  ['leading-zeros', /^[+-]?0\d+(?:[.,]\d*)?$/],
  ['exponent', /^[+-]?(?:\d+\.?\d*|\.\d+)e[+-]?\d+$/i],
  ['long-number', /^[+-]?(?=(?:\D?\d){16})\d+\.?\d*$/],
  ['percent', /^[+-]?[\d.,]+\s*%$/],
  ['currency', /^[+-]?\s*[$€£¥]\s*[+-]?[\d.,]+$|^[+-]?[\d.,]+\s*[$€£¥]$/],
  ['time', new RegExp(`^${CLOCK}$|^\\d{1,2}\\s*[ap]m$`, 'i')],
  ['date', new RegExp(`^${MONTH}${SEP}?\\d{1,4}$|^\\d{1,4}${SEP}?${MONTH}$`, 'i')],
  [
    'date',
    new RegExp(`^${MONTH}${SEP}?\\d{1,2}${SEP}\\d{2,4}$|^\\d{1,4}${SEP}?${MONTH}${SEP}?\\d{1,4}$`, 'i'),
  ],
  // A plain whole number is shown as it was typed; grouping, a sign or a trailing zero is not.
  [
    'number',
    /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\+[\d.]+$|^-?\d*\.\d*0$|^-?\.\d+$|^-?\d+\.$|^\([\d.,]+\)$/,
  ],
];

const CLOCK_BEHIND = new RegExp(`[ T]${CLOCK}$`, 'i');

/** Numbers that Sheets or Excel reads as a date in some country: day and month in either order, with or without a year. */
function readsAsDate(text: string): boolean {
  const day = text.replace(CLOCK_BEHIND, '');
  const match = /^(\d{1,4})([-/.])(\d{1,4})(?:\2(\d{1,4}))?$/.exec(day);
  if (!match) return false;
  const [, first = '', , second = '', third] = match;
  const [a, b] = [Number(first), Number(second)];
  const month = (n: number): boolean => n >= 1 && n <= 12;
  const dayAndMonth = (m: number, d: number): boolean => month(m) && d >= 1 && d <= 31;
  if (third !== undefined) {
    if (second.length > 2) return false;
    if (first.length > 2) return first.length === 4 && third.length <= 2 && dayAndMonth(b, Number(third));
    return dayAndMonth(a, b) || dayAndMonth(b, a) || (third.length <= 2 && dayAndMonth(b, Number(third)));
  }
  // A month with a year: 2025-03, 3-2025, and in Excel 3-45.
  if (first.length > 2) return first.length === 4 && second.length <= 2 && month(b);
  if (second.length > 2) return second.length === 4 && match[2] !== '.' && month(a);
  return month(a) || dayAndMonth(b, a);
}

/**
 * Why Sheets or Excel would show a code differently once it is typed or opened from CSV; null when it is safe. `101` is
 * safe, `0012`, `1E5`, `MAR1`, `1-2` and `=X` are not. Setting a value parses text as if typed (platform facts, 3).
 */
export function unsafeBecause(text: string): UnsafeReason | null {
  if (text === '') return null;
  const first = text.charCodeAt(0);
  const trimmed = text.trim();
  if (looksLikeFormula(trimmed)) return 'formula';
  if (first === 9 || first === 13) return 'formula';
  for (const [reason, pattern] of UNSAFE) if (pattern.test(trimmed)) return reason;
  return readsAsDate(trimmed) ? 'date' : null;
}
