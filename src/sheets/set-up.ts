import { type FieldLayout, LAYOUT, SHEET_KEYS, SHEET_NAMES, type SheetKey } from '../domain/layout.ts';
import { attempt, makeRoom, type Sheet, type Spreadsheet } from './platform.ts';
import { findColumn, findSheet, locate } from './read-table.ts';

/** What set up did: sheets it made, and what it added to sheets that stood already. Both empty when all was there. */
export interface SetUpReport {
  readonly made: string[];
  readonly changed: string[];
}

const WIDTHS: Record<string, number> = {
  title: 260,
  description: 260,
  usedIn: 260,
  otherInformation: 200,
  code: 150,
};
const CHOICES: Record<string, readonly string[]> = {
  type: ['Course', 'Quiz', 'Training Event'],
  recordType: ['Training Record', 'Learning Path', 'E-learning'],
};

/**
 * Makes the four sheets or adopts those that stand: adds what is missing, changes nothing that is there, moves no column.
 * Doubled headings are left for the check to report. Running it twice changes nothing.
 */
export function setUp(spreadsheet: Spreadsheet): SetUpReport {
  const report: SetUpReport = { made: [], changed: [] };
  const sheets = new Map<SheetKey, Sheet>();
  SHEET_KEYS.forEach((key, i) => {
    const sheet = findSheet(spreadsheet, SHEET_NAMES[key]) ?? spreadsheet.insertSheet(SHEET_NAMES[key], i);
    // An empty sheet is as good as none; so a run that was stopped before its headings leaves nothing half made.
    if (sheet.getLastColumn() === 0) report.made.push(sheet.getName());
    sheets.set(key, sheet);
  });
  for (const [key, sheet] of sheets) addHeadings(sheet, key, report);
  const codes = codesRange(sheets.get('codes'));
  for (const [key, sheet] of sheets) dress(sheet, key, codes, report);
  return report;
}

function addHeadings(sheet: Sheet, key: SheetKey, report: SetUpReport): void {
  const made = report.made.includes(sheet.getName());
  const last = sheet.getLastColumn();
  const present = last === 0 ? [] : (sheet.getRange(1, 1, 1, last).getValues()[0] ?? []).map(String);
  const all: readonly FieldLayout[] = Object.values(LAYOUT[key]);
  // A sheet without a heading is as good as new: a run may have been stopped right after it made it.
  const missing = present.every((heading) => heading.trim() === '')
    ? all.filter(({ required, offered }) => required || offered).map(({ heading }) => heading)
    : locate(key, present)
        .problems.filter((problem) => problem.kind === 'missing')
        .map((problem) => problem.heading);
  // A sheet of one row has no place for data, and no row may be frozen there.
  makeRoom(sheet, 2, last + missing.length);
  if (missing.length === 0) return;
  sheet.getRange(1, last + 1, 1, missing.length).setValues([missing]);
  if (!made) report.changed.push(`${sheet.getName()}: added ${missing.join(', ')}`);
}

