import { type Cell, cellText } from './cell.ts';
import type { SheetKey } from './layout.ts';
import type { CellEdit } from './plan.ts';
import { rowKey } from './row-key.ts';
import { cellsOf, sheetRow, type Table } from './workbook.ts';

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
  const fields = [...new Set(edits.map(({ field }) => field))];
  return fields.flatMap((field) =>
    repairField(
      before,
      now,
      field,
      edits.filter((edit) => edit.field === field),
    ),
  );
}

function repairField(
  before: Table<SheetKey>,
  now: Table<SheetKey>,
  field: string,
  edits: readonly CellEdit[],
): CellEdit[] {
  const meant = new Map(edits.map((edit) => [edit.row, edit]));
  const written = new Set(edits.map(({ after }) => cellText(after)));
  // Rows that share a key are taken in their order.
  const rows = new Map<string, number[]>();
  for (let i = 0; i < before.length; i++) {
    const key = rowKey(before, i, field);
    const same = rows.get(key);
    if (same) same.push(i);
    else rows.set(key, [i]);
  }
  const repairs: CellEdit[] = [];
  for (let i = 0; i < now.length; i++) {
    const key = rowKey(now, i, field);
    const was = rows.get(key)?.shift();
    const cell = cellsOf(now, field)?.[i] ?? '';
    const edit = was === undefined ? undefined : meant.get(sheetRow(was));
    const old: Cell = was === undefined ? '' : (cellsOf(before, field)?.[was] ?? '');
    const wanted = edit ? edit.after : old;
    if (cellText(cell) === cellText(wanted)) continue;
    const ours = written.has(cellText(cell)) && (was !== undefined || meant.has(sheetRow(i)));
    const missed = edit !== undefined && cellText(cell) === cellText(old);
    if (!ours && !missed) continue;
    const row = sheetRow(i);
    repairs.push({ sheet: now.sheet, row, field, key, before: cell, after: wanted });
  }
  return repairs;
}
