import type { Area, BandingModel, SheetModel } from './model.ts';
import { RangeService } from './range.ts';
import { overlap, type Realm } from './realm.ts';
import { enumOf, Service } from './service.ts';

export const BandingTheme = enumOf([
  'LIGHT_GREY',
  'CYAN',
  'GREEN',
  'YELLOW',
  'ORANGE',
  'BLUE',
  'TEAL',
  'GREY',
  'BROWN',
  'LIGHT_GREEN',
  'INDIGO',
  'PINK',
]);

export class BandingService extends Service {
  readonly $name = 'Banding';
  private readonly realm: Realm;
  private readonly sheet: SheetModel;
  private readonly model: BandingModel;

  constructor(realm: Realm, sheet: SheetModel, model: BandingModel) {
    super();
    this.realm = realm;
    this.sheet = sheet;
    this.model = model;
  }
  static $add(realm: Realm, sheet: SheetModel, area: Area, theme: string): BandingService {
    if (sheet.bandings.some((each) => overlap(each.area, area))) {
      throw new Error(
        'You cannot add alternating background colours to a range that already has alternating background colours.',
      );
    }
    const model = { area, theme };
    sheet.bandings.push(model);
    return new BandingService(realm, sheet, model);
  }
  getRange(): RangeService {
    return new RangeService(this.realm, this.sheet, this.model.area);
  }
  setRange(range: RangeService): this {
    this.model.area = { ...range.$area };
    return this;
  }
  remove(): void {
    this.sheet.bandings = this.sheet.bandings.filter((each) => each !== this.model);
  }
}
