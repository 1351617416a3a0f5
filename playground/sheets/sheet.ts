import { parseA1 } from './a1.ts';
import { BandingService } from './banding.ts';
import { writeCell } from './cells.ts';
import { EmbeddedChartBuilderService, EmbeddedChartService } from './charts.ts';
import { ConditionalFormatRuleService } from './conditional-format.ts';
import { TEXTS } from './errors.ts';
import { FilterService } from './filter.ts';
import type { SheetModel } from './model.ts';
import { ProtectionService } from './protection.ts';
import { RangeService } from './range.ts';
import { RangeListService } from './range-list.ts';
import { type Realm, requireEditable, requireRoom, sizeOf, touched } from './realm.ts';
import { type EnumValue, Service, wrongArguments } from './service.ts';
import { shiftAreas } from './shift-areas.ts';
import { SpreadsheetService } from './spreadsheet.ts';
import { TextFinderService } from './text-finder.ts';

const made = new WeakMap<SheetModel, SheetService>();

export class SheetService extends Service {
  readonly $name = 'Sheet';
  readonly $realm: Realm;
  readonly $model: SheetModel;

  private constructor(realm: Realm, model: SheetModel) {
    super();
    this.$realm = realm;
    this.$model = model;
  }

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
  getMaxRows(): number {
    return this.$model.rowCount;
  }
  getMaxColumns(): number {
    return this.$model.columnCount;
  }

  getFrozenRows(): number {
    return this.$model.frozenRows;
  }
  getFrozenColumns(): number {
    return this.$model.frozenColumns;
  }
  setFrozenRows(rows: number): void {
    if (rows >= this.$model.rowCount) throw new Error('You cannot freeze all visible rows.');
    this.$model.frozenRows = rows;
  }
  setFrozenColumns(columns: number): void {
    this.$model.frozenColumns = columns;
  }

