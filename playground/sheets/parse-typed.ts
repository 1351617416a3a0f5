import { ENGLISH, type LocaleRules } from './locale.ts';
import type { StoredValue } from './model.ts';
import { serialOfDay } from './time-zone.ts';

/** What a text becomes when it is typed into a cell whose format is not plain text. */
export interface Typed {
  readonly value: StoredValue;
  /** The format that typing infers; absent leaves the cell's own. */
  readonly format?: string;
  readonly formula?: string;
}

const CURRENCY = /^[$€£¥]$/;

/**
 * Reads text as the user interface would (setValues parses strings as if typed; gas-fakes maps it to USER_ENTERED).
 * A leading apostrophe forces text and is not part of the value; a leading `=` makes a formula, and so do `+`, `-` and `@`
 * before something that is no number.
 */
export function parseTyped(text: string, rules: LocaleRules, today: { year: number }): Typed {
  if (text === '') return { value: '' };
  const first = text.charCodeAt(0);
  // A letter that begins neither a month nor a boolean cannot be anything but text: the usual case, out quickly.
  if ((first > 64 && first < 91) || (first > 96 && first < 123)) {
    if (!rules.initials.has(text.charAt(0).toLowerCase()) || text.length > 40) return { value: text };
  }
  if (first === 39) return { value: text.slice(1) };
  if (first === 61 && text.length > 1) return { value: '', formula: text };
  const trimmed = text.trim();
  if (trimmed === '') return { value: text };
  const loud = trimmed.toUpperCase();
  if (loud === 'TRUE' || loud === rules.yes) return { value: true };
  if (loud === 'FALSE' || loud === rules.no) return { value: false };
  const number = parseNumber(trimmed, rules);
  if (number) return number;
  if (/^[+-][A-Za-z(]/.test(trimmed)) return { value: '', formula: `=${trimmed}` };
  if (/^@[A-Za-z]+\(/.test(trimmed)) return { value: '', formula: `=${trimmed.slice(1)}` };
  return parseDateTime(trimmed, rules, today) ?? { value: text };
}

function parseNumber(text: string, rules: LocaleRules): Typed | null {
  let body = text;
  let sign = 1;
  let currency = '';
  let percent = false;
  const parenthesised = /^\((.*)\)$/.exec(body);
  if (parenthesised) {
    body = parenthesised[1] ?? '';
    sign = -1;
  }
  for (let i = 0; i < 3; i++) {
    const head = body.charAt(0);
    if ((head === '-' || head === '+') && i < 2) {
      if (head === '-') sign = -sign;
      body = body.slice(1).trimStart();
    } else if (CURRENCY.test(head) && currency === '') {
      currency = head;
      body = body.slice(1).trimStart();
    }
  }
  const tail = body.charAt(body.length - 1);
  if (tail === '%') {
    percent = true;
    body = body.slice(0, -1).trimEnd();
  } else if (CURRENCY.test(tail) && currency === '') {
    currency = tail;
    body = body.slice(0, -1).trimEnd();
  }
  const group = rules.group === ' ' ? '[\\u00a0\\u202f ]' : `\\${rules.group}`;
  const shape = new RegExp(
    `^(?:\\d+|\\d{1,3}(?:${group}\\d{3})+)?(?:\\${rules.decimal}\\d*)?(?:[eE][+-]?\\d+)?$`,
  );
  if (!/^[\d.,]/.test(body) || !/\d/.test(body) || !shape.test(body)) return null;
  const plain = body.replace(new RegExp(group, 'g'), '').replace(rules.decimal, '.');
  const value = Number(plain) * sign;
  if (!Number.isFinite(value)) return null;
  if (percent) return { value: value / 100, format: plain.includes('.') ? '0.00%' : '0%' };
  if (currency)
    return { value, format: plain.includes('.') ? `"${currency}"#,##0.00` : `"${currency}"#,##0` };
  if (/e/i.test(body)) return { value, format: '0.00E+00' };
  if (new RegExp(group).test(body)) return { value, format: plain.includes('.') ? '#,##0.00' : '#,##0' };
  // Fifteen digits are kept (IEEE doubles shown to 15 places): `1234567890123456789` loses its end.
  return { value: Number(value.toPrecision(15)) };
}

function parseDateTime(text: string, rules: LocaleRules, today: { year: number }): Typed | null {
  const time = parseTime(text);
  if (time !== null) return { value: time.value, format: time.format };
  const split = /^(.*\S)[T ]+(\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]m)?)$/i.exec(text);
  if (split) {
    const day = parseDay(split[1] ?? '', rules, today);
    const clock = parseTime(split[2] ?? '');
    if (day && clock) return { value: day.serial + clock.value, format: `${rules.date} H:mm:ss` };
  }
  const day = parseDay(text, rules, today);
  return day ? { value: day.serial, format: day.format } : null;
}

