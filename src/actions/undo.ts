import type { Input, Preview, RunResult, Value } from '../contract/api.ts';
import { previewOf } from '../contract/views/preview.ts';
import { keptWords, putBackWords } from '../contract/words/undo.ts';
import { rowsOfCode } from '../domain/codes/code-cells.ts';
import { type JournalEntry, wholeOf } from '../domain/journal-entry.ts';
import { SHEET_KEYS, SHEET_NAMES } from '../domain/layout.ts';
import { nothingTo, type Refused, refuse } from '../domain/plan.ts';
import { planFingerprint } from '../domain/plan-fingerprint.ts';
import { planContinue, planUndo, type Reversal } from '../domain/undo.ts';
import { sheetRow, type Workbook } from '../domain/workbook.ts';
import { carryOut, finishRun } from '../sheets/apply-plan.ts';
import { newRun, readActivity, readJournal, setRunState, wholeRun } from '../sheets/journal.ts';
import { attempt } from '../sheets/platform.ts';
import { findSheet } from '../sheets/read-table.ts';
import { restoreOrder } from '../sheets/row-order.ts';
import { readForEntry } from '../sheets/take-back.ts';
import { carriedOut, guarded, locked, UNSURE } from './change.ts';
import { type Context, localTime, whoami } from './context.ts';

/** Names a stopped run that has no journal yet: it had only begun to move rows. */
export const MOVING = 'moving-rows';

const MOVING_PREVIEW: Value<'previewUndo'> = {
  basedOn: MOVING,
  title: 'Undo',
  summary: ['The rows go back to their old order. Nothing else was changed.'],
  confirm: 'Put the rows in order',
  changes: [],
  edits: 0,
  adds: 0,
  removes: 0,
  kept: [],
};

interface Found {
  readonly workbook: Workbook;
  readonly entry: JournalEntry;
  readonly reversal: Reversal;
  readonly what: string;
  readonly finished: boolean;
}

/** What undo would put back, and what it would leave because somebody changed it since. */
export function previewUndo(context: Context, { run }: Input<'previewUndo'>): Value<'previewUndo'> | Refused {
  if (run === MOVING) return MOVING_PREVIEW;
  const found = find(context, run, planUndo);
  if ('ok' in found) return found;
  const { workbook, reversal, what } = found;
  const refused = cannotPutBack(found);
  if (refused) return refused;
  const preview: Preview = previewOf(workbook, reversal.plan, {
    title: 'Undo',
    summary: [what, ...putBackWords(reversal.plan)],
    confirm: 'Undo this run',
  });
  return { ...preview, kept: reversal.kept.map((kept) => keptWords(workbook, kept)) };
}

/**
 * A code that somebody took into use again would stand twice, and the uses of the two could not be told apart any more.
 * Where all that a run did was changed again, undo would only forget the run. A later one is to be undone first.
 */
function cannotPutBack({ workbook, entry, reversal: { plan, kept }, finished }: Found): Refused | null {
  const inCodes = [...plan.edits, ...plan.appends].some(({ sheet }) => sheet === 'codes');
  for (const { code } of (finished && inCodes && entry.plan.formerCodes) || []) {
    const [at] = rowsOfCode(workbook.codes, code);
    if (at !== undefined) return refuse('code-taken', { code, row: sheetRow(at), undo: 1 });
  }
  const [first] = kept;
  const some = plan.edits.length + plan.appends.length + plan.removals.length > 0;
  if (!first || some || plan.dropColumns) return null;
  return nothingTo(`undo any more. ${keptWords(workbook, first).replace(/\.$/, '')}`);
}

