// The host's side: builds a fresh context per execution, as the platform does, loads the stand-in and the script's folder
// into it with gas-local, and runs one function.
import { createRequire } from 'node:module';
import type { EditEvent, Handover } from './inside.ts';
import type { CallHooks, MeterReading } from './meter.ts';
import type { BookModel } from './model.ts';
import { NotEmulated } from './not-emulated.ts';
import type { HostState, UiState } from './realm.ts';
import { prepare } from './scripts.ts';
import type { Offsets } from './time-zone.ts';

const gasLocal = createRequire(import.meta.url)('gas-local') as {
  require(
    folder: string,
    globals: object,
    options: { filter(file: string): boolean },
  ): Record<string, unknown>;
};

export interface HostOptions {
  readonly book: BookModel;
  /** The folder that would be pushed: Code.js and HTML files. */
  readonly folder: string;
  readonly user?: string;
  readonly locale?: string;
  readonly now?: () => number;
  /** Modelled milliseconds after which an execution is killed; the platform's are 360,000 and 30,000 for simple triggers. */
  readonly limit?: number;
  /**
   * One context for all executions, for tests by the ten thousand: four times as fast, but the script's globals outlive an
   * execution, which the platform never lets them.
   */
  readonly warm?: boolean;
  readonly answer?: UiState['answer'];
  readonly log?: (level: string, text: string) => void;
}

export type AuthMode = HostState['authMode'];

const SIX_MINUTES = 360_000;
const THIRTY_SECONDS = 30_000;

/** One spreadsheet with its script, as opened by one person. Several hosts may share a book: several people. */
export class Host {
  readonly book: BookModel;
  readonly ui: UiState;
  /** Faults to inject into the next executions. */
  hooks: CallHooks = {};
  last: MeterReading | null = null;
  private readonly options: HostOptions;
  private readonly scripts: string;
  private readonly files: Record<string, string>;
  private readonly shared: SharedState;
  private warm: { globals: Record<string, unknown>; again: (next: Handover) => void } | null = null;

  constructor(options: HostOptions, scripts: string, files: Record<string, string>, shared: SharedState) {
    this.options = options;
    this.book = options.book;
    this.scripts = scripts;
    this.files = files;
    this.shared = shared;
    this.ui = {
      menus: [],
      toasts: [],
      sidebar: null,
      dialog: null,
      answer: options.answer ?? (() => ({ button: 'CLOSE', text: '' })),
    };
  }

  /** Runs a function of the script in a fresh context, as a menu item does: `menu.item` names a method of an object. */
  run<T = unknown>(name: string, args: readonly unknown[] = [], authMode: AuthMode = 'FULL'): T {
    const context = this.open(authMode, SIX_MINUTES);
    return this.finish(context, name, args) as T;
  }

  /** As google.script.run would: JSON-like values only, top-level functions only, none that ends in `_`. */
  callFromSidebar(name: string, args: readonly unknown[]): unknown {
    if (name.endsWith('_')) throw new Error(`Script function not found: ${name}`);
    args.forEach((arg, i) => {
      requireLegal(arg, i);
    });
    const sent = args.map((arg) => (arg === undefined ? null : (JSON.parse(JSON.stringify(arg)) as unknown)));
    const context = this.open('FULL', SIX_MINUTES);
    if (typeof context.globals[name] !== 'function') throw new Error(`Script function not found: ${name}`);
    return received(this.finish(context, name, sent));
  }

  /** onOpen: LIMITED as a rule, NONE where the add-on is installed but was not used in this file. */
  openDocument(authMode: 'NONE' | 'LIMITED' = 'LIMITED'): void {
    this.ui.menus = [];
    this.trigger('onOpen', authMode, 'open');
  }

  /** onInstall, with everything allowed: the file is open already when somebody installs the add-on. */
  install(): void {
    this.trigger('onInstall', 'FULL', 'install');
  }

  /** The simple trigger for a person's edit. Nothing it throws reaches a person. */
  edited(edit: EditEvent): void {
    try {
      this.trigger('onEdit', 'LIMITED', edit);
    } catch (error) {
      this.options.log?.('error', String(error));
    }
  }

  private trigger(name: string, authMode: AuthMode, what: NonNullable<Handover['trigger']>): void {
    const context = this.open(authMode, THIRTY_SECONDS, what);
    if (typeof context.globals[name] === 'function') this.finish(context, name, [context.handover.event]);
  }

