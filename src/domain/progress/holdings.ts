import { type Cell, cellText } from '../cell.ts';
import { dateOf } from '../plain-date.ts';
import { isFlagged } from '../usage.ts';
import type { Workbook } from '../workbook.ts';
import { canonicalKey } from './learning-paths.ts';

/**
 * Who holds which code, by the latest live record that has a real completion date not after the day asked for. Flagged
 * records count for nothing. `latest` is indexed person × codes.length + code and holds data-row index + 1, 0 for none.
 */
export interface Holdings {
  /** Names as first written, one per person (compared without case and outer spaces), in order of appearance. */
  readonly people: readonly string[];
  readonly personAt: ReadonlyMap<string, number>;
  readonly codeAt: ReadonlyMap<string, number>;
  /** Completion date of data row i, ISO, '' where there is none that counts. */
  dateAt(index: number): string;
  /** Data-row index of the record that counts for a person and code (as written anywhere), or -1. */
  recordOf(person: number, code: string): number;
  readonly keyOf: (code: string) => string;
}

export function personKey(name: string): string {
  return name.trim().toLowerCase();
}

/** Everybody named in Records is on every path, so people without a single counting record stand here too. */
export function holdingsOf(workbook: Workbook, asOf: string): Holdings {
  const { name, code, completionDate, delete: flag } = workbook.records.cells;
  const length = workbook.records.length;
  const keyOf = canonicalKey(workbook);
  const people: string[] = [];
  const personAt = new Map<string, number>();
  const codeAt = new Map<string, number>();
  const personOf = memo<string>((text) => indexOf(personAt, personKey(text), () => people.push(text.trim())));
  const codeOf = memo<string>((text) => (keyOf(text) === '' ? -1 : indexOf(codeAt, keyOf(text))));
  const isoOf = memo<string, string>((text) => {
    const date = dateOf(text);
    return date.ok && date.iso <= asOf ? date.iso : '';
  });
  const dates = new Array<string>(length).fill('');
  const latest = new Map<number, number>();
  const STRIDE = 1_000_003;
  for (let i = 0; i < length; i++) {
    const who = text(name?.[i]);
    if (who.trim() === '') continue;
    const person = personOf(who);
    if (flag && isFlagged(flag[i] ?? '')) continue;
    const held = codeOf(text(code?.[i]));
    if (held < 0) continue;
    const iso = isoOf(isoText(completionDate?.[i]));
    if (iso === '') continue;
    dates[i] = iso;
    const at = person * STRIDE + held;
    const before = latest.get(at);
    if (before === undefined || iso > (dates[before] ?? '')) latest.set(at, i);
  }
  return {
    people,
    personAt,
    codeAt,
    keyOf,
    dateAt: (index) => dates[index] ?? '',
    recordOf(person, wanted) {
      const held = codeAt.get(keyOf(wanted));
      return held === undefined ? -1 : (latest.get(person * STRIDE + held) ?? -1);
    },
  };
}

function text(cell: Cell | undefined): string {
  return cell === undefined ? '' : typeof cell === 'string' ? cell : cellText(cell);
}

/** Date cells count by their day. */
function isoText(cell: Cell | undefined): string {
  return typeof cell === 'object' ? cell.iso.slice(0, 10) : text(cell);
}

function indexOf(map: Map<string, number>, key: string, added?: () => void): number {
  const found = map.get(key);
  if (found !== undefined) return found;
  map.set(key, map.size);
  added?.();
  return map.size - 1;
}

/** Few different texts stand in many rows: each is worked out once. */
function memo<K, V extends string | number = number>(of: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = of(key);
      known.set(key, value);
    }
    return value;
  };
}
