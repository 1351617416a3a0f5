import type { SheetModel } from './model.ts';
import type { RangeService } from './range.ts';
import type { Realm } from './realm.ts';
import { Service } from './service.ts';

/** Several ranges of one sheet, changed by one call. */
export class RangeListService extends Service {
  readonly $name = 'RangeList';
  readonly $realm: Realm;
  readonly $sheet: SheetModel;
  private readonly ranges: RangeService[];

  constructor(realm: Realm, sheet: SheetModel, ranges: RangeService[]) {
    super();
    if (ranges.length === 0) throw new Error('The range list must not be empty.');
    this.$realm = realm;
    this.$sheet = sheet;
    this.ranges = ranges;
  }

  getRanges(): RangeService[] {
    return [...this.ranges];
  }
  setValue(value: unknown): this {
    return this.all((range) => range.setValue(value));
  }
  setNumberFormat(format: string): this {
    return this.all((range) => range.setNumberFormat(format));
  }
  setNote(note: string | null): this {
    return this.all((range) => range.setNote(note));
  }
  setBackground(color: string | null): this {
    return this.all((range) => range.setBackground(color));
  }
  setFontWeight(weight: 'bold' | 'normal' | null): this {
    return this.all((range) => range.setFontWeight(weight));
  }
  setFormula(formula: string): this {
    return this.all((range) => range.setFormula(formula));
  }
  clearContent(): this {
    return this.all((range) => range.clearContent());
  }
  clearFormat(): this {
    return this.all((range) => range.clearFormat());
  }
  clearNote(): this {
    return this.all((range) => range.clearNote());
  }
  clear(options?: { contentsOnly?: boolean; formatOnly?: boolean }): this {
    return this.all((range) => range.clear(options));
  }
  check(): this {
    return this.all((range) => range.check());
  }
  uncheck(): this {
    return this.all((range) => range.uncheck());
  }
  clearDataValidations(): this {
    return this.all((range) => range.clearDataValidations());
  }
  insertCheckboxes(checked?: string | number | boolean, unchecked?: string | number | boolean): this {
    return this.all((range) => range.insertCheckboxes(checked, unchecked));
  }
  removeCheckboxes(): this {
    return this.all((range) => range.removeCheckboxes());
  }
  setFontColor(color: string | null): this {
    return this.all((range) => range.setFontColor(color));
  }
  setFontStyle(style: 'italic' | 'normal' | null): this {
    return this.all((range) => range.setFontStyle(style));
  }
  setFontSize(size: number): this {
    return this.all((range) => range.setFontSize(size));
  }
  setFontFamily(family: string | null): this {
    return this.all((range) => range.setFontFamily(family));
  }
  setHorizontalAlignment(alignment: string | null): this {
    return this.all((range) => range.setHorizontalAlignment(alignment));
  }
  setVerticalAlignment(alignment: string | null): this {
    return this.all((range) => range.setVerticalAlignment(alignment));
  }
  setWrap(wrap: boolean): this {
    return this.all((range) => range.setWrap(wrap));
  }
  trimWhitespace(): this {
    return this.all((range) => range.trimWhitespace());
  }
  breakApart(): this {
    return this.all((range) => range.breakApart());
  }
  activate(): this {
    this.ranges.at(-1)?.activate();
    return this;
  }

  private all(work: (range: RangeService) => unknown): this {
    for (const range of this.ranges) work(range);
    return this;
  }
}
