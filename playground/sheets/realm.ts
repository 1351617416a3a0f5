import { TEXTS } from './errors.ts';
import { type LocaleRules, localeRules } from './locale.ts';
import type { Meter } from './meter.ts';
import type { Area, BookModel, ProtectionModel, RowModel, SheetModel } from './model.ts';
import { contentSize } from './model.ts';
import type { Offsets } from './time-zone.ts';

/** Who runs the script, and what the host lends it: everything that outlives one execution. */
export interface HostState {
  readonly book: BookModel;
  readonly user: string;
  readonly locale: string;
  readonly scriptTimeZone: string;
  /** Files of the script project by name, without ending. */
  readonly files: Readonly<Record<string, string>>;
  readonly authMode: 'NONE' | 'LIMITED' | 'FULL';
  readonly ui: UiState;
  readonly lock: LockState;
  readonly cache: Map<string, { value: string; until: number }>;
  readonly offsets: Offsets;
  now(): number;
  log(level: string, text: string): void;
}

export interface UiState {
  menus: { title: string; items: { caption: string; functionName: string }[] }[];
  toasts: { message: string; title: string; seconds: number }[];
  sidebar: { html: string; title: string } | null;
  dialog: { html: string; title: string; modal: boolean } | null;
  /** Answers `alert` and `prompt`: a person at the page, or a test. */
  answer(question: { kind: 'alert' | 'prompt'; title: string; text: string; buttons: string }): {
    button: string;
    text: string;
  };
}

/** Held locks by scope, with the execution that holds them. */
export interface LockState {
  holder: Map<string, number>;
}

/** What the service classes of one execution share. */
export interface Realm {
  readonly host: HostState;
  readonly book: BookModel;
  readonly meter: Meter;
  readonly execution: number;
  rules: LocaleRules;
  /** Sheets whose content size is known until the next write. */
  readonly sizes: Map<SheetModel, { rows: number; columns: number }>;
}

export function openRealm(host: HostState, meter: Meter, execution: number): Realm {
  return { host, book: host.book, meter, execution, rules: localeRules(host.book.locale), sizes: new Map() };
}

export function sizeOf(realm: Realm, sheet: SheetModel): { rows: number; columns: number } {
  let size = realm.sizes.get(sheet);
  if (!size) {
    size = contentSize(sheet);
    realm.sizes.set(sheet, size);
  }
  return size;
}

/** Call before content is written: sizes may change, and with them the structure that calls rely on. */
export function touched(realm: Realm, sheet: SheetModel, area?: Area): void {
  const size = realm.sizes.get(sheet);
  const [bottom, right] = area ? [area.row + area.rows, area.column + area.columns] : [Infinity, Infinity];
  // Away from the last row and column no write can change the size.
  if (size && bottom < size.rows && right < size.columns) return;
  realm.sizes.delete(sheet);
  // On the edge only clearing can shrink it; the size is worked out again, the structure call is not.
  if (!size || bottom > size.rows || right > size.columns) realm.meter.sizeChanged(sheet.id);
}

/** The row to write into, made where it is missing. */
export function rowAt(sheet: SheetModel, index: number): RowModel {
  let row = sheet.rows[index];
  if (!row) {
    for (let i = sheet.rows.length; i < index; i++) sheet.rows.push(undefined);
    row = { values: [] };
    sheet.rows[index] = row;
  }
  return row;
}

export const CELL_LIMIT = 10_000_000;

/** Ten million cells in all sheets together. */
export function requireRoom(realm: Realm, more: number): void {
  const all = realm.book.sheets.reduce((sum, sheet) => sum + sheet.rowCount * sheet.columnCount, 0);
  if (all + more > CELL_LIMIT) {
    throw new Error(TEXTS.tooManyCells);
  }
}

export function sheetById(book: BookModel, id: number): SheetModel {
  const sheet = book.sheets.find((each) => each.id === id);
  if (!sheet) throw new Error('Sheet not found: it was deleted.');
  return sheet;
}

export function isOwner(realm: Realm): boolean {
  return realm.host.user === realm.book.owner;
}

/** Script writes run as the user: a protection that excludes them refuses the whole call. */
export function requireEditable(realm: Realm, sheet: SheetModel, area: Area): void {
  if (!mayEdit(realm, sheet, area)) throw new Error(TEXTS.protected);
}

export function mayEdit(realm: Realm, sheet: SheetModel, area: Area): boolean {
  return isOwner(realm) || sheet.protections.every((each) => !keepsOut(realm, each, area));
}

/** What belongs to the sheet as a whole (its rules, its grid) is closed by a protection of the whole sheet. */
export function requireOpenSheet(realm: Realm, sheet: SheetModel): void {
  const whole = sheet.protections.filter(({ area }) => area === null);
  if (!isOwner(realm) && whole.some((each) => excludes(realm, each))) throw new Error(TEXTS.protected);
}

function keepsOut(realm: Realm, protection: ProtectionModel, area: Area): boolean {
  if (!excludes(realm, protection)) return false;
  if (protection.area !== null) return overlap(protection.area, area);
  return !(protection.unprotected ?? []).some((open) => contains(open, area));
}

function excludes(realm: Realm, { warningOnly, editors }: ProtectionModel): boolean {
  return !warningOnly && !editors.includes(realm.host.user);
}

function contains(outer: Area, inner: Area): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  );
}

export function overlap(a: Area, b: Area): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}
