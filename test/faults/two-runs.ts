// Two people press a button at the same time: the whole of one run falls between two calls of the other.
import type { BookModel } from '../../playground/sheets/model.ts';
import { contents, contentsDiffer, ids } from './pictures.ts';
import { SCENARIOS, type Scenario, type Step } from './scenarios.ts';
import {
  attempt,
  carryOut,
  type Outcome,
  openAt,
  outcomeOf,
  type Prepared,
  prepare,
  recover,
} from './trial.ts';

const named = (name: string): Scenario => {
  const scenario = SCENARIOS.find((each) => each.name === name);
  if (!scenario) throw new Error(`no scenario ${name}`);
  return scenario;
};

const SCATTERED = 'delete flagged rows, scattered';

/** What the second person does, in the first one's workbook. */
const PAIRS: readonly (readonly [first: string, second: string])[] = [
  [SCATTERED, SCATTERED],
  [SCATTERED, 'rename a code'],
  [SCATTERED, 'import new records'],
  ['rename a code', 'merge two codes'],
  ['import changes of scattered records', 'rename a code'],
  ['import new records', 'import new records'],
];

const AFTERNOON = Date.UTC(2026, 10, 20, 16);

/** The second run before every call of the first. One of them waits, is told, or finds the sheet changed; none is half. */
export async function together(first: Scenario, second: Scenario): Promise<Outcome> {
  const prepared = await prepare(first);
  const outcome = { ...outcomeOf(first, prepared.calls), scenario: `${first.name} + ${second.name}` };
  const step = second.prepare(await openAt(structuredClone(prepared.book), AFTERNOON));
  if (!step) throw new Error(`${outcome.scenario}: nothing to do`);
  const right = await oneOrBoth(prepared, step);
  for (let at = 1; at <= prepared.calls; at++) await once(prepared, step, at, right, outcome);
  return outcome;
}

/** Every pair there is. */
export function pairs(): readonly { readonly name: string; run(): Promise<Outcome> }[] {
  return PAIRS.map(([first, second]) => ({
    name: `${first} + ${second}`,
    run: () => together(named(first), named(second)),
  }));
}

type Contents = ReturnType<typeof contents>;

/** The first alone, the second alone, and one after the other: what may come of the two. */
async function oneOrBoth({ book, step, done }: Prepared, other: Step): Promise<Contents[]> {
  const after = async (base: BookModel, ...steps: readonly Step[]): Promise<Contents> => {
    const copy = structuredClone(base);
    const person = await openAt(copy, AFTERNOON);
    for (const each of steps) carryOut(person, each);
    return contents(copy);
  };
  return [contents(done), await after(book, other), await after(done, other), await after(book, other, step)];
}

async function once(
  prepared: Prepared,
  step: Step,
  at: number,
  right: readonly Contents[],
  outcome: Outcome,
): Promise<void> {
  const { book, person } = await attempt(prepared, async (copy) => {
    const other = await openAt(copy, AFTERNOON);
    return {
      before: (_, n) => {
        if (n === at) carryOut(other, step);
      },
    };
  });
  outcome.tried++;
  const where = `${outcome.scenario}, before call ${at}`;
  try {
    recover(person, { ...prepared.scenario, prepare: () => null }, 'continueRun');
  } catch (error) {
    outcome.diverged++;
    outcome.wrong.push(`${where}: ${String(error)}`);
    return;
  }
  const standing = [...ids(book, 'Records'), ...ids(book, 'Deleted Records')];
  if (ids(prepared.book, 'Records').some((id) => !standing.includes(id))) {
    outcome.lost++;
    outcome.wrong.push(`${where}: a record is gone`);
  }
  const wrong = right.map((each) => contentsDiffer(contents(book), each));
  if (wrong.every(Boolean)) {
    outcome.diverged++;
    outcome.wrong.push(`${where}: ${wrong[2]}`);
  }
}
