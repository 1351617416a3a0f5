import type { ValidationModel } from './model.ts';
import { RangeService } from './range.ts';
import type { Realm } from './realm.ts';
import { type EnumValue, enumOf, Service } from './service.ts';
import { instantOf, serialOf } from './time-zone.ts';
import { rangeOfRule } from './validation.ts';

export const DataValidationCriteria = enumOf([
  'DATE_AFTER',
  'DATE_BEFORE',
  'DATE_BETWEEN',
  'DATE_EQUAL_TO',
  'DATE_IS_VALID_DATE',
  'DATE_NOT_BETWEEN',
  'DATE_ON_OR_AFTER',
  'DATE_ON_OR_BEFORE',
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
  'TEXT_EQUAL_TO',
  'TEXT_IS_VALID_EMAIL',
  'TEXT_IS_VALID_URL',
  'VALUE_IN_LIST',
  'VALUE_IN_RANGE',
  'CUSTOM_FORMULA',
  'CHECKBOX',
]);

export class DataValidationService extends Service {
  readonly $name = 'DataValidation';
  readonly $model: ValidationModel;
  private readonly realm: Realm;

  constructor(realm: Realm, model: ValidationModel) {
    super();
    this.realm = realm;
    this.$model = model;
  }
  getCriteriaType(): EnumValue {
    return DataValidationCriteria[this.$model.criteria as 'CHECKBOX'];
  }
  getCriteriaValues(): unknown[] {
    if (this.$model.criteria.startsWith('DATE_')) {
      const { timeZone } = this.realm.book;
      return this.$model.args.map((arg) => new Date(instantOf(Number(arg), timeZone)));
    }
    if (this.$model.criteria === 'VALUE_IN_RANGE') {
      const { sheet, a1 } = rangeOfRule(this.realm, this.$model);
      return [RangeService.$at(this.realm, sheet, a1), this.$model.args[1] ?? true];
    }
    return this.$model.args.map((arg) => (Array.isArray(arg) ? [...arg] : arg));
  }
  getAllowInvalid(): boolean {
    return this.$model.allowInvalid;
  }
  getHelpText(): string | null {
    return this.$model.helpText ?? null;
  }
  copy(): DataValidationBuilderService {
    return new DataValidationBuilderService(this.realm, this.$model);
  }
}

/** `setAllowInvalid` is true for new rules: they warn (DataValidationBuilder reference). */
export class DataValidationBuilderService extends Service {
  readonly $name = 'DataValidationBuilder';
  private readonly realm: Realm;
  private model: ValidationModel;

  constructor(realm: Realm, model: ValidationModel = { criteria: '', args: [], allowInvalid: true }) {
    super();
    this.realm = realm;
    this.model = { ...model };
  }
  requireValueInList(values: string[], showDropdown = true): this {
    return this.rule('VALUE_IN_LIST', [values.map(String), showDropdown]);
  }
  requireValueInRange(range: RangeService, showDropdown = true): this {
    return this.rule('VALUE_IN_RANGE', [{ sheet: range.$sheet.id, a1: range.getA1Notation() }, showDropdown]);
  }
  requireCheckbox(checked?: string | number | boolean, unchecked?: string | number | boolean): this {
    return this.rule(
      'CHECKBOX',
      checked === undefined ? [] : unchecked === undefined ? [checked] : [checked, unchecked],
    );
  }
  requireDate(): this {
    return this.rule('DATE_IS_VALID_DATE', []);
  }
  requireDateAfter(date: Date): this {
    return this.dates('DATE_AFTER', date);
  }
  requireDateBefore(date: Date): this {
    return this.dates('DATE_BEFORE', date);
  }
  requireDateEqualTo(date: Date): this {
    return this.dates('DATE_EQUAL_TO', date);
  }
  requireDateOnOrAfter(date: Date): this {
    return this.dates('DATE_ON_OR_AFTER', date);
  }
  requireDateOnOrBefore(date: Date): this {
    return this.dates('DATE_ON_OR_BEFORE', date);
  }
  requireDateBetween(start: Date, end: Date): this {
    return this.dates('DATE_BETWEEN', start, end);
  }
  requireDateNotBetween(start: Date, end: Date): this {
    return this.dates('DATE_NOT_BETWEEN', start, end);
  }
  requireTextContains(text: string): this {
    return this.rule('TEXT_CONTAINS', [text]);
  }
  requireTextDoesNotContain(text: string): this {
    return this.rule('TEXT_DOES_NOT_CONTAIN', [text]);
  }
  requireTextEqualTo(text: string): this {
    return this.rule('TEXT_EQUAL_TO', [text]);
  }
  requireTextIsEmail(): this {
    return this.rule('TEXT_IS_VALID_EMAIL', []);
  }
  requireTextIsUrl(): this {
    return this.rule('TEXT_IS_VALID_URL', []);
  }
  /** Formulas are never calculated here: what such a rule accepts is not known. */
  requireFormulaSatisfied(formula: string): this {
    return this.rule('CUSTOM_FORMULA', [formula]);
  }
  requireNumberEqualTo(number: number): this {
    return this.rule('NUMBER_EQUAL_TO', [number]);
  }
  requireNumberNotEqualTo(number: number): this {
    return this.rule('NUMBER_NOT_EQUAL_TO', [number]);
  }
  requireNumberLessThan(number: number): this {
    return this.rule('NUMBER_LESS_THAN', [number]);
  }
  requireNumberLessThanOrEqualTo(number: number): this {
    return this.rule('NUMBER_LESS_THAN_OR_EQUAL_TO', [number]);
  }
  requireNumberNotBetween(from: number, to: number): this {
    return this.rule('NUMBER_NOT_BETWEEN', [from, to]);
  }
  requireNumberBetween(from: number, to: number): this {
    return this.rule('NUMBER_BETWEEN', [from, to]);
  }
  requireNumberGreaterThan(number: number): this {
    return this.rule('NUMBER_GREATER_THAN', [number]);
  }
  requireNumberGreaterThanOrEqualTo(number: number): this {
    return this.rule('NUMBER_GREATER_THAN_OR_EQUAL_TO', [number]);
  }
  setAllowInvalid(allow: boolean): this {
    this.model = { ...this.model, allowInvalid: allow };
    return this;
  }
  setHelpText(text: string): this {
    this.model = { ...this.model, helpText: text };
    return this;
  }
  build(): DataValidationService {
    if (this.model.criteria === '') throw new Error('The data validation rule has no criteria.');
    return new DataValidationService(this.realm, Object.freeze({ ...this.model }));
  }

  private dates(criteria: string, ...dates: Date[]): this {
    return this.rule(
      criteria,
      dates.map((date) => serialOf(date.getTime(), this.realm.book.timeZone)),
    );
  }
  private rule(criteria: string, args: ValidationModel['args']): this {
    this.model = { ...this.model, criteria, args };
    return this;
  }
}