  insertRowsAfter(after: number, howMany: number): this {
    return this.insertRowsAt(after, howMany, after - 1);
  }
  insertRowsBefore(before: number, howMany: number): this {
    return this.insertRowsAt(before - 1, howMany, before - 1);
  }
  insertRowAfter(after: number): this {
    return this.insertRowsAfter(after, 1);
  }
  insertRowBefore(before: number): this {
    return this.insertRowsBefore(before, 1);
  }
  insertRows(index: number, howMany = 1): void {
    this.insertRowsBefore(index, howMany);
  }
  deleteRow(row: number): this {
    this.deleteRows(row, 1);
    return this;
  }
  deleteRows(row: number, howMany: number): void {
    const sheet = this.$model;
    if (row < 1 || howMany < 1 || row - 1 + howMany > sheet.rowCount) throw new Error(TEXTS.outOfBounds);
    if (
      sheet.rowCount - howMany < 1 ||
      (sheet.frozenRows > 0 && row - 1 <= sheet.frozenRows && sheet.rowCount - howMany <= sheet.frozenRows)
    ) {
      throw new Error(TEXTS.allRows);
    }
    requireEditable(this.$realm, sheet, {
      row: row - 1,
      column: 0,
      rows: howMany,
      columns: sheet.columnCount,
    });
    sheet.rows.splice(row - 1, howMany);
    sheet.rowCount -= howMany;
    if (row - 1 < sheet.frozenRows) sheet.frozenRows = Math.max(0, sheet.frozenRows - howMany);
    shiftAreas(sheet, 'row', row - 1, -howMany);
    touched(this.$realm, sheet);
  }
  insertColumnsAfter(after: number, howMany: number): this {
    return this.insertColumnsAt(after, howMany);
  }
  insertColumnsBefore(before: number, howMany: number): this {
    return this.insertColumnsAt(before - 1, howMany);
  }
  insertColumnAfter(after: number): this {
    return this.insertColumnsAt(after, 1);
  }
  insertColumnBefore(before: number): this {
    return this.insertColumnsAt(before - 1, 1);
  }
  insertColumns(index: number, howMany = 1): void {
    this.insertColumnsAt(index - 1, howMany);
  }
  deleteColumn(column: number): this {
    this.deleteColumns(column, 1);
    return this;
  }
  deleteColumns(column: number, howMany: number): void {
    const sheet = this.$model;
    if (column < 1 || howMany < 1 || column - 1 + howMany > sheet.columnCount)
      throw new Error(TEXTS.columnsOutOfBounds);
    if (sheet.columnCount - howMany < 1) throw new Error(TEXTS.allColumns);
    requireEditable(this.$realm, sheet, {
      row: 0,
      column: column - 1,
      rows: sheet.rowCount,
      columns: howMany,
    });
    this.shiftColumns(column - 1, -howMany);
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
    for (const rule of rules) rule.$requireOwnSheet(this.$model, this.$realm);
    this.$model.conditionalFormats = rules.map((rule) => structuredRule(rule));
  }
  clearConditionalFormatRules(): void {
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

  setColumnWidth(column: number, width: number): this {
    this.$model.columnWidths[column - 1] = width;
    return this;
  }
  setColumnWidths(start: number, howMany: number, width: number): this {
    for (let i = 0; i < howMany; i++) this.$model.columnWidths[start - 1 + i] = width;
    return this;
  }
  getColumnWidth(column: number): number {
    return this.$model.columnWidths[column - 1] ?? 100;
  }
  autoResizeColumn(column: number): this {
    return this.autoResizeColumns(column, 1);
  }
  autoResizeColumns(start: number, howMany: number): this {
    for (let column = start - 1; column < start - 1 + howMany; column++) {
      const longest = this.$model.rows.reduce(
        (max, row) => Math.max(max, String(row?.values[column] ?? '').length),
        4,
      );
      this.$model.columnWidths[column] = Math.min(600, 20 + longest * 7);
    }
    return this;
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
  hideRows(row: number, howMany = 1): void {
    this.setHidden(row, howMany, true);
  }
  showRows(row: number, howMany = 1): void {
    this.setHidden(row, howMany, false);
  }
  isRowHiddenByUser(row: number): boolean {
    return this.$model.rows[row - 1]?.hidden === true;
  }
  isRowHiddenByFilter(row: number): boolean {
    return FilterService.$hides(this.$realm, this.$model, row - 1);
  }
  hideColumns(column: number, howMany = 1): void {
    for (let i = 0; i < howMany; i++) this.$model.hiddenColumns[column - 1 + i] = true;
  }
  showColumns(column: number, howMany = 1): void {
    for (let i = 0; i < howMany; i++) delete this.$model.hiddenColumns[column - 1 + i];
  }
  isColumnHiddenByUser(column: number): boolean {
    return this.$model.hiddenColumns[column - 1] === true;
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
  private setHidden(row: number, howMany: number, hidden: boolean): void {
    for (let i = row - 1; i < row - 1 + howMany; i++) {
      const model = this.$model.rows[i];
      if (hidden) {
        for (let j = this.$model.rows.length; j <= i; j++) this.$model.rows.push(undefined);
        this.$model.rows[i] = { ...(model ?? { values: [] }), hidden: true };
      } else if (model) delete model.hidden;
    }
  }
  /** New rows take formats and validation of the row they are inserted after (or before), as in Sheets. */
  private insertRowsAt(at: number, howMany: number, like: number): this {
    const sheet = this.$model;
    if (howMany < 1 || at < 0 || at > sheet.rowCount) throw new Error(TEXTS.outOfBounds);
    requireRoom(this.$realm, howMany * sheet.columnCount);
    requireEditable(this.$realm, sheet, { row: Math.max(0, at - 1), column: 0, rows: 1, columns: 1 });
    const model = sheet.rows[like];
    const fresh = () => {
      if (!model || like < sheet.frozenRows) return undefined;
      const { formats, styles, validations } = model;
      const row = {
        values: [],
        ...(formats && { formats }),
        ...(styles && { styles }),
        ...(validations && { validations }),
      };
      return formats || styles || validations ? row : undefined;
    };
    const rows = Array.from({ length: howMany }, fresh);
    for (let i = sheet.rows.length; i < at; i++) sheet.rows.push(undefined);
    sheet.rows = sheet.rows.slice(0, at).concat(rows, sheet.rows.slice(at));
    sheet.rowCount += howMany;
    shiftAreas(sheet, 'row', at, howMany);
    touched(this.$realm, sheet);
    return this;
  }
  private insertColumnsAt(at: number, howMany: number): this {
    if (howMany < 1 || at < 0 || at > this.$model.columnCount) throw new Error(TEXTS.columnsOutOfBounds);
    if (this.$model.columnCount + howMany > 18_278)
      throw new Error('This action would increase the number of columns above the limit of 18278.');
    requireRoom(this.$realm, howMany * this.$model.rowCount);
    this.shiftColumns(at, howMany);
    return this;
  }
  private shiftColumns(at: number, change: number): void {
    const sheet = this.$model;
    for (const row of sheet.rows) {
      if (!row) continue;
      if (change > 0) {
        if (row.values.length > at)
          row.values = [...row.values.slice(0, at), ...new Array(change).fill(''), ...row.values.slice(at)];
      } else row.values.splice(at, -change);
      for (const name of ['formulas', 'formats', 'notes', 'styles', 'links', 'validations'] as const) {
        const layer = row[name];
        if (!layer) continue;
        Object.assign(row, { [name]: shiftKeys(layer, at, change) });
      }
    }
    sheet.columnWidths = shiftKeys(sheet.columnWidths, at, change) as SheetModel['columnWidths'];
    sheet.hiddenColumns = shiftKeys(sheet.hiddenColumns, at, change) as SheetModel['hiddenColumns'];
    sheet.columnCount += change;
    shiftAreas(sheet, 'column', at, change);
    touched(this.$realm, sheet);
  }
}

function shiftKeys(
  layer: Readonly<Record<number, unknown>>,
  at: number,
  change: number,
): Record<number, unknown> {
  const next: Record<number, unknown> = {};
  for (const [key, value] of Object.entries(layer)) {
    const column = Number(key);
    if (column < at) next[column] = value;
    else if (change > 0 || column >= at - change) next[column + change] = value;
  }
  return next;
}

function structuredRule(rule: ConditionalFormatRuleService): SheetModel['conditionalFormats'][number] {
  return {
    ...rule.$model,
    areas: rule.$model.areas.map((area) => ({ ...area })),
    args: [...rule.$model.args],
  };
}
