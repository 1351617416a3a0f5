import type { CallHooks } from '../../playground/sheets/meter.ts';
import { Killed } from '../../playground/sheets/meter.ts';
import { difference, ids, picture } from './pictures.ts';
import type { Scenario } from './scenarios.ts';
import { attempt, type Outcome, outcomeOf, type Prepared, prepare, recover } from './trial.ts';

/** A fault at one call: the run is killed, or the call fails once, before or after it took effect. */
export type Fault = 'killed before' | 'killed after' | 'fails before' | 'fails after';
export const FAULTS: readonly Fault[] = ['killed before', 'killed after', 'fails before', 'fails after'];

/** What people do then. */
export type Way = 'continueRun' | 'undo';
const WAYS: readonly Way[] = ['continueRun', 'undo'];

export function hooksFor(fault: Fault, at: number): CallHooks {
  const strike = (_: string, n: number): void => {
    if (n !== at) return;
    if (fault.startsWith('killed')) throw new Killed();
    // In another language than English: no code may compare the text.
    throw new Error('Zeitüberschreitung bei Tabellen');
  };
  return fault.endsWith('before') ? { before: strike } : { after: strike };
}

/** Every fault at every call of one scenario, then Continue, then (in another try) Undo. */
export async function stopped(
  scenario: Scenario,
  faults: readonly Fault[] = FAULTS,
  how: readonly Way[] = WAYS,
): Promise<Outcome> {
  const prepared = await prepare(scenario);
  const outcome = outcomeOf(scenario, prepared.calls);
  const ways = how.filter((way) => way === 'continueRun' || scenario.undoable !== false);
  for (const fault of faults) {
    for (let at = 1; at <= prepared.calls; at++) {
      for (const way of ways) await once(prepared, fault, at, way, outcome);
    }
  }
  return outcome;
}

async function once(prepared: Prepared, fault: Fault, at: number, how: Way, outcome: Outcome): Promise<void> {
  const { scenario } = prepared;
  const { book, person } = await attempt(prepared, hooksFor(fault, at));
  outcome.tried++;
  const say = (count: 'lost' | 'doubled' | 'diverged', what: string): void => {
    outcome[count]++;
    outcome.wrong.push(`${scenario.name}, ${fault} call ${at}, ${how}: ${what}`);
  };
  const now = new Set([...ids(book, 'Records'), ...ids(book, 'Deleted Records')]);
  const before = ids(prepared.book, 'Records');
  const gone = before.filter((id) => !now.has(id));
  if (gone.length > 0) say('lost', `lost ${gone.join(', ')}`);
  // Copies that were there, or come back, stand more than once and may.
  const may = Math.max(doubles(before), doubles(ids(prepared.done, 'Records')));
  if (doubles(ids(book, 'Records')) > may) say('doubled', 'a record stands twice');
  try {
    recover(person, scenario, how);
  } catch (error) {
    say('diverged', `recovery failed: ${String(error)}`);
    return;
  }
  const wanted = scenario.settle ? structuredClone(prepared.done) : prepared.done;
  await scenario.settle?.(book, wanted);
  const isDone = difference(picture(book), picture(wanted));
  if (how === 'undo') {
    const isUndone = difference(picture(book), picture(prepared.book));
    if (isDone && isUndone) say('diverged', `neither done nor undone: ${isUndone}`);
    return;
  }
  if (isDone) say('diverged', isDone);
  if (!scenario.remakes && scenario.prepare(person)) say('diverged', 'something was left to do');
}

const doubles = (all: readonly string[]): number => all.length - new Set(all).size;
