const DAY = 86_400_000;
/** 1899-12-30, day 0 of Sheets' serial dates (docs sheets/api/guides/formats). */
const EPOCH = Date.UTC(1899, 11, 30);

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Offsets from UTC in ms that are known, by zone and instant. */
export type Offsets = Map<string, Map<number, number>>;
let offsets: Offsets = new Map();

/** Each execution begins with nothing; what is true of a zone it need not work out again. */
export function lendOffsets(known: Offsets): void {
  offsets = known;
}

/** Offset of a zone from UTC at an instant, in ms. */
export function offsetAt(instant: number, timeZone: string): number {
  if (timeZone === 'Etc/UTC' || timeZone === 'UTC' || timeZone === 'GMT') return 0;
  let known = offsets.get(timeZone);
  if (!known || known.size > 50_000) {
    known = new Map();
    offsets.set(timeZone, known);
  }
  let offset = known.get(instant);
  if (offset === undefined) {
    offset = workedOut(instant, timeZone);
    known.set(instant, offset);
  }
  return offset;
}

function workedOut(instant: number, timeZone: string): number {
  let format = formatters.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      era: 'short',
    });
    formatters.set(timeZone, format);
  }
  const part: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(instant)) part[type] = value;
  const year = part.era === 'BC' ? 1 - Number(part.year) : Number(part.year);
  const date = new Date(0);
  date.setUTCFullYear(year, Number(part.month) - 1, Number(part.day));
  date.setUTCHours(Number(part.hour), Number(part.minute), Number(part.second));
  return date.getTime() - Math.floor(instant / 1000) * 1000;
}

/** The instant of a wall-clock serial in the spreadsheet's zone. A wall time that a clock change skips moves forward. */
export function instantOf(serial: number, timeZone: string): number {
  const wall = EPOCH + Math.round(serial * DAY);
  return wall - offsetAt(wall - offsetAt(wall, timeZone), timeZone);
}

/** The wall-clock serial of an instant in the spreadsheet's zone. */
export function serialOf(instant: number, timeZone: string): number {
  return (instant + offsetAt(instant, timeZone) - EPOCH) / DAY;
}

export function serialOfDay(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round((date.getTime() - EPOCH) / DAY);
}

export interface WallClock {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  weekday: number;
}

export function wallClock(serial: number): WallClock {
  const date = new Date(EPOCH + Math.round(serial * DAY));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
    weekday: date.getUTCDay(),
  };
}
