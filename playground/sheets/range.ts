import { parseA1, toA1 } from './a1.ts';
import { BandingService } from './banding.ts';
import { displayCell, layerAt, readCell, requireValid, setLayer, storeCell, writeCell } from './cells.ts';
import { DataValidationService } from './data-validation.ts';
import { TEXTS } from './errors.ts';
import { FilterService } from './filter.ts';
import type { Area, CellStyle, LinkRun, SheetModel } from './model.ts';
import { NotEmulated } from './not-emulated.ts';
import { ProtectionService } from './protection.ts';
import { overlap, type Realm, requireEditable, sizeOf, touched } from './realm.ts';
import { RichTextValueService } from './rich-text.ts';
import { EnumValue, Service, wrongArguments } from './service.ts';
import { SheetService } from './sheet.ts';
import { sortRows } from './sort.ts';
import { TextFinderService } from './text-finder.ts';
import { checkboxValues } from './validation.ts';

type Value = string | number | boolean | Date;

export class RangeService extends Service {
  readonly $name = 'Range';
  readonly $realm: Realm;
  readonly $sheet: SheetModel;
  readonly $area: Area;

  constructor(realm: Realm, sheet: SheetModel, area: Area) {
    super();
    this.$realm = realm;
    this.$sheet = sheet;
    this.$area = area;
    if (area.rows < 1) throw new Error(TEXTS.emptyRange);
    if (area.columns < 1) throw new Error(TEXTS.emptyColumns);
    const { row, column, rows, columns } = area;
    if (![row, column, rows, columns].every(Number.isInteger))
      throw wrongArguments('SpreadsheetApp.Sheet.getRange', [row, column]);
    if (row < 0 || column < 0 || row + rows > sheet.rowCount || column + columns > sheet.columnCount) {
      throw new Error(TEXTS.outsideSheet);
    }
  }

  static $at(realm: Realm, sheet: SheetModel, a1: string): RangeService {
    const found = parseA1(a1, sheet);
    if (!found) throw new Error('Range not found');
    return new RangeService(realm, sheet, found.area);
  }

  getA1Notation(): string {
    return toA1(this.$area);
  }
  getRow(): number {
    return this.$area.row + 1;
  }
  getRowIndex(): number {
    return this.$area.row + 1;
  }
  getColumn(): number {
    return this.$area.column + 1;
  }
  getLastRow(): number {
    return this.$area.row + this.$area.rows;
  }
  getLastColumn(): number {
    return this.$area.column + this.$area.columns;
  }
  getNumRows(): number {
    return this.$area.rows;
  }
  getNumColumns(): number {
    return this.$area.columns;
  }
  getHeight(): number {
    return this.$area.rows;
  }
  getWidth(): number {
    return this.$area.columns;
  }
  getGridId(): number {
    return this.$sheet.id;
  }
  getSheet(): SheetService {
    return SheetService.$of(this.$realm, this.$sheet);
  }
  getCell(row: number, column: number): RangeService {
    if (row < 1 || column < 1 || row > this.$area.rows || column > this.$area.columns)
      throw new Error('Cell reference out of range');
    return this.part(row - 1, column - 1, 1, 1);
  }
  offset(
    rows: number,
    columns: number,
    numRows = this.$area.rows,
    numColumns = this.$area.columns,
  ): RangeService {
    return this.part(rows, columns, numRows, numColumns);
  }

  getValues(): Value[][] {
    this.$realm.meter.read(this.cells);
    return this.map((row, column) => readCell(this.$realm, this.$sheet, row, column));
  }
  getValue(): Value {
    this.$realm.meter.read(1);
    return readCell(this.$realm, this.$sheet, this.$area.row, this.$area.column);
  }
  getDisplayValues(): string[][] {
    this.$realm.meter.read(this.cells);
    return this.map((row, column) => displayCell(this.$realm, this.$sheet, row, column));
  }
  getDisplayValue(): string {
    this.$realm.meter.read(1);
    return displayCell(this.$realm, this.$sheet, this.$area.row, this.$area.column);
  }
  getFormulas(): string[][] {
    this.$realm.meter.read(this.cells);
    return this.map((row, column) => layerAt(this.$sheet, 'formulas', row, column) ?? '');
  }
  getFormula(): string {
    this.$realm.meter.read(1);
    return layerAt(this.$sheet, 'formulas', this.$area.row, this.$area.column) ?? '';
  }
  isBlank(): boolean {
    this.$realm.meter.read(this.cells);
    return this.map((row, column) => this.$sheet.rows[row]?.values[column] ?? '').every((row) =>
      row.every((value) => value === ''),
    );
  }