export function undo(context: Context, { run, basedOn }: Input<'undo'>): RunResult | Refused {
  return locked(() => {
    if (run === MOVING) return settle(context);
    const moved = putInOrder(context);
    const found = find(context, run, planUndo);
    if ('ok' in found) return found;
    const { workbook, reversal, what, finished } = found;
    const refused = cannotPutBack(found);
    if (refused) return refused;
    // The preview saw the rows on the move: their numbers are others now.
    if (!moved && planFingerprint(reversal.plan) !== basedOn) return refuse('sheet-changed');
    const id = newRun(context.now);
    const self = { run: id, when: localTime(context), who: whoami(), what: `Undid: ${what}` };
    const done = carriedOut(context, workbook, reversal.plan, self);
    if ('ok' in done) return done;
    // Its line stands in Activity: Overview would not offer to continue.
    const marked = attempt(() => {
      if (!finished) finishRun(context.spreadsheet, found.entry.plan, { ...self, run, what });
      const state = reversal.kept.length > 0 ? 'partlyUndone' : 'undone';
      setRunState(context.spreadsheet, reversal.plan.undoes ?? [], state);
      setRunState(context.spreadsheet, [id], 'undone');
      return {
        run: id,
        message: 'Undone.',
        kept: reversal.kept.map((kept) => keptWords(workbook, kept)),
        canUndo: false,
      };
    });
    return marked ?? UNSURE;
  });
}

/** Finishes a run that was stopped in the middle: only what is not done yet is done. */
export function continueRun(context: Context, { run }: Input<'continueRun'>): RunResult | Refused {
  return locked(() => {
    if (run === MOVING) return settle(context);
    putInOrder(context);
    const found = find(context, run, planContinue);
    if ('ok' in found) return found;
    const { workbook, entry, reversal, finished } = found;
    if (finished) return nothingTo('continue: this run is finished');
    const self = { run, when: entry.when, who: whoami(), what: describe(entry) };
    return guarded(() => {
      carryOut(context.spreadsheet, workbook, reversal.plan, self, entry.removed);
      finishRun(context.spreadsheet, entry.plan, self);
      if (entry.plan.undoes !== undefined) {
        setRunState(context.spreadsheet, [...entry.plan.undoes, run], 'undone');
      }
      return {
        run,
        message: 'The run is finished now.',
        kept: reversal.kept.map((kept) => keptWords(workbook, kept)),
        canUndo: entry.plan.undoes === undefined,
      };
    });
  });
}

/** Rows that a stopped run had on the move stand in their old order again. */
function putInOrder({ spreadsheet }: Context): boolean {
  let moved = false;
  for (const key of SHEET_KEYS) {
    const sheet = findSheet(spreadsheet, SHEET_NAMES[key]);
    if (sheet && restoreOrder(sheet)) moved = true;
  }
  return moved;
}

/** A run that was stopped before it wrote anything but its helper column: the rows go back, and that is all of it. */
function settle(context: Context): RunResult | Refused {
  return guarded(() => ({
    run: MOVING,
    message: putInOrder(context)
      ? 'The rows are in their order again. Nothing else was changed.'
      : 'The rows are in their order.',
    kept: [],
    canUndo: false,
  }));
}

function find(
  context: Context,
  run: string,
  planner: (workbook: Workbook, entry: JournalEntry, finished: boolean) => Reversal,
): Found | Refused {
  const lines = readActivity(context.spreadsheet);
  const line = lines.find((each) => each.run === run);
  if (line?.state === 'undone' || line?.state === 'partlyUndone') return refuse('already-undone');
  // Parts of an import that are finished go back together; one that was stopped goes by itself.
  const whole = lines.filter((each) => wholeRun(each.run) === wholeRun(run) && each.state === 'done');
  const parts = line ? whole.map((part) => part.run) : [run];
  const read = readJournal(context.spreadsheet, parts, line && planner === planUndo);
  // An undo that was stopped has put rows back already, and may have been stopped right before it marked what it undid.
  const undo = line && read.find(({ plan }) => plan.undoes?.includes(run));
  if (undo) return refuse(lines.some((each) => each.run === undo.run) ? 'already-undone' : 'unfinished-run');
  const entries = read.filter((each) => parts.includes(each.run));
  const entry = entries.length === parts.length && wholeOf(entries);
  if (!entry) return refuse('no-such-run', { run });
  if (entry.plan.undoes !== undefined && (line || planner === planUndo)) return refuse('not-undoable');
  const workbook = readForEntry(context.spreadsheet, context.now, entry);
  return {
    workbook,
    entry,
    reversal: planner(workbook, entry, line !== undefined),
    what: (line && whole[whole.length - 1]?.what) ?? describe(entry),
    finished: !!line,
  };
}

function describe(entry: JournalEntry): string {
  const { edits, appends, removals, kind } = entry.plan;
  return `${kind}: ${edits.length} cells, ${appends.length} rows added, ${removals.length} rows removed`;
}
