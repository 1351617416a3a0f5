// What Google calls: the menu, its items, and what the page calls.
import {
  writeForUndo as forUndo,
  lookAtKilledRun as killedRun,
  lookAtUndo as undone,
  runUntilKilled as untilKilled,
} from './by-hand.ts';
import { CASES } from './cases/index.ts';
import { type Line, RESULT, report } from './report.ts';
import { runCases } from './run.ts';

export function onOpen(): void {
  SpreadsheetApp.getUi()
    .createMenu('Self-test')
    .addItem('Run', 'runSelfTest')
    .addItem('Calls from a page', 'openPage')
    .addSeparator()
    .addItem('Ctrl+Z, write', 'writeForUndo')
    .addItem('Ctrl+Z, look', 'lookAtUndo')
    .addSeparator()
    .addItem('Run until Google ends it (6 minutes)', 'runUntilKilled')
    .addItem('Look at what that run left', 'lookAtKilledRun')
    .addToUi();
}

/** The facts are about a British spreadsheet in London time: the file is that as long as they run. */
export function runSelfTest(): void {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const [locale, zone] = [spreadsheet.getSpreadsheetLocale(), spreadsheet.getSpreadsheetTimeZone()];
  const old = spreadsheet.getSheetByName(RESULT);
  let lines: Line[];
  try {
    spreadsheet.setSpreadsheetLocale('en_GB');
    spreadsheet.setSpreadsheetTimeZone('Europe/London');
    lines = runCases(spreadsheet, CASES);
  } finally {
    spreadsheet.setSpreadsheetLocale(locale);
    spreadsheet.setSpreadsheetTimeZone(zone);
  }
  report(spreadsheet, lines);
  const different = lines.filter(({ verdict }) => verdict === 'DIFFERENT').length;
  const again = old ? ' The lines of the last run were written over.' : '';
  say(`${lines.length} facts looked at, ${different} different.${again}`);
}

export function openPage(): void {
  const page = HtmlService.createHtmlOutputFromFile('page').setWidth(420).setHeight(260);
  SpreadsheetApp.getUi().showModelessDialog(page, 'Calls from a page');
}

export function writeForUndo(): void {
  say(forUndo(SpreadsheetApp.getActiveSpreadsheet()));
}

export function lookAtUndo(): void {
  say(undone(SpreadsheetApp.getActiveSpreadsheet()));
}

export function runUntilKilled(): void {
  untilKilled(SpreadsheetApp.getActiveSpreadsheet());
}

export function lookAtKilledRun(): void {
  say(killedRun(SpreadsheetApp.getActiveSpreadsheet()));
}

export function echo(value: unknown): unknown {
  return value;
}

export function lengthOf(text: string): number {
  return text.length;
}

export function textOf(length: number): string {
  return 'x'.repeat(length);
}

export function aDate(): unknown {
  return { inside: [new Date()] };
}

export function aMap(): unknown {
  return { map: new Map([[1, 2]]) };
}

export function breaks(): never {
  throw new Error('broken on purpose');
}

/** When the call began and ended, so that the page can see how many ran at once. */
export function aSecond(): number[] {
  const began = Date.now();
  Utilities.sleep(1_000);
  return [began, Date.now()];
}

/** What the page saw. Dates cannot be in it: lines are text and numbers. */
export function fromPage(lines: readonly Line[]): void {
  report(SpreadsheetApp.getActiveSpreadsheet(), lines);
}

function say(text: string): void {
  SpreadsheetApp.getActiveSpreadsheet().toast(text, 'Self-test', 20);
}
