import type { JournalEntry, RemovedRow } from '../domain/journal-entry.ts';
import type { SheetKey } from '../domain/layout.ts';
import { SHEET_KEYS } from '../domain/layout.ts';
import type { Plan } from '../domain/plan.ts';
import { withTwins } from '../domain/row-twins.ts';
import type { Table, Workbook } from '../domain/workbook.ts';
import { addRows } from './append-rows.ts';
import { archiveRows, dropArchived, isArchived } from './archive.ts';
import { addChecklist, dropChecklist, readChecklist } from './checklist-sheet.ts';
import { addColumns, dropColumns } from './custom-columns.ts';
import { addFormerCodes, dropFormerCodes, remembersFormerCodes } from './former-codes.ts';
import { pruneJournal, writeActivity, writeJournal } from './journal.ts';
import { forgetExchange, rememberExchange } from './last-exchange.ts';
import type { Sheet, Spreadsheet } from './platform.ts';
import { findSheet } from './read-table.ts';
import { type Leaving, startRemoval } from './remove-rows.ts';
import { RowsMoved, requireGridRows, sortHindrance } from './row-order.ts';
import type { Run } from './run.ts';
import { recordsMoved, repair, rowsCameOrWent } from './settle.ts';
import { writeCells } from './write-cells.ts';

/**
 * Carries out a plan: the only place that changes people's sheets. The plan must come from a reading made under the
 * document lock. Order: before-images, copies of what leaves, cells, new rows, removals, and last the Activity line, so
 * that a run killed anywhere has lost nothing and `planContinue` finds out what is left. Rows that leave may be brought
 * together by a sort before that (`bySort`): the helper column tells a run killed there.
 *
 * Returns whether all that was written is in: a read after the last write makes it so. Otherwise the caller flushes.
 *
 * @throws RowsMoved before anything was written, when rows came or went under our hands.
 */
export function applyPlan(
  spreadsheet: Spreadsheet,
  workbook: Workbook,
  plan: Plan,
  run: Run,
  bySort = false,
): boolean {
  const leaving = startRemovals(spreadsheet, workbook, plan, bySort);
  const removed = leaving.flatMap((each) => each.removed);
  const written = writeJournal(spreadsheet, journalEntry(workbook, plan, run, removed));
  if (plan.archive) archiveRows(spreadsheet, removed, run);
  change(spreadsheet, workbook, plan, run);
  for (const each of leaving) each.remove();
  forget(spreadsheet, workbook, plan);
  finishRun(spreadsheet, plan, run);
  const looked = pruneJournal(spreadsheet, written);
  return settle(spreadsheet, workbook, plan) ?? looked;
}

/**
 * Looks, last of all, whether records moved under the writing, and puts right what went to the wrong ones. True when there
 * was nothing to put right, null when there was no need to look.
 */
function settle(
  spreadsheet: Spreadsheet,
  workbook: Workbook,
  plan: Plan,
  added = plan.appends,
): boolean | null {
  if (!looksAtRecords(plan)) return null;
  const edits = plan.edits.filter(({ sheet }) => sheet === 'records');
  const sheet = tableSheet(spreadsheet, workbook, 'records');
  if (!recordsMoved(sheet, workbook, edits)) return true;
  const appends = added.filter((row) => row.sheet === 'records');
  repair(spreadsheet, sheet, workbook.records as Table<SheetKey>, { edits, appends }, isUndo(plan));
  return false;
}

/** Records that were edited are looked at once all is written; at once where rows of theirs go as well. */
function looksAtRecords({ edits, removals }: Plan): boolean {
  const inRecords = ({ sheet }: { sheet: SheetKey }): boolean => sheet === 'records';
  return edits.some(inRecords) && !removals.some(inRecords);
}

/** The rest of a run that was stopped: the journal stands already, and copies that were made are not made twice. */
export function carryOut(
  spreadsheet: Spreadsheet,
  workbook: Workbook,
  plan: Plan,
  run: Run,
  removed: readonly RemovedRow[],
): void {
  if (plan.archive && !isArchived(spreadsheet, run.run)) archiveRows(spreadsheet, removed, run);
  change(spreadsheet, workbook, plan, run, { again: true });
  for (const leaving of startRemovals(spreadsheet, workbook, plan, 'as it is safe')) leaving.remove();
  forget(spreadsheet, workbook, plan);
}

/** What an undo puts back is the very text, number or tick that it was. */
const isUndo = (plan: Plan): plan is Plan & { readonly undoes: readonly string[] } =>
  plan.undoes !== undefined;

