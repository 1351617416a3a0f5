import { dayText, textOf } from '../cell.ts';
import { memo } from '../memo.ts';
import { dateOf } from '../plain-date.ts';
import { isFlagged } from '../usage.ts';
import type { Workbook } from '../workbook.ts';
import { canonicalKey } from './learning-paths.ts';
import { validityOf } from './validity.ts';

/**
 * Who holds which code, by the latest live record that has a real completion date not after the day asked for. Flagged
 * records count for nothing. People are indexes into `people`, records are data-row indexes.
 */
export interface Holdings {
  /** Names as first written, one per person (compared without case and outer spaces), in order of appearance. */
  readonly people: readonly string[];
  readonly personAt: ReadonlyMap<string, number>;
  /** Completion date of data row i, ISO, '' where there is none that counts. */
  dateAt(index: number): string;
  /** Person → record that counts, for everybody who holds the code in any writing that counts as the same. */
  holdersOf(code: string): ReadonlyMap<number, number>;
  /** The record that counts for a person and code, or -1. */
  recordOf(person: number, code: string): number;
  readonly keyOf: (code: string) => string;
  /** Months of validity by code key, as `validityOf` reads them. */
  readonly months: ReadonlyMap<string, number>;
}

export function personKey(name: string): string {
  return name.trim().toLowerCase();
}

const NOBODY: ReadonlyMap<number, number> = new Map();

/**
 * Everybody named in Records is on every path, so people without a single counting record stand here too. A date still to
 * come counts on no day, not even when a day to come is asked for.
 */
export function holdingsOf(workbook: Workbook, asOf: string): Holdings {
  const { name, code, completionDate, delete: flag } = workbook.records.cells;
  const last = asOf < workbook.today ? asOf : workbook.today;
  const length = workbook.records.length;
  const keyOf = canonicalKey(workbook);
  const people: string[] = [];
  const personAt = new Map<string, number>();
  const held = new Map<string, Map<number, number>>();
  const personOf = memo((text: string) => {
    const key = personKey(text);
    let person = personAt.get(key) ?? (key === '' ? -1 : undefined);
    if (person === undefined) {
      person = people.push(text.trim()) - 1;
      personAt.set(key, person);
    }
    return person;
  });
  const holdersAt = memo((text: string) => {
    const key = keyOf(text);
    if (key === '') return null;
    const holders = held.get(key) ?? new Map<number, number>();
    held.set(key, holders);
    return holders;
  });
  const isoOf = memo((text: string) => {
    const date = dateOf(text);
    return date.ok && date.iso <= last ? date.iso : '';
  });
  const dates = new Array<string>(length).fill('');
  for (let i = 0; i < length; i++) {
    const person = personOf(textOf(name, i));
    if (person < 0 || (flag && isFlagged(flag[i] ?? ''))) continue;
    const holders = holdersAt(textOf(code, i));
    if (!holders) continue;
    const iso = isoOf(dayText(completionDate?.[i] ?? ''));
    if (iso === '') continue;
    dates[i] = iso;
    const before = holders.get(person);
    if (before === undefined || iso > (dates[before] ?? '')) holders.set(person, i);
  }
  const holdersOf = (wanted: string): ReadonlyMap<number, number> => held.get(keyOf(wanted)) ?? NOBODY;
  return {
    people,
    personAt,
    keyOf,
    months: validityOf(workbook, keyOf),
    holdersOf,
    dateAt: (index) => dates[index] ?? '',
    recordOf: (person, wanted) => holdersOf(wanted).get(person) ?? -1,
  };
}
