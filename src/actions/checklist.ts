import type { Checklist, ChecklistItem, Input, RenameInProgress } from '../contract/api.ts';
import { count, rowLinkTo } from '../contract/views/preview.ts';
import { codeKey } from '../domain/code.ts';
import { checklistState, ownerMessages, planTick } from '../domain/codes/checklist.ts';
import { groupBy } from '../domain/groups.ts';
import type { SheetKey } from '../domain/layout.ts';
import { type ChecklistEntry, type Plan, type Refused, refuse } from '../domain/plan.ts';
import type { Table, Workbook } from '../domain/workbook.ts';
import { type ChecklistLine, dropChecklist, readChecklist, writeTicks } from '../sheets/checklist-sheet.ts';
import { setRenameOpen } from '../sheets/former-codes.ts';
import { attempt, log } from '../sheets/platform.ts';
import { findSheet } from '../sheets/read-table.ts';
import { readWorkbook, type Wanted } from '../sheets/read-workbook.ts';
import { repair, rowsCameOrWent } from '../sheets/settle.ts';
import { whyRefused } from '../sheets/take-back.ts';
import { writeCells } from '../sheets/write-cells.ts';
import { locked } from './change.ts';
import { type Context, noteRun } from './context.ts';

const CONTENT_ONLY: Wanted = { codes: [], paths: [], records: [] };

const readContent = ({ spreadsheet, now }: Context): Workbook =>
  readWorkbook(spreadsheet, now, { wanted: CONTENT_ONLY });

const NOTES = {
  other: 'carries another code now',
  blank: 'carries no code now',
  gone: 'is not in the Content sheet any more',
} as const;

/** A line with what the Content sheet says about it now. */
interface Line extends ChecklistLine {
  readonly now: ReturnType<typeof checklistState>[number];
}

/** The checklist of one rename, as the Content sheet has it: items tick and reopen by what stands there. */
export function checklist(context: Context, { run }: Input<'checklist'>): Checklist | Refused {
  const workbook = readContent(context);
  const lines = linesOf(context, workbook, run);
  return lines.length === 0 ? refuse('no-such-item') : viewOf(workbook, lines);
}

/** The checklist of a rename that has just been made: nothing is ticked yet, so nothing need be read. */
export function newChecklist(workbook: Workbook, run: string, entries: readonly ChecklistEntry[]): Checklist {
  const lines = entries.map(
    (entry): Line => ({
      ...entry,
      run,
      done: false,
      byHand: false,
      note: '',
      now: { state: 'open', note: null, row: entry.row, now: entry.from },
    }),
  );
  return viewOf(workbook, lines);
}

/** Ticks or unticks one item: the Content row's code follows, and so does the checklist sheet. */
export function tickChecklist(context: Context, input: Input<'tickChecklist'>): Checklist | Refused {
  return locked(() => {
    const workbook = readContent(context);
    const line = linesOf(context, workbook, input.run).find((each) => itemId(each) === input.item);
    if (!line) return refuse('no-such-item');
    const planned = planTick(workbook, line, input.done);
    if (!planned.ok) return planned;
    try {
      carryTick(context, workbook, planned.plan);
    } catch (error) {
      log(error);
      return whyRefused(context.spreadsheet, workbook, planned.plan, error);
    }
    const after = readContent(context);
    const lines = linesOf(context, after, input.run);
    refresh(context, after, lines);
    return viewOf(after, lines);
  });
}

/** Somebody ticked in the sheet itself: the content of the edited rows follows. */
export function tickFromSheet(context: Context, rows: { from: number; to: number }, column: number): void {
  if (column === 1) locked(() => carryTicks(context, ({ row }) => row >= rows.from && row <= rows.to));
}

/**
 * Brings checklists up to date with what people did where no trigger told of it: ticks in the sheet that nobody has carried
 * out yet (simple triggers drop fast edits), content changed by import. The lines of a finished one go: Activity has it.
 * Costs nothing while there is no checklist.
 */
export function catchUp(context: Context, workbook: Workbook): Workbook {
  const lines = linesOf(context, workbook);
  // A rename whose lines somebody took away has nothing left to finish, and would keep its codes from every other change.
  const runs = runsOf(lines);
  for (const { run } of workbook.openRenames)
    if (!runs.includes(run)) setRenameOpen(context.spreadsheet, run, false);
  if (lines.length === 0) return workbook;
  const ticked = lines.some(({ byHand }) => byHand);
  const settled = runs.some((run) => isFinished(lines, run));
  if (!ticked && !settled) {
    refresh(context, workbook, lines);
    return workbook;
  }
  // What Content does not take (a protected range, a rule that rejects) stays ticked for the next time.
  const done = attempt(() =>
    locked(() => {
      const after = ticked ? carryTicks(context, ({ byHand }) => byHand) : workbook;
      const now = linesOf(context, after);
      refresh(context, after, now);
      for (const run of runsOf(now)) if (isFinished(now, run)) dropChecklist(context.spreadsheet, run);
      return after;
    }),
  );
  return !done || 'ok' in done ? workbook : { ...workbook, content: done.content };
}

