// Runs inside the script's own context, ahead of the script: puts the services there. Arrays, Dates and Errors that they
// make are then of the script's realm, as on the platform.
import { clockOf } from './clock.ts';
import { type CallHooks, Meter } from './meter.ts';
import { NotEmulated } from './not-emulated.ts';
import { RangeService } from './range.ts';
import { type HostState, openRealm, type Realm, sheetById } from './realm.ts';
import { enumOf, expose, Service } from './service.ts';
import { SessionService, UserService } from './session.ts';
import { ChartsService, SpreadsheetAppService } from './spreadsheet-app.ts';
import { CacheService, LockService, PropertiesService } from './stores.ts';
import { lendOffsets } from './time-zone.ts';
import { HtmlServiceService } from './ui.ts';
import { UtilitiesService } from './utilities.ts';

/** What the host hands over before this runs. */
export interface Handover {
  readonly state: HostState;
  readonly hooks: CallHooks;
  readonly execution: number;
  readonly limit: number;
  /** What Google called for: the simple trigger's event is made here. */
  readonly trigger: 'open' | 'install' | EditEvent | null;
  /** Filled in here. */
  meter?: Meter;
  event?: unknown;
  /** Puts fresh services into the same context, for another execution. */
  again?: (next: Handover) => void;
}

export interface EditEvent {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  /** Only for an edit of one cell; undefined when it was empty, or was cleared. */
  readonly value?: string;
  readonly oldValue?: string;
}

class ScriptAppService extends Service {
  readonly $name = 'ScriptApp';
  readonly AuthMode = enumOf(['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL']);
}

export class LoggerService extends Service {
  readonly $name = 'Logger';
  private readonly state: HostState;
  constructor(state: HostState) {
    super();
    this.state = state;
  }
  log(text: unknown): this {
    this.state.log('log', String(text));
    return this;
  }
}

declare const __handover: Handover;

const globals = globalThis as unknown as Record<string, unknown>;
/** In AuthMode.NONE only menus work, with Logger and Utilities (editor add-on lifecycle). */
const ALWAYS = new Set(['Logger', 'Utilities', 'ScriptApp']);
for (const name of [
  'UrlFetchApp',
  'DriveApp',
  'GmailApp',
  'MailApp',
  'CalendarApp',
  'Jdbc',
  'ContentService',
  'XmlService',
  'Sheets',
  'Drive',
  'Browser',
]) {
  globals[name] = new Proxy(
    {},
    {
      get(_, member) {
        throw new NotEmulated(`${name}.${String(member)}`);
      },
    },
  );
}
const RealDate = Date;
const first = __handover;
delete globals.__handover;
open(first);

function open(handover: Handover): void {
  const { state } = handover;
  const meter = new Meter(handover.hooks, handover.limit, state.locale.split('_')[0]);
  handover.meter = meter;
  handover.again = open;
  lendOffsets(state.offsets);
  const realm = openRealm(state, meter, handover.execution);
  const app = new SpreadsheetAppService(realm);
  const script = new ScriptAppService();
  const services: Record<string, Service> = {
    SpreadsheetApp: app,
    LockService: new LockService(realm),
    PropertiesService: new PropertiesService(realm),
    CacheService: new CacheService(realm),
    Session: new SessionService(realm),
    Utilities: new UtilitiesService(realm),
    HtmlService: new HtmlServiceService(realm),
    ScriptApp: script,
    Charts: new ChartsService(),
    Logger: new LoggerService(state),
  };
  for (const [name, service] of Object.entries(services)) {
    globals[name] =
      state.authMode === 'NONE' && !ALWAYS.has(name) ? closed(name, app, meter) : expose(service, meter);
  }
  // The script's clock is the host's.
  globals.Date = clockOf(RealDate, state.now);
  const write =
    (level: string) =>
    (...parts: unknown[]) =>
      state.log(level, parts.map(String).join(' '));
  globals.console = {
    log: write('log'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    time() {},
    timeEnd() {},
  };

  const { trigger } = handover;
  if (!trigger) return;
  handover.event = {
    authMode: script.AuthMode[state.authMode],
    user: expose(new UserService(state.user), meter),
    ...(state.authMode === 'NONE' ? {} : { source: expose(app.getActive(), meter) }),
    ...(typeof trigger === 'object' ? edited(realm, trigger) : {}),
  };
}

/** `value` and `oldValue` come for one cell only, and never as undefined (events guide). */
function edited(realm: Realm, { sheet, row, column, rows, columns, value, oldValue }: EditEvent): object {
  const model = sheetById(realm.book, sheet);
  return {
    range: expose(new RangeService(realm, model, { row, column, rows, columns }), realm.meter),
    ...(value === undefined ? {} : { value }),
    ...(oldValue === undefined ? {} : { oldValue }),
  };
}

function closed(name: string, app: SpreadsheetAppService, meter: Meter): unknown {
  const refuse = (member: string): never => {
    throw new Error(`You do not have permission to call ${name}.${member}`);
  };
  if (name !== 'SpreadsheetApp') {
    return new Proxy({}, { get: (_, member) => refuse(String(member)) });
  }
  const ui = expose(app.getUi(), meter);
  return new Proxy(
    {},
    {
      get: (_, member) => (member === 'getUi' ? () => ui : refuse(String(member))),
    },
  );
}
