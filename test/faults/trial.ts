// One scenario made ready once and run as often as wanted, each time on a workbook of its own.
import type { CallHooks } from '../../playground/sheets/meter.ts';
import type { BookModel } from '../../playground/sheets/model.ts';
import { createHost } from '../../playground/sheets/runtime.ts';
import { builtProduct, Person } from '../support/product.ts';
import { tickingClock } from '../support/ticking-clock.ts';
import type { Scenario, Step } from './scenarios.ts';

/** What came of a scenario under one kind of disturbance: `tried` times, and what went wrong, one line each. */
export interface Outcome {
  readonly scenario: string;
  readonly calls: number;
  tried: number;
  lost: number;
  doubled: number;
  diverged: number;
  readonly wrong: string[];
}

export function outcomeOf(scenario: Scenario, calls: number): Outcome {
  return { scenario: scenario.name, calls, tried: 0, lost: 0, doubled: 0, diverged: 0, wrong: [] };
}

/** A workbook in which everything before the step has been done, and the step with what its preview was based on. */
export interface Prepared {
  readonly scenario: Scenario;
  readonly book: BookModel;
  readonly step: Step;
  /** The workbook after the step, when nothing disturbs it, and the calls it took. */
  readonly done: BookModel;
  readonly calls: number;
}

const MORNING = Date.UTC(2026, 10, 20, 9);
const NOON = Date.UTC(2026, 10, 20, 12);

/** The add-on in a workbook. */
export async function openAt(book: BookModel, start: number): Promise<Person> {
  const host = await createHost({ book, folder: await builtProduct(), now: tickingClock(start) });
  return new Person(host);
}

export async function prepare(scenario: Scenario): Promise<Prepared> {
  const book = scenario.book();
  const person = await openAt(book, MORNING);
  scenario.before?.(person);
  const step = scenario.prepare(person);
  if (!step) throw new Error(`${scenario.name}: nothing to do`);
  const { book: done, person: somebody } = await attempt({ book, step }, {});
  return { scenario, book, step, done, calls: somebody.calls };
}

/** Runs the step on a copy of the workbook. A run that is killed is over, like one that failed. */
export async function attempt(
  { book, step }: Pick<Prepared, 'book' | 'step'>,
  hooks: CallHooks | ((copy: BookModel) => CallHooks | Promise<CallHooks>),
): Promise<{ book: BookModel; person: Person }> {
  const copy = structuredClone(book);
  const person = await openAt(copy, NOON);
  person.host.hooks = typeof hooks === 'function' ? await hooks(copy) : hooks;
  carryOut(person, step);
  person.host.hooks = {};
  return { book: copy, person };
}

export function carryOut(person: Person, { action, input }: Step): void {
  try {
    person.call(action, input as never);
  } catch (error) {
    if ((error as Error).name !== 'Killed') throw error;
  }
}

/** Overview shows what was stopped; people press Continue or Undo, and after Continue do once more what they wanted. */
export function recover(person: Person, scenario: Scenario, how: 'continueRun' | 'undo'): void {
  for (const { run, canUndo } of person.get('overview').unfinished) {
    if (how === 'undo' && canUndo) {
      const { basedOn } = person.get('previewUndo', { run });
      person.get('undo', { run, basedOn });
    } else person.get('continueRun', { run });
  }
  const again = how === 'undo' ? null : scenario.prepare(person);
  if (again) person.get(again.action, again.input as never);
}
