import { parseA1 } from './a1.ts';
import { TEXTS } from './errors.ts';
import { localeRules } from './locale.ts';
import {
  addMetadata,
  DeveloperMetadataFinderService,
  type DeveloperMetadataService,
  metadataAt,
} from './metadata.ts';
import { type Area, emptySheet, type SheetModel } from './model.ts';
import { NamedRangeService } from './named-range.ts';
import type { ProtectionService } from './protection.ts';
import { RangeService } from './range.ts';
import { RangeListService } from './range-list.ts';
import { type Realm, requireRoom } from './realm.ts';
import { type EnumValue, Service } from './service.ts';
import { UserService } from './session.ts';
import { SheetService } from './sheet.ts';
import { TextFinderService } from './text-finder.ts';

const made = new WeakMap<Realm, SpreadsheetService>();

export class SpreadsheetService extends Service {
  readonly $name = 'Spreadsheet';
  readonly $realm: Realm;

  private constructor(realm: Realm) {
    super();
    this.$realm = realm;
  }

  static $of(realm: Realm): SpreadsheetService {
    let spreadsheet = made.get(realm);
    if (!spreadsheet) {
      spreadsheet = new SpreadsheetService(realm);
      made.set(realm, spreadsheet);
    }
    return spreadsheet;
  }

  getId(): string {
    return 'local-copy';
  }
  getUrl(): string {
    return 'https://docs.google.com/spreadsheets/d/local-copy/edit';
  }
  getName(): string {
    return this.$realm.book.title;
  }
  setSpreadsheetTimeZone(timeZone: string): void {
    this.$realm.book.timeZone = timeZone;
  }
  setSpreadsheetLocale(locale: string): void {
    this.$realm.book.locale = locale;
    this.$realm.rules = localeRules(locale);
  }
  rename(name: string): void {
    this.$realm.book.title = name;
  }
  getSpreadsheetTimeZone(): string {
    return this.$realm.book.timeZone;
  }
  getSpreadsheetLocale(): string {
    return this.$realm.book.locale;
  }
  getOwner(): UserService {
    return new UserService(this.$realm.book.owner);
  }

  getSheets(): SheetService[] {
    return this.$realm.book.sheets.map((model) => SheetService.$of(this.$realm, model));
  }
  getNumSheets(): number {
    return this.$realm.book.sheets.length;
  }
  /** Exact, case and all. */
  getSheetByName(name: string): SheetService | null {
    const model = this.$realm.book.sheets.find((each) => each.name === name);
    return model ? SheetService.$of(this.$realm, model) : null;
  }
  getSheetById(id: number): SheetService | null {
    const model = this.$realm.book.sheets.find((each) => each.id === id);
    return model ? SheetService.$of(this.$realm, model) : null;
  }
  getActiveSheet(): SheetService {
    return SheetService.$of(this.$realm, this.active());
  }
  setActiveSheet(sheet: SheetService): SheetService {
    return sheet.activate();
  }
  /** `index` counts from 0, `Sheet.getIndex()` from 1. The new sheet becomes the active one. */
  insertSheet(name?: string | number, index?: number): SheetService {
    const { book } = this.$realm;
    const text = typeof name === 'string' ? name : nextName(book.sheets);
    const at =
      typeof name === 'number'
        ? name
        : (index ?? book.sheets.findIndex((each) => each.id === book.activeSheet) + 1);
    if (book.sheets.some((each) => each.name.toLowerCase() === text.toLowerCase())) {
      throw new Error(`A sheet with the name "${text}" already exists. Please enter another name.`);
    }
    if (book.sheets.length >= 200) throw new Error('This document has reached the limit of 200 sheets.');
    requireRoom(this.$realm, 26_000);
    book.lastId = Math.max(book.lastId, ...book.sheets.map((each) => each.id)) + 1;
    const model = emptySheet(book.lastId, text);
    book.sheets.splice(at, 0, model);
    book.activeSheet = model.id;
    this.$realm.meter.structureChanged();
    return SheetService.$of(this.$realm, model);
  }
  appendRow(values: unknown[]): SheetService {
    return this.getActiveSheet().appendRow(values);
  }
  deleteSheet(sheet: SheetService): void {
    const { book } = this.$realm;
    if (book.sheets.filter((each) => !each.hidden || each === sheet.$model).length <= 1) {
      throw new Error("You can't remove all the sheets in a document.");
    }
    book.sheets = book.sheets.filter((each) => each !== sheet.$model);
    if (book.activeSheet === sheet.$model.id)
      book.activeSheet = book.sheets.find((each) => !each.hidden)?.id ?? 0;
    this.$realm.meter.structureChanged();
  }
  moveActiveSheet(position: number): void {
    const { book } = this.$realm;
    const model = this.active();
    book.sheets = book.sheets.filter((each) => each !== model);
    book.sheets.splice(position - 1, 0, model);
    this.$realm.meter.structureChanged();
  }

