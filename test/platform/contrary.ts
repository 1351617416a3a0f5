// A second stand-in for the same documentation: it keeps what Google documents and does otherwise wherever Google leaves it
// open. What the product must not rely on shows by the product failing here and not in the playground.
import { readFile } from 'node:fs/promises';
import vm from 'node:vm';
import { clockOf } from '../../playground/sheets/clock.ts';
import type { Handover } from '../../playground/sheets/inside.ts';
import type { BookModel } from '../../playground/sheets/model.ts';
import { createHost, type Host } from '../../playground/sheets/runtime.ts';
import { services } from '../../playground/sheets/scripts.ts';
import { builtProduct, Person } from '../support/product.ts';
import { tickingClock } from '../support/ticking-clock.ts';

/** How this stand-in differs, beyond foreign realms, frozen results, and enums that are never the same object twice. */
export interface Habits {
  /** What a method answers instead, by `Class.method`. */
  readonly answers?: Readonly<Record<string, (usual: unknown) => unknown>>;
  /** Methods that throw, as a service does on a bad day. */
  readonly throws?: RegExp;
  /** Called after each method: to change what stands there. */
  readonly after?: (method: string, book: BookModel) => void;
  /** The script stays loaded, and no execution ever ends: what a call leaves in globals and locks stands at the next. */
  readonly stays?: boolean;
}

export interface Contrary {
  readonly person: Person;
  /** Methods that the product called, by `Class.method`. */
  readonly called: Set<string>;
  /** What went to the execution log. */
  readonly log: string[];
  /** Runs a top-level function with an event of the given fields. */
  run(name: string, event?: (source: Source) => unknown): unknown;
}

/** What an event may be made of. */
export interface Source {
  range(sheet: string, a1: string): unknown;
  spreadsheet(): unknown;
}

const NAMES = [
  'SpreadsheetApp',
  'LockService',
  'PropertiesService',
  'Session',
  'Utilities',
  'HtmlService',
  'Charts',
  'Logger',
  'console',
];

/** Nothing younger than ES2020, and nothing that no document promises: `Intl`, `WeakRef`, `eval` (platform facts, 14). */
const PLAIN_LANGUAGE = `
  for (const name of ['Intl', 'WeakRef', 'FinalizationRegistry', 'AggregateError', 'SharedArrayBuffer', 'Atomics',
    'WebAssembly', 'Iterator', 'console']) delete globalThis[name];
  for (const [owner, names] of [
    [Array.prototype, ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with']],
    [Array, ['fromAsync']],
    [String.prototype, ['at', 'replaceAll', 'isWellFormed', 'toWellFormed']],
    [Object, ['hasOwn', 'groupBy']],
    [Map, ['groupBy']],
    [Set.prototype, ['union', 'intersection', 'difference', 'symmetricDifference', 'isSubsetOf', 'isSupersetOf',
      'isDisjointFrom']],
    [Promise, ['any', 'withResolvers', 'try']],
  ]) for (const name of names) delete owner[name];
`;

export async function contrary(book: BookModel, habits: Habits = {}): Promise<Contrary> {
  const folder = await builtProduct();
  const inner = new vm.Script(await services());
  const code = new vm.Script(await readFile(`${folder}/Code.js`, 'utf8'));
  const now = tickingClock(Date.UTC(2026, 10, 20, 9));
  const log: string[] = [];
  const host = await createHost({ book, folder, now, log: (_, text) => log.push(text) });
  const called = new Set<string>();
  let execution = 0;

  let standing: ReturnType<typeof load> | null = null;

  const load = () => {
    const state = host.state('FULL');
    const handover: Handover = { state, hooks: {}, execution: ++execution, limit: Infinity, trigger: null };
    const inside = vm.createContext({ __handover: handover });
    inner.runInContext(inside);
    const faces = new Faces(habits, called, book);
    const outside = vm.createContext({}, { codeGeneration: { strings: false, wasm: false } });
    vm.runInContext(PLAIN_LANGUAGE, outside);
    outside.Date = clockOf(vm.runInContext('Date', outside) as DateConstructor, now);
    for (const each of NAMES) outside[each] = faces.face(inside[each], each);
    code.runInContext(outside);
    return { state, outside };
  };

  const execute = (name: string, args: (source: Source) => readonly unknown[]): unknown => {
    const { state, outside } = (habits.stays ? standing : null) ?? load();
    standing = { state, outside };
    const app = outside.SpreadsheetApp as {
      getActiveSpreadsheet(): { getSheetByName(name: string): { getRange(a1: string): unknown } };
    };
    const source: Source = {
      range: (sheet, a1) => app.getActiveSpreadsheet().getSheetByName(sheet).getRange(a1),
      spreadsheet: () => app.getActiveSpreadsheet(),
    };
    try {
      return (outside[name] as (...all: unknown[]) => unknown)(...args(source));
    } finally {
      state.lock.holder.clear();
    }
  };

  const front = { callFromSidebar: (name: string, args: readonly unknown[]) => execute(name, () => args) };
  return {
    person: new Person(front as unknown as Host),
    called,
    log,
    run: (name, event) => execute(name, (source) => (event ? [event(source)] : [])),
  };
}

/** Stands in front of every object: values come as another realm makes them, and nothing that comes can be changed. */
class Faces {
  private readonly real = new WeakMap<object, object>();
  private readonly habits: Habits;
  private readonly called: Set<string>;
  private readonly book: BookModel;

  constructor(habits: Habits, called: Set<string>, book: BookModel) {
    this.habits = habits;
    this.called = called;
    this.book = book;
  }

  face(value: unknown, name: string): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (isArray(value)) return Object.freeze(Array.from(value, (each) => this.face(each, name)));
    if (tagOf(value) === '[object Date]') return Object.freeze(new Date((value as Date).getTime()));
    const owner = ownerOf(value, name);
    const face = new Proxy(Object.freeze({}), {
      get: (_, member) => {
        if (typeof member === 'symbol' || member === 'then' || member === 'toJSON') return undefined;
        const found = (value as Record<string, unknown>)[member];
        if (typeof found !== 'function') return this.face(found, `${owner}.${member}`);
        return (...args: unknown[]) => this.call(value, found as Method, `${owner}.${member}`, args);
      },
    });
    this.real.set(face, value);
    return face;
  }

  private call(target: object, method: Method, name: string, args: readonly unknown[]): unknown {
    this.called.add(name);
    if (this.habits.throws?.test(name)) throw new Error(`Heute nicht: ${name}`);
    const usual = method.apply(
      target,
      args.map((arg) => this.unface(arg)),
    );
    this.habits.after?.(name, this.book);
    const answer = this.habits.answers?.[name];
    return this.face(answer ? answer(usual) : usual, name);
  }

  private unface(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    const real = this.real.get(value);
    if (real) return real;
    return isArray(value) ? Array.from(value, (each) => this.unface(each)) : value;
  }
}

type Method = (...args: unknown[]) => unknown;

const tagOf = (value: object): string => Object.prototype.toString.call(value);
const isArray = (value: object): value is ArrayLike<unknown> => Array.isArray(value);

/** A service object says its own class's name. */
function ownerOf(value: object, name: string): string {
  const text = String(value);
  return text.startsWith('[object') ? name : text;
}
