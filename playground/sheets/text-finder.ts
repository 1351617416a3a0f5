import { displayCell, layerAt, writeCell } from './cells.ts';
import type { Area, SheetModel } from './model.ts';
import { NotEmulated } from './not-emulated.ts';
import { RangeService } from './range.ts';
import { type Realm, requireEditable, sizeOf, touched } from './realm.ts';
import { Service } from './service.ts';

/** Finds text in displayed values, or in formula texts. Defaults: partial match, case ignored (TextFinder reference). */
export class TextFinderService extends Service {
  readonly $name = 'TextFinder';
  private readonly realm: Realm;
  private readonly areas: readonly { sheet: SheetModel; area: Area }[];
  private readonly text: string;
  private readonly options = { caseSensitive: false, entire: false, formulas: false, regex: false };
  private at = -1;

  constructor(realm: Realm, areas: readonly { sheet: SheetModel; area: Area }[], text: string) {
    super();
    this.realm = realm;
    this.areas = areas;
    this.text = text;
  }

  matchCase(on: boolean): this {
    this.options.caseSensitive = on;
    return this;
  }
  matchEntireCell(on: boolean): this {
    this.options.entire = on;
    return this;
  }
  matchFormulaText(on: boolean): this {
    this.options.formulas = on;
    return this;
  }
  useRegularExpression(on: boolean): this {
    this.options.regex = on;
    return this;
  }
  ignoreDiacritics(on: boolean): this {
    if (on) throw new NotEmulated('TextFinder.ignoreDiacritics(true)');
    return this;
  }

  findAll(): RangeService[] {
    return this.matches(Number.POSITIVE_INFINITY);
  }
  findNext(): RangeService | null {
    const all = this.matches(this.at + 2);
    this.at++;
    return all[this.at] ?? null;
  }
  replaceAllWith(replacement: string): number {
    let changed = 0;
    const pattern = this.pattern('g');
    for (const range of this.matches(Number.POSITIVE_INFINITY)) {
      const sheet = range.$sheet;
      const { row, column } = range.$area;
      requireEditable(this.realm, sheet, range.$area);
      const before = this.options.formulas
        ? (layerAt(sheet, 'formulas', row, column) ?? '')
        : displayCell(this.realm, sheet, row, column);
      const after = this.options.entire ? replacement : before.replace(pattern, replacement);
      writeCell(this.realm, sheet, row, column, after);
      touched(this.realm, sheet);
      changed++;
    }
    this.realm.meter.write(changed);
    return changed;
  }

  private pattern(flags = ''): RegExp {
    const source = this.options.regex ? this.text : this.text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
    const whole = this.options.entire ? `^(?:${source})$` : source;
    return new RegExp(whole, `${flags}${this.options.caseSensitive ? '' : 'i'}u`);
  }

  private matches(most: number): RangeService[] {
    const found: RangeService[] = [];
    const pattern = this.pattern();
    for (const { sheet, area } of this.areas) {
      const size = sizeOf(this.realm, sheet);
      const bottom = Math.min(area.row + area.rows, size.rows);
      const right = Math.min(area.column + area.columns, size.columns);
      for (let row = area.row; row < bottom; row++) {
        for (let column = area.column; column < right; column++) {
          const formula = this.options.formulas ? layerAt(sheet, 'formulas', row, column) : undefined;
          const text = formula ?? displayCell(this.realm, sheet, row, column);
          if (text === '' || !pattern.test(text)) continue;
          found.push(new RangeService(this.realm, sheet, { row, column, rows: 1, columns: 1 }));
          if (found.length >= most) return found;
        }
      }
    }
    return found;
  }
}