  getRange(address: string): RangeService {
    const found = parseA1(address, this.active());
    if (!found) throw new Error('Range not found');
    const model =
      found.sheet === null
        ? this.active()
        : this.$realm.book.sheets.find((each) => each.name === found.sheet);
    if (!model) throw new Error('Range not found');
    const area = parseA1(address, model)?.area as Area;
    return new RangeService(this.$realm, model, area);
  }
  getRangeList(addresses: string[]): RangeListService {
    const ranges = addresses.map((address) => this.getRange(address));
    const [first] = ranges;
    if (!first || ranges.some((range) => range.$sheet !== first.$sheet))
      throw new Error('All ranges must be on one sheet.');
    return new RangeListService(this.$realm, first.$sheet, ranges);
  }
  getDataRange(): RangeService {
    return this.getActiveSheet().getDataRange();
  }
  getLastRow(): number {
    return this.getActiveSheet().getLastRow();
  }
  getLastColumn(): number {
    return this.getActiveSheet().getLastColumn();
  }
  getActiveRange(): RangeService | null {
    return this.$selectionOf(this.active());
  }
  /** People select one range here; the product asks for all. */
  getActiveRangeList(): RangeListService | null {
    const range = this.getActiveRange();
    return range && new RangeListService(this.$realm, range.$sheet, [range]);
  }
  setActiveRange(range: RangeService): RangeService {
    return range.activate();
  }
  toast(message: string, title = '', seconds = 5): void {
    this.$realm.host.ui.toasts.push({
      message: String(message),
      title: String(title ?? ''),
      seconds: seconds ?? 5,
    });
  }
  createTextFinder(text: string): TextFinderService {
    const areas = this.$realm.book.sheets.map((sheet) => ({
      sheet,
      area: { row: 0, column: 0, rows: sheet.rowCount, columns: sheet.columnCount },
    }));
    return new TextFinderService(this.$realm, areas, text);
  }
  /** The owner is one of them. */
  getEditors(): UserService[] {
    const { owner, editors = [] } = this.$realm.book;
    return [owner, ...editors].map((email) => new UserService(email));
  }
  addEditor(email: string | UserService): this {
    return this.addEditors([typeof email === 'string' ? email : email.getEmail()]);
  }
  addEditors(emails: string[]): this {
    const { book } = this.$realm;
    book.editors = [...new Set([...(book.editors ?? []), ...emails])].filter((each) => each !== book.owner);
    return this;
  }
  removeEditor(email: string | UserService): this {
    const gone = typeof email === 'string' ? email : email.getEmail();
    const { book } = this.$realm;
    book.editors = (book.editors ?? []).filter((each) => each !== gone);
    return this;
  }
  getProtections(type: EnumValue): ProtectionService[] {
    return this.getSheets().flatMap((sheet) => sheet.getProtections(type));
  }

  getNamedRanges(): NamedRangeService[] {
    return NamedRangeService.$all(this.$realm, this.$realm.book.sheets);
  }
  getRangeByName(name: string): RangeService | null {
    const found = this.getNamedRanges().find((each) => each.getName().toLowerCase() === name.toLowerCase());
    return found?.getRange() ?? null;
  }
  setNamedRange(name: string, range: RangeService): void {
    NamedRangeService.$set(this.$realm, name, range);
  }
  removeNamedRange(name: string): void {
    if (!NamedRangeService.$take(this.$realm, name)) throw new Error(`There is no named range ${name}.`);
  }

  /** `(key)`, `(key, visibility)`, `(key, value)` or `(key, value, visibility)`. */
  addDeveloperMetadata(key: string, ...args: (string | EnumValue)[]): this {
    addMetadata(this.$realm, { sheet: null, area: null }, key, args);
    return this;
  }
  getDeveloperMetadata(): DeveloperMetadataService[] {
    return metadataAt(this.$realm, { sheet: null, area: null });
  }
  createDeveloperMetadataFinder(): DeveloperMetadataFinderService {
    return new DeveloperMetadataFinderService(this.$realm, { sheet: null, area: null });
  }

  $selectionOf(model: SheetModel): RangeService | null {
    const area = this.$realm.book.selection[model.id] ?? { row: 0, column: 0, rows: 1, columns: 1 };
    if (area.row + area.rows > model.rowCount || area.column + area.columns > model.columnCount) return null;
    return new RangeService(this.$realm, model, area);
  }
  private active(): SheetModel {
    const { book } = this.$realm;
    const model =
      book.sheets.find((each) => each.id === book.activeSheet) ??
      book.sheets.find((each) => !each.hidden) ??
      book.sheets[0];
    if (!model) throw new Error(TEXTS.outsideSheet);
    return model;
  }
}

function nextName(sheets: readonly SheetModel[]): string {
  let n = sheets.length + 1;
  while (sheets.some((each) => each.name === `Sheet${n}`)) n++;
  return `Sheet${n}`;
}
