import type { CellView } from '../views.ts';

/** How wide a cell's text may run: over its neighbours as long as they are empty, as spreadsheets draw it. */
export function roomFor(column: number, widths: readonly number[], at: (column: number) => CellView): number {
  const { text, number, box } = at(column);
  let room = widths[column] ?? 0;
  // No letter is wider than this: short texts, nearly all, need no look at their neighbours.
  if (text === undefined || number || box || text.length * 9 < room) return room;
  for (let next = column + 1; next < widths.length; next++) {
    const { text: other, box: otherBox } = at(next);
    if (other !== undefined || otherBox) break;
    room += widths[next] ?? 0;
  }
  return room;
}
