import { cellText } from './cell.ts';
import { groupBy } from './groups.ts';
import { imagesOf, type JournalEntry, placeOf } from './journal-entry.ts';
import type { CellEdit, RowAppend, RowRemoval } from './plan.ts';
import { type Kept, nearest, type RowFinder } from './row-finder.ts';
import { sheetRow } from './workbook.ts';

/** An edit with the sheet row where its cell stands now. */
export interface Found {
  readonly edit: CellEdit;
  readonly row: number;
}

export interface EditsOfStoppedRun {
  readonly left: readonly Found[];
  readonly done: readonly Found[];
  /** What is neither: somebody has changed it since, or its row is gone. */
  readonly kept: readonly Kept[];
}

/**
 * Which cells a run that was stopped has still to write. Of rows that look alike only the number tells: as many are left as
 * hold the old value beyond those that held it anyway. Where rows come back that hold it too, as many are done as hold the
 * new one: they come after all cells are written.
 */
export function editsOfStoppedRun(finder: RowFinder, { plan }: JournalEntry): EditsOfStoppedRun {
  const left: Found[] = [];
  const done: Found[] = [];
  const kept: Kept[] = [];
  const groups = groupBy(plan.edits, ({ sheet, field, key, twin, before, after }) =>
    JSON.stringify([sheet, field, key, twin, cellText(before), cellText(after)]),
  );
  for (const group of groups.values()) {
    const [edit] = group as [CellEdit];
    const { sheet, field } = edit;
    const [others, same] = edit.alike ?? [0, 0];
    const [old, fresh] = [finder.holding(edit, edit.before), finder.holding(edit, edit.after)];
    const most = atMost(group.length, old.length - others);
    const number =
      plan.undoes === undefined
        ? most
        : Math.min(most, group.length - atMost(group.length, fresh.length - same));
    const take = (from: readonly number[], { row }: CellEdit): number | null => {
      const hit = nearest(
        from.filter((i) => finder.free(sheet, i, field)),
        row,
      );
      if (hit !== null) finder.take(sheet, hit, field);
      return hit;
    };
    const ordered = inPlaceFirst(group, old);
    for (const next of ordered.slice(0, number))
      left.push({ edit: next, row: sheetRow(take(old, next) as number) });
    for (const next of inPlaceFirst(ordered.slice(number), fresh)) {
      const hit = take(fresh, next);
      if (hit !== null) done.push({ edit: next, row: sheetRow(hit) });
      else kept.push(finder.changed(next));
    }
  }
  return { left, done, kept };
}

/** Those whose row stands where it stood, ahead of the others. */
function inPlaceFirst(edits: readonly CellEdit[], rows: readonly number[]): CellEdit[] {
  const here = new Set(rows.map(sheetRow));
  return [...edits.filter(({ row }) => here.has(row)), ...edits.filter(({ row }) => !here.has(row))];
}

/** A removal with the sheet row where its row stands now. */
export interface Standing {
  readonly removal: RowRemoval;
  readonly row: number;
}

/** The rows that are still to go. `finder` looks at the workbook as it is when all cells are written. */
export function removalsLeft(finder: RowFinder, { plan, removed }: JournalEntry): Standing[] {
  const images = imagesOf(plan, removed);
  const image = (removal: RowRemoval) => images.get(placeOf(removal));
  const groups = groupBy(plan.removals, (removal) =>
    JSON.stringify([removal.sheet, removal.key, image(removal)]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group as [RowRemoval];
    const standing = finder.standing(first, plan.kind, image(first));
    // From the bottom up they went: what is left stands at the top.
    return group
      .slice(0, atMost(group.length, standing.length - (first.alike ?? 0)))
      .flatMap((removal): Standing[] => {
        const hit = nearest(
          standing.filter((i) => finder.free(removal.sheet, i)),
          removal.row,
        );
        if (hit === null) return [];
        finder.take(removal.sheet, hit);
        return [{ removal, row: sheetRow(hit) }];
      });
  });
}

/** The rows that are still to come, by the same finder. Of equal rows those that belong lowest were written first. */
export function appendsLeft(finder: RowFinder, { plan }: JournalEntry): RowAppend[] {
  const groups = groupBy(plan.appends, (row) => finder.name(row));
  const left = new Set<RowAppend>();
  for (const group of groups.values()) {
    const [first] = group as [RowAppend];
    const there = finder.like(first).length - (first.alike ?? 0);
    for (const row of group.slice(0, group.length - atMost(group.length, there))) left.add(row);
  }
  return plan.appends.filter((row) => left.has(row));
}

const atMost = (most: number, n: number): number => Math.max(0, Math.min(most, n));
