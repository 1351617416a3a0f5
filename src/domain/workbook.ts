import { type Cell, isBlank } from './cell.ts';
import type { Field, SheetKey } from './layout.ts';

/** A heading that row 1 lacks, or has more than once. Columns are 1-based. */
export type HeadingProblem =
  | { readonly kind: 'missing'; readonly heading: string }
  | { readonly kind: 'doubled'; readonly heading: string; readonly columns: readonly number[] };

/**
 * One sheet as columns: `cells.code[i]` is the code of data row i, which stands in sheet row `i + 2`.
 * Wholly blank rows keep their place. A column the sheet lacks (or has twice) is `undefined`: a rule that needs it
 * stays silent, and the missing heading is its own problem. Columns are arrays, not row objects, because a check of
 * 100,000 records must cost no more than parsing them.
 */
export interface Table<S extends SheetKey> {
  readonly sheet: S;
  readonly exists: boolean;
  /** The tab's name as it stands (it may differ from ours in case or spaces). */
  readonly name: string;
  /** Number of data rows, blank rows between them included. */
  readonly length: number;
  readonly cells: { readonly [F in Field<S>]?: readonly Cell[] };
  /** Sheet column (1-based) of each field that was found. */
  readonly columns: { readonly [F in Field<S>]?: number };
  readonly headingProblems: readonly HeadingProblem[];
  /** Cells that hold a formula, as far as they were looked for: row (1-based sheet row), field and formula text. */
  readonly formulas: readonly { readonly row: number; readonly field: Field<S>; readonly formula: string }[];
  /** Rows of the sheet's grid, empty ones too, when it was read: another number tells that rows came or went. */
  readonly gridRows?: number;
  /** A run was stopped while it moved this sheet's rows: they must be put right before anything else. */
  readonly moving?: boolean;
}

/** A code that was renamed, merged or deleted. `now` is the code it became, '' when it was deleted. */
export interface FormerCode {
  readonly code: string;
  readonly now: string;
  /** ISO date-time of the change. */
  readonly when: string;
}

/** A rename whose checklist is not finished: both codes count as the same for usage and progress. */
export interface OpenRename {
  readonly run: string;
  readonly from: string;
  readonly to: string;
}

export interface Workbook {
  readonly codes: Table<'codes'>;
  readonly content: Table<'content'>;
  readonly paths: Table<'paths'>;
  readonly records: Table<'records'>;
  readonly formerCodes: readonly FormerCode[];
  readonly openRenames: readonly OpenRename[];
  /** Today in the spreadsheet's time zone, `YYYY-MM-DD`. The domain has no clock of its own. */
  readonly today: string;
}

/** Sheet row (1-based) of data row `index`: the heading is row 1. */
export function sheetRow(index: number): number {
  return index + 2;
}

/** People's own columns are fields too, named by their heading, where an action asked for them. */
export function customField(heading: string): string {
  return `custom:${heading}`;
}

/** The heading of one of people's own columns, or nothing for a field of ours. */
export function customHeading(field: string): string | undefined {
  return field.startsWith('custom:') ? field.slice('custom:'.length) : undefined;
}

/** A column of a table by any field name, people's own included. */
export function cellsOf(table: { readonly cells: object }, field: string): readonly Cell[] | undefined {
  return (table.cells as Readonly<Record<string, readonly Cell[] | undefined>>)[field];
}

/** A cell of a table by any field name, blank where the column or the row is missing. */
export function cellAt(table: { readonly cells: object }, field: string, index: number): Cell {
  return cellsOf(table, field)?.[index] ?? '';
}

/** Nothing in any of the columns; an unticked box is nothing. */
export function isEmptyRow(columns: readonly (readonly Cell[] | undefined)[], index: number): boolean {
  for (const cells of columns) {
    const cell = cells?.[index];
    if (cell !== undefined && cell !== false && !isBlank(cell)) return false;
  }
  return true;
}

export function emptyTable<S extends SheetKey>(sheet: S, name: string): Table<S> {
  return { sheet, exists: false, name, length: 0, cells: {}, columns: {}, headingProblems: [], formulas: [] };
}
