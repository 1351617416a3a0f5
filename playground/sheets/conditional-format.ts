import { TEXTS } from './errors.ts';
import type { ConditionalFormatModel, SheetModel, StoredValue } from './model.ts';
import { NotEmulated } from './not-emulated.ts';
import { RangeService } from './range.ts';
import type { Realm } from './realm.ts';
import { type EnumValue, enumOf, Service } from './service.ts';

export const BooleanCriteria = enumOf([
  'CELL_EMPTY',
  'CELL_NOT_EMPTY',
  'DATE_AFTER',
  'DATE_BEFORE',
  'DATE_EQUAL_TO',
  'DATE_AFTER_RELATIVE',
  'DATE_BEFORE_RELATIVE',
  'DATE_EQUAL_TO_RELATIVE',
  'NUMBER_BETWEEN',
  'NUMBER_EQUAL_TO',
  'NUMBER_GREATER_THAN',
  'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  'NUMBER_LESS_THAN',
  'NUMBER_LESS_THAN_OR_EQUAL_TO',
  'NUMBER_NOT_BETWEEN',
  'NUMBER_NOT_EQUAL_TO',
  'TEXT_CONTAINS',
  'TEXT_DOES_NOT_CONTAIN',
  'TEXT_ENDS_WITH',
  'TEXT_EQUAL_TO',
  'TEXT_STARTS_WITH',
  'CUSTOM_FORMULA',
]);

export class BooleanConditionService extends Service {
  readonly $name = 'BooleanCondition';
  private readonly model: ConditionalFormatModel;
  constructor(model: ConditionalFormatModel) {
    super();
    this.model = model;
  }
  getCriteriaType(): EnumValue {
    return BooleanCriteria[this.model.criteria as 'CUSTOM_FORMULA'];
  }
  getCriteriaValues(): StoredValue[] {
    return [...this.model.args];
  }
  getBackground(): string | null {
    return this.model.background ?? null;
  }
  getFontColor(): string | null {
    return this.model.fontColor ?? null;
  }
  getBold(): boolean | null {
    return this.model.bold ?? null;
  }
  getItalic(): boolean | null {
    return this.model.italic ?? null;
  }
  getStrikethrough(): boolean | null {
    return this.model.strikethrough ?? null;
  }
}

export class ConditionalFormatRuleService extends Service {
  readonly $name = 'ConditionalFormatRule';
  readonly $model: ConditionalFormatModel;
  readonly $sheet: SheetModel;
  private readonly realm: Realm;

  constructor(realm: Realm, sheet: SheetModel, model: ConditionalFormatModel) {
    super();
    this.realm = realm;
    this.$sheet = sheet;
    this.$model = model;
  }
  getRanges(): RangeService[] {
    return this.$model.areas.map((area) => new RangeService(this.realm, this.$sheet, area));
  }
  getBooleanCondition(): BooleanConditionService | null {
    return this.$model.criteria === 'GRADIENT' ? null : new BooleanConditionService(this.$model);
  }
  getGradientCondition(): null {
    if (this.$model.criteria === 'GRADIENT')
      throw new NotEmulated('ConditionalFormatRule.getGradientCondition');
    return null;
  }
  copy(): ConditionalFormatRuleBuilderService {
    return new ConditionalFormatRuleBuilderService(this.realm, this.$sheet, this.$model);
  }
  /** A formula may name neither another sheet nor a named range there: one such rule takes the whole call down. */
  $requireOwnSheet(sheet: SheetModel, realm: Realm): void {
    if (this.$sheet !== sheet) throw new Error(TEXTS.otherSheetRule);
    if (this.$model.criteria !== 'CUSTOM_FORMULA') return;
    const bare = String(this.$model.args[0] ?? '').replace(/"[^"]*"/g, '""');
    for (const match of bare.matchAll(/(?:'((?:[^']|'')+)'|([\p{L}\p{N}_.]+))!/gu)) {
      const name = match[1]?.replace(/''/g, "'") ?? match[2] ?? '';
      if (name.toLowerCase() !== sheet.name.toLowerCase() && realm.book.sheets.length > 0)
        throw new Error(TEXTS.otherSheetRule);
    }
    const words = new Set(bare.toLowerCase().match(/[\p{L}_][\p{L}\p{N}_.]*/gu) ?? []);
    const elsewhere = realm.book.sheets.filter((each) => each !== sheet);
    if (elsewhere.some((each) => each.namedRanges?.some(({ name }) => words.has(name.toLowerCase()))))
      throw new Error(TEXTS.otherSheetRule);
  }
}

