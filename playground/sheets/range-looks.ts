import { layerAt, setLayer } from './cells.ts';
import { colour } from './colours.ts';
import type { Area, CellStyle } from './model.ts';
import { RangeValues } from './range-values.ts';
import { type EnumValue, enumOf } from './service.ts';

export const WrapStrategy = enumOf(['WRAP', 'OVERFLOW', 'CLIP']);

/** A change of looks: null takes a look away. */
type Change = { readonly [K in keyof CellStyle]?: CellStyle[K] | null | undefined };
type Weight = 'bold' | 'normal';
type Slant = 'italic' | 'normal';

/** How the cells look: number formats, colours, fonts, alignment. What was never set reads as Google's default. */
export abstract class RangeLooks extends RangeValues {
  getNumberFormats(): string[][] {
    this.$realm.meter.read(this.cells);
    return this.map((row, column) => layerAt(this.$sheet, 'formats', row, column) ?? 'General');
  }
  getNumberFormat(): string {
    this.$realm.meter.read(1);
    return layerAt(this.$sheet, 'formats', this.$area.row, this.$area.column) ?? 'General';
  }
  setNumberFormat(format: string): this {
    this.requireUntyped();
    this.requireEditable();
    this.$realm.meter.fill(this.cells);
    setLayer(this.$sheet, this.$area, 'formats', () => plainFormat(format), true);
    return this;
  }
  setNumberFormats(formats: string[][]): this {
    this.requireShape(formats, 'setNumberFormats');
    this.requireUntyped();
    this.requireEditable();
    this.$realm.meter.write(this.cells);
    const same = formats.every((row) => row === formats[0]);
    setLayer(this.$sheet, this.$area, 'formats', (r, c) => plainFormat(formats[r]?.[c] ?? ''), same);
    return this;
  }

  getBackgrounds(): string[][] {
    return this.looks((style) => style?.background ?? '#ffffff');
  }
  getBackground(): string {
    return this.look((style) => style?.background ?? '#ffffff');
  }
  /** A name that is no colour is let be (gas-fakes). */
  setBackground(color: string | null): this {
    return this.paint({ background: colour(color) });
  }
  setBackgroundRGB(red: number, green: number, blue: number): this {
    const hex = [red, green, blue].map((n) => n.toString(16).padStart(2, '0')).join('');
    return this.paint({ background: `#${hex}` });
  }
  setBackgrounds(colors: (string | null)[][]): this {
    return this.paintEach('setBackgrounds', colors, (color) => ({ background: colour(color) }));
  }
  getFontColors(): string[][] {
    return this.looks((style) => style?.fontColor ?? '#000000');
  }
  setFontColor(color: string | null): this {
    return this.paint({ fontColor: colour(color) });
  }
  setFontColors(colors: (string | null)[][]): this {
    return this.paintEach('setFontColors', colors, (color) => ({ fontColor: colour(color) }));
  }

  getFontWeights(): string[][] {
    return this.looks((style) => style?.fontWeight ?? 'normal');
  }
  getFontWeight(): string {
    return this.look((style) => style?.fontWeight ?? 'normal');
  }
  setFontWeight(weight: Weight | null): this {
    return this.paint({ fontWeight: weight });
  }
  setFontWeights(weights: (Weight | null)[][]): this {
    return this.paintEach('setFontWeights', weights, (fontWeight) => ({ fontWeight }));
  }
  getFontStyles(): string[][] {
    return this.looks((style) => style?.fontStyle ?? 'normal');
  }
  getFontStyle(): string {
    return this.look((style) => style?.fontStyle ?? 'normal');
  }
  setFontStyle(fontStyle: Slant | null): this {
    return this.paint({ fontStyle });
  }
  setFontStyles(styles: (Slant | null)[][]): this {
    return this.paintEach('setFontStyles', styles, (fontStyle) => ({ fontStyle }));
  }
  getFontSizes(): number[][] {
    return this.looks((style) => style?.fontSize ?? 10);
  }
  getFontSize(): number {
    return this.look((style) => style?.fontSize ?? 10);
  }
  setFontSize(fontSize: number): this {
    return this.paint({ fontSize });
  }
  setFontSizes(sizes: number[][]): this {
    return this.paintEach('setFontSizes', sizes, (fontSize) => ({ fontSize }));
  }
  getFontFamilies(): string[][] {
    return this.looks((style) => style?.fontFamily ?? 'Arial');
  }
  getFontFamily(): string {
    return this.look((style) => style?.fontFamily ?? 'Arial');
  }
  setFontFamily(fontFamily: string | null): this {
    return this.paint({ fontFamily });
  }
  setFontFamilies(families: (string | null)[][]): this {
    return this.paintEach('setFontFamilies', families, (fontFamily) => ({ fontFamily }));
  }