/** New columns, cells, the checklist, former codes and new rows. `again`: what the run wrote before is not doubled. */
function change(
  spreadsheet: Spreadsheet,
  workbook: Workbook,
  plan: Plan,
  run: Run,
  { again = false } = {},
): void {
  const made = plan.newColumns
    ? addColumns(tableSheet(spreadsheet, workbook, 'records'), plan.newColumns)
    : {};
  const edit = (key: SheetKey): void => {
    const edits = plan.edits.filter((each) => each.sheet === key);
    const columns = key === 'records' ? { ...workbook[key].columns, ...made } : workbook[key].columns;
    if (edits.length === 0) return;
    const sheet = tableSheet(spreadsheet, workbook, key);
    requireGridRows(sheet, workbook[key].gridRows);
    writeCells(sheet, key, columns, edits, isUndo(plan));
    if (key === 'records' && !again && looksAtRecords(plan)) return;
    const moved =
      rowsCameOrWent(sheet, workbook[key]) || (key === 'records' && recordsMoved(sheet, workbook, edits));
    // New rows come after this.
    const written = { edits, appends: [] };
    if (moved) repair(spreadsheet, sheet, workbook[key] as Table<SheetKey>, written, isUndo(plan));
  };
  const add = (key: SheetKey): void => {
    const rows = plan.appends.filter((row) => row.sheet === key);
    if (rows.length > 0)
      addRows(tableSheet(spreadsheet, workbook, key), workbook[key] as Table<SheetKey>, rows);
  };
  // Codes first, and whole: dropdowns that take only codes of that sheet refuse one that does not stand there yet.
  const [codes, ...others] = SHEET_KEYS;
  edit(codes);
  add(codes);
  others.forEach(edit);
  const listed = again && readChecklist(spreadsheet).some((line) => line.run === run.run);
  if (plan.checklist && plan.checklist.length > 0 && !listed)
    addChecklist(spreadsheet, plan.checklist, run.run);
  if (!again || !remembersFormerCodes(spreadsheet, run.run)) addFormerCodes(spreadsheet, plan, run);
  try {
    others.forEach(add);
  } catch (error) {
    // Nobody looks at the records any more when the run ends here.
    if (error instanceof RowsMoved) settle(spreadsheet, workbook, plan, []);
    throw error;
  }
  if (again) forgetExchange(spreadsheet, run.run);
  if (plan.exchange && plan.exchange.ids.length > 0) rememberExchange(spreadsheet, run.run, plan.exchange);
}

/** What an undo takes out of the add-on's own sheets. */
function forget(spreadsheet: Spreadsheet, workbook: Workbook, plan: Plan): void {
  if (!isUndo(plan)) return;
  if (plan.dropColumns) dropColumns(tableSheet(spreadsheet, workbook, 'records'), plan.dropColumns);
  for (const run of plan.undoes) {
    if (plan.kind === 'import') forgetExchange(spreadsheet, run);
    if (plan.unarchives) dropArchived(spreadsheet, run);
    dropChecklist(spreadsheet, run);
    dropFormerCodes(spreadsheet, run);
  }
}

/** Writes the run's line in Activity: from here on it counts as finished. */
export function finishRun(spreadsheet: Spreadsheet, plan: Plan, run: Run): void {
  writeActivity(spreadsheet, {
    ...run,
    kind: plan.kind,
    edits: plan.edits.length,
    appends: plan.appends.length,
    removals: plan.removals.length,
    state: 'done',
  });
}

function journalEntry(
  workbook: Workbook,
  plan: Plan,
  run: Run,
  removed: readonly RemovedRow[],
): JournalEntry {
  const recordFields = Object.keys(workbook.records.cells);
  return { run: run.run, when: run.when, plan: withTwins(workbook, plan, removed), recordFields, removed };
}

function startRemovals(
  spreadsheet: Spreadsheet,
  workbook: Workbook,
  plan: Plan,
  bySort: boolean | 'as it is safe',
): Leaving[] {
  return SHEET_KEYS.flatMap((key) => {
    const removals = plan.removals.filter((removal) => removal.sheet === key);
    if (removals.length === 0) return [];
    // Cells and new rows are found by row number: nothing may move before they are written.
    const alone = ![...plan.edits, ...plan.appends].some(({ sheet }) => sheet === key);
    const table = workbook[key] as Table<SheetKey>;
    const sheet = tableSheet(spreadsheet, workbook, key);
    const sorting = bySort === 'as it is safe' ? sortHindrance(sheet) === null : bySort && alone;
    return [startRemoval(sheet, table, removals, sorting)];
  });
}

function tableSheet(spreadsheet: Spreadsheet, workbook: Workbook, key: SheetKey): Sheet {
  const sheet = findSheet(spreadsheet, workbook[key].name);
  if (!sheet) throw new Error(`${workbook[key].name} went away between reading and writing`);
  return sheet;
}
