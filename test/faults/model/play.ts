import type { Envelope, RunResult } from '../../../src/contract/api.ts';
import { hooksFor } from '../stopped-runs.ts';
import { type Attempt, attempt } from './attempts.ts';
import type { Stage } from './book.ts';
import { isTicked, lookedOver } from './codes.ts';
import type { Command, Strike } from './commands.ts';
import { compareSheets, compareWorld } from './compare.ts';
import { carryOutEdit } from './people.ts';
import { undone } from './undo.ts';
import type { Run, Sheets, World } from './world.ts';

/** What stands in the book, when nothing has been done yet. */
export function begin(stage: Stage): World {
  stage.mark();
  return { sheets: stage.read(), deleted: [], former: [], items: [], crossings: [], runs: [] };
}

/** One command; the world after it. Throws when the sheets are not what was promised. */
export function play(stage: Stage, world: World, command: Command): World {
  if ('edit' in command) {
    carryOutEdit(stage, command);
    stage.mark();
    const typed = command.edit === 'type' || command.edit === 'paste';
    const after = { ...world, sheets: stage.read() };
    return typed && command.sheet === 'Content' ? lookedOver(after) : after;
  }
  if (command.action === 'undo') return playUndo(stage, world, command.pick, command.strike);
  const tried = attempt(stage, world, command);
  return tried ? playAction(stage, world, tried, command.strike) : world;
}

function playAction(stage: Stage, world: World, tried: Attempt, strike: Strike | null): World {
  const answer = struck(stage, tried, strike);
  const promised = (run: string): World => tried.promise(world, run) ?? world;
  if (answer === null || (strike && !answer.ok)) {
    const run = recovered(stage, world, strike as Strike, promised, tried);
    return run === null
      ? { ...world, sheets: stage.read() }
      : settled(stage, world, promised(run.run), run.run);
  }
  if (!answer.ok) {
    must(tried.promise(world, '') === null, `it was refused: ${answer.refusal.message}`);
    same(stage, world);
    return world;
  }
  must(tried.promise(world, '') !== null, `${tried.call} was not refused`);
  const run = runOf(stage, answer.value, tried);
  same(stage, promised(run));
  ticksRight(promised(run), answer.value);
  return settled(stage, world, promised(run), run);
}

/** Names the run, and gives new rows their marks. */
function settled(stage: Stage, before: World, after: World, run: string): World {
  stage.mark();
  const sheets = stage.read();
  const kept = new Set(after.former.map(({ code, run: of }) => `${of} ${code}`));
  const revived = before.former.filter((each) => !kept.has(`${each.run} ${each.code}`));
  const deleted = after.deleted.slice(before.deleted.length);
  const items = after.items.slice(before.items.length);
  const done: Run = { run, before: before.sheets, after: sheets, deleted, items, revived };
  return { ...after, sheets, runs: run === '' ? after.runs : [...after.runs, done] };
}

function runOf(stage: Stage, value: unknown, { call, input }: Attempt): string {
  if (call === 'setUpSheets' && 'sampleRows' in input) return stage.person.get('activity').runs[0]?.run ?? '';
  if (call === 'addCode') return (value as { run: RunResult }).run.run;
  if (call === 'exportRecords') return 'an export';
  return ['check', 'setUpSheets', 'tickChecklist'].includes(call) ? '' : (value as RunResult).run;
}

/** The action with its fault. Null when the run was killed: nobody got an answer. */
function struck(
  { person }: Stage,
  { call, input }: Pick<Attempt, 'call' | 'input'>,
  strike: Strike | null,
): Envelope<unknown> | null {
  person.host.hooks = strike ? hooksFor(strike.fault, strike.call) : {};
  try {
    return person.call(call, input as never);
  } catch (error) {
    if ((error as Error).name !== 'Killed') throw error;
    return null;
  } finally {
    person.host.hooks = {};
  }
}