  /** The names that the sidebar's `google.script.run` would offer. */
  functionNames(): string[] {
    const { globals } = this.open('FULL', SIX_MINUTES);
    return Object.keys(globals).filter((name) => typeof globals[name] === 'function' && !name.endsWith('_'));
  }

  /** What an execution starts from. */
  state(authMode: AuthMode): HostState {
    return {
      book: this.book,
      user: this.options.user ?? this.book.owner,
      locale: this.options.locale ?? 'en_GB',
      scriptTimeZone: 'Etc/UTC',
      files: this.files,
      authMode,
      ui: this.ui,
      lock: this.shared.lock,
      cache: this.shared.cache,
      offsets,
      now: this.options.now ?? Date.now,
      log: this.options.log ?? (() => {}),
    };
  }

  private open(authMode: AuthMode, limit: number, trigger: Handover['trigger'] = null) {
    const execution = ++this.shared.executions;
    const state = this.state(authMode);
    const handover: Handover = {
      state,
      hooks: this.hooks,
      execution,
      limit: this.options.limit ?? limit,
      trigger,
    };
    if (this.warm) {
      this.warm.again(handover);
      return { globals: this.warm.globals, handover, execution };
    }
    const globals = gasLocal.require(
      this.scripts,
      { __handover: handover },
      { filter: (file) => file.endsWith('.js') },
    );
    if (this.options.warm && handover.again) this.warm = { globals, again: handover.again };
    return { globals, handover, execution };
  }

  private finish(context: ReturnType<Host['open']>, name: string, args: readonly unknown[]): unknown {
    const work = Object.hasOwn(context.globals, name)
      ? context.globals[name]
      : name
          .split('.')
          .reduce<unknown>((at, part) => (at as Record<string, unknown>)?.[part], context.globals);
    if (typeof work !== 'function') throw new Error(`Script function not found: ${name}`);
    try {
      const result = (work as (...a: unknown[]) => unknown)(...args);
      const killed = context.handover.meter?.killed;
      // The platform ends a killed execution outright: what the script caught or returned afterwards does not count.
      if (killed) throw killed;
      return result;
    } finally {
      this.last = context.handover.meter?.reading ?? null;
      for (const [scope, by] of this.shared.lock.holder) {
        if (by === context.execution) this.shared.lock.holder.delete(scope);
      }
    }
  }
}

interface SharedState {
  executions: number;
  lock: { holder: Map<string, number> };
  cache: Map<string, { value: string; until: number }>;
}

const offsets: Offsets = new Map();
const sharedStates = new WeakMap<BookModel, SharedState>();

export async function createHost(options: HostOptions): Promise<Host> {
  const { scripts, files } = await prepare(options.folder);
  let shared = sharedStates.get(options.book);
  if (!shared) {
    shared = { executions: 0, lock: { holder: new Map() }, cache: new Map() };
    sharedStates.set(options.book, shared);
  }
  return new Host(options, scripts, files, shared);
}

/** Arguments that google.script.run refuses, also nested (measured; the guide names Date, Function and DOM elements). */
function requireLegal(value: unknown, at: number, around: readonly unknown[] = []): void {
  if (value === null || value === undefined) return;
  if (typeof value === 'object') {
    const tag = Object.prototype.toString.call(value);
    if ((tag !== '[object Object]' && tag !== '[object Array]') || around.includes(value))
      throw new Error(`Failed due to illegal value in property: ${at}`);
    for (const each of Object.values(value)) requireLegal(each, at, [...around, value]);
  } else if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') {
    throw new Error(`Failed due to illegal value in property: ${at}`);
  }
}

/** What arrives in the sidebar: one Date anywhere turns the whole answer into null; a function arrives as its text. */
function received(value: unknown): unknown {
  if (hasDate(value)) return null;
  if (typeof (value as { then?: unknown } | null | undefined)?.then === 'function')
    throw new NotEmulated('a promise as the answer of google.script.run');
  const text = JSON.stringify(value, (_, each) => (typeof each === 'function' ? String(each) : each));
  return text === undefined ? null : (JSON.parse(text) as unknown);
}

function hasDate(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Object.prototype.toString.call(value) === '[object Date]') return true;
  return Object.values(value).some(hasDate);
}
