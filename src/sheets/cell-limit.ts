import type { Spreadsheet } from './platform.ts';

/** What a file holds in Google Sheets, blank cells included (platform facts, 4). */
const MOST_CELLS = 10_000_000;

export function hasRoomFor(spreadsheet: Spreadsheet, more: number): boolean {
  const cells = spreadsheet
    .getSheets()
    .reduce((sum, sheet) => sum + sheet.getMaxRows() * sheet.getMaxColumns(), 0);
  return cells + more <= MOST_CELLS;
}