function parseTime(text: string): { value: number; format: string } | null {
  const match = /^(\d{1,4}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?\s*([ap]m?)?$/i.exec(text);
  if (!match) return null;
  let hour = Number(match[1]);
  const minute = Number(match[2]);
  const second = Number(match[3] ?? 0) + Number(`0.${match[4] ?? 0}`);
  const half = match[5]?.toLowerCase().charAt(0);
  if (minute > 59 || second >= 60 || (half && (hour > 12 || hour < 1))) return null;
  if (half === 'p' && hour < 12) hour += 12;
  if (half === 'a' && hour === 12) hour = 0;
  const format = half ? 'h:mm:ss am/pm' : hour > 23 ? '[h]:mm:ss' : match[3] ? 'H:mm:ss' : 'H:mm';
  return { value: (hour * 3600 + minute * 60 + second) / 86_400, format };
}

function parseDay(
  text: string,
  rules: LocaleRules,
  today: { year: number },
): { serial: number; format: string } | null {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso)
    return day(
      Number(iso[1]),
      Number(iso[2]),
      Number(iso[3]),
      text.includes('-') ? 'yyyy-mm-dd' : rules.date,
    );
  const yearMonth = /^(\d{4})[-/](\d{1,2})$/.exec(text);
  if (yearMonth) return day(Number(yearMonth[1]), Number(yearMonth[2]), 1, 'yyyy-mm');
  const monthYear = /^(\d{1,2})[-/](\d{4})$/.exec(text);
  if (monthYear) return day(Number(monthYear[2]), Number(monthYear[1]), 1, 'mm-yyyy');
  const three = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{2}|\d{4})$/.exec(text);
  if (three) {
    if (three[2] === '.' && rules.decimal === '.') return null;
    const [a, b, year] = [Number(three[1]), Number(three[3]), fullYear(three[4] ?? '')];
    if (rules.order === 'ymd') return day(fullYear(three[1] ?? ''), b, Number(three[4]), rules.date);
    return rules.order === 'mdy' ? day(year, a, b, rules.date) : day(year, b, a, rules.date);
  }
  // Where a comma is the decimal sign, a point parts the day from the month (`1.5` is the first of May).
  const two = (rules.decimal === ',' ? /^(\d{1,2})[-/.](\d{1,2})\.?$/ : /^(\d{1,2})[-/](\d{1,2})$/).exec(
    text,
  );
  if (two) {
    const [a, b] = [Number(two[1]), Number(two[2])];
    return rules.order === 'dmy' ? day(today.year, b, a, 'd-mmm') : day(today.year, a, b, 'd-mmm');
  }
  const named =
    /^(\d{1,2})?[-/. ,]*(\p{L}{3,10})\.?[-/. ,]*(\d{1,4})(?:[-/. ,]+(\d{2,4}))?$/u.exec(text) ??
    /^(\d{1,2})[-/. ,]*(\p{L}{3,10})\.?$/u.exec(text);
  if (!named) return null;
  const word = (named[2] ?? '').toLowerCase();
  const month = monthOf(word, rules);
  if (month < 0) return null;
  const [before, after, last] = [named[1], named[3], named[4]];
  if (before !== undefined && after === undefined) return day(today.year, month + 1, Number(before), 'd-mmm');
  if (before !== undefined)
    return last === undefined ? day(fullYear(after ?? ''), month + 1, Number(before), 'd-mmm-yyyy') : null;
  if (last !== undefined) return day(fullYear(last), month + 1, Number(after), 'mmm d, yyyy');
  const n = Number(after);
  if ((after ?? '').length === 3) return null;
  return n > 31 || (after ?? '').length === 4
    ? day(fullYear(after ?? ''), month + 1, 1, 'mmm-yyyy')
    : day(today.year, month + 1, n, 'd-mmm');
}

/** By its name, or the name's first three or four letters (`sept`, `juil`). */
function monthOf(word: string, rules: LocaleRules): number {
  const named = (name: string) =>
    name === word || (word.length <= 4 && name.length > 3 && name.startsWith(word));
  const own = rules.months.findIndex(named);
  return own >= 0 ? own : ENGLISH.months.findIndex(named);
}

function fullYear(text: string): number {
  const year = Number(text);
  return text.length > 2 ? year : year < 50 ? 2000 + year : 1900 + year;
}

function day(
  year: number,
  month: number,
  dayOfMonth: number,
  format: string,
): { serial: number; format: string } | null {
  if (month < 1 || month > 12 || dayOfMonth < 1 || year < 1900 || year > 9999) return null;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return dayOfMonth > days ? null : { serial: serialOfDay(year, month, dayOfMonth), format };
}
