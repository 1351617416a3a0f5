import { TEXTS } from './errors.ts';
import type { Area, MetadataModel, SheetModel } from './model.ts';
import { RangeService } from './range.ts';
import type { Realm } from './realm.ts';
import { type EnumValue, enumOf, Service, wrongArguments } from './service.ts';
import { SheetService } from './sheet.ts';
import { SpreadsheetService } from './spreadsheet.ts';

export const DeveloperMetadataVisibility = enumOf(['DOCUMENT', 'PROJECT']);
export const DeveloperMetadataLocationType = enumOf(['SPREADSHEET', 'SHEET', 'ROW', 'COLUMN']);

/** Characters of keys and values for the spreadsheet, and again for each sheet (quota page). */
const MOST_CHARACTERS = 30_000;

/** Where metadata hangs: the spreadsheet (no sheet), a sheet (no area), or one whole row or column. */
interface Place {
  readonly sheet: SheetModel | null;
  readonly area: Area | null;
}

function listOf(realm: Realm, { sheet }: Place): MetadataModel[] {
  const owner = sheet ?? realm.book;
  owner.metadata ??= [];
  return owner.metadata;
}

/** `(key)`, `(key, visibility)`, `(key, value)` or `(key, value, visibility)`. */
export function addMetadata(realm: Realm, place: Place, key: string, args: readonly unknown[]): void {
  const last = args[args.length - 1];
  const visibility = typeof last === 'object' && last !== null ? (last as EnumValue).name() : 'DOCUMENT';
  const value = typeof args[0] === 'string' ? args[0] : null;
  if (typeof key !== 'string') throw wrongArguments('addDeveloperMetadata', [key, ...args]);
  if (place.sheet && place.area && !isWholeLine(place.sheet, place.area)) throw new Error(TEXTS.notWholeLine);
  const list = listOf(realm, place);
  const characters = list.reduce((sum, each) => sum + each.key.length + (each.value?.length ?? 0), 0);
  if (characters + key.length + (value?.length ?? 0) > MOST_CHARACTERS)
    throw new Error('The developer metadata is larger than 30000 characters.');
  const lists = [realm.book.metadata ?? [], ...realm.book.sheets.map((sheet) => sheet.metadata ?? [])];
  const id = lists.flat().reduce((most, each) => Math.max(most, each.id), 0) + 1;
  list.push({ id, key, value, visibility: visibility as 'DOCUMENT', area: place.area && { ...place.area } });
}

function isWholeLine(sheet: SheetModel, { rows, columns }: Area): boolean {
  return (rows === 1 && columns === sheet.columnCount) || (columns === 1 && rows === sheet.rowCount);
}

/** All that hangs at a place itself. */
export function metadataAt(realm: Realm, place: Place): DeveloperMetadataService[] {
  const same = (area: Area | null) => JSON.stringify(area) === JSON.stringify(place.area);
  return listOf(realm, place)
    .filter((each) => same(each.area))
    .map((model) => new DeveloperMetadataService(realm, place.sheet, model));
}

export class DeveloperMetadataLocationService extends Service {
  readonly $name = 'DeveloperMetadataLocation';
  private readonly realm: Realm;
  private readonly place: Place;
  constructor(realm: Realm, place: Place) {
    super();
    this.realm = realm;
    this.place = place;
  }
  getLocationType(): EnumValue {
    const { sheet, area } = this.place;
    if (!sheet) return DeveloperMetadataLocationType.SPREADSHEET;
    if (!area) return DeveloperMetadataLocationType.SHEET;
    return area.rows === 1 && area.columns > 1
      ? DeveloperMetadataLocationType.ROW
      : DeveloperMetadataLocationType.COLUMN;
  }
  getSpreadsheet(): SpreadsheetService | null {
    return this.place.sheet ? null : SpreadsheetService.$of(this.realm);
  }
  getSheet(): SheetService | null {
    const { sheet, area } = this.place;
    return sheet && !area ? SheetService.$of(this.realm, sheet) : null;
  }
  getRow(): RangeService | null {
    return this.line('ROW');
  }
  getColumn(): RangeService | null {
    return this.line('COLUMN');
  }
  private line(type: 'ROW' | 'COLUMN'): RangeService | null {
    const { sheet, area } = this.place;
    if (!sheet || !area || this.getLocationType().name() !== type) return null;
    // Rows and columns may have come since: the line is as long as the sheet is now.
    const whole = type === 'ROW' ? { columns: sheet.columnCount } : { rows: sheet.rowCount };
    return new RangeService(this.realm, sheet, { ...area, ...whole });
  }
}

