import { type Cell, cellText } from './cell.ts';
import { headingKey, LAYOUT, type SheetKey } from './layout.ts';
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
  /** The runs of its parts, where they are looked at as one. */
  readonly parts?: readonly string[];
  readonly when: string;
  readonly plan: Plan;
  /** The record columns that the plan's row keys were made from: keys only compare between equal readings. */
  readonly recordFields: readonly string[];
  readonly removed: readonly RemovedRow[];
}

/**
 * The parts of one run as one, to be undone together. They changed different rows one after the other, so the sheets hold
 * what all of them wrote.
 */
export function wholeOf(parts: readonly JournalEntry[]): JournalEntry | null {
  const [first] = parts;
  if (!first) return null;
  const plans = parts.map(({ plan }) => plan);
  return {
    ...first,
    parts: parts.map(({ run }) => run),
    plan: {
      ...first.plan,
      edits: plans.flatMap(({ edits }) => edits),
      appends: plans.flatMap(({ appends }) => appends),
      removals: plans.flatMap(({ removals }) => removals),
    },
    removed: parts.flatMap(({ removed }) => removed),
  };
}

/** Names a row by where it stood. */
export const placeOf = ({ sheet, row }: { readonly sheet: SheetKey; readonly row: number }): string =>
  `${sheet} ${row}`;

/** What our own columns held in a row that a run took out. */
export function valuesOf(row: RemovedRow): Record<string, string> {
  const values: Record<string, string> = {};
  const fields = new Map(
    Object.entries(LAYOUT[row.sheet]).flatMap(([name, field]) =>
      [field.heading, ...field.aliases].map((heading) => [headingKey(heading), name] as const),
    ),
  );
  for (const [heading, cell] of Object.entries(row.cells)) {
    const name = fields.get(headingKey(heading));
    if (name !== undefined) values[name] = cellText(cell);
  }
  return values;
}

/** An undo takes out rows that its run had added: another's row with the same id, or one edited since, is none of them. */
export function imagesOf(
  plan: Plan,
  removed: readonly RemovedRow[],
): ReadonlyMap<string, Readonly<Record<string, string>>> {
  return new Map(plan.undoes === undefined ? [] : removed.map((row) => [placeOf(row), valuesOf(row)]));
}
