import { type Cell, cellText } from './cell.ts';
import type { SheetKey } from './layout.ts';
import { serialOf } from './plain-date.ts';
import type { CellEdit, RowAppend } from './plan.ts';
import { RowFinder } from './row-finder.ts';
import { rowKey } from './row-key.ts';
import { pairRows } from './row-pairs.ts';
import { cellAt, sheetRow, type Table } from './workbook.ts';

/** What a run did to the sheet: the cells that it meant, its new rows, and all that it wrote, earlier repairs along. */
export interface Written {
  readonly edits: readonly CellEdit[];
  readonly appends?: readonly RowAppend[];
  readonly written?: readonly CellEdit[];
}

/**
 * What to put right after rows moved under a run's hands: cells that it wrote in another row than it meant take their old
 * value again, and the cells it meant take theirs. `before` is the reading that the plan was made from, `now` one made after
 * the writing. What somebody else wrote is neither and stays.
 */
export function planRepair(
  before: Table<SheetKey>,
  now: Table<SheetKey>,
  { edits, appends = [], written = edits }: Written,
): CellEdit[] {
  const added = addedRows(now, appends);
  const texts = new Map<string, Set<string>>();
  for (const { field, after } of written)
    texts.set(field, (texts.get(field) ?? new Set()).add(cellText(after)));
  return [...texts].flatMap(([field, ours]) =>
    repairField(
      before,
      now,
      field,
      edits.filter((edit) => edit.field === field),
      ours,
      added,
      (i) => holdsOnly(now, i, texts),
    ),
  );
}

/** The run's own new rows, which it changes no more. */
function addedRows(now: Table<SheetKey>, appends: readonly RowAppend[]): ReadonlySet<number> {
  const finder = new RowFinder({ [now.sheet]: now });
  for (const row of appends) finder.identical(row);
  return finder.takenIn(now.sheet);
}

/** A row in which nothing stands but what the run wrote: it wrote past the last row, where none had been. */
function holdsOnly(
  now: Table<SheetKey>,
  i: number,
  written: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  return Object.keys(now.cells).every((field) => {
    const text = cellText(cellAt(now, field, i));
    return text === '' || written.get(field)?.has(text) === true;
  });
}

/** The repairs of one field; `ours` tells a row that the run alone has filled. */
function repairField(
  before: Table<SheetKey>,
  now: Table<SheetKey>,
  field: string,
  edits: readonly CellEdit[],
  written: ReadonlySet<string>,
  added: ReadonlySet<number>,
  ours: (index: number) => boolean,
): CellEdit[] {
  const meant = new Map(edits.map((edit) => [edit.row, edit]));
  const wantedIn = (was: number): Cell => meant.get(sheetRow(was))?.after ?? cellAt(before, field, was);
  const places = pairRows(before, now, field, {
    without: added,
    wantedIn,
    isMeant: (was) => meant.has(sheetRow(was)),
  });
  const repairs: CellEdit[] = [];
  for (let i = 0; i < now.length; i++) {
    if (added.has(i)) continue;
    const was = places.get(i) ?? -1;
    const cell = cellAt(now, field, i);
    const text = cellText(cell);
    const old = cellAt(before, field, was);
    const wanted = wantedIn(was);
    if (text === cellText(wanted)) continue;
    const wrote = written.has(text) && (was >= 0 || meant.has(sheetRow(i)) || ours(i));
    const missed = text === cellText(old) || isNumberOf(old, cell);
    if (!wrote && !missed) continue;
    const key = rowKey(now, i, field);
    repairs.push({ sheet: now.sheet, row: sheetRow(i), field, key, before: cell, after: wanted });
  }
  return repairs;
}

/** A date whose cell took our plain-text format before the rows moved away from under the text: it shows as a number. */
function isNumberOf(date: Cell, cell: Cell): boolean {
  return typeof date === 'object' && typeof cell === 'number' && Math.floor(cell) === serialOf(date.iso);
}
