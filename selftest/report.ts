import type { Known, Seen, Spreadsheet } from './case.ts';

/** One line of the result. */
export interface Line {
  readonly fact: string;
  readonly known: Known;
  readonly expected: Seen;
  readonly seen: Seen;
  readonly verdict: Verdict;
}

/** `not here`: the local stand-in does not do such a thing, and says so. */
export type Verdict = 'as expected' | 'DIFFERENT' | 'not here';

export const RESULT = 'Self-test';
const HEADINGS = ['Fact', 'Known', 'Expected', 'Seen', 'Verdict'];
/** Above the headings: when, and in which languages and zones, the facts were seen. Nothing about who. */
const ABOUT = 2;

export function verdictOf(expected: Seen, seen: Seen): Verdict {
  return JSON.stringify(expected) === JSON.stringify(seen) ? 'as expected' : 'DIFFERENT';
}

/** Writes lines into the result sheet: over the line of the same fact, or below the last. */
export function report(spreadsheet: Spreadsheet, lines: readonly Line[]): void {
  const sheet = spreadsheet.getSheetByName(RESULT) ?? newSheet(spreadsheet);
  const last = sheet.getLastRow();
  const standing = sheet
    .getRange(1, 1, last, HEADINGS.length)
    .getValues()
    .map((row) => row.map(String));
  const at = new Map(standing.map((row, i) => [row[0] ?? '', i]));
  for (const { fact, known, expected, seen, verdict } of lines) {
    const row = [fact, known, JSON.stringify(expected), JSON.stringify(seen), verdict];
    const place = at.get(fact);
    if (place === undefined) standing.push(row);
    else standing[place] = row;
  }
  const missing = standing.length - sheet.getMaxRows();
  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
  const range = sheet.getRange(1, 1, standing.length, HEADINGS.length);
  range.setNumberFormat('@').setValues(standing);
  sheet.activate();
}

function newSheet(spreadsheet: Spreadsheet) {
  const sheet = spreadsheet.insertSheet(RESULT, 0);
  const about = [
    `Platform self-test, ${Utilities.formatDate(new Date(), 'Etc/UTC', "yyyy-MM-dd HH:mm 'UTC'")}`,
    `Language ${Session.getActiveUserLocale()}, locale ${spreadsheet.getSpreadsheetLocale()}, zone ${spreadsheet.getSpreadsheetTimeZone()}, script zone ${Session.getScriptTimeZone()}`,
  ];
  const rows = [...about.map((text) => [text, '', '', '', '']), HEADINGS];
  sheet.getRange(1, 1, rows.length, HEADINGS.length).setNumberFormat('@').setValues(rows);
  sheet.setFrozenRows(ABOUT + 1);
  sheet.setColumnWidth(1, 520).setColumnWidths(3, 2, 260);
  return sheet;
}
