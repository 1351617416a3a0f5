import type { Cell } from './cell.ts';
import type { SheetKey } from './layout.ts';
import type { Plan } from './plan.ts';

/** A row that a run took out, whole: what every column held, by `columnNames`, people's own too. */
export interface RemovedRow {
  readonly sheet: SheetKey;
  readonly row: number;
  readonly key: string;
  readonly cells: Readonly<Record<string, Cell>>;
  /** How many of its cells held a formula: their values come back, they do not. */
  readonly formulas?: number;
  /** Notes on its cells, by column name. */
  readonly notes?: Readonly<Record<string, string>>;
  /** Key of the row above that stayed, '' at the top. */
  readonly above?: string;
}

/** What undo and continue need of a run: its plan, and what it removed. */
export interface JournalEntry {
  readonly run: string;
  readonly when: string;
  readonly plan: Plan;
  /** The record columns that the plan's row keys were made from: keys only compare between equal readings. */
  readonly recordFields: readonly string[];
  readonly removed: readonly RemovedRow[];
}
