import { type Cell, cellText } from './cell.ts';
import { addTo } from './groups.ts';
import type { SheetKey } from './layout.ts';
import { serialOf } from './plain-date.ts';
import type { CellEdit } from './plan.ts';
import { rowKey } from './row-key.ts';
import { cellAt, sheetRow, type Table } from './workbook.ts';

/**
 * What to put right after rows moved under a run's hands: cells that it wrote in another row than it meant take their old
 * value again, and the cells it meant take theirs. `before` is the reading that the plan was made from, `now` one made after
 * the writing. What somebody else wrote is neither and stays.
 */
export function planRepair(
  before: Table<SheetKey>,
  now: Table<SheetKey>,
  edits: readonly CellEdit[],
): CellEdit[] {
  const written = new Map<string, Set<string>>();
  for (const { field, after } of edits) {
    const texts = written.get(field) ?? new Set();
    written.set(field, texts.add(cellText(after)));
  }
  return [...written.keys()].flatMap((field) =>
    repairField(
      before,
      now,
      field,
      edits.filter((edit) => edit.field === field),
      (i) => holdsOnly(now, i, written),
    ),
  );
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
  ours: (index: number) => boolean,
): CellEdit[] {
  const meant = new Map(edits.map((edit) => [edit.row, edit]));
  const written = new Set(edits.map(({ after }) => cellText(after)));
  // Rows that share a key are taken in their order.
  const rows = new Map<string, number[]>();
  for (let i = 0; i < before.length; i++) addTo(rows, rowKey(before, i, field), i);
  const repairs: CellEdit[] = [];
  for (let i = 0; i < now.length; i++) {
    const key = rowKey(now, i, field);
    const was = rows.get(key)?.shift() ?? -1;
    const cell = cellAt(now, field, i);
    const text = cellText(cell);
    const old = cellAt(before, field, was);
    const wanted = meant.get(sheetRow(was))?.after ?? old;
    if (text === cellText(wanted)) continue;
    const wrote = written.has(text) && (was >= 0 || meant.has(sheetRow(i)) || ours(i));
    const missed = text === cellText(old) || isNumberOf(old, cell);
    if (!wrote && !missed) continue;
    repairs.push({ sheet: now.sheet, row: sheetRow(i), field, key, before: cell, after: wanted });
  }
  return repairs;
}

/** A date whose cell took our plain-text format before the rows moved away from under the text: it shows as a number. */
function isNumberOf(date: Cell, cell: Cell): boolean {
  return typeof date === 'object' && typeof cell === 'number' && Math.floor(cell) === serialOf(date.iso);
}
