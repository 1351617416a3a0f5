/** A date or date-time cell: wall-clock time in the spreadsheet's time zone, `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm:ss`. */
export interface DateCell {
  readonly iso: string;
  /** What people see in the cell, where the gateway had a reason to read it (a code that Sheets converted). */
  readonly shown?: string;
}

/**
 * The value of one cell as the domain sees it. An empty cell is `''`, as `Range.getValues()` returns it.
 * JavaScript `Date`s never reach the domain: the sheet gateway turns them into `DateCell`s.
 */
export type Cell = string | number | boolean | DateCell;

const BLANK = /^[\s\p{Cf}]*$/u;

/** A cell that holds nothing, or nothing that anyone sees: white space and zero-width characters. */
export function isBlank(cell: Cell): boolean {
  if (typeof cell !== 'string') return false;
  if (cell === '') return true;
  const first = cell.charCodeAt(0);
  // Nearly every text begins with a visible character: the pattern is for the others.
  return (first <= 32 || first >= 160) && BLANK.test(cell);
}

/**
 * A date as ISO text. A time, or how long something took, has no day of its own: Sheets counts it from 1899-12-30, which
 * nobody sees and nobody typed, so it is hours.
 */
export function dateText({ iso }: DateCell): string {
  if (!iso.startsWith('1899-12-3')) return iso;
  const [, time = '00:00:00'] = iso.split('T');
  return `${Number(iso.charAt(9)) * 24 + Number(time.slice(0, 2))}${time.slice(2)}`;
}

/** The cell as text: dates as ISO text, booleans as Sheets shows them. Text comes back byte for byte. */
export function cellText(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'object') return cell.shown ?? dateText(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return String(cell);
}

/** The cell as text, a date cell by its day alone. */
export function dayText(cell: Cell): string {
  return typeof cell === 'object' ? cell.iso.slice(0, 10) : cellText(cell);
}

/** The text of a column's cell, '' where the column or the row is missing. */
export function textOf(cells: readonly Cell[] | undefined, index: number): string {
  const cell = cells?.[index];
  return cell === undefined ? '' : cellText(cell);
}
