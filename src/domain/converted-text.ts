// Spreadsheet programs read text as if it had been typed when they open a CSV, and write what became of it when they save.
import { unsafeBecause } from './spreadsheet-safe.ts';

const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';
const DATES = new Set(['date', 'time']);

/**
 * Whether a spreadsheet program may have made `after` of `before` by opening and saving: 0012 → 12, 1E5 → 100000 or
 * 1.00E+05, MAR1 → 01-Mar, 12:30 → 12:30:00. Seen in LibreOffice Calc and Excel; never the other way round.
 */
export function isConverted(before: string, after: string): boolean {
  const reason = unsafeBecause(before);
  if (reason === null || before === after) return false;
  if (reason === 'boolean') return before.toLowerCase() === after.trim().toLowerCase();
  if (DATES.has(reason)) return sameDateParts(before, after);
  const was = numberOf(before);
  return was !== null && Number(was.toPrecision(digitsKept(after))) === numberOf(after);
}

/** Programs keep 15 digits, and fewer of a number that they show with an exponent. */
function digitsKept(text: string): number {
  const [mantissa = '', exponent] = text.toLowerCase().split('e');
  return exponent === undefined ? 15 : Math.min(15, Math.max(1, mantissa.replace(/\D/g, '').length));
}

function numberOf(text: string): number | null {
  const plain = text.trim().replace(/(\d),(?=\d{3}\b)/g, '$1');
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(plain) ? Number(plain) : null;
}

/**
 * The day, month and year that were written all come back, in any order, with at most one part that was made up. A program
 * writes more than was typed or a month's name: 2-1 is no conversion of 1-2.
 */
function sameDateParts(before: string, after: string): boolean {
  if (after.length <= before.length && !/[a-z]/i.test(after)) return false;
  const [was, is] = [dateParts(before), dateParts(after)];
  if (was === null || is === null || is.length > was.length + 1) return false;
  return was.every((part) => {
    const at = is.indexOf(part);
    if (at >= 0) is.splice(at, 1);
    return at >= 0;
  });
}

/** Numbers and months of a date or time, years by their last two digits; null when it holds anything else. */
function dateParts(text: string): number[] | null {
  const found = text.toLowerCase().match(/\d+|[a-z]+/g) ?? [];
  const parts: number[] = [];
  for (const part of found) {
    if (part === 'am' || part === 'pm') continue;
    const month = /^[a-z]{3,9}$/.test(part) ? MONTHS.indexOf(part.slice(0, 3)) : -1;
    if (/\d/.test(part)) parts.push(Number(part) % 100);
    else if (month % 3 === 0) parts.push(month / 3 + 1);
    else return null;
  }
  return parts;
}
