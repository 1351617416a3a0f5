// Plain dates: ISO text and year-month-day arithmetic, no clock, no zone. Libraries solve neither ambiguity nor zones
// here, and lax ones turn 31/04/2025 into 1 May.
import { type Cell, cellText, isBlank } from './cell.ts';

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (DAYS[month - 1] ?? 0);
}

export function isRealDate(year: number, month: number, day: number): boolean {
  return (
    year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  );
}

export function toIso(year: number, month: number, day: number): string {
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

/** Strictly `YYYY-MM-DD` and a date that exists; null otherwise. */
export function parseIso(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  return isRealDate(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)))
    ? text
    : null;
}

export type DateReading =
  | { readonly ok: true; readonly iso: string }
  | { readonly ok: false; readonly text: string };

/** The first day of Sheets' calendar that people mean: a cell with a time and no day holds 1899-12-30. */
const FIRST_DAY = '1900-01-01';

/** The date of a Completion Date cell: '' for a blank, the day of a date cell, or what cannot be read as one. */
export function dateOf(cell: Cell): DateReading {
  if (typeof cell === 'object') {
    const iso = cell.iso.slice(0, 10);
    return iso < FIRST_DAY ? { ok: false, text: cell.iso.slice(11) || iso } : { ok: true, iso };
  }
  if (isBlank(cell)) return { ok: true, iso: '' };
  const text = cellText(cell).trim();
  const iso = typeof cell === 'string' ? parseIso(text) : null;
  return iso === null ? { ok: false, text } : { ok: true, iso };
}

/** ISO texts compare like dates as long as years have four digits. */
const LAST_MONTH = 9999 * 12 + 11;

/** The same day N months on, in the last year of all at most; the month's last day where that day is missing. */
export function addMonths(iso: string, months: number): string {
  const [year, month, day] = parts(iso);
  const index = Math.min(year * 12 + (month - 1) + months, LAST_MONTH);
  const [newYear, newMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return toIso(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

export function addDays(iso: string, days: number): string {
  return fromDayNumber(dayNumber(iso) + days);
}

function parts(iso: string): [number, number, number] {
  return [Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10))];
}

/** Days since 1 March of year 0: years then end in February, and a leap day needs no special case. */
function dayNumber(iso: string): number {
  const [year, month, day] = parts(iso);
  const m = (month + 9) % 12;
  const y = year - (month < 3 ? 1 : 0);
  return (
    365 * y +
    Math.floor(y / 4) -
    Math.floor(y / 100) +
    Math.floor(y / 400) +
    Math.floor((m * 306 + 5) / 10) +
    day -
    1
  );
}

function fromDayNumber(number: number): string {
  let year = Math.floor((10_000 * number + 14_780) / 3_652_425);
  const left = (y: number) =>
    number - (365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400));
  if (left(year) < 0) year--;
  const days = left(year);
  const m = Math.floor((100 * days + 52) / 3060);
  const month = ((m + 2) % 12) + 1;
  return toIso(year + Math.floor((m + 2) / 12), month, days - Math.floor((m * 306 + 5) / 10) + 1);
}

/**
 * A date that is written year first with other separators, single digits or a time after it (`2024/3/5 10:00`): there is
 * one way to read it, so it can be put right. A time with a zone may mean another day here. Null for anything else, and
 * for what is ISO already.
 */
export function readableDate(text: string): string | null {
  const match = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/.exec(
    text.trim(),
  );
  if (!match || parseIso(text) !== null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isRealDate(year, month, day) ? toIso(year, month, day) : null;
}

/** The number by which Sheets keeps a day: days since 1899-12-30 (Sheets API, date and time formats). */
export function serialOf(iso: string): number {
  return dayNumber(iso) - dayNumber('1899-12-30');
}