/** After a fault: Overview shows what was stopped, and people continue it or undo it. Null when it is as it was before. */
function recovered(
  stage: Stage,
  world: World,
  { next }: Strike,
  promised: (run: string) => World,
  tried: Attempt,
): { run: string } | null {
  const { person } = stage;
  if (tried.repeatable) {
    const again = person.call(tried.call, tried.input as never);
    must(again.ok === (tried.promise(world, '') !== null), `done again, ${tried.call} says ${again.ok}`);
    same(stage, promised(again.ok ? 'an export' : ''));
    return again.ok ? { run: '' } : null;
  }
  const unfinished = person.get('overview').unfinished;
  must(unfinished.length <= 1, 'two runs are unfinished');
  const [stopped] = unfinished;
  if (!stopped) {
    if (compareWorld(stage, world) === '') return null;
    const run = person.get('activity').runs[0]?.run ?? '';
    same(stage, promised(run));
    return { run };
  }
  if (next === 'undo' && stopped.canUndo) {
    const { basedOn } = person.get('previewUndo', { run: stopped.run });
    const { kept } = person.get('undo', { run: stopped.run, basedOn });
    must(withoutFormulas(world.sheets, kept).length === 0, `undo left something: ${kept}`);
  } else {
    const { kept } = person.get('continueRun', { run: stopped.run });
    must(kept.length === 0, `continue left something: ${kept}`);
  }
  must(person.get('overview').unfinished.length === 0, 'it is still unfinished');
  const before = (next === 'undo' && stopped.canUndo) || stopped.run === 'moving-rows';
  // A row that comes back comes after the last one, where blank ones had stood between them.
  if (before) same(stage, world, { blanks: false });
  else same(stage, promised(stopped.run));
  return before ? null : { run: stopped.run };
}

function playUndo(stage: Stage, world: World, pick: number, strike: Strike | null): World {
  const run = world.runs[pick % Math.max(1, world.runs.length)];
  if (!run || run.run === 'an export') return world;
  const { person } = stage;
  const ideal = undone(world, run);
  const preview = person.call('previewUndo', { run: run.run });
  if (!preview.ok) {
    must(!ideal.untouched, `nobody has changed anything, and undo is refused: ${preview.refusal.message}`);
    same(stage, world);
    return world;
  }
  const { basedOn, kept } = preview.value;
  let answer = struck(stage, { call: 'undo', input: { run: run.run, basedOn } }, strike);
  if (answer === null || (strike && !answer.ok)) {
    const [stopped] = person.get('overview').unfinished;
    if (stopped) answer = person.call('continueRun', { run: stopped.run });
    must(person.get('overview').unfinished.length === 0, 'the undo is still unfinished');
    if (!stopped && compareWorld(stage, world, { blanks: false }) === '')
      return { ...world, sheets: stage.read() };
  }
  if (!strike) must(answer?.ok === true, 'the undo was refused');
  if (ideal.untouched)
    must(
      withoutFormulas(run.before, kept).length === 0,
      `nobody has changed anything, and undo leaves something: ${kept}`,
    );
  if (ideal.untouched && !strike) {
    same(stage, ideal.world);
  } else {
    const wrong = compareSheets(stage.read(), ideal, world.sheets, kept.length > 0);
    must(wrong === '', wrong);
    same(stage, { ...ideal.world, sheets: stage.read() });
  }
  stage.mark();
  return { ...ideal.world, sheets: stage.read() };
}

/** Of a row that comes back a formula does not, and undo says so. */
function withoutFormulas({ Records }: Sheets, kept: readonly string[]): readonly string[] {
  const some = Records.some(({ formulas }) => formulas !== undefined);
  return some ? kept.filter((said) => !said.includes('held a formula')) : kept;
}

function ticksRight(world: World, value: unknown): void {
  const { items, run } = value as { items?: { done: boolean }[]; run?: string };
  if (!items) return;
  const ticks = world.items.filter((item) => item.run === run).map((item) => isTicked(world, item));
  must(JSON.stringify(items.map(({ done }) => done)) === JSON.stringify(ticks), 'the ticks are wrong');
}

function same(stage: Stage, world: World, { blanks = true } = {}): void {
  const wrong = compareWorld(stage, world, { blanks });
  must(wrong === '', wrong);
}

function must(right: boolean, what: string): void {
  if (!right) throw new Error(what);
}
