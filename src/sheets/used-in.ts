import { cellText } from '../domain/cell.ts';
import type { Workbook } from '../domain/workbook.ts';
import type { Spreadsheet } from './platform.ts';
import { findSheet } from './read-table.ts';

/** One row's Used In: the words in the cell, and the places in the note that shows on hover. */
export interface UsedIn {
  readonly text: string;
  readonly note: string;
}

/**
 * Refreshes the Used In column: words only where they changed, notes always, because they carry the time of the check.
 * Cells of the column that are formulas or typed over are written over: the column belongs to the add-on.
 */
export function writeUsedIn(spreadsheet: Spreadsheet, workbook: Workbook, used: readonly UsedIn[]): void {
  const { codes } = workbook;
  const column = codes.columns.usedIn;
  const sheet = column === undefined ? null : findSheet(spreadsheet, codes.name);
  if (!sheet || column === undefined || used.length === 0) return;
  const range = sheet.getRange(/* row= */ 2, column, used.length, /* numColumns= */ 1);
  const changed = used.some((each, i) => each.text !== cellText(codes.cells.usedIn?.[i] ?? ''));
  if (changed) range.setValues(used.map((each) => [each.text]));
  range.setNotes(used.map((each) => [each.note]));
}
