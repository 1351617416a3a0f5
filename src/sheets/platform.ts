// Short names for the platform's types, so that the gateway's signatures stay readable.
export type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
export type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The spreadsheet that the add-on was opened in (scope `spreadsheets.currentonly`: there is no other). */
export function currentSpreadsheet(): Spreadsheet {
  return SpreadsheetApp.getActiveSpreadsheet();
}

/** Column letters of a 1-based column: 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

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