function dress(
  sheet: Sheet,
  key: SheetKey,
  codes: GoogleAppsScript.Spreadsheet.Range | null,
  report: SetUpReport,
): void {
  const name = sheet.getName();
  const made = report.made.includes(name);
  const done: string[] = [];
  const last = sheet.getLastColumn();
  const heading = sheet.getRange(1, 1, 1, last);
  const { columns } = locate(key, heading.getValues()[0] ?? []);
  if (attempt(() => freeze(sheet))) done.push('froze the heading row');
  if (attempt(() => embolden(heading))) done.push('made the headings bold');
  if (made) attempt(() => heading.setBackground('#e8f0fe'));
  const rows = sheet.getMaxRows() - 1;
  const layout = LAYOUT[key] as Readonly<Record<string, FieldLayout>>;
  const note = { format: [] as string[], list: [] as string[] };
  // Sheets tables with typed columns refuse formats and validation: they go without.
  for (const [field, column] of Object.entries(columns) as [string, number][]) {
    const body = sheet.getRange(/* row= */ 2, column, rows, /* numColumns= */ 1);
    const { kind, heading: title } = layout[field] as FieldLayout;
    const format = kind === 'text' ? '@' : kind === 'date' ? 'yyyy-mm-dd' : null;
    if (format !== null && attempt(() => setFormat(sheet, body, column, rows, format)))
      note.format.push(title);
    if (attempt(() => setRule(sheet, body, column, rows, ruleFor(field, kind, key, codes))))
      note.list.push(title);
    const width = WIDTHS[field];
    if (made && width !== undefined) attempt(() => sheet.setColumnWidth(column, width));
  }
  if (note.format.length > 0) done.push(`set the format of ${note.format.join(', ')}`);
  if (note.list.length > 0) done.push(`added choices to ${note.list.join(', ')}`);
  if (attempt(() => protect(sheet, heading, 'Qualification Codes: headings')))
    done.push('guarded the headings');
  const usedIn = (columns as { usedIn?: number }).usedIn;
  if (key === 'codes' && usedIn !== undefined) {
    const body = sheet.getRange(2, usedIn, rows, 1);
    if (attempt(() => protect(sheet, body, 'Qualification Codes: Used In'))) done.push('guarded Used In');
  }
  if (!made && done.length > 0) report.changed.push(`${name}: ${done.join('; ')}`);
}

function freeze(sheet: Sheet): boolean {
  if (sheet.getFrozenRows() > 0) return false;
  sheet.setFrozenRows(1);
  return true;
}

function embolden(heading: GoogleAppsScript.Spreadsheet.Range): boolean {
  if (heading.getFontWeights()[0]?.every((weight) => weight === 'bold')) return false;
  heading.setFontWeight('bold');
  return true;
}

function setFormat(
  sheet: Sheet,
  body: GoogleAppsScript.Spreadsheet.Range,
  column: number,
  rows: number,
  format: string,
): boolean {
  const first = body.getNumberFormat();
  const last = sheet.getRange(rows + 1, column).getNumberFormat();
  if (first === format && last === format) return false;
  body.setNumberFormat(format);
  return true;
}

function setRule(
  sheet: Sheet,
  body: GoogleAppsScript.Spreadsheet.Range,
  column: number,
  rows: number,
  rule: GoogleAppsScript.Spreadsheet.DataValidation | null,
): boolean {
  if (!rule) return false;
  if (body.getCell(1, 1).getDataValidation() && sheet.getRange(rows + 1, column).getDataValidation())
    return false;
  body.setDataValidation(rule);
  return true;
}

/** Dropdowns warn and never reject: a code may well be typed before it stands in Codes. */
function ruleFor(
  field: string,
  kind: FieldLayout['kind'],
  key: SheetKey,
  codes: GoogleAppsScript.Spreadsheet.Range | null,
): GoogleAppsScript.Spreadsheet.DataValidation | null {
  const builder = () => SpreadsheetApp.newDataValidation().setAllowInvalid(true);
  const choices = CHOICES[field];
  if (choices)
    return builder()
      .requireValueInList([...choices], true)
      .build();
  if (field === 'code' && key !== 'codes' && codes) return builder().requireValueInRange(codes, true).build();
  // Ticked is 1 and unticked stays blank: FALSE boxes would count as content for getLastRow (platform facts, 3).
  if (kind === 'flag') return builder().requireCheckbox(1).build();
  return null;
}

function codesRange(sheet: Sheet | undefined): GoogleAppsScript.Spreadsheet.Range | null {
  if (!sheet) return null;
  const column = findColumn(sheet, 'codes', 'code');
  return column === null ? null : sheet.getRange(2, column, sheet.getMaxRows() - 1, 1);
}

/** Warning-only: people are asked before they type over it, nobody is locked out. */
function protect(sheet: Sheet, range: GoogleAppsScript.Spreadsheet.Range, description: string): boolean {
  const standing = sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE);
  if (standing.some((protection) => protection.getDescription() === description)) return false;
  const protection = range.protect();
  if (attempt(() => protection.setDescription(description).setWarningOnly(true))) return true;
  // Rather none than one that locks people out.
  protection.remove();
  return false;
}
