import { cellText } from '../domain/cell.ts';
import { withDateCells } from './date-cells.ts';
import { noteMade } from './made-sheets.ts';
import { attempt, columnLetters, makeRoom, rowRuns, type Sheet, type Spreadsheet } from './platform.ts';
import { findSheet } from './read-table.ts';
import { setCells } from './set-cells.ts';

/** A sheet that the add-on makes when it first needs it. */
export interface OwnSheet {
  readonly name: string;
  readonly headings: readonly string[];
  readonly hidden?: boolean;
  /** Only ever added to, by the add-on. */
  readonly log?: boolean;
}

/** Wide enough for a sentence in two lines; one call for all columns. */
const OWN_WIDTH = 180;
/** A log that is full makes room for some more runs like this one; cells are what a spreadsheet runs out of. */
const spareRows = (written: number): number => Math.min(20_000, Math.max(1_000, 3 * written));

export const PROBLEMS: OwnSheet = {
  name: 'Problems',
  headings: ['Severity', 'Problem', 'Detail', 'How to fix', 'Where'],
};

export const ACTIVITY: OwnSheet = {
  name: 'Activity',
  headings: ['Run', 'When', 'Who', 'Action', 'What', 'Cells Changed', 'Rows Added', 'Rows Removed', 'State'],
  log: true,
};

export const CHECKLIST: OwnSheet = {
  name: 'Rename Checklist',
  headings: ['Done', 'From', 'To', 'Type', 'Object Id', 'Title', 'Owner', 'Note', 'Run'],
};

export const DELETED_RECORDS: OwnSheet = {
  name: 'Deleted Records',
  headings: [
    'Record Id',
    'Name',
    'Record Type',
    'Object Id',
    'Title',
    'Training Provider',
    'Completion Date',
    'Other Information',
    'Qualification Code',
    'Delete?',
    'Deleted At',
    'Deleted By',
    'Run',
  ],
  log: true,
};

export const FORMER_CODES: OwnSheet = {
  name: 'Former Codes',
  headings: ['Code', 'Now', 'When', 'Reason', 'Run', 'Open'],
  hidden: true,
  log: true,
};

export const BEFORE_IMAGES: OwnSheet = {
  name: 'Undo Data',
  headings: ['Run', 'Part', 'State', 'Text'],
  hidden: true,
  log: true,
};

export const LAST_EXCHANGE: OwnSheet = {
  name: 'Last Exchange',
  headings: ['Run', 'Part', 'Text'],
  hidden: true,
  log: true,
};

export function findOwnSheet(spreadsheet: Spreadsheet, own: OwnSheet): Sheet | null {
  return findSheet(spreadsheet, own.name);
}

/** All but the undo data, which tells that the others are ours. */
export const OWN_SHEETS = [PROBLEMS, ACTIVITY, CHECKLIST, DELETED_RECORDS, FORMER_CODES, LAST_EXCHANGE];

/**
 * The first of these names under which a sheet of people's own stands: it must not be written over. Once there is undo
 * data the names are known to be ours, and it costs no call.
 */
export function takenName(
  spreadsheet: Spreadsheet,
  names: readonly OwnSheet[] = OWN_SHEETS,
): string | undefined {
  if (ownSheetAsItStands(spreadsheet, BEFORE_IMAGES)) return undefined;
  return names.find((own) => {
    const [row = []] = ownSheetAsItStands(spreadsheet, own)?.getRange('1:1').getValues() ?? [own.headings];
    // People may have cut columns away.
    return own.headings.some((heading, i) => i < row.length && row[i] !== heading);
  })?.name;
}

export function openOwnSheet(spreadsheet: Spreadsheet, own: OwnSheet): Sheet {
  return ownSheetAsItStands(spreadsheet, own) ?? makeOwnSheet(spreadsheet, own, []);
}

/** The sheet as it stands, unless a run was stopped while it made it: its headings come last. */
export function ownSheetAsItStands(spreadsheet: Spreadsheet, own: OwnSheet): Sheet | null {
  const sheet = findOwnSheet(spreadsheet, own);
  return sheet && sheet.getLastRow() > 0 ? sheet : null;
}

