import type { Severity } from '../domain/issue.ts';
import type { SheetKey } from '../domain/layout.ts';
import type { Workbook } from '../domain/workbook.ts';
import { richText, rowLink } from './links.ts';
import { openOwnSheet, ownSheetAsItStands, PROBLEMS } from './own-sheet.ts';
import { makeRoom, type Sheet, type Spreadsheet } from './platform.ts';
import { findSheet } from './read-table.ts';

/** One line of the Problems sheet, in words. */
export interface ProblemLine {
  readonly severity: Severity;
  readonly title: string;
  readonly detail: string;
  readonly advice: string;
  readonly where: string;
  readonly sheet: SheetKey;
  readonly row: number;
}

/** More lines than anyone reads; a note below says how many are not listed. */
const LINES = 5_000;

/**
 * Writes the findings over the last check's, in one call; old lines below are emptied by the same call. Where there is
 * nothing to write the sheet is not made. Returns whether it stood: whether this file was checked before.
 */
export function writeProblems(
  spreadsheet: Spreadsheet,
  workbook: Workbook,
  lines: readonly ProblemLine[],
): boolean {
  const stood = ownSheetAsItStands(spreadsheet, PROBLEMS);
  if (!stood && lines.length === 0) return false;
  const sheet = stood ?? openOwnSheet(spreadsheet, PROBLEMS);
  const width = PROBLEMS.headings.length;
  const tabs = new Map<SheetKey, Sheet | null>();
  const tab = (key: SheetKey): Sheet | null => {
    if (!tabs.has(key)) tabs.set(key, findSheet(spreadsheet, workbook[key].name));
    return tabs.get(key) ?? null;
  };
  // The same few sentences stand in many rows: each is made once.
  const made = new Map<string, GoogleAppsScript.Spreadsheet.RichTextValue>();
  const plain = (text: string): GoogleAppsScript.Spreadsheet.RichTextValue => {
    const value = made.get(text) ?? richText(text);
    made.set(text, value);
    return value;
  };
  const rows = lines.slice(0, LINES).map((line) => {
    const target = tab(line.sheet);
    const link = target ? rowLink(target, line.row) : undefined;
    const severity = line.severity === 'error' ? 'Error' : 'Warning';
    return [severity, line.title, line.detail, line.advice].map(plain).concat(richText(line.where, link));
  });
  const note =
    lines.length === 0 ? 'No problems found' : lines.length > LINES ? `And ${lines.length - LINES} more` : '';
  if (note !== '') rows.push(['', note, '', '', ''].map(plain));
  const old = sheet.getLastRow() - 1;
  while (rows.length < old) rows.push(new Array(width).fill(plain('')));
  makeRoom(sheet, rows.length + 1, width);
  sheet.getRange(/* row= */ 2, /* column= */ 1, rows.length, width).setRichTextValues(rows);
  return stood !== null;
}
