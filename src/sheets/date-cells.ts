import type { Cell, DateCell } from '../domain/cell.ts';

/** A cell as `Range.getValues()` returns it: Number | Boolean | Date | String, '' when empty; a picture is a CellImage. */
type Stored = string | number | boolean | Date | object;

/**
 * A block with wall-clock `DateCell`s for its `Date`s; what the platform gave stays as it was.
 * `Range.getValues()` makes Dates in the spreadsheet's time zone while `getDate()` answers in the script's, so they are
 * formatted by `Utilities.formatDate` in the spreadsheet's zone; equal instants are formatted once.
 */
export function withDateCells(
  block: readonly (readonly Stored[])[],
  timeZone: string,
  seen: Map<number, DateCell>,
): Cell[][] {
  return block.map((row) => {
    let cells: Cell[] | null = null;
    for (let i = 0; i < row.length; i++) {
      const value = row[i];
      if (typeof value !== 'object') continue;
      cells ??= row.slice() as Cell[];
      cells[i] = isDate(value) ? dateCell(value, timeZone, seen) : value === null ? '' : String(value);
    }
    return cells ?? (row as Cell[]);
  });
}

/** By what it can do: a Date of the service's own realm is no instance of the script's. */
function isDate(value: object | null): value is Date {
  return value !== null && typeof (value as Partial<Date>).getTime === 'function';
}

function dateCell(date: Date, timeZone: string, seen: Map<number, DateCell>): DateCell {
  const instant = date.getTime();
  let cell = seen.get(instant);
  if (cell === undefined) {
    const text = steadyClock(instant, timeZone) ?? wallClock(date, timeZone);
    cell = {
      iso: text.endsWith('T00:00:00')
        ? text.slice(0, 10)
        : (dayWithoutMidnight(date, timeZone, text) ?? text),
    };
    seen.set(instant, cell);
  }
  return cell;
}

function wallClock(date: Date, timeZone: string): string {
  return Utilities.formatDate(date, timeZone, "yyyy-MM-dd'T'HH:mm:ss");
}

const HOUR = 3_600_000;
const FORTNIGHT = 14 * 24 * HOUR;
/** 1970 to 2037: beyond, what clocks will do is foretold, not known. */
const LATEST = 2_145_916_800_000;

/** How far clocks are ahead of UTC at an instant, in milliseconds, in the zone last asked for. */
const offsets = new Map<number, number>();
let zone = '';

function offsetAt(instant: number, timeZone: string): number {
  if (zone !== timeZone) offsets.clear();
  zone = timeZone;
  const offset = offsets.get(instant) ?? Date.parse(`${wallClock(new Date(instant), timeZone)}Z`) - instant;
  offsets.set(instant, offset);
  return offset;
}

/**
 * The wall clock without a call for each day: between two instants a fortnight apart that are equally far from UTC no
 * zone has ever changed its clocks there and back. Null where they changed.
 */
function steadyClock(instant: number, timeZone: string): string | null {
  const from = Math.floor(instant / FORTNIGHT) * FORTNIGHT;
  if (from < 0 || from > LATEST) return null;
  const offset = offsetAt(from, timeZone);
  if (offset !== offsetAt(from + FORTNIGHT, timeZone)) return null;
  return new Date(instant + offset).toISOString().slice(0, 19);
}

/**
 * In some zones clocks go forward at midnight (Santiago, Havana, the Azores), so that a day begins at one o'clock and a
 * plain date has no instant of its own. Whether Google then gives one o'clock or eleven the evening before is not
 * documented: both are that day.
 */
function dayWithoutMidnight(date: Date, timeZone: string, text: string): string | null {
  const [late, early] = [text.endsWith('T23:00:00'), text.endsWith('T01:00:00')];
  if (!late && !early) return null;
  const other = wallClock(new Date(date.getTime() + (late ? HOUR : -HOUR)), timeZone);
  if (late) return other.endsWith('T01:00:00') ? other.slice(0, 10) : null;
  return other.endsWith('T23:00:00') ? text.slice(0, 10) : null;
}