const runsOf = (lines: readonly Line[]): string[] => [...new Set(lines.map(({ run }) => run))];

const isFinished = (lines: readonly Line[], run: string): boolean =>
  !lines.some((line) => line.run === run && line.now.state === 'open');

/** The content of these lines follows their ticks. Returns the workbook as it is then, Content alone. */
function carryTicks(context: Context, which: (line: ChecklistLine) => boolean): Workbook {
  const workbook = readContent(context);
  const lines = readChecklist(context.spreadsheet).filter(which);
  for (const line of lines) {
    const planned = planTick(workbook, line, line.done);
    if (planned.ok) carryTick(context, workbook, planned.plan);
  }
  if (lines.length === 0) return workbook;
  const after = readContent(context);
  tickFromContent(context, after);
  return after;
}

/** Somebody changed Content by hand, by paste or by import: items tick and reopen by what it says now. */
export function tickFromContent(context: Context, workbook: Workbook): void {
  const lines = linesOf(context, workbook);
  if (lines.length > 0) refresh(context, workbook, lines);
}

/** Renames whose checklist has items left, for Overview. */
export function renamesInProgress(context: Context, workbook: Workbook): RenameInProgress[] {
  const byRun = groupBy(linesOf(context, workbook), ({ run }) => run);
  return [...byRun.values()].map(progressOf).filter(({ done, total }) => done < total);
}

/** The open rename that a code is part of, if any. */
export function renameOf(context: Context, workbook: Workbook, code: string): RenameInProgress | null {
  const key = codeKey(code);
  const open = workbook.openRenames.find(({ from, to }) => codeKey(from) === key || codeKey(to) === key);
  const lines = open ? linesOf(context, workbook, open.run) : [];
  return lines.length > 0 ? progressOf(lines) : null;
}

function linesOf(context: Context, workbook: Workbook, run?: string): Line[] {
  const lines = readChecklist(context.spreadsheet).filter((line) => run === undefined || line.run === run);
  const states = checklistState(workbook, lines);
  return lines.map((line, i) => ({ ...line, now: states[i] as Line['now'] }));
}

/** Brings the sheet's ticks and notes in line, and closes a rename when its last item is done. */
function refresh(context: Context, { openRenames }: Workbook, lines: readonly Line[]): void {
  const stale = lines.flatMap((line) => {
    const done = line.now.state === 'done';
    const note = noteOf(line);
    const asItStands = done === line.done && note === line.note && !line.byHand;
    return asItStands ? [] : [{ row: line.row, done, note }];
  });
  writeTicks(context.spreadsheet, stale);
  for (const run of runsOf(lines)) {
    const left = !isFinished(lines, run);
    const open = openRenames.some((rename) => rename.run === run);
    if (left === open) continue;
    const { from, to, total } = progressOf(lines.filter((line) => line.run === run));
    // Before it is closed: a run that is stopped in between says it twice rather than never.
    if (open) noteRun(context, 'tick', `Finished the checklist of ${from} to ${to}: ${count(total, 'item')}`);
    setRenameOpen(context.spreadsheet, run, left);
  }
}

function carryTick(context: Context, workbook: Workbook, plan: Plan): void {
  const sheet = findSheet(context.spreadsheet, workbook.content.name);
  if (!sheet || plan.edits.length === 0) return;
  writeCells(sheet, 'content', workbook.content.columns, plan.edits);
  if (rowsCameOrWent(sheet, workbook.content))
    repair(context.spreadsheet, sheet, workbook.content as Table<SheetKey>, plan);
}

function viewOf(workbook: Workbook, lines: readonly Line[]): Checklist {
  const items = lines.map((line): ChecklistItem => {
    const { type, objectId, title, owner, now } = line;
    const link = now.row > 0 ? rowLinkTo(workbook, 'content', now.row, 'code') : null;
    return {
      item: itemId(line),
      done: now.state === 'done',
      type,
      objectId,
      title,
      owner,
      link,
      note: noteOf(line),
    };
  });
  return {
    ...progressOf(lines),
    items,
    owners: ownerMessages(lines.map((line) => ({ ...line, done: line.now.state !== 'open' }))),
  };
}

function progressOf(lines: readonly Line[]): RenameInProgress {
  const [first] = lines;
  const done = lines.filter((line) => line.now.state !== 'open').length;
  return { run: first?.run ?? '', from: first?.from ?? '', to: first?.to ?? '', done, total: lines.length };
}

function noteOf({ now }: Line): string {
  return now.note === null ? '' : NOTES[now.note];
}

function itemId({ run, type, objectId, title }: ChecklistLine): string {
  return [run, type, objectId, title].join('|');
}