/**
 * Makes a missing sheet with its first rows: plain text in all its columns (`@` before any value, so that no code turns
 * into a number or date), a frozen bold heading row, at the end of the tabs, without taking people away from where they
 * are. Headings and rows go in one write, and last: the first run in a file has many sheets to make, and one that was
 * stopped half-way shows by having no headings.
 */
function makeOwnSheet(spreadsheet: Spreadsheet, own: OwnSheet, rows: readonly (readonly string[])[]): Sheet {
  const width = own.headings.length;
  const before = spreadsheet.getActiveSheet();
  const sheet =
    findOwnSheet(spreadsheet, own) ?? spreadsheet.insertSheet(own.name, spreadsheet.getNumSheets());
  if (!own.hidden) noteMade(own.name);
  const full = 2 * rows.length + 1 >= sheet.getMaxRows();
  makeRoom(sheet, rows.length + 1 + (full ? spareRows(rows.length) : 0), width);
  if (own.hidden) attempt(() => sheet.hideSheet());
  else {
    attempt(() => sheet.getRange(1, 1, 1, width).setFontWeight('bold'));
    attempt(() => sheet.setFrozenRows(1));
    attempt(() => sheet.setColumnWidths(1, width, OWN_WIDTH));
  }
  sheet.getRange(`A:${columnLetters(width)}`).setNumberFormat('@');
  setCells(sheet.getRange(1, 1, rows.length + 1, width), [own.headings, ...rows]);
  attempt(() => spreadsheet.setActiveSheet(before));
  return sheet;
}

/** The data rows of an own sheet as text, heading row left out; none where the sheet does not stand yet. */
export function readOwnRows(spreadsheet: Spreadsheet, own: OwnSheet): string[][] {
  const sheet = findOwnSheet(spreadsheet, own);
  if (!sheet) return [];
  const last = sheet.getLastRow();
  if (last < 2) return [];
  // People may have taken columns away.
  const width = Math.min(own.headings.length, sheet.getMaxColumns());
  const rows = sheet.getRange(/* row= */ 2, /* column= */ 1, last - 1, width).getValues();
  // People may have made dates of what was text, too.
  return withDateCells(rows, spreadsheet.getSpreadsheetTimeZone(), new Map()).map((row) => row.map(cellText));
}

/** Appends rows of text below the last one, and returns the first new row. */
export function appendOwnRows(
  spreadsheet: Spreadsheet,
  own: OwnSheet,
  rows: readonly (readonly string[])[],
): number {
  const sheet = ownSheetAsItStands(spreadsheet, own);
  if (!sheet) {
    makeOwnSheet(spreadsheet, own, rows);
    return 2;
  }
  const first = sheet.getLastRow() + 1;
  appendText(sheet, first, own.headings.length, rows, own.log);
  return first;
}

/**
 * Writes rows of text from row `first`, making room below where the grid ends before them. `@` goes first on the band:
 * people may have formatted it, and rows past the old grid do not carry the format. A log that nobody edits (`trusted`)
 * is plain text as it was made.
 */
export function appendText(
  sheet: Sheet,
  first: number,
  width: number,
  rows: readonly (readonly string[])[],
  trusted = false,
): void {
  if (rows.length === 0) return;
  const last = first + rows.length - 1;
  const missing = last > sheet.getMaxRows();
  makeRoom(sheet, last + (trusted && missing ? spareRows(rows.length) : 0), width);
  if (trusted && missing) sheet.getRange(`A:${columnLetters(width)}`).setNumberFormat('@');
  const range = sheet.getRange(first, 1, rows.length, width);
  if (!trusted) range.setNumberFormat('@');
  setCells(range, rows);
}

/**
 * Takes rows out of an own sheet. The last ones go by clearing: a sheet must keep a row below its frozen heading, and what
 * is written next follows the last row that holds something.
 */
export function dropOwnRows(
  spreadsheet: Spreadsheet,
  own: OwnSheet,
  which: (row: readonly string[]) => boolean,
): void {
  const sheet = findOwnSheet(spreadsheet, own);
  if (!sheet) return;
  const rows = readOwnRows(spreadsheet, own).flatMap((row, i) => (which(row) ? [i + 2] : []));
  const width = Math.min(own.headings.length, sheet.getMaxColumns());
  for (const run of rowRuns(rows)) sheet.getRange(run.from, 1, run.count, width).clearContent();
}
