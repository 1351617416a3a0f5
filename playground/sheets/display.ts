import { type LocaleRules, WEEKDAYS } from './locale.ts';
import type { StoredValue } from './model.ts';
import { general, numberText } from './number-format.ts';
import { wallClock } from './time-zone.ts';

/** A number format shows a date when, quoted text aside, it has date or time letters. */
export function isDateFormat(format: string | undefined): boolean {
  if (format === undefined || format === '@' || format === 'General') return false;
  let known = dateFormats.get(format);
  if (known === undefined) {
    const bare = format.replace(/"[^"]*"|\\./g, '').replace(/\[(?!h|m|s)[^\]]*\]/gi, '');
    known = /[ymdhs]/i.test(bare) && !/[#0?]/.test(bare.replace(/\.0+/g, ''));
    dateFormats.set(format, known);
  }
  return known;
}
const dateFormats = new Map<string, boolean>();

/** What people see in a cell: `getDisplayValues`. */
export function displayText(value: StoredValue, format: string | undefined, rules: LocaleRules): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? rules.yes : rules.no;
  if (format === undefined || format === 'General' || format === '@' || format === '')
    return general(value, rules);
  const section = pickSection(format, value);
  return isDateFormat(section.format)
    ? dateText(value, section.format, rules)
    : numberText(section.value, section.format, rules);
}

const CONDITION = /^\[(<=|>=|<>|<|>|=)(-?[\d.]+)\]/;

/** The section for a value: by the sections' own conditions, or for positive, negative and zero. */
function pickSection(format: string, value: number): { format: string; value: number } {
  const sections = format.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  if (sections.length === 1) return { format: bare(format), value };
  if (sections.some((section) => CONDITION.test(section))) {
    const fits = sections.find((section) => holds(CONDITION.exec(section), value)) ?? '';
    return { format: bare(fits), value };
  }
  if (value < 0) return { format: bare(sections[1] ?? ''), value: Math.abs(value) };
  if (value === 0 && sections[2] !== undefined) return { format: bare(sections[2]), value };
  return { format: bare(sections[0] ?? ''), value };
}

function bare(section: string): string {
  return section.replace(CONDITION, '');
}

function holds(condition: RegExpExecArray | null, value: number): boolean {
  if (!condition) return true;
  const [, how, text] = condition;
  const limit = Number(text);
  if (how === '<') return value < limit;
  if (how === '<=') return value <= limit;
  if (how === '>') return value > limit;
  if (how === '>=') return value >= limit;
  return how === '=' ? value === limit : value !== limit;
}

function dateText(serial: number, format: string, rules: LocaleRules): string {
  const clock = wallClock(serial);
  const twelve = /am\/pm|a\/p/i.test(format);
  const hour12 = clock.hour % 12 === 0 ? 12 : clock.hour % 12;
  const pad = (n: number, length: number) => String(n).padStart(length, '0');
  const month = rules.months[clock.month - 1] ?? '';
  const Month = month.charAt(0).toUpperCase() + month.slice(1);
  const weekday = WEEKDAYS[clock.weekday] ?? '';
  const parts =
    format.match(/"[^"]*"|\\.|\[h+\]|\[m+\]|\[s+\]|am\/pm|a\/p|y+|M+|m+|d+|h+|H+|s+(?:\.0+)?|\.0+|./gi) ?? [];
  let out = '';
  let lastWasHour = false;
  parts.forEach((part, i) => {
    const lower = part.toLowerCase();
    const next = parts.slice(i + 1).find((each) => /^[a-z[]/i.test(each));
    if (/^"/.test(part)) out += part.slice(1, -1);
    else if (/^\\/.test(part)) out += part.slice(1);
    else if (/^\[h/.test(lower)) out += pad(Math.floor(serial * 24 + 1e-9), lower.length - 2);
    else if (/^\[m/.test(lower)) out += pad(Math.floor(serial * 1440 + 1e-7), lower.length - 2);
    else if (/^\[s/.test(lower)) out += pad(Math.floor(serial * 86_400 + 1e-5), lower.length - 2);
    else if (lower === 'am/pm') out += clock.hour < 12 ? 'AM' : 'PM';
    else if (lower === 'a/p') out += clock.hour < 12 ? 'A' : 'P';
    else if (/^y/.test(lower)) out += lower.length > 2 ? pad(clock.year, 4) : pad(clock.year % 100, 2);
    else if (/^m/.test(lower)) {
      const minutes = part.charAt(0) === 'm' && lower.length < 3 && (lastWasHour || /^s/i.test(next ?? ''));
      if (minutes) out += pad(clock.minute, lower.length);
      else
        out +=
          [String(clock.month), pad(clock.month, 2), Month.slice(0, 3), Month, Month.charAt(0)][
            Math.min(lower.length, 5) - 1
          ] ?? '';
    } else if (/^d/.test(lower))
      out +=
        [String(clock.day), pad(clock.day, 2), weekday.slice(0, 3), weekday][Math.min(lower.length, 4) - 1] ??
        '';
    else if (/^h/.test(lower)) out += pad(twelve ? hour12 : clock.hour, lower.length > 1 ? 2 : 1);
    else if (/^s/.test(lower))
      out +=
        pad(clock.second, lower.startsWith('ss') ? 2 : 1) +
        (lower.includes('.')
          ? rules.decimal + pad(clock.millisecond, 3).slice(0, lower.split('.')[1]?.length)
          : '');
    else out += part;
    if (/^[a-z[]/i.test(part)) lastWasHour = /^\[?h/.test(lower);
  });
  return out;
}
