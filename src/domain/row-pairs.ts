import { type Cell, cellText } from './cell.ts';
import { addTo, groupBy } from './groups.ts';
import type { SheetKey } from './layout.ts';
import { otherText, rowKey } from './row-key.ts';
import { cellAt, type Table } from './workbook.ts';

/** What is known of the rows of two readings: data-row indexes in the one before and in the one now. */
export interface Known {
  /** Rows of now that are none of those before. */
  readonly without: ReadonlySet<number>;
  /** What a row of before should hold in the field by now. */
  wantedIn(was: number): Cell;
  /** Whether it was meant to change. */
  isMeant(was: number): boolean;
}

/**
 * Which row each was before somebody moved them, by key: index now → index before. Of several with one key those belong
 * together that are alike in all else and hold what they should, those that were not meant to change ahead; then those that
 * are alike in all else; and what is left in its order.
 */
export function pairRows(
  before: Table<SheetKey>,
  now: Table<SheetKey>,
  field: string,
  { without, wantedIn, isMeant }: Known,
): ReadonlyMap<number, number> {
  const were = indexesByKey(before, field, () => true);
  const are = indexesByKey(now, field, (i) => !without.has(i));
  const found = new Map<number, number>();
  for (const [key, here] of are) {
    let open: Open = { there: were.get(key) ?? [], here };
    if (open.there.length > 1) {
      const rest = (table: Table<SheetKey>) => (i: number) => otherText(table, i, field, before);
      const [restBefore, restNow] = [rest(before), rest(now)];
      const calm = [...open.there].sort((a, b) => Number(isMeant(a)) - Number(isMeant(b)) || a - b);
      open = pair(
        { ...open, there: calm },
        (was) => JSON.stringify([cellText(wantedIn(was)), restBefore(was)]),
        (is) => JSON.stringify([cellText(cellAt(now, field, is)), restNow(is)]),
        found,
      );
      open = pair(open, restBefore, restNow, found);
    }
    pair(
      open,
      () => '',
      () => '',
      found,
    );
  }
  return found;
}

/** Rows with one key that have no other yet. */
interface Open {
  readonly there: readonly number[];
  readonly here: readonly number[];
}

/** Pairs rows of which the same is told, in their order; what is left stays open. */
function pair(
  { there, here }: Open,
  tellBefore: (was: number) => string,
  tellNow: (is: number) => string,
  found: Map<number, number>,
): Open {
  const waiting = groupBy(there, tellBefore);
  const left = here.filter((is) => {
    const was = waiting.get(tellNow(is))?.shift();
    if (was !== undefined) found.set(is, was);
    return was === undefined;
  });
  return { there: [...waiting.values()].flat().sort((a, b) => a - b), here: left };
}

function indexesByKey(
  table: Table<SheetKey>,
  field: string,
  wanted: (index: number) => boolean,
): Map<string, number[]> {
  const indexes = new Map<string, number[]>();
  for (let i = 0; i < table.length; i++) if (wanted(i)) addTo(indexes, rowKey(table, i, field), i);
  return indexes;
}
