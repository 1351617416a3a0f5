import { type CallKind, COST, kindOf } from './costs.ts';

/** What one execution did: calls that reach the server, local calls, cells moved, and modelled time in ms. */
export interface MeterReading {
  calls: number;
  localCalls: number;
  cellsRead: number;
  cellsWritten: number;
  modelled: { optimistic: number; middle: number; pessimistic: number };
  /** Server-reaching calls by method. */
  byMethod: Record<string, number>;
}

/** Nothing done yet. */
export function noWork(): MeterReading {
  return {
    calls: 0,
    localCalls: 0,
    cellsRead: 0,
    cellsWritten: 0,
    modelled: { optimistic: 0, middle: 0, pessimistic: 0 },
    byMethod: {},
  };
}

/** Adds one execution's work to that of others. */
export function addWork(all: MeterReading, one: MeterReading): void {
  all.calls += one.calls;
  all.localCalls += one.localCalls;
  all.cellsRead += one.cellsRead;
  all.cellsWritten += one.cellsWritten;
  for (const key of ['optimistic', 'middle', 'pessimistic'] as const) all.modelled[key] += one.modelled[key];
  for (const [method, n] of Object.entries(one.byMethod))
    all.byMethod[method] = (all.byMethod[method] ?? 0) + n;
}

/** A hook around server-reaching calls: throw to fail or kill the run there, before or after the call took effect. */
export interface CallHooks {
  before?(method: string, n: number): void;
  after?(method: string, n: number): void;
}

/** Thrown by a hook: the platform stopped the execution. The stand-in lets no `catch` of the script see anything else after it. */
export class Killed extends Error {
  constructor(why = 'Exceeded maximum execution time') {
    super(why);
    this.name = 'Killed';
  }
}

/** Counts and prices the calls of one execution, and stops it when its modelled time is over. */
export class Meter {
  readonly reading: MeterReading = noWork();
  /** Errors come in the user's language. */
  readonly language: string;
  private structureKnown = false;
  /** Sheets (by id) that grew or shrank since the structure was loaded: asking for their size reaches the server. */
  private readonly resized = new Set<number>();
  private dead: Killed | null = null;
  private readonly hooks: CallHooks;
  private readonly limit: number;

  constructor(hooks: CallHooks = {}, limit = Number.POSITIVE_INFINITY, language = 'en') {
    this.language = language;
    this.hooks = hooks;
    this.limit = limit;
    this.spend(COST.start);
  }

  /** Runs one service method under the meter. */
  call<T>(method: string, work: () => T, sheet?: number): T {
    if (this.dead) throw this.dead;
    const kind = this.priced(method, sheet);
    if (kind === 'local') {
      this.reading.localCalls++;
      this.spend(COST.local);
      const result = work();
      this.requireTime();
      return result;
    }
    const n = ++this.reading.calls;
    this.reading.byMethod[method] = (this.reading.byMethod[method] ?? 0) + 1;
    this.hook('before', method, n);
    this.spend(kind === 'store' ? COST.store : kind === 'flush' ? COST.flush : COST.server);
    if (kind === 'rows') this.spend(COST.rows);
    if (kind === 'sort') this.spend(COST.sortCall);
    if (kind === 'duplicates') this.spend(COST.duplicatesCall);
    const result = work();
    this.hook('after', method, n);
    this.requireTime();
    return result;
  }

  read(cells: number): void {
    this.reading.cellsRead += cells;
    this.spend(COST.readPer1000, cells / 1000);
  }

  write(cells: number): void {
    this.reading.cellsWritten += cells;
    this.spend(COST.writePer1000, cells / 1000);
  }

  /** One value (or format) over a range. */
  fill(cells: number): void {
    this.reading.cellsWritten += cells;
    this.spend(COST.fillPer1000, cells / 1000);
  }

  sorted(cells: number): void {
    this.spend(COST.sortPer1000, cells / 1000);
  }

  deduplicated(cells: number): void {
    this.spend(COST.duplicatesPer1000, cells / 1000);
  }

  sleep(milliseconds: number): void {
    this.spend([milliseconds, milliseconds, milliseconds]);
  }

  /** Sizes or names changed: the next structure call reaches the server again. */
  structureChanged(): void {
    this.structureKnown = false;
  }

  /** One sheet's size changed; names and other sheets' sizes are still known. */
  sizeChanged(sheet: number): void {
    this.resized.add(sheet);
  }

  private priced(method: string, sheet: number | undefined): CallKind {
    const kind = kindOf(method);
    if (kind !== 'structure') return kind;
    if (this.structureKnown && (sheet === undefined || !this.resized.has(sheet))) return 'local';
    if (sheet !== undefined) this.resized.delete(sheet);
    this.structureKnown = true;
    return 'read';
  }

  /** Why the execution is over, if it was killed: nothing that the script caught or returned counts then. */
  get killed(): Killed | null {
    return this.dead;
  }

  private requireTime(): void {
    if (this.reading.modelled.middle > this.limit) this.die(new Killed());
  }

  private hook(when: 'before' | 'after', method: string, n: number): void {
    try {
      this.hooks[when]?.(method, n);
    } catch (error) {
      // The hook's Killed is of the host's realm, this class of the script's: told by name.
      if ((error as { name?: string }).name === 'Killed') {
        this.die(error as Killed);
      }
      throw error;
    }
  }

  private die(killed: Killed): never {
    this.dead = killed;
    throw killed;
  }

  private spend(cost: readonly [number, number, number], times = 1): void {
    this.reading.modelled.optimistic += cost[0] * times;
    this.reading.modelled.middle += cost[1] * times;
    this.reading.modelled.pessimistic += cost[2] * times;
  }
}
