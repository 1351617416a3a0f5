import { issueWords } from '../contract/words/issues.ts';
import { checkWorkbook } from '../domain/checks/index.ts';
import type { Issue } from '../domain/issue.ts';
import { headingKey, SHEET_KEYS, SHEET_NAMES, type SheetKey } from '../domain/layout.ts';
import { CHECKLIST } from '../sheets/own-sheet.ts';
import { say } from '../sheets/platform.ts';
import { readWorkbook } from '../sheets/read-workbook.ts';
import { tickFromContent, tickFromSheet } from './checklist.ts';
import { openContext } from './context.ts';

const MESSAGES = 3;

/**
 * Checks the rows that somebody has just typed or pasted into Codes, Content or Paths, and says what is wrong in a toast:
 * a simple trigger may not open a sidebar. A paste gives no value in the event, so the rows are read.
 */
export function checkEdit({ range }: GoogleAppsScript.Events.SheetsOnEdit): void {
  const name = headingKey(range.getSheet().getName());
  const rows = { from: range.getRow(), to: range.getRow() + range.getNumRows() - 1 };
  const context = openContext();
  if (name === headingKey(CHECKLIST.name)) {
    tickFromSheet(context, rows, range.getColumn());
    return;
  }
  const key = SHEET_KEYS.find((each) => headingKey(SHEET_NAMES[each]) === name);
  if (key === undefined || key === 'records') return;
  // Records are not read: a trigger has 30 seconds, and none of these sheets' rules needs them.
  const workbook = readWorkbook(context.spreadsheet, context.now, { wanted: { records: [] } });
  if (key === 'content') tickFromContent(context, workbook);
  const found = checkWorkbook(workbook).filter((issue) => touches(issue, key, rows));
  if (found.length === 0) return;
  const said = found.slice(0, MESSAGES).map((issue) => {
    const { title, detail } = issueWords(issue);
    return `${title}. ${detail}`;
  });
  const more = found.length > MESSAGES ? [`And ${found.length - MESSAGES} more: run Check sheets.`] : [];
  say(context.spreadsheet, [...said, ...more].join('\n'), 10);
}

function touches(issue: Issue, key: SheetKey, rows: { from: number; to: number }): boolean {
  return issue.at.some((place) => place.sheet === key && place.row >= rows.from && place.row <= rows.to);
}
