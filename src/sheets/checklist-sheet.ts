import { SHEET_NAMES } from '../domain/layout.ts';
import type { ChecklistEntry } from '../domain/plan.ts';
import { richText, rowLink } from './links.ts';
import { CHECKLIST, findOwnSheet, openOwnSheet, readOwnRows } from './own-sheet.ts';
import { makeRoom, rowRuns, type Spreadsheet } from './platform.ts';
import { findSheet } from './read-table.ts';

/** A line of the Rename Checklist as it stands in the sheet; `row` is where, 1-based. */
export interface ChecklistLine {
  readonly row: number;
  readonly run: string;
  readonly done: boolean;
  /** Ticked by a person, in the sheet: the add-on's own tick looks different. */
  readonly byHand: boolean;
  readonly from: string;
  readonly to: string;
  readonly type: string;
  readonly objectId: string;
  readonly title: string;
  readonly owner: string;
  readonly note: string;
}

/** Adds a row per content to change by hand: rich text in one write, so that no title can become a formula. */
export function addChecklist(
  spreadsheet: Spreadsheet,
  entries: readonly ChecklistEntry[],
  run: string,
): void {
  const sheet = openOwnSheet(spreadsheet, CHECKLIST);
  const content = findSheet(spreadsheet, SHEET_NAMES.content);
  const first = sheet.getLastRow() + 1;
  makeRoom(sheet, first + entries.length - 1, CHECKLIST.headings.length);
  const rows = entries.map((entry) => {
    const link = content ? rowLink(content, entry.row) : undefined;
    const { from, to, type, objectId, title, owner } = entry;
    return ['', from, to, type, objectId, title, owner, '', run].map((text, i) =>
      richText(text, i === 5 ? link : undefined),
    );
  });
  sheet.getRange(first, /* column= */ 1, rows.length, CHECKLIST.headings.length).setRichTextValues(rows);
}

export function readChecklist(spreadsheet: Spreadsheet): ChecklistLine[] {
  return readOwnRows(spreadsheet, CHECKLIST)
    .map(
      (
        [
          done = '',
          from = '',
          to = '',
          type = '',
          objectId = '',
          title = '',
          owner = '',
          note = '',
          run = '',
        ],
        i,
      ) => ({
        row: i + 2,
        run,
        done: isTicked(done),
        byHand: isTicked(done) && done !== TICK,
        from,
        to,
        type,
        objectId,
        title,
        owner,
        note,
      }),
    )
    .filter((line) => line.run !== '');
}

const TICK = '\u2713';

function isTicked(text: string): boolean {
  return ['1', 'true', 'yes', 'x', TICK].includes(text.trim().toLowerCase());
}

/** Writes Done and Note of the lines whose state changed, neighbours in one call. */
export function writeTicks(
  spreadsheet: Spreadsheet,
  states: readonly { row: number; done: boolean; note: string }[],
): void {
  const sheet = findOwnSheet(spreadsheet, CHECKLIST);
  if (!sheet || states.length === 0) return;
  const byRow = new Map(states.map((state) => [state.row, state]));
  for (const run of rowRuns([...byRow.keys()])) {
    const lines = Array.from({ length: run.count }, (_, i) => byRow.get(run.from + i));
    sheet.getRange(run.from, 1, run.count, 1).setValues(lines.map((line) => [line?.done ? TICK : '']));
    sheet.getRange(run.from, 8, run.count, 1).setValues(lines.map((line) => [line?.note ?? '']));
  }
}

/** Takes a run's lines away (its rename was undone or finished). Cleared where deleting would take the last row. */
export function dropChecklist(spreadsheet: Spreadsheet, run: string): void {
  const sheet = findOwnSheet(spreadsheet, CHECKLIST);
  if (!sheet) return;
  const rows = readChecklist(spreadsheet)
    .filter((line) => line.run === run)
    .map((line) => line.row);
  if (rows.length === 0) return;
  if (rows.length >= sheet.getMaxRows() - 1) makeRoom(sheet, sheet.getMaxRows() + 1, 1);
  for (const each of rowRuns(rows).reverse()) sheet.deleteRows(each.from, each.count);
}