  setValues(values: unknown[][]): this {
    this.requireShape(values, 'setValues');
    this.requireEditable();
    for (const row of values) {
      for (const value of row) {
        if (typeof value === 'string' && value.length > 50_000) throw new Error(TEXTS.tooLong);
      }
    }
    this.$realm.meter.write(this.cells);
    this.writing(() =>
      this.each((row, column, r, c) => writeCell(this.$realm, this.$sheet, row, column, values[r]?.[c])),
    );
    return this;
  }
  setValue(value: unknown): this {
    this.requireEditable();
    if (typeof value === 'string' && value.length > 50_000) throw new Error(TEXTS.tooLong);
    this.$realm.meter.fill(this.cells);
    this.writing(() => this.each((row, column) => writeCell(this.$realm, this.$sheet, row, column, value)));
    return this;
  }
  setFormulas(formulas: string[][]): this {
    this.requireShape(formulas, 'setFormulas');
    this.requireEditable();
    this.$realm.meter.write(this.cells);
    this.writing(() =>
      this.each((row, column, r, c) => this.putFormula(row, column, formulas[r]?.[c] ?? '')),
    );
    return this;
  }
  setFormula(formula: string): this {
    this.requireEditable();
    this.$realm.meter.fill(this.cells);
    this.writing(() => this.each((row, column) => this.putFormula(row, column, formula)));
    return this;
  }

