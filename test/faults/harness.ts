import type { CallHooks } from '../../playground/sheets/meter.ts';
import { Killed } from '../../playground/sheets/meter.ts';
import type { BookModel, SheetModel } from '../../playground/sheets/model.ts';
import { createHost } from '../../playground/sheets/runtime.ts';
import { builtProduct, Person } from '../support/product.ts';
import type { Scenario, Step } from './scenarios.ts';

/** A fault at one call: the run is killed, or the call fails once, before or after it took effect. */
export type Fault = 'killed before' | 'killed after' | 'fails before' | 'fails after';
export const FAULTS: readonly Fault[] = ['killed before', 'killed after', 'fails before', 'fails after'];

export interface Outcome {
  readonly scenario: string;
  calls: number;
  tried: number;
  lost: number;
  doubled: number;
  diverged: number;
  /** What went wrong, one line each. */
  readonly wrong: string[];
}

const OWN_LOGS = ['Activity', 'Undo Data', 'Last Exchange'];

/** What people see of a workbook, without the times and names of runs. */
export function picture(book: BookModel): Record<string, unknown> {
  const sheets = book.sheets.filter(({ name }) => !OWN_LOGS.includes(name));
  return Object.fromEntries(sheets.map((sheet) => [sheet.name, rowsOf(sheet)]));
}

function rowsOf(sheet: SheetModel): unknown[] {
  const hide = HIDDEN[sheet.name] ?? [];
  const rows = sheet.rows.map((row) => {
    const values = (row?.values ?? []).map((value, i) => (hide.includes(i) ? '' : value));
    while (values.length > 0 && values[values.length - 1] === '') values.pop();
    const notes = Object.entries(row?.notes ?? {}).filter(([, note]) => note !== '');
    return [values, sheet.name === 'Codes' ? [] : notes, row?.formulas ?? {}];
  });
  while (rows.length > 0 && isEmpty(rows[rows.length - 1])) rows.pop();
  // Cleared lines between others are nothing to see in these logs.
  return hide.length > 0 ? rows.filter((row) => !isEmpty(row)) : rows;
}

const isEmpty = (row: readonly unknown[] | undefined): boolean =>
  ((row?.[0] ?? []) as readonly unknown[]).length === 0;

/** Columns that hold when and by which run. */
const HIDDEN: Readonly<Record<string, readonly number[]>> = {
  'Deleted Records': [10, 11, 12],
  'Former Codes': [2, 4],
  'Rename Checklist': [8],
  Problems: [],
};

/** Ids of records, where they stand. */
function ids(book: BookModel, name: string): string[] {
  const sheet = book.sheets.find((each) => each.name === name);
  return (sheet?.rows.slice(1) ?? []).map((row) => String(row?.values[0] ?? '')).filter((id) => id !== '');
}

const doubles = (all: readonly string[]): number => all.length - new Set(all).size;

/** A workbook, all that was done before, and a clock that never stands still (runs are named by it). */
async function open(book: BookModel): Promise<Person> {
  let now = Date.UTC(2026, 10, 20, 9);
  return new Person(
    await createHost({
      book,
      folder: await builtProduct(),
      now: () => {
        now += 1000;
        return now;
      },
    }),
  );
}

export async function start(scenario: Scenario): Promise<{ book: BookModel; person: Person; step: Step }> {
  const book = scenario.book();
  const person = await open(book);
  scenario.before?.(person);
  const step = scenario.prepare(person);
  if (!step) throw new Error(`${scenario.name}: nothing to do`);
  return { book, person, step };
}

function call(person: Person, { action, input }: Step): void {
  try {
    person.call(action, input as never);
  } catch (error) {
    if ((error as Error).name !== 'Killed') throw error;
  }
}

function hooksFor(fault: Fault, at: number): CallHooks {
  const strike = (_: string, n: number): void => {
    if (n !== at) return;
    if (fault.startsWith('killed')) throw new Killed();
    // In another language than English: no code may compare the text.
    throw new Error('Zeitüberschreitung bei Tabellen');
  };
  return fault.endsWith('before') ? { before: strike } : { after: strike };
}

/** Overview shows what was stopped; people press Continue, then do what they wanted once more. */
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

/** Every fault at every call of one scenario. */
export async function faultsOf(scenario: Scenario, faults: readonly Fault[] = FAULTS): Promise<Outcome> {
  const clean = await start(scenario);
  const initial = JSON.stringify(picture(clean.book));
  const before = ids(clean.book, 'Records');
  call(clean.person, clean.step);
  const calls = clean.person.calls;
  const wanted = picture(clean.book);
  const outcome: Outcome = {
    scenario: scenario.name,
    calls,
    tried: 0,
    lost: 0,
    doubled: 0,
    diverged: 0,
    wrong: [],
  };
  for (const fault of faults) {
    for (let at = 1; at <= calls; at++) {
      for (const how of scenario.remakes ? (['continueRun'] as const) : (['continueRun', 'undo'] as const)) {
        const { book, person, step } = await start(scenario);
        person.host.hooks = hooksFor(fault, at);
        call(person, step);
        person.host.hooks = {};
        outcome.tried++;
        const say = (what: string): void => {
          outcome.wrong.push(`${scenario.name}, ${fault} call ${at}, ${how}: ${what}`);
        };
        const now = new Set([...ids(book, 'Records'), ...ids(book, 'Deleted Records')]);
        const gone = before.filter((id) => !now.has(id));
        if (gone.length > 0) {
          outcome.lost++;
          say(`lost ${gone.join(', ')}`);
        }
        if (doubles(ids(book, 'Records')) > doubles(before)) {
          outcome.doubled++;
          say('a record stands twice');
        }
        try {
          recover(person, scenario, how);
        } catch (error) {
          outcome.diverged++;
          say(`recovery failed: ${String(error)}`);
          continue;
        }
        const after = picture(book);
        if (how === 'undo') {
          if (!matches(after, wanted) && !matchesText(after, initial)) {
            outcome.diverged++;
            say(`neither done nor undone: ${difference(after, JSON.parse(initial))}`);
          }
        } else {
          if (!matches(after, wanted)) {
            outcome.diverged++;
            say(difference(after, wanted));
          }
          if (!scenario.remakes) {
            const rest = scenario.prepare(person);
            if (rest) {
              outcome.diverged++;
              say('something was left to do');
            }
          }
        }
      }
    }
  }
  return outcome;
}

/** Sheets that the add-on made for itself may be there or not: they hold nothing of people's. */
function matches(a: Record<string, unknown>, b: Record<string, unknown>): boolean {
  return difference(a, b) === '';
}

function matchesText(a: Record<string, unknown>, b: string): boolean {
  return difference(a, JSON.parse(b)) === '';
}

function difference(a: Record<string, unknown>, b: Record<string, unknown>): string {
  for (const name of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const [left, right] = [a[name] as unknown[][] | undefined, b[name] as unknown[][] | undefined];
    const empty = (rows: unknown[][] | undefined): boolean => !rows || rows.length <= 1;
    if (name in HIDDEN && empty(left) && empty(right)) continue;
    const [x, y] = [JSON.stringify(left), JSON.stringify(right)];
    if (x === y) continue;
    const at = (left ?? []).findIndex((row, i) => JSON.stringify(row) !== JSON.stringify(right?.[i]));
    return `${name} row ${at + 1}: ${JSON.stringify(left?.[at])?.slice(0, 200)} instead of ${JSON.stringify(right?.[at])?.slice(0, 200)}`;
  }
  return '';
}
