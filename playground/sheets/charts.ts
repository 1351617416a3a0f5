import type { ChartModel, SheetModel, StoredValue } from './model.ts';
import { RangeService } from './range.ts';
import type { Realm } from './realm.ts';
import { type EnumValue, enumOf, Service } from './service.ts';

export const ChartType = enumOf([
  'TIMELINE',
  'AREA',
  'BAR',
  'BUBBLE',
  'CANDLESTICK',
  'COLUMN',
  'COMBO',
  'GAUGE',
  'GEO',
  'HISTOGRAM',
  'LINE',
  'ORG',
  'PIE',
  'RADAR',
  'SCATTER',
  'SPARKLINE',
  'STEPPED_AREA',
  'TABLE',
  'TREEMAP',
  'WATERFALL',
]);

export class EmbeddedChartService extends Service {
  readonly $name = 'EmbeddedChart';
  readonly $model: ChartModel;
  private readonly realm: Realm;
  private readonly sheet: SheetModel;

  constructor(realm: Realm, sheet: SheetModel, model: ChartModel) {
    super();
    this.realm = realm;
    this.sheet = sheet;
    this.$model = model;
  }
  getChartId(): number {
    return this.$model.id;
  }
  getRanges(): RangeService[] {
    return this.$model.areas.map((area) => new RangeService(this.realm, this.sheet, area));
  }
  modify(): EmbeddedChartBuilderService {
    return new EmbeddedChartBuilderService(this.realm, this.sheet, this.$model);
  }
}

/** Charts are kept as data; the page draws them. */
export class EmbeddedChartBuilderService extends Service {
  readonly $name = 'EmbeddedChartBuilder';
  private readonly realm: Realm;
  private readonly sheet: SheetModel;
  private readonly model: ChartModel;

  constructor(realm: Realm, sheet: SheetModel, model?: ChartModel) {
    super();
    this.realm = realm;
    this.sheet = sheet;
    this.model = model
      ? { ...model, areas: [...model.areas], options: { ...model.options } }
      : {
          id: 0,
          type: 'COLUMN',
          areas: [],
          position: { row: 1, column: 1, offsetX: 0, offsetY: 0 },
          options: {},
          headers: 0,
        };
  }
  setChartType(type: EnumValue): this {
    this.model.type = type.name();
    return this;
  }
  asBarChart(): this {
    this.model.type = 'BAR';
    return this;
  }
  asColumnChart(): this {
    this.model.type = 'COLUMN';
    return this;
  }
  asPieChart(): this {
    this.model.type = 'PIE';
    return this;
  }
  asLineChart(): this {
    this.model.type = 'LINE';
    return this;
  }
  addRange(range: RangeService): this {
    this.model.areas.push({ ...range.$area });
    return this;
  }
  clearRanges(): this {
    this.model.areas = [];
    return this;
  }
  setPosition(row: number, column: number, offsetX: number, offsetY: number): this {
    this.model.position = { row, column, offsetX, offsetY };
    return this;
  }
  setOption(option: string, value: StoredValue): this {
    this.model.options[option] = value;
    return this;
  }
  setNumHeaders(headers: number): this {
    this.model.headers = headers;
    return this;
  }
  build(): EmbeddedChartService {
    return new EmbeddedChartService(this.realm, this.sheet, { ...this.model });
  }
}