  clear(options?: { contentsOnly?: boolean; formatOnly?: boolean }): this {
    if (options?.formatOnly) return this.clearFormat();
    this.clearContent();
    return options?.contentsOnly ? this : this.clearFormat();
  }
  clearContent(): this {
    this.requireEditable();
    this.$realm.meter.fill(this.cells);
    this.writing(() => this.each((row, column) => storeCell(this.$sheet, row, column, '')));
    return this;
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
  clearNote(): this {
    return this.setNote(null);
  }
  clearDataValidations(): this {
    return this.setDataValidation(null);
  }

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

  getNotes(): string[][] {
    this.$realm.meter.read(this.cells);
    return this.map((row, column) => layerAt(this.$sheet, 'notes', row, column) ?? '');
  }
  getNote(): string {
    this.$realm.meter.read(1);
    return layerAt(this.$sheet, 'notes', this.$area.row, this.$area.column) ?? '';
  }
  setNotes(notes: (string | number | null)[][]): this {
    this.requireShape(notes, 'setNotes');
    this.requireEditable();
    this.$realm.meter.write(this.cells);
    // A number comes back as "25.0" (gas-fakes oddities, issuetracker 429373214).
    const text = (note: string | number | null | undefined): string | undefined =>
      typeof note === 'number' && Number.isInteger(note)
        ? `${note}.0`
        : note === null || note === undefined || note === ''
          ? undefined
          : String(note);
    setLayer(this.$sheet, this.$area, 'notes', (r, c) => text(notes[r]?.[c]));
    return this;
  }
  setNote(note: string | number | null): this {
    this.requireEditable();
    this.$realm.meter.fill(this.cells);
    setLayer(
      this.$sheet,
      this.$area,
      'notes',
      () => (note === null || note === '' ? undefined : String(note)),
      true,
    );
    return this;
  }

  getBackgrounds(): string[][] {
    return this.styles((style) => style?.background ?? '#ffffff');
  }
  getBackground(): string {
    this.$realm.meter.read(1);
    return this.styleAt()?.background ?? '#ffffff';
  }
  setBackground(color: string | null): this {
    return this.setStyle({ background: colour(color) });
  }
  setBackgrounds(colors: (string | null)[][]): this {
    this.requireShape(colors, 'setBackgrounds');
    this.requireEditable();
    this.$realm.meter.write(this.cells);
    this.each((row, column, r, c) =>
      this.mergeStyle(row, column, { background: colour(colors[r]?.[c] ?? null) }),
    );
    return this;
  }
  getFontWeights(): string[][] {
    return this.styles((style) => style?.fontWeight ?? 'normal');
  }
  getFontWeight(): string {
    this.$realm.meter.read(1);
    return this.styleAt()?.fontWeight ?? 'normal';
  }
  setFontWeight(weight: 'bold' | 'normal' | null): this {
    return this.setStyle({ fontWeight: weight ?? 'normal' });
  }
  setFontWeights(weights: ('bold' | 'normal' | null)[][]): this {
    this.requireShape(weights, 'setFontWeights');
    this.requireEditable();
    this.$realm.meter.write(this.cells);
    this.each((row, column, r, c) =>
      this.mergeStyle(row, column, { fontWeight: weights[r]?.[c] ?? 'normal' }),
    );
    return this;
  }
  getFontColors(): string[][] {
    return this.styles((style) => style?.fontColor ?? '#000000');
  }
  setFontColor(color: string | null): this {
    return this.setStyle({ fontColor: colour(color) });
  }
  setFontStyle(style: 'italic' | 'normal' | null): this {
    return this.setStyle({ fontStyle: style ?? 'normal' });
  }
  setFontSize(size: number): this {
    return this.setStyle({ fontSize: size });
  }
  setFontFamily(family: string | null): this {
    return this.setStyle({ fontFamily: family ?? 'Arial' });
  }
  setHorizontalAlignment(alignment: string | null): this {
    return this.setStyle({ horizontalAlignment: alignment ?? 'general' });
  }
  setVerticalAlignment(alignment: string | null): this {
    return this.setStyle({ verticalAlignment: alignment ?? 'bottom' });
  }
  setWrap(wrap: boolean): this {
    return this.setStyle({ wrap });
  }
  setWrapStrategy(strategy: EnumValue): this {
    return this.setStyle({ wrap: strategy.name() === 'WRAP' });
  }

  getDataValidations(): (DataValidationService | null)[][] {
    this.$realm.meter.read(this.cells);
    return this.map((row, column) => this.ruleAt(row, column));
  }
  getDataValidation(): DataValidationService | null {
    this.$realm.meter.read(1);
    return this.ruleAt(this.$area.row, this.$area.column);
  }
  setDataValidation(rule: DataValidationService | null): this {
    this.requireUntyped();
    this.requireEditable();
    this.$realm.meter.fill(this.cells);
    const model = rule?.$model;
    setLayer(this.$sheet, this.$area, 'validations', () => model, true);
    return this;
  }
  setDataValidations(rules: (DataValidationService | null)[][]): this {
    this.requireShape(rules, 'setDataValidations');
    this.requireUntyped();
    this.requireEditable();
    this.$realm.meter.write(this.cells);
    setLayer(this.$sheet, this.$area, 'validations', (r, c) => rules[r]?.[c]?.$model);
    return this;
  }
  /** Writes the unticked value into every cell: FALSE boxes count as content (Range reference). */
  insertCheckboxes(checked?: string | number | boolean, unchecked?: string | number | boolean): this {
    this.requireUntyped();
    this.requireEditable();
    this.$realm.meter.fill(this.cells);
    const args = checked === undefined ? [] : unchecked === undefined ? [checked] : [checked, unchecked];
    const model = { criteria: 'CHECKBOX', args, allowInvalid: false };
    setLayer(this.$sheet, this.$area, 'validations', () => model, true);
    const box = checkboxValues(model);
    this.writing(() =>
      this.each((row, column) => {
        const now = this.$sheet.rows[row]?.values[column] ?? '';
        if (now !== box?.checked) storeCell(this.$sheet, row, column, box?.unchecked ?? false);
      }),
    );
    return this;
  }
  removeCheckboxes(): this {
    this.requireEditable();
    this.each((row, column) => {
      if (layerAt(this.$sheet, 'validations', row, column)?.criteria !== 'CHECKBOX') return;
      this.at(row, column).setDataValidation(null);
      storeCell(this.$sheet, row, column, '');
    });
    touched(this.$realm, this.$sheet);
    return this;
  }
  isChecked(): boolean | null {
    this.$realm.meter.read(this.cells);
    const states: (boolean | null)[] = [];
    this.each((row, column) => {
      const rule = layerAt(this.$sheet, 'validations', row, column);
      const box = rule ? checkboxValues(rule) : null;
      states.push(box === null ? null : this.$sheet.rows[row]?.values[column] === box.checked);
    });
    if (states.some((state) => state === null)) return null;
    return states.every((state) => state === states[0]) ? (states[0] ?? null) : null;
  }
  check(): this {
    return this.tick(true);
  }
  uncheck(): this {
    return this.tick(false);
  }

  getRichTextValues(): (RichTextValueService | null)[][] {
    this.$realm.meter.read(this.cells);
    return this.map((row, column) => this.richTextAt(row, column));
  }
  getRichTextValue(): RichTextValueService | null {
    this.$realm.meter.read(1);
    return this.richTextAt(this.$area.row, this.$area.column);
  }
  setRichTextValues(values: RichTextValueService[][]): this {
    this.requireShape(values, 'setRichTextValues');
    this.requireEditable();
    this.$realm.meter.write(this.cells);
    this.writing(() => this.each((row, column, r, c) => this.putRichText(row, column, values[r]?.[c])));
    return this;
  }
  setRichTextValue(value: RichTextValueService): this {
    this.requireEditable();
    this.$realm.meter.fill(this.cells);
    this.writing(() => this.each((row, column) => this.putRichText(row, column, value)));
    return this;
  }

  merge(): this {
    this.requireEditable();
    this.breakApart();
    this.$sheet.merges.push({ ...this.$area });
    this.writing(() =>
      this.each((row, column, r, c) => {
        if (r > 0 || c > 0) storeCell(this.$sheet, row, column, '');
      }),
    );
    return this;
  }
  breakApart(): this {
    this.$sheet.merges = this.$sheet.merges.filter((area) => !overlap(area, this.$area));
    return this;
  }
  getMergedRanges(): RangeService[] {
    return this.$sheet.merges
      .filter((area) => overlap(area, this.$area))
      .map((area) => new RangeService(this.$realm, this.$sheet, area));
  }
  isPartOfMerge(): boolean {
    return this.$sheet.merges.some((area) => overlap(area, this.$area));
  }

  sort(
    by:
      | number
      | { column: number; ascending?: boolean }
      | (number | { column: number; ascending?: boolean })[],
  ): this {
    this.requireEditable();
    if (this.$sheet.merges.some((area) => overlap(area, this.$area))) throw new Error(TEXTS.mergedSort);
    this.$realm.meter.sorted(this.cells);
    sortRows(this.$realm, this.$sheet, this.$area, Array.isArray(by) ? by : [by]);
    return this;
  }
  createTextFinder(text: string): TextFinderService {
    return new TextFinderService(this.$realm, [{ sheet: this.$sheet, area: this.$area }], text);
  }
  createFilter(): FilterService {
    if (this.$sheet.filter)
      throw new Error("You can't create a filter in a sheet that already has a filter.");
    this.$sheet.filter = { area: { ...this.$area }, hiddenValues: {} };
    return new FilterService(this.$realm, this.$sheet);
  }
  getFilter(): FilterService | null {
    const { filter } = this.$sheet;
    return filter && overlap(filter.area, this.$area) ? new FilterService(this.$realm, this.$sheet) : null;
  }
  protect(): ProtectionService {
    return ProtectionService.$add(this.$realm, this.$sheet, { ...this.$area });
  }
  activate(): this {
    this.$realm.book.activeSheet = this.$sheet.id;
    this.$realm.book.selection[this.$sheet.id] = { ...this.$area };
    return this;
  }
  applyRowBanding(theme?: EnumValue): BandingService {
    return BandingService.$add(this.$realm, this.$sheet, { ...this.$area }, theme?.name() ?? 'LIGHT_GREY');
  }
  getBandings(): BandingService[] {
    return this.$sheet.bandings
      .filter((each) => overlap(each.area, this.$area))
      .map((each) => new BandingService(this.$realm, this.$sheet, each));
  }
  copyTo(
    destination: RangeService,
    options?: { contentsOnly?: boolean; formatOnly?: boolean } | EnumValue,
  ): void {
    if (options instanceof EnumValue) throw new NotEmulated(`Range.copyTo with ${options.name()}`);
    const to = destination.$sheet;
    const into = { ...destination.$area, rows: this.$area.rows, columns: this.$area.columns };
    if (into.row + into.rows > to.rowCount || into.column + into.columns > to.columnCount)
      throw new Error(TEXTS.outsideSheet);
    this.$realm.meter.fill(this.cells);
    const rows = Array.from({ length: this.$area.rows }, (_, r) =>
      structuredCloneRow(this.$sheet, this.$area.row + r),
    );
    const area = (r: number, c: number): Area => ({
      row: into.row + r,
      column: into.column + c,
      rows: 1,
      columns: 1,
    });
    for (let r = 0; r < into.rows; r++) {
      for (let c = 0; c < into.columns; c++) {
        const from = this.$area.column + c;
        const row = rows[r];
        if (!options?.formatOnly) {
          storeCell(to, into.row + r, into.column + c, row?.values[from] ?? '', row?.formulas?.[from]);
        }
        if (options?.contentsOnly) continue;
        for (const layer of ['formats', 'styles', 'validations'] as const) {
          setLayer(to, area(r, c), layer, () => row?.[layer]?.[from] as never);
        }
        if (!options?.formatOnly) {
          setLayer(to, area(r, c), 'notes', () => row?.notes?.[from]);
          setLayer(to, area(r, c), 'links', () => row?.links?.[from]);
        }
      }
    }
    touched(this.$realm, to);
  }

  private get cells(): number {
    return this.$area.rows * this.$area.columns;
  }
  private part(row: number, column: number, rows: number, columns: number): RangeService {
    return new RangeService(this.$realm, this.$sheet, {
      row: this.$area.row + row,
      column: this.$area.column + column,
      rows,
      columns,
    });
  }
  private at(row: number, column: number): RangeService {
    return new RangeService(this.$realm, this.$sheet, { row, column, rows: 1, columns: 1 });
  }
  private map<T>(of: (row: number, column: number) => T): T[][] {
    const { row, column, rows, columns } = this.$area;
    const result: T[][] = [];
    for (let r = 0; r < rows; r++) {
      const line: T[] = [];
      for (let c = 0; c < columns; c++) line.push(of(row + r, column + c));
      result.push(line);
    }
    return result;
  }
  private each(work: (row: number, column: number, r: number, c: number) => void): void {
    const { row, column, rows, columns } = this.$area;
    for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) work(row + r, column + c, r, c);
  }
  /** A write whose result breaks a rejecting rule fails whole: what stood there is put back. */
  private writing(work: () => void): void {
    sizeOf(this.$realm, this.$sheet);
    touched(this.$realm, this.$sheet, this.$area);
    const strict = this.hasStrictRule();
    const before = strict ? this.map((row) => structuredCloneRow(this.$sheet, row)) : null;
    work();
    if (!before) return;
    try {
      this.each((row, column) => requireValid(this.$realm, this.$sheet, row, column));
    } catch (error) {
      before.forEach((line, r) => {
        this.$sheet.rows[this.$area.row + r] = line[0];
      });
      throw error;
    }
  }
  private hasStrictRule(): boolean {
    for (let r = this.$area.row; r < this.$area.row + this.$area.rows; r++) {
      const rules = this.$sheet.rows[r]?.validations;
      if (!rules) continue;
      for (let c = this.$area.column; c < this.$area.column + this.$area.columns; c++) {
        if (rules[c]?.allowInvalid === false) return true;
      }
    }
    return false;
  }
  private requireShape(values: unknown[][], method: string): void {
    if (!Array.isArray(values) || !values.every((row) => Array.isArray(row)))
      throw wrongArguments(`SpreadsheetApp.Range.${method}`, [values]);
    const { rows, columns } = this.$area;
    if (values.length !== rows) {
      throw new Error(
        `The number of rows in the data does not match the number of rows in the range. The data has ${values.length} but the range has ${rows}.`,
      );
    }
    const wrong = values.find((row) => row.length !== columns);
    if (wrong) {
      throw new Error(
        `The number of columns in the data does not match the number of columns in the range. The data has ${wrong.length} but the range has ${columns}.`,
      );
    }
  }
  private requireEditable(): void {
    requireEditable(this.$realm, this.$sheet, this.$area);
  }
  private requireUntyped(): void {
    const { column, columns } = this.$area;
    if (this.$sheet.typedColumns?.some((each) => each >= column && each < column + columns))
      throw new Error(TEXTS.typedColumns);
  }
  private putFormula(row: number, column: number, formula: string): void {
    if (formula === '') storeCell(this.$sheet, row, column, '');
    else storeCell(this.$sheet, row, column, '', formula.startsWith('=') ? formula : `=${formula}`);
  }
  private ruleAt(row: number, column: number): DataValidationService | null {
    const model = layerAt(this.$sheet, 'validations', row, column);
    return model ? new DataValidationService(this.$realm, model) : null;
  }
  private richTextAt(row: number, column: number): RichTextValueService | null {
    const value = this.$sheet.rows[row]?.values[column] ?? '';
    if (typeof value !== 'string') return null;
    return new RichTextValueService(value, layerAt(this.$sheet, 'links', row, column) ?? []);
  }
  /** Rich text is text: it is never parsed. */
  private putRichText(row: number, column: number, value: RichTextValueService | undefined): void {
    if (!(value instanceof RichTextValueService))
      throw wrongArguments('SpreadsheetApp.Range.setRichTextValues', [value]);
    storeCell(this.$sheet, row, column, value.$text);
    const links: readonly LinkRun[] = value.$links;
    if (links.length > 0) setLayer(this.$sheet, { row, column, rows: 1, columns: 1 }, 'links', () => links);
  }
  private tick(on: boolean): this {
    this.requireEditable();
    this.writing(() =>
      this.each((row, column) => {
        const rule = layerAt(this.$sheet, 'validations', row, column);
        const box = rule ? checkboxValues(rule) : null;
        if (!box) throw new Error('The range contains cells that are not checkboxes.');
        storeCell(this.$sheet, row, column, on ? box.checked : box.unchecked);
      }),
    );
    return this;
  }
  private styleAt(): CellStyle | undefined {
    return layerAt(this.$sheet, 'styles', this.$area.row, this.$area.column);
  }
  private styles(of: (style: CellStyle | undefined) => string): string[][] {
    this.$realm.meter.read(this.cells);
    return this.map((row, column) => of(layerAt(this.$sheet, 'styles', row, column)));
  }
  private setStyle(style: { [K in keyof CellStyle]?: CellStyle[K] | undefined }): this {
    this.requireEditable();
    this.$realm.meter.fill(this.cells);
    this.each((row, column) => this.mergeStyle(row, column, style));
    return this;
  }
  private mergeStyle(
    row: number,
    column: number,
    style: { [K in keyof CellStyle]?: CellStyle[K] | undefined },
  ): void {
    const next = Object.fromEntries(
      Object.entries({ ...layerAt(this.$sheet, 'styles', row, column), ...style }).filter(
        ([, value]) => value !== undefined,
      ),
    ) as CellStyle;
    const value = Object.keys(next).length > 0 ? next : undefined;
    setLayer(this.$sheet, { row, column, rows: 1, columns: 1 }, 'styles', () => value);
  }
}

function plainFormat(format: string): string | undefined {
  return format === 'General' || format === '' ? undefined : format;
}

function colour(color: string | null): string | undefined {
  if (color === null || color.toLowerCase() === 'white' || color.toLowerCase() === '#ffffff')
    return undefined;
  return color.toLowerCase();
}

function within(inner: Area, outer: Area): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  );
}

function structuredCloneRow(sheet: SheetModel, index: number) {
  const row = sheet.rows[index];
  return row ? { ...row, values: [...row.values] } : undefined;
}
