import { parseA1 } from './a1.ts';
import { BandingService } from './banding.ts';
import { writeCell } from './cells.ts';
import { EmbeddedChartBuilderService, EmbeddedChartService } from './charts.ts';
import { ConditionalFormatRuleService } from './conditional-format.ts';
import { TEXTS } from './errors.ts';
import { FilterService } from './filter.ts';
import {
  addMetadata,
  DeveloperMetadataFinderService,
  type DeveloperMetadataService,
  metadataAt,
} from './metadata.ts';
import type { SheetModel } from './model.ts';
import { NamedRangeService } from './named-range.ts';
import { ProtectionService } from './protection.ts';
import { RangeService } from './range.ts';
import { RangeListService } from './range-list.ts';
import { type Realm, requireEditable, requireOpenSheet, sizeOf, touched } from './realm.ts';
import { type EnumValue, wrongArguments } from './service.ts';
import { SheetGrid } from './sheet-grid.ts';
import { SpreadsheetService } from './spreadsheet.ts';
import { TextFinderService } from './text-finder.ts';

const made = new WeakMap<SheetModel, SheetService>();

/** A sheet as scripts hold it. */
export class SheetService extends SheetGrid {
  override get $sheetId(): number {
    return this.$model.id;
  }
  static $of(realm: Realm, model: SheetModel): SheetService {
    let sheet = made.get(model);
    if (!sheet || sheet.$realm !== realm) {
      sheet = new SheetService(realm, model);
      made.set(model, sheet);
    }
    return sheet;
  }
  getName(): string {
    return this.$model.name;
  }
  getSheetName(): string {
    return this.$model.name;
  }
  setName(name: string): this {
    if (
      this.$realm.book.sheets.some(
        (each) => each !== this.$model && each.name.toLowerCase() === name.toLowerCase(),
      )
    ) {
      throw new Error(`A sheet with the name "${name}" already exists. Please enter another name.`);
    }
    this.$model.name = name;
    this.$realm.meter.structureChanged();
    return this;
  }
  getSheetId(): number {
    return this.$model.id;
  }
  getIndex(): number {
    return this.$realm.book.sheets.indexOf(this.$model) + 1;
  }
  getParent(): SpreadsheetService {
    return SpreadsheetService.$of(this.$realm);
  }
  getRange(row: number | string, column?: number, numRows = 1, numColumns = 1): RangeService {
    if (typeof row === 'string') {
      const found = parseA1(row, this.$model);
      if (!found) throw new Error('Range not found');
      if (found.sheet !== null && found.sheet !== this.$model.name) throw new Error('Range not found');
      return new RangeService(this.$realm, this.$model, found.area);
    }
    if (typeof row !== 'number' || typeof column !== 'number')
      throw wrongArguments('SpreadsheetApp.Sheet.getRange', [row, column]);
    if (numRows < 1) throw new Error(TEXTS.emptyRange);
    if (numColumns < 1) throw new Error(TEXTS.emptyColumns);
    return new RangeService(this.$realm, this.$model, {
      row: row - 1,
      column: column - 1,
      rows: numRows,
      columns: numColumns,
    });
  }
  getRangeList(addresses: string[]): RangeListService {
    return new RangeListService(
      this.$realm,
      this.$model,
      addresses.map((address) => this.getRange(address)),
    );
  }
  getDataRange(): RangeService {
    const { rows, columns } = sizeOf(this.$realm, this.$model);
    return new RangeService(this.$realm, this.$model, {
      row: 0,
      column: 0,
      rows: Math.max(1, rows),
      columns: Math.max(1, columns),
    });
  }
  getLastRow(): number {
    return sizeOf(this.$realm, this.$model).rows;
  }
  getLastColumn(): number {
    return sizeOf(this.$realm, this.$model).columns;
  }
  appendRow(values: unknown[]): this {
    const sheet = this.$model;
    const at = sizeOf(this.$realm, sheet).rows;
    if (at >= sheet.rowCount) this.insertRowsAt(sheet.rowCount, 1, sheet.rowCount - 1);
    if (values.length > sheet.columnCount)
      this.insertColumnsAt(sheet.columnCount, values.length - sheet.columnCount);
    requireEditable(this.$realm, sheet, { row: at, column: 0, rows: 1, columns: values.length });
    this.$realm.meter.write(values.length);
    values.forEach((value, column) => {
      writeCell(this.$realm, sheet, at, column, value);
    });
    touched(this.$realm, sheet);
    return this;
  }
  clear(options?: { contentsOnly?: boolean; formatOnly?: boolean }): this {
    this.everything().clear(options);
    return this;
  }
  clearContents(): this {
    this.everything().clearContent();
    return this;
  }
  clearFormats(): this {
    this.everything().clearFormat();
    return this;
  }
  clearNotes(): this {
    this.everything().clearNote();
    return this;
  }
  sort(column: number, ascending = true): this {
    const { rows, columns } = sizeOf(this.$realm, this.$model);
    const first = this.$model.frozenRows;
    if (rows <= first) return this;
    new RangeService(this.$realm, this.$model, { row: first, column: 0, rows: rows - first, columns }).sort({
      column,
      ascending,
    });
    return this;
  }
  getConditionalFormatRules(): ConditionalFormatRuleService[] {
    return this.$model.conditionalFormats.map(
      (model) => new ConditionalFormatRuleService(this.$realm, this.$model, model),
    );
  }
  setConditionalFormatRules(rules: ConditionalFormatRuleService[]): void {
    requireOpenSheet(this.$realm, this.$model);
    for (const rule of rules) rule.$requireOwnSheet(this.$model, this.$realm);
    this.$model.conditionalFormats = rules.map((rule) => structuredRule(rule));
  }
  clearConditionalFormatRules(): void {
    requireOpenSheet(this.$realm, this.$model);
    this.$model.conditionalFormats = [];
  }
  getProtections(type: EnumValue): ProtectionService[] {
    return this.$model.protections
      .filter((model) => model.type === type.name())
      .map((model) => new ProtectionService(this.$realm, this.$model, model));
  }
  protect(): ProtectionService {
    const standing = this.$model.protections.find((model) => model.type === 'SHEET');
    if (standing) return new ProtectionService(this.$realm, this.$model, standing);
    return ProtectionService.$add(this.$realm, this.$model, null);
  }
  getFilter(): FilterService | null {
    return this.$model.filter ? new FilterService(this.$realm, this.$model) : null;
  }
  getBandings(): BandingService[] {
    return this.$model.bandings.map((each) => new BandingService(this.$realm, this.$model, each));
  }
  newChart(): EmbeddedChartBuilderService {
    return new EmbeddedChartBuilderService(this.$realm, this.$model);
  }
  insertChart(chart: EmbeddedChartService): void {
    this.$model.charts.push({
      ...chart.$model,
      id: this.$model.charts.reduce((max, each) => Math.max(max, each.id), 0) + 1,
    });
  }
  updateChart(chart: EmbeddedChartService): void {
    const at = this.$model.charts.findIndex((each) => each.id === chart.$model.id);
    if (at < 0) throw new Error('Chart not found.');
    this.$model.charts[at] = { ...chart.$model };
  }
  removeChart(chart: EmbeddedChartService): void {
    this.$model.charts = this.$model.charts.filter((each) => each.id !== chart.$model.id);
  }
  getCharts(): EmbeddedChartService[] {
    return this.$model.charts.map((model) => new EmbeddedChartService(this.$realm, this.$model, model));
  }
  hideSheet(): this {
    if (this.$realm.book.sheets.filter((each) => !each.hidden).length <= 1)
      throw new Error("You can't hide all the sheets in a document.");
    this.$model.hidden = true;
    if (this.$realm.book.activeSheet === this.$model.id) {
      this.$realm.book.activeSheet =
        this.$realm.book.sheets.find((each) => !each.hidden)?.id ?? this.$model.id;
    }
    return this;
  }
  showSheet(): this {
    this.$model.hidden = false;
    return this;
  }
  isSheetHidden(): boolean {
    return this.$model.hidden;
  }
  setTabColor(color: string | null): this {
    this.$model.tabColor = color;
    return this;
  }
  getTabColor(): string | null {
    return this.$model.tabColor;
  }
  activate(): this {
    this.$realm.book.activeSheet = this.$model.id;
    return this;
  }
  getActiveRange(): RangeService | null {
    return SpreadsheetService.$of(this.$realm).$selectionOf(this.$model);
  }
  setActiveRange(range: RangeService): RangeService {
    return range.activate();
  }
  /** `(key)`, `(key, visibility)`, `(key, value)` or `(key, value, visibility)`. */
  addDeveloperMetadata(key: string, ...args: (string | EnumValue)[]): this {
    addMetadata(this.$realm, { sheet: this.$model, area: null }, key, args);
    return this;
  }
  getDeveloperMetadata(): DeveloperMetadataService[] {
    return metadataAt(this.$realm, { sheet: this.$model, area: null });
  }
  createDeveloperMetadataFinder(): DeveloperMetadataFinderService {
    return new DeveloperMetadataFinderService(this.$realm, { sheet: this.$model, area: null });
  }
  getNamedRanges(): NamedRangeService[] {
    return NamedRangeService.$all(this.$realm, [this.$model]);
  }
  getActiveCell(): RangeService | null {
    return this.getActiveRange()?.getCell(1, 1) ?? null;
  }
  getSheetValues(row: number, column: number, rows: number, columns: number) {
    return this.getRange(row, column, rows, columns).getValues();
  }
  createTextFinder(text: string): TextFinderService {
    const area = { row: 0, column: 0, rows: this.$model.rowCount, columns: this.$model.columnCount };
    return new TextFinderService(this.$realm, [{ sheet: this.$model, area }], text);
  }
  private everything(): RangeService {
    const rows = Math.max(1, this.$model.rows.length);
    return new RangeService(this.$realm, this.$model, {
      row: 0,
      column: 0,
      rows,
      columns: this.$model.columnCount,
    });
  }
}

function structuredRule(rule: ConditionalFormatRuleService): SheetModel['conditionalFormats'][number] {
  return {
    ...rule.$model,
    areas: rule.$model.areas.map((area) => ({ ...area })),
    args: [...rule.$model.args],
  };
}
