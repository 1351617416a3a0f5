import { isBlank } from '../../cell.ts';
import { isRealDate, parseIso, readableDate, toIso } from '../../plain-date.ts';

export type DateOrder = 'dayFirst' | 'monthFirst';

/** How a file writes its dates, decided once for the whole column. */
export interface DateColumn {
  /** Null when both orders fit and nobody has said which. */
  readonly order: DateOrder | null;
  /** Different dates that read either way. */
  readonly ambiguous: readonly string[];
  /** Some dates can only be day first, others only month first. */
  readonly mixed: boolean;
}

interface Parts {
  readonly a: number;
  readonly b: number;
  readonly year: number;
  /** The year was written with two digits. */
  readonly short: boolean;
}

/** The order that the column's own dates prove, or the one that was chosen; never a guess. */
export function dateColumn(texts: Iterable<string>, chosen: DateOrder | undefined): DateColumn {
  let dayFirst = false;
  let monthFirst = false;
  const ambiguous = new Set<string>();
  for (const text of texts) {
    const parts = split(text);
    if (!parts) continue;
    if (parts.a > 12 && parts.b <= 12) dayFirst = true;
    else if (parts.b > 12 && parts.a <= 12) monthFirst = true;
    else if (parts.a !== parts.b && parts.a <= 12) ambiguous.add(text.trim());
  }
  const mixed = dayFirst && monthFirst;
  const proved = mixed ? null : dayFirst ? 'dayFirst' : monthFirst ? 'monthFirst' : null;
  return { order: chosen ?? proved, ambiguous: [...ambiguous], mixed };
}

export type ImportedDate = { readonly iso: string } | 'ambiguous' | 'impossible';

/** One date of the column as ISO; '' stays ''. */
export function importedDate(text: string, column: DateColumn): ImportedDate {
  const trimmed = text.trim();
  if (isBlank(trimmed)) return { iso: '' };
  const day = ISO_TIME.exec(trimmed)?.[1] ?? trimmed;
  const iso = parseIso(day) ?? readableDate(day) ?? named(day);
  if (iso !== null) return { iso };
  const parts = split(trimmed);
  if (!parts) return 'impossible';
  const { a, b, year } = parts;
  if (column.order === null) {
    const [asDay, asMonth] = [isRealDate(year, b, a), isRealDate(year, a, b)];
    if (a !== b && asDay && asMonth) return 'ambiguous';
    if (asDay) return { iso: toIso(year, b, a) };
    return asMonth ? { iso: toIso(year, a, b) } : 'impossible';
  }
  const [month, dayOfMonth] = column.order === 'dayFirst' ? [b, a] : [a, b];
  return isRealDate(year, month, dayOfMonth) ? { iso: toIso(year, month, dayOfMonth) } : 'impossible';
}

/** Whether the year has two digits: it is read as one of 1970 to 2069. */
export function hasShortYear(text: string): boolean {
  return split(text)?.short === true || DAY_NAMED.exec(text.trim())?.[3]?.length === 2;
}

/** `03/04/2025` in its two readings, in words. */
export function bothReadings(text: string): { dayFirst: string; monthFirst: string } {
  const parts = split(text);
  if (!parts) return { dayFirst: text, monthFirst: text };
  const { a, b, year } = parts;
  return { dayFirst: `${a} ${MONTHS[b - 1]} ${year}`, monthFirst: `${MONTHS[a - 1]} ${b}, ${year}` };
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

// A time of day behind the date is left out: the LMS takes the day, as it is written.
const ISO_TIME = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/;
const DAY_TIME = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})(?:,? \d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?)?$/i;

function split(text: string): Parts | null {
  const match = DAY_TIME.exec(text.trim());
  if (!match) return null;
  const [, a, , b, digits = ''] = match;
  return { a: Number(a), b: Number(b), year: yearOf(digits), short: digits.length === 2 };
}

function yearOf(digits: string): number {
  const century = digits.length === 2 ? (Number(digits) < 70 ? 2000 : 1900) : 0;
  return century + Number(digits);
}

/** Excel writes `3-Apr-25` into a CSV unless the column was given another format. */
const DAY_NAMED = /^(\d{1,2})[ -]([A-Za-z]{3,9})\.?[ ,-]+(\d{4}|\d{2})$/;

/** `3 Apr 2025`, `3-Apr-25`, `April 3, 2025`: the month's name leaves no doubt. */
function named(text: string): string | null {
  const match = DAY_NAMED.exec(text);
  const other = match ? null : /^([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})$/.exec(text);
  const [day, word, digits = ''] = match
    ? [match[1], match[2], match[3]]
    : [other?.[2], other?.[1], other?.[3]];
  const month = MONTHS.findIndex((name) => word && name.toLowerCase().startsWith(word.toLowerCase())) + 1;
  const year = yearOf(digits);
  return isRealDate(year, month, Number(day)) ? toIso(year, month, Number(day)) : null;
}
