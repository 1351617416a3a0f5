// Short names for the platform's types, so that the gateway's signatures stay readable.
export type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
export type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
export type Range = GoogleAppsScript.Spreadsheet.Range;

/** The spreadsheet that the add-on was opened in (scope `spreadsheets.currentonly`: there is no other). */
export function currentSpreadsheet(): Spreadsheet {
  return SpreadsheetApp.getActiveSpreadsheet();
}

/** Makes rows and columns where the grid ends before them: how large a new sheet is, is nowhere written. True if it did. */
export function makeRoom(sheet: Sheet, rows: number, columns: number): boolean {
  const [height, width] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  if (rows > height) sheet.insertRowsAfter(height, rows - height);
  if (columns > width) sheet.insertColumnsAfter(width, columns - width);
  return rows > height || columns > width;
}

/**
 * A step that the job goes on without: looks, hints, what is remembered for next time. Null when it was refused; the
 * reason goes to the execution log.
 */
export function attempt<T>(step: () => T): T | null {
  try {
    return step();
  } catch (error) {
    log(error);
    return null;
  }
}

/** A message in the corner of the window. Without it the work is done all the same. */
export function say(spreadsheet: Spreadsheet, text: string, seconds = 8): void {
  attempt(() => spreadsheet.toast(text, 'Qualification Codes', seconds));
}

/** The words are for people; the reason goes to the execution log, where the maintainer can read it. */
export function log(error: unknown): void {
  console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
}

export { columnLetters } from '../domain/column-letters.ts';

/** Row numbers as runs of neighbours, top down: [2,3,7] → [{from: 2, count: 2}, {from: 7, count: 1}]. */
export function rowRuns(rows: readonly number[]): { from: number; count: number }[] {
  const runs: { from: number; count: number }[] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last && row === last.from + last.count) last.count++;
    else if (!last || row >= last.from + last.count) runs.push({ from: row, count: 1 });
  }
  return runs;
}
