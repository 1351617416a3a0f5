import type { RunResult } from '../contract/api.ts';
import { SHEET_KEYS } from '../domain/layout.ts';
import { type Plan, type Planned, type Refused, refuse, refuseName } from '../domain/plan.ts';
import { planFingerprint } from '../domain/plan-fingerprint.ts';
import type { Workbook } from '../domain/workbook.ts';
import { applyPlan } from '../sheets/apply-plan.ts';
import { newRun, readActivity } from '../sheets/journal.ts';
import { takenName } from '../sheets/own-sheet.ts';
import { attempt, log } from '../sheets/platform.ts';
import { readWorkbook, type Wanted } from '../sheets/read-workbook.ts';
import { RowsMoved } from '../sheets/row-order.ts';
import type { Run } from '../sheets/run.ts';
import { takeBack, whyRefused } from '../sheets/take-back.ts';
import { OutOfTime } from '../sheets/time.ts';
import { type Context, localTime, whoami } from './context.ts';

/** A change in its two halves: what to read, and the pure planner. Preview and apply run the very same one. */
export interface Change<P extends Planned = Planned> {
  readonly wanted?: Wanted;
  readonly formulas?: boolean;
  /** Fields in which the preview looks for formulas that the change would write over. */
  readonly formulasIn?: readonly string[];
  /** Headings of people's own columns of Records that the planner asks for. */
  readonly custom?: readonly string[];
  /** A preview has looked over the headings just before, although `applied` is not given what it was based on. */
  readonly previewed?: boolean;
  /** Its name, where a run that went before has others follow it. */
  readonly run?: string;
  readonly plan: (workbook: Workbook) => P;
}

/** A run's result with what it was made from: the actions answer with the result alone. */
export type Applied = RunResult & { plan: Plan; workbook: Workbook };

const LOCK_WAIT = 10_000;

/** All of it may be in or not: neither "done" nor "nothing was changed" would be true. */
export const UNSURE = refuse('platform', { unsure: 1 });

const SEPARATOR = '.';
const BY_SORT = 'sort';

/** What a preview of removals was based on: its plan, and that it saw nothing that makes a sort unsafe. */
export function basedOnWithSort(plan: Plan, hindrance: string | null): string {
  return planFingerprint(plan) + (hindrance === null ? `${SEPARATOR}${BY_SORT}` : '');
}

/** Reads and plans, writes nothing. */
export function plan<P extends Planned>(
  context: Context,
  change: Change<P>,
  trusting = false,
): { workbook: Workbook; planned: P } {
  const workbook = read(context, change, trusting);
  if (SHEET_KEYS.some((key) => workbook[key].moving))
    return { workbook, planned: refuse('unfinished-run') as P };
  return { workbook, planned: change.plan(workbook) };
}

/**
 * Takes the document lock, reads again, plans again, and applies the plan only if it is the one that was previewed:
 * `basedOn` is the fingerprint of that plan, before-values and rows included.
 */
export function applied<P extends Planned>(
  context: Context,
  change: Change<P>,
  basedOn: string | null,
  words: (plan: Plan, planned: Extract<P, { ok: true }>) => { what: string; message: string },
): Applied | Refused {
  const [based, how] = basedOn === null ? [null] : basedOn.split(SEPARATOR);
  let settled = false;
  return locked(
    () => {
      // The preview has looked over the headings; where nothing was previewed, nothing is trusted.
      const { workbook, planned } = plan(context, change, basedOn !== null || change.previewed);
      if (!planned.ok) return planned as Refused;
      if (based !== null && planFingerprint(planned.plan) !== based) return refuse('sheet-changed');
      const { what, message } = words(planned.plan, planned as Extract<P, { ok: true }>);
      const run = { run: change.run ?? newRun(context.now), when: localTime(context), who: whoami(), what };
      const done = carriedOut(context, workbook, planned.plan, run, how === BY_SORT);
      if ('ok' in done) return done;
      settled = done.settled;
      return { run: run.run, message, kept: [], canUndo: true, plan: planned.plan, workbook };
    },
    () => !settled,
  );
}

/**
 * Applies a plan under the lock. `settled` when all of it is in the sheets already; a refusal when Google Sheets would not, with everything as it was
 * (the journal taken back too), or with an unfinished run that Overview offers to continue or undo.
 */
export function carriedOut(
  context: Context,
  workbook: Workbook,
  plan: Plan,
  run: Run,
  bySort = false,
): Refused | { settled: boolean } {
  const { spreadsheet, now } = context;
  const taken = refuseName(takenName(spreadsheet));
  if (taken) return taken;
  try {
    return { settled: applyPlan(spreadsheet, workbook, plan, run, bySort) };
  } catch (error) {
    if (error instanceof OutOfTime) return refuse('out-of-time');
    log(error);
    const left = guarded(() => ({ started: !takeBack(spreadsheet, now, run.run) }));
    const started = 'ok' in left || left.started;
    // Once its line stands in Activity, Overview does not offer to continue a run; nor can it while nothing can be read.
    const standsIn = () => attempt(() => readActivity(spreadsheet).some((line) => line.run === run.run));
    if (started && standsIn() !== false) return UNSURE;
    if (error instanceof RowsMoved) return refuse(started ? 'platform' : 'rows-moved', { started: 1 });
    const why = whyRefused(spreadsheet, workbook, plan, error);
    const { reason, args } = why.refusal;
    return started ? refuse(reason, { ...args, started: 1 }) : why;
  }
}

/** `applied`, with the result alone: the plan and the workbook never go over the wire. */
export function apply<P extends Planned>(...args: Parameters<typeof applied<P>>): RunResult | Refused {
  const done = applied<P>(...args);
  if ('ok' in done) return done;
  const { run, message, kept, canUndo } = done;
  return { run, message, kept, canUndo };
}

// The lock goes with the execution (Lock.releaseLock reference): giving it back by hand would be one more call of every
// run. What is still here is of an earlier call to a script that stayed loaded, where nothing ended in between.
let taken: GoogleAppsScript.Lock.Lock | null = null;

/** Runs under the document lock. It keeps out other runs of the add-on, not people typing: hence the second reading. */
export function locked<T extends object>(work: () => T | Refused, mustFlush = () => true): T | Refused {
  const left = taken;
  if (left) attempt(() => left.releaseLock());
  // Null only outside a document (LockService reference).
  const lock = LockService.getDocumentLock();
  taken = null;
  if (lock && !lock.tryLock(LOCK_WAIT)) return refuse('busy');
  taken = lock;
  const result = work();
  // Writes must be in before another run may read.
  // A read after the last write has brought everything in already (best practices: a read empties the write cache).
  if (!mustFlush()) return result;
  const flushed = attempt(() => {
    SpreadsheetApp.flush();
    return true;
  });
  return flushed || 'ok' in result ? result : UNSURE;
}

/** A failure after the journal was written leaves an unfinished run, which Overview offers to continue or undo. */
export function guarded<T extends object>(work: () => T): T | Refused {
  try {
    return work();
  } catch (error) {
    if (error instanceof OutOfTime) return refuse('out-of-time');
    log(error);
    return refuse('platform', { started: 1 });
  }
}

function read(context: Context, change: Change, trusting: boolean): Workbook {
  const { wanted, formulas, formulasIn, custom } = change;
  return readWorkbook(context.spreadsheet, context.now, {
    ...(wanted ? { wanted } : {}),
    ...(formulas ? { formulas } : {}),
    ...(formulasIn && !trusting ? { formulasIn } : {}),
    ...(custom ? { custom } : {}),
    trusting,
  });
}
