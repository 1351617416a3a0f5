export type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
export type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** What a case saw, as JSON can write it. */
export type Seen = string | number | boolean | null | readonly Seen[];

/** What a case works on: a new sheet of its own, taken away afterwards. */
export interface Place {
  readonly spreadsheet: Spreadsheet;
  readonly sheet: Sheet;
  /** One more new sheet. */
  another(): Sheet;
}

/** D documented by Google, R reported by somebody, T tried without Google, I inferred, ? nothing found. */
export type Known = 'D' | 'R' | 'T' | 'I' | '?';

/** One fact of the platform that the product rests on. */
export interface Case {
  readonly fact: string;
  readonly known: Known;
  readonly expected: Seen;
  /** Formulas must be calculated for it: the local stand-in never does. */
  readonly calculated?: true;
  run(place: Place): Seen;
}

/** Whether it was refused. The words do not count: they come in the user's language. */
export function refuses(step: () => unknown): boolean {
  try {
    step();
    return false;
  } catch {
    return true;
  }
}

/** A value as it can be compared: a date says that it is one. */
export function told(value: unknown): Seen {
  return Object.prototype.toString.call(value) === '[object Date]' ? 'date' : (value as Seen);
}