export class DeveloperMetadataService extends Service {
  readonly $name = 'DeveloperMetadata';
  readonly $sheet: SheetModel | null;
  private readonly realm: Realm;
  private readonly model: MetadataModel;
  constructor(realm: Realm, sheet: SheetModel | null, model: MetadataModel) {
    super();
    this.realm = realm;
    this.$sheet = sheet;
    this.model = model;
  }
  getId(): number {
    return this.model.id;
  }
  getKey(): string {
    return this.model.key;
  }
  setKey(key: string): this {
    this.model.key = key;
    return this;
  }
  getValue(): string | null {
    return this.model.value;
  }
  setValue(value: string): this {
    this.model.value = value;
    return this;
  }
  getVisibility(): EnumValue {
    return DeveloperMetadataVisibility[this.model.visibility];
  }
  setVisibility(visibility: EnumValue): this {
    this.model.visibility = visibility.name() as 'DOCUMENT';
    return this;
  }
  getLocation(): DeveloperMetadataLocationService {
    return new DeveloperMetadataLocationService(this.realm, { sheet: this.$sheet, area: this.model.area });
  }
  remove(): void {
    const owner = this.$sheet ?? this.realm.book;
    owner.metadata = (owner.metadata ?? []).filter((each) => each.id !== this.model.id);
  }
}

/** Finds metadata wholly inside where it was made; `onIntersectingLocations` also takes what reaches out of it. */
export class DeveloperMetadataFinderService extends Service {
  readonly $name = 'DeveloperMetadataFinder';
  private readonly realm: Realm;
  private readonly place: Place;
  private readonly wanted: ((found: DeveloperMetadataService) => boolean)[] = [];
  private intersecting = false;
  constructor(realm: Realm, place: Place) {
    super();
    this.realm = realm;
    this.place = place;
  }
  withKey(key: string): this {
    return this.only((found) => found.getKey() === key);
  }
  withValue(value: string): this {
    return this.only((found) => found.getValue() === value);
  }
  withId(id: number): this {
    return this.only((found) => found.getId() === id);
  }
  withVisibility(visibility: EnumValue): this {
    return this.only((found) => found.getVisibility() === visibility);
  }
  withLocationType(type: EnumValue): this {
    return this.only((found) => found.getLocation().getLocationType() === type);
  }
  onIntersectingLocations(): this {
    this.intersecting = true;
    return this;
  }
  find(): DeveloperMetadataService[] {
    const { sheet } = this.place;
    const of = (owner: SheetModel | null, list: readonly MetadataModel[] = []) =>
      list
        .filter((model) => this.covers(model.area))
        .map((model) => new DeveloperMetadataService(this.realm, owner, model));
    const { book } = this.realm;
    const all = sheet
      ? [...of(sheet, sheet.metadata), ...(this.intersecting ? of(null, book.metadata) : [])]
      : [...of(null, book.metadata), ...book.sheets.flatMap((each) => of(each, each.metadata))];
    return all.filter((found) => this.wanted.every((fits) => fits(found)));
  }

  private covers(area: Area | null): boolean {
    const outer = this.place.area;
    if (outer === null) return true;
    if (area === null) return this.intersecting;
    const rows = [outer.row, outer.row + outer.rows, area.row, area.row + area.rows] as const;
    const columns = [
      outer.column,
      outer.column + outer.columns,
      area.column,
      area.column + area.columns,
    ] as const;
    const test = this.intersecting ? meets : holds;
    return test(...rows) && test(...columns);
  }
  private only(fits: (found: DeveloperMetadataService) => boolean): this {
    this.wanted.push(fits);
    return this;
  }
}

const holds = (from: number, to: number, a: number, b: number): boolean => a >= from && b <= to;
const meets = (from: number, to: number, a: number, b: number): boolean => a < to && b > from;
