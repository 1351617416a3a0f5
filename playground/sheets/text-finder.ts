import { displayCell, layerAt, writeCell } from './cells.ts';
import type { Area, SheetModel } from './model.ts';
import { RangeService } from './range.ts';
import { type Realm, requireEditable, sizeOf, touched } from './realm.ts';
import { Service } from './service.ts';

/** Finds text in displayed values, or in formula texts. Defaults: partial match, case ignored (TextFinder reference). */
export class TextFinderService extends Service {
  readonly $name = 'TextFinder';
  private readonly realm: Realm;
  private readonly areas: readonly { sheet: SheetModel; area: Area }[];
  private readonly text: string;
  private readonly options = {
    caseSensitive: false,
    entire: false,
    formulas: false,
    regex: false,
    plain: false,
  };
  private from: { sheet: SheetModel; row: number; column: number } | null = null;
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
    this.options.plain = on;
    return this;
  }
  /** The search goes on after this cell, row by row. */
  startFrom(range: RangeService): this {
    this.from = { sheet: range.$sheet, row: range.$area.row, column: range.$area.column };
    return this;
  }

  findAll(): RangeService[] {
    return this.matches(Number.POSITIVE_INFINITY);
  }
  /** Null past the last match. */
  findNext(): RangeService | null {
    const all = this.matches(this.from ? Number.POSITIVE_INFINITY : this.at + 2);
    const { from } = this;
    if (from && this.at < 0) {
      const after = all.findIndex(
        ({ $sheet, $area }) =>
          $sheet === from.sheet &&
          ($area.row > from.row || ($area.row === from.row && $area.column > from.column)),
      );
      this.at = after < 0 ? all.length : after;
    } else this.at++;
    return this.getCurrentMatch();
  }
  findPrevious(): RangeService | null {
    this.at = this.at < 0 ? this.matches(Number.POSITIVE_INFINITY).length - 1 : this.at - 1;
    return this.getCurrentMatch();
  }
  getCurrentMatch(): RangeService | null {
    return this.at < 0 ? null : (this.matches(this.at + 1)[this.at] ?? null);
  }
  /** Replaces in the current match; 1 or 0. */
  replaceWith(replacement: string): number {
    const match = this.getCurrentMatch();
    return match ? this.replaceIn([match], replacement) : 0;
  }
  replaceAllWith(replacement: string): number {
    return this.replaceIn(this.matches(Number.POSITIVE_INFINITY), replacement);
  }

  private replaceIn(ranges: readonly RangeService[], replacement: string): number {
    let changed = 0;
    const pattern = this.pattern('g');
    for (const range of ranges) {
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
    const text = this.plain(this.text);
    const source = this.options.regex ? text : text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
    const whole = this.options.entire ? `^(?:${source})$` : source;
    return new RegExp(whole, `${flags}${this.options.caseSensitive ? '' : 'i'}u`);
  }

  private plain(text: string): string {
    return this.options.plain ? text.normalize('NFD').replace(/\p{M}/gu, '') : text;
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
          if (text === '' || !pattern.test(this.plain(text))) continue;
          found.push(new RangeService(this.realm, sheet, { row, column, rows: 1, columns: 1 }));
          if (found.length >= most) return found;
        }
      }
    }
    return found;
  }
}
