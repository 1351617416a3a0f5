import type { SheetKey } from '../layout.ts';

/** A table of a report. Text is written as text, numbers as numbers. */
export interface ReportTable {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** Where the first cell of each row leads: to a row of one of the four sheets, 0 for nowhere. */
  readonly leads?: { readonly sheet: SheetKey; readonly rows: readonly number[] };
}

/** A report sheet: its tables stand side by side; the chart draws the first columns of the first one. */
export interface Report {
  readonly name: string;
  readonly about: string;
  readonly tables: readonly ReportTable[];
  readonly chart: { readonly title: string; readonly series: number; readonly stacked: boolean } | null;
}
