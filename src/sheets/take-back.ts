import type { JournalEntry } from '../domain/journal-entry.ts';
import { type Field, SHEET_KEYS, SHEET_NAMES, type SheetKey } from '../domain/layout.ts';
import { type Plan, type Refused, refuse } from '../domain/plan.ts';
import { planContinue } from '../domain/undo.ts';
import { customHeading, type Table, type Workbook } from '../domain/workbook.ts';
import { dropArchived } from './archive.ts';
import { hasRoomFor } from './cell-limit.ts';
import { dropChecklist } from './checklist-sheet.ts';
import { dropColumns } from './custom-columns.ts';
import { dropFormerCodes } from './former-codes.ts';
import { dropJournal, readJournal } from './journal.ts';
import { forgetExchange } from './last-exchange.ts';
import { attempt, type Sheet, type Spreadsheet } from './platform.ts';
import { findSheet } from './read-table.ts';
import { readWorkbook } from './read-workbook.ts';
import { restoreOrder } from './row-order.ts';
import { FormatsRefused } from './write-cells.ts';

/**
 * After a run that failed: when the sheets are as they were, its journal and copies go again, as if it had never begun.
 * False when something was changed already: then the run stays, for Overview to continue or undo.
 */
export function takeBack(spreadsheet: Spreadsheet, now: Date, run: string): boolean {
  for (const key of SHEET_KEYS) {
    const sheet = findSheet(spreadsheet, SHEET_NAMES[key]);
    if (sheet) restoreOrder(sheet);
  }
  const [entry] = readJournal(spreadsheet, [run]);
  if (!entry) return true;
  const left = planContinue(readForEntry(spreadsheet, now, entry), entry);
  const untouched =
    left.kept.length === 0 &&
    left.plan.edits.length === entry.plan.edits.length &&
    left.plan.appends.length === entry.plan.appends.length &&
    left.plan.removals.length === entry.plan.removals.length;
  // A former code that came back into use is forgotten already, perhaps: only undo knows how to bring it back.
  if (!untouched || entry.plan.revivedCodes) return false;
  if (entry.plan.archive) dropArchived(spreadsheet, run);
  if (entry.plan.checklist) dropChecklist(spreadsheet, run);
  if (entry.plan.formerCodes) dropFormerCodes(spreadsheet, run);
  if (entry.plan.exchange) forgetExchange(spreadsheet, run);
  const records = entry.plan.newColumns && findSheet(spreadsheet, SHEET_NAMES.records);
  if (records) dropColumns(records, entry.plan.newColumns);
  dropJournal(spreadsheet, run);
  return true;
}

/**
 * The workbook as the run read it: row keys compare only between equal readings, the same record columns. Of records that
 * it added every column is looked at, whether somebody has written into them since.
 */
export function readForEntry(spreadsheet: Spreadsheet, now: Date, { plan, recordFields }: JournalEntry) {
  if (plan.undoes === undefined && plan.appends.some(({ sheet }) => sheet === 'records'))
    return readWorkbook(spreadsheet, now, { custom: 'all' });
  const records = recordFields.filter((field) => customHeading(field) === undefined);
  const custom = recordFields.flatMap((field) => customHeading(field) ?? []);
  return readWorkbook(spreadsheet, now, {
    wanted: { records: records as Field<'records'>[] },
    custom: [...custom, ...(plan.newColumns ?? [])],
  });
}

/**
 * Why Google Sheets refused a change, told from the state of the file: error texts come in the user's language, so they
 * say nothing that could be compared.
 */
export function whyRefused(
  spreadsheet: Spreadsheet,
  workbook: Workbook,
  plan: Plan,
  error: unknown,
): Refused {
  return attempt(() => reasonIn(spreadsheet, workbook, plan, error)) ?? refuse('platform');
}

function reasonIn(spreadsheet: Spreadsheet, workbook: Workbook, plan: Plan, error: unknown): Refused {
  // Copies and journals take about twenty cells a row; a sheet's own rows are as wide as the sheet.
  let width = 20;
  for (const key of sheetsOf(plan)) {
    const sheet = findSheet(spreadsheet, SHEET_NAMES[key]);
    if (!sheet) continue;
    width = Math.max(width, sheet.getMaxColumns());
    const all = [SpreadsheetApp.ProtectionType.SHEET, SpreadsheetApp.ProtectionType.RANGE];
    if (all.some((type) => sheet.getProtections(type).some((each) => !each.canEdit())))
      return refuse('protected', { sheet: sheet.getName() });
    // Formats go ahead of the values: no rule has seen those yet.
    const columns = !(error instanceof FormatsRefused) && rejectingColumns(sheet, workbook[key], plan);
    if (columns) return refuse('rejecting-rule', { sheet: sheet.getName(), columns });
  }
  // A protected sheet takes no formats, either.
  if (error instanceof FormatsRefused) return refuse('typed-columns', { sheet: error.sheet });
  const grows = (plan.appends.length + plan.removals.length) * width;
  return refuse(hasRoomFor(spreadsheet, grows) ? 'platform' : 'too-many-cells');
}

/** The headings of columns that a plan writes into where some cell's rule rejects what it does not know. */
function rejectingColumns(sheet: Sheet, { columns }: Pick<Table<SheetKey>, 'columns'>, plan: Plan): string {
  return Object.entries(columns)
    .filter(([field]) => plan.appends.length > 0 || plan.edits.some((edit) => edit.field === field))
    .map(([, column]) => sheet.getRange(1, column, sheet.getMaxRows(), 1))
    .filter((cells) => cells.getDataValidations().some(([rule]) => rule && !rule.getAllowInvalid()))
    .map((cells) => cells.getDisplayValue())
    .join(', ');
}

function sheetsOf(plan: Plan): SheetKey[] {
  const named = new Set([...plan.edits, ...plan.appends, ...plan.removals].map(({ sheet }) => sheet));
  return SHEET_KEYS.filter((key) => named.has(key));
}
