import { cellText } from '../cell.ts';
import { addDays } from '../plain-date.ts';
import { textOrder } from '../text-order.ts';
import type { Workbook } from '../workbook.ts';
import type { Holdings } from './holdings.ts';
import { validUntil } from './validity.ts';

/** A code somebody holds that has run out or will within 90 days. `until` is the last valid day, ISO. */
export interface Expiring {
  readonly person: string;
  readonly code: string;
  readonly record: number;
  readonly completed: string;
  readonly until: string;
  /** 0 expired, else the smallest of 30, 60, 90 whose window (its last day included) holds the last valid day. */
  readonly within: 0 | 30 | 60 | 90;
}

/** Of several records of a person and code the latest counts. Sorted by last valid day, then person. */
export function expiryOf(workbook: Workbook, holdings: Holdings, today: string): Expiring[] {
  const found: Expiring[] = [];
  const windows = ([30, 60, 90] as const).map((days) => [days, addDays(today, days)] as const);
  const { code } = workbook.codes.cells;
  const written = new Map(code?.map((cell) => [holdings.keyOf(cellText(cell)), cellText(cell).trim()]));
  for (const [key, months] of holdings.months) {
    for (const [p, record] of holdings.holdersOf(key)) {
      const completed = holdings.dateAt(record);
      const until = validUntil(completed, months);
      const within = until < today ? 0 : windows.find(([, last]) => until <= last)?.[0];
      if (within === undefined) continue;
      const person = holdings.people[p] ?? '';
      found.push({ person, code: written.get(key) ?? key, record, completed, until, within });
    }
  }
  return found.sort(
    (a, b) => textOrder(a.until, b.until) || textOrder(a.person, b.person) || textOrder(a.code, b.code),
  );
}