  getHorizontalAlignments(): string[][] {
    return this.looks((style) => style?.horizontalAlignment ?? 'general');
  }
  getHorizontalAlignment(): string {
    return this.look((style) => style?.horizontalAlignment ?? 'general');
  }
  setHorizontalAlignment(horizontalAlignment: string | null): this {
    return this.paint({ horizontalAlignment });
  }
  getVerticalAlignments(): string[][] {
    return this.looks((style) => style?.verticalAlignment ?? 'bottom');
  }
  getVerticalAlignment(): string {
    return this.look((style) => style?.verticalAlignment ?? 'bottom');
  }
  setVerticalAlignment(verticalAlignment: string | null): this {
    return this.paint({ verticalAlignment });
  }
  getWraps(): boolean[][] {
    return this.looks((style) => style?.wrap ?? false);
  }
  getWrap(): boolean {
    return this.look((style) => style?.wrap ?? false);
  }
  setWrap(wrap: boolean): this {
    return this.paint({ wrap });
  }
  setWraps(wraps: boolean[][]): this {
    return this.paintEach('setWraps', wraps, (wrap) => ({ wrap }));
  }
  getWrapStrategy(): EnumValue {
    return this.look((style) => (style?.wrap ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW));
  }
  setWrapStrategy(strategy: EnumValue): this {
    return this.paint({ wrap: strategy.name() === 'WRAP' });
  }

  clear(options?: { contentsOnly?: boolean; formatOnly?: boolean }): this {
    if (!options?.formatOnly) this.clearContent();
    return options?.contentsOnly ? this : this.clearFormat();
  }
  clearFormat(): this {
    this.requireEditable();
    this.$realm.meter.fill(this.cells);
    setLayer(this.$sheet, this.$area, 'formats', () => undefined, true);
    setLayer(this.$sheet, this.$area, 'styles', () => undefined, true);
    const sheet = this.$sheet;
    sheet.conditionalFormats = sheet.conditionalFormats.filter(
      (rule) => !rule.areas.every((area) => within(area, this.$area)),
    );
    return this;
  }

  private look<T>(of: (style: CellStyle | undefined) => T): T {
    this.$realm.meter.read(1);
    return of(layerAt(this.$sheet, 'styles', this.$area.row, this.$area.column));
  }
  private looks<T>(of: (style: CellStyle | undefined) => T): T[][] {
    this.$realm.meter.read(this.cells);
    return this.map((row, column) => of(layerAt(this.$sheet, 'styles', row, column)));
  }
  private paint(change: Change): this {
    this.requireEditable();
    this.$realm.meter.fill(this.cells);
    this.each((row, column) => this.mergeStyle(row, column, change));
    return this;
  }
  private paintEach<T>(method: string, values: T[][], change: (value: T) => Change): this {
    this.requireShape(values, method);
    this.requireEditable();
    this.$realm.meter.write(this.cells);
    this.each((row, column, r, c) => this.mergeStyle(row, column, change(values[r]?.[c] as T)));
    return this;
  }
  private mergeStyle(row: number, column: number, change: Change): void {
    const next: Record<string, unknown> = { ...layerAt(this.$sheet, 'styles', row, column) };
    for (const [name, value] of Object.entries(change)) {
      if (value === null || value === DEFAULTS[name as keyof CellStyle]) delete next[name];
      else if (value !== undefined) next[name] = value;
    }
    const style = Object.keys(next).length > 0 ? (next as CellStyle) : undefined;
    setLayer(this.$sheet, { row, column, rows: 1, columns: 1 }, 'styles', () => style);
  }
}

/** Not worth keeping: what an untouched cell has. */
const DEFAULTS: CellStyle = { background: '#ffffff' };

function plainFormat(format: string): string | undefined {
  return format === 'General' || format === '' ? undefined : format;
}

function within(inner: Area, outer: Area): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  );
}