export class ConditionalFormatRuleBuilderService extends Service {
  readonly $name = 'ConditionalFormatRuleBuilder';
  private readonly realm: Realm;
  private sheet: SheetModel | null;
  private readonly model: ConditionalFormatModel;

  constructor(
    realm: Realm,
    sheet: SheetModel | null = null,
    model: ConditionalFormatModel = { areas: [], criteria: '', args: [] },
  ) {
    super();
    this.realm = realm;
    this.sheet = sheet;
    this.model = { ...model, areas: [...model.areas], args: [...model.args] };
  }
  setRanges(ranges: RangeService[]): this {
    const [first] = ranges;
    if (!first) throw new Error('A conditional format rule must have at least one range.');
    if (ranges.some((range) => range.$sheet !== first.$sheet))
      throw new Error('All ranges of a rule must be on one sheet.');
    this.sheet = first.$sheet;
    this.model.areas = ranges.map((range) => ({ ...range.$area }));
    return this;
  }
  whenFormulaSatisfied(formula: string): this {
    if (!formula.startsWith('=')) throw new Error('Invalid formula.');
    return this.when('CUSTOM_FORMULA', formula);
  }
  whenTextContains(text: string): this {
    return this.when('TEXT_CONTAINS', text);
  }
  whenTextDoesNotContain(text: string): this {
    return this.when('TEXT_DOES_NOT_CONTAIN', text);
  }
  whenTextEqualTo(text: string): this {
    return this.when('TEXT_EQUAL_TO', text);
  }
  whenTextStartsWith(text: string): this {
    return this.when('TEXT_STARTS_WITH', text);
  }
  whenTextEndsWith(text: string): this {
    return this.when('TEXT_ENDS_WITH', text);
  }
  whenCellEmpty(): this {
    return this.when('CELL_EMPTY');
  }
  whenCellNotEmpty(): this {
    return this.when('CELL_NOT_EMPTY');
  }
  whenNumberEqualTo(number: number): this {
    return this.when('NUMBER_EQUAL_TO', number);
  }
  whenNumberGreaterThan(number: number): this {
    return this.when('NUMBER_GREATER_THAN', number);
  }
  whenNumberNotEqualTo(number: number): this {
    return this.when('NUMBER_NOT_EQUAL_TO', number);
  }
  whenNumberGreaterThanOrEqualTo(number: number): this {
    return this.when('NUMBER_GREATER_THAN_OR_EQUAL_TO', number);
  }
  whenNumberLessThanOrEqualTo(number: number): this {
    return this.when('NUMBER_LESS_THAN_OR_EQUAL_TO', number);
  }
  whenNumberNotBetween(from: number, to: number): this {
    return this.when('NUMBER_NOT_BETWEEN', from, to);
  }
  whenNumberLessThan(number: number): this {
    return this.when('NUMBER_LESS_THAN', number);
  }
  whenNumberBetween(from: number, to: number): this {
    return this.when('NUMBER_BETWEEN', from, to);
  }
  setBackground(color: string | null): this {
    return this.look('background', color ?? undefined);
  }
  setFontColor(color: string | null): this {
    return this.look('fontColor', color ?? undefined);
  }
  setBold(bold: boolean | null): this {
    return this.look('bold', bold ?? undefined);
  }
  setItalic(italic: boolean | null): this {
    return this.look('italic', italic ?? undefined);
  }
  setStrikethrough(strikethrough: boolean | null): this {
    return this.look('strikethrough', strikethrough ?? undefined);
  }
  build(): ConditionalFormatRuleService {
    if (this.model.criteria === '' || !this.sheet)
      throw new Error('The conditional format rule needs ranges and a condition.');
    return new ConditionalFormatRuleService(this.realm, this.sheet, { ...this.model });
  }

  private when(criteria: string, ...args: StoredValue[]): this {
    this.model.criteria = criteria;
    this.model.args = args;
    return this;
  }
  private look(name: 'background' | 'fontColor' | 'bold' | 'italic' | 'strikethrough', value: unknown): this {
    if (value === undefined) delete this.model[name];
    else Object.assign(this.model, { [name]: value });
    return this;
  }
}
