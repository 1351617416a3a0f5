import { codeKey } from '../domain/code.ts';
import type { Plan } from '../domain/plan.ts';
import type { FormerCode, OpenRename } from '../domain/workbook.ts';
import { appendOwnRows, dropOwnRows, FORMER_CODES, findOwnSheet, readOwnRows } from './own-sheet.ts';
import type { Spreadsheet } from './platform.ts';
import type { Run } from './run.ts';

/** The memory of renamed, merged and deleted codes, and which of those renames still have an open checklist. */
export function readFormerCodes(spreadsheet: Spreadsheet): { former: FormerCode[]; open: OpenRename[] } {
  const rows = readOwnRows(spreadsheet, FORMER_CODES);
  const former = rows.map(([code = '', now = '', when = '']) => ({ code, now, when }));
  const open = rows
    .filter((row) => row[5] === 'open')
    .map(([from = '', to = '', , , run = '']) => ({ run, from, to }));
  return { former, open };
}

/** Remembers the codes that a plan uses up, and forgets those that it takes back into use. */
export function addFormerCodes(spreadsheet: Spreadsheet, plan: Plan, run: Run): void {
  if (plan.revivedCodes?.length) {
    const revived = new Set(plan.revivedCodes.map(({ code }) => codeKey(code)));
    dropOwnRows(spreadsheet, FORMER_CODES, (row) => revived.has(codeKey(row[0] ?? '')));
  }
  if (!plan.formerCodes?.length) return;
  const open = plan.checklist && plan.checklist.length > 0 ? 'open' : '';
  appendOwnRows(
    spreadsheet,
    FORMER_CODES,
    plan.formerCodes.map(({ code, now, reason }) => [code, now, run.when, reason ?? '', run.run, open]),
  );
}

/** Whether a run's former codes stand there: they go in one write, so all of them do or none. */
export function remembersFormerCodes(spreadsheet: Spreadsheet, run: string): boolean {
  return readOwnRows(spreadsheet, FORMER_CODES).some((row) => row[4] === run);
}

export function dropFormerCodes(spreadsheet: Spreadsheet, run: string): void {
  dropOwnRows(spreadsheet, FORMER_CODES, (row) => row[4] === run);
}

/** Marks a rename's checklist as finished (or open again). */
export function setRenameOpen(spreadsheet: Spreadsheet, run: string, open: boolean): void {
  const sheet = findOwnSheet(spreadsheet, FORMER_CODES);
  const index = readOwnRows(spreadsheet, FORMER_CODES).findIndex((row) => row[4] === run);
  if (sheet && index >= 0) sheet.getRange(index + 2, 6).setValue(open ? 'open' : '');
}
