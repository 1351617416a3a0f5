import type { NamedRangeModel, SheetModel } from './model.ts';
import { RangeService } from './range.ts';
import type { Realm } from './realm.ts';
import { Service } from './service.ts';

/** Kept with the sheet that it lies on, so that it follows inserted and deleted rows. */
export class NamedRangeService extends Service {
  readonly $name = 'NamedRange';
  private readonly realm: Realm;
  private readonly sheet: SheetModel;
  private readonly model: NamedRangeModel;
  constructor(realm: Realm, sheet: SheetModel, model: NamedRangeModel) {
    super();
    this.realm = realm;
    this.sheet = sheet;
    this.model = model;
  }

  static $all(realm: Realm, sheets: readonly SheetModel[]): NamedRangeService[] {
    return sheets.flatMap((sheet) =>
      (sheet.namedRanges ?? []).map((model) => new NamedRangeService(realm, sheet, model)),
    );
  }
  /** Takes the name from wherever it lies: names count in the whole spreadsheet, in any case. */
  static $take(realm: Realm, name: string): boolean {
    let found = false;
    for (const sheet of realm.book.sheets) {
      const left = (sheet.namedRanges ?? []).filter((each) => each.name.toLowerCase() !== name.toLowerCase());
      if (left.length === (sheet.namedRanges ?? []).length) continue;
      sheet.namedRanges = left;
      found = true;
    }
    return found;
  }
  static $set(realm: Realm, name: string, range: RangeService): void {
    if (!/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) || /^[a-z]{1,3}\d+$/i.test(name))
      throw new Error('The name of the range is invalid.');
    NamedRangeService.$take(realm, name);
    range.$sheet.namedRanges = [...(range.$sheet.namedRanges ?? []), { name, area: { ...range.$area } }];
  }

  getName(): string {
    return this.model.name;
  }
  setName(name: string): this {
    this.model.name = name;
    return this;
  }
  getRange(): RangeService {
    return new RangeService(this.realm, this.sheet, this.model.area);
  }
  setRange(range: RangeService): this {
    NamedRangeService.$set(this.realm, this.model.name, range);
    return this;
  }
  remove(): void {
    NamedRangeService.$take(this.realm, this.model.name);
  }
}
