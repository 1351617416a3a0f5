import type { Sheet, Spreadsheet } from './platform.ts';
import { findSheet } from './read-table.ts';

/** A sheet that the add-on makes when it first needs it. */
export interface OwnSheet {
  readonly name: string;
  readonly headings: readonly string[];
  readonly hidden?: boolean;
}

/** Wide enough for a sentence in two lines; one call for all columns. */
const OWN_WIDTH = 180;

export const PROBLEMS: OwnSheet = {
  name: 'Problems',
  headings: ['Severity', 'Problem', 'Detail', 'How to fix', 'Where'],
};

export const ACTIVITY: OwnSheet = {
  name: 'Activity',
  headings: ['Run', 'When', 'Who', 'Action', 'What', 'Cells Changed', 'Rows Added', 'Rows Removed', 'State'],
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
};

export const FORMER_CODES: OwnSheet = {
  name: 'Former Codes',
  headings: ['Code', 'Now', 'When', 'Reason', 'Run', 'Open'],
  hidden: true,
};

export const BEFORE_IMAGES: OwnSheet = {
  name: 'Undo Data',
  headings: ['Run', 'Part', 'State', 'Text'],
  hidden: true,
};

export function findOwnSheet(spreadsheet: Spreadsheet, own: OwnSheet): Sheet | null {
  return findSheet(spreadsheet, own.name);
}

/**
 * The sheet, made where it is missing: plain text everywhere (`@` before any value, so that no code turns into a number
 * or date), a frozen bold heading row, at the end of the tabs, without taking people away from where they are.
 */
export function openOwnSheet(spreadsheet: Spreadsheet, own: OwnSheet): Sheet {
  const found = findOwnSheet(spreadsheet, own);
  if (found) return found;
  const before = spreadsheet.getActiveSheet();
  const sheet = spreadsheet.insertSheet(own.name, spreadsheet.getNumSheets());
  sheet.getRange(1, 1, sheet.getMaxRows(), own.headings.length).setNumberFormat('@');
  sheet
    .getRange(1, 1, 1, own.headings.length)
    .setValues([[...own.headings]])
    .setFontWeight('bold');
  sheet.setFrozenRows(1);
  if (!own.hidden) sheet.setColumnWidths(1, own.headings.length, OWN_WIDTH);
  if (own.hidden) sheet.hideSheet();
  spreadsheet.setActiveSheet(before);
  return sheet;
}

/** The data rows of an own sheet as text, heading row left out; none where the sheet does not stand yet. */
export function readOwnRows(spreadsheet: Spreadsheet, own: OwnSheet): string[][] {
  const sheet = findOwnSheet(spreadsheet, own);
  if (!sheet) return [];
  const last = sheet.getLastRow();
  if (last < 2) return [];
  return sheet
    .getRange(/* row= */ 2, /* column= */ 1, last - 1, own.headings.length)
    .getValues()
    .map((row) => row.map(String));
}

/** Appends rows of text in one write, `@` first on the new band: rows past the old grid do not carry the format. */
export function appendOwnRows(
  spreadsheet: Spreadsheet,
  own: OwnSheet,
  rows: readonly (readonly string[])[],
): number {
  const sheet = openOwnSheet(spreadsheet, own);
  const first = sheet.getLastRow() + 1;
  appendText(sheet, first, own.headings.length, rows, own.hidden || own.name === ACTIVITY.name);
  return first;
}

/** Writes rows of text from row `first`, making room below where the grid ends before them. */
export function appendText(
  sheet: Sheet,
  first: number,
  width: number,
  rows: readonly (readonly string[])[],
  trusted = false,
): void {
  if (rows.length === 0) return;
  const missing = first + rows.length - 1 - sheet.getMaxRows();
  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
  const range = sheet.getRange(first, 1, rows.length, width);
  // Nobody formats a hidden sheet: rows that were there from the start are plain text still.
  if (!trusted || missing > 0) range.setNumberFormat('@');
  range.setValues(rows.map((row) => [...row]));
}
