import type { Chance } from './random.ts';

const DAY = 86_400_000;

/** Whole days since 1970-01-01 of an ISO date. */
export function dayNumber(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / DAY;
}

export function isoDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The days of one person: no two of their records share a date, so none is a double of another. */
export class PersonDays {
  private readonly taken = new Set<number>();
  private readonly first: number;
  private readonly last: number;

  constructor(first: number, last: number) {
    this.first = first;
    this.last = last;
  }

  /** A free day around `wanted`; null once all days of the person are taken. */
  take(wanted: number): number | null {
    const span = this.last - this.first + 1;
    if (this.taken.size >= span) return null;
    let day = Math.min(Math.max(wanted, this.first), this.last);
    while (this.taken.has(day)) day = day >= this.last ? this.first : day + 1;
    this.taken.add(day);
    return day;
  }

  any(chance: Chance): number | null {
    return this.take(this.first + chance.below(this.last - this.first + 1));
  }
}
