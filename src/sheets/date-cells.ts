import type { Cell, DateCell } from '../domain/cell.ts';

/** A cell as `Range.getValues()` returns it: Number | Boolean | Date | String, '' when empty. */
type Stored = string | number | boolean | Date;

/**
 * Turns the `Date`s of a block into wall-clock `DateCell`s, in place, and returns the block.
 * `Range.getValues()` makes Dates in the spreadsheet's time zone while `getDate()` answers in the script's, so they are
 * formatted by `Utilities.formatDate` in the spreadsheet's zone; equal instants are formatted once.
 */
export function withDateCells(block: Stored[][], timeZone: string, seen: Map<number, DateCell>): Cell[][] {
  for (const row of block) {
    for (let i = 0; i < row.length; i++) {
      const value = row[i];
      if (typeof value === 'object') (row as unknown as Cell[])[i] = dateCell(value, timeZone, seen);
    }
  }
  return block as unknown as Cell[][];
}

function dateCell(date: Date, timeZone: string, seen: Map<number, DateCell>): DateCell {
  const instant = date.getTime();
  let cell = seen.get(instant);
  if (cell === undefined) {
    const text = Utilities.formatDate(date, timeZone, "yyyy-MM-dd'T'HH:mm:ss");
    cell = { iso: text.endsWith('T00:00:00') ? text.slice(0, 10) : text };
    seen.set(instant, cell);
  }
  return cell;
}
