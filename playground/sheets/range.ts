import { parseA1 } from './a1.ts';
import { BandingService } from './banding.ts';
import { displayCell, layerAt, setLayer, storeCell } from './cells.ts';
import { TEXTS } from './errors.ts';
import { FilterService } from './filter.ts';
import {
  addMetadata,
  DeveloperMetadataFinderService,
  type DeveloperMetadataService,
  metadataAt,
} from './metadata.ts';
import type { Area, RowModel, SheetModel } from './model.ts';
import { NotEmulated } from './not-emulated.ts';
import { ProtectionService } from './protection.ts';
import { copyOfRow } from './range-place.ts';
import { RangeRules } from './range-rules.ts';
import { mayEdit, overlap, type Realm, touched } from './realm.ts';
import { EnumValue } from './service.ts';
import { shiftAreas } from './shift-areas.ts';
import { sortRows } from './sort.ts';
import { TextFinderService } from './text-finder.ts';

/** A range as scripts hold it: what is done with the rectangle as a whole. */
export class RangeService extends RangeRules {
  static $at(realm: Realm, sheet: SheetModel, a1: string): RangeService {
    const found = parseA1(a1, sheet);
    if (!found) throw new Error('Range not found');
    return new RangeService(realm, sheet, found.area);
  }
  /** The range of a protected sheet: its A1 text is empty (gas-fakes). */
  static $whole(realm: Realm, sheet: SheetModel): RangeService {
    const { rowCount, columnCount } = sheet;
    const range = new RangeService(realm, sheet, { row: 0, column: 0, rows: rowCount, columns: columnCount });
    range.$nameless = true;
    return range;
  }

  /** Whether the user may edit all of it. */
  canEdit(): boolean {
    return mayEdit(this.$realm, this.$sheet, this.$area);
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
  mergeAcross(): this {
    for (let r = 0; r < this.$area.rows; r++) this.part(r, 0, 1, this.$area.columns).merge();
    return this;
  }
  mergeVertically(): this {
    for (let c = 0; c < this.$area.columns; c++) this.part(0, c, this.$area.rows, 1).merge();
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
  /** Compares what is shown, without case; of equal rows the first stays, and the cells below move up. */
  removeDuplicates(columns?: number[]): this {
    this.requireEditable();
    this.$realm.meter.deduplicated(this.cells);
    const by = columns ?? Array.from({ length: this.$area.columns }, (_, c) => this.$area.column + c + 1);
    const seen = new Set<string>();
    const kept: RowModel[] = [];
    for (let r = this.$area.row; r < this.$area.row + this.$area.rows; r++) {
      const key = JSON.stringify(
        by.map((column) => displayCell(this.$realm, this.$sheet, r, column - 1).toLowerCase()),
      );
      if (!seen.has(key)) kept.push(copyOfRow(this.$sheet, r) ?? { values: [] });
      seen.add(key);
    }
    this.writing(() =>
      this.each((row, column, r) => {
        const from = kept[r];
        storeCell(this.$sheet, row, column, from?.values[column] ?? '', from?.formulas?.[column]);
      }),
    );
    return this;
  }
  trimWhitespace(): this {
    this.requireEditable();
    this.$realm.meter.write(this.cells);
    this.writing(() =>
      this.each((row, column) => {
        const value = this.$sheet.rows[row]?.values[column];
        if (typeof value !== 'string' || layerAt(this.$sheet, 'formulas', row, column) !== undefined) return;
        storeCell(this.$sheet, row, column, value.trim().replace(/\s+/g, ' '));
      }),
    );
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
  /** `(key)`, `(key, visibility)`, `(key, value)` or `(key, value, visibility)`. */
  addDeveloperMetadata(key: string, ...args: (string | EnumValue)[]): this {
    addMetadata(this.$realm, { sheet: this.$sheet, area: this.$area }, key, args);
    return this;
  }
  getDeveloperMetadata(): DeveloperMetadataService[] {
    return metadataAt(this.$realm, { sheet: this.$sheet, area: this.$area });
  }
  createDeveloperMetadataFinder(): DeveloperMetadataFinderService {
    return new DeveloperMetadataFinderService(this.$realm, { sheet: this.$sheet, area: this.$area });
  }
  /** Contents and formats go along; what they leave is empty. */
  moveTo(target: RangeService): void {
    this.copyTo(target);
    const { row, column } = target.$area;
    const into = { row, column, rows: this.$area.rows, columns: this.$area.columns };
    if (target.$sheet === this.$sheet && overlap(into, this.$area))
      throw new NotEmulated('Range.moveTo onto itself');
    this.clear();
    this.clearNote();
    this.clearDataValidations();
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
      copyOfRow(this.$sheet, this.$area.row + r),
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
  /** Only of whole rows, where cells move up as rows would and blank ones come in below. */
  deleteCells(shiftDimension: EnumValue): void {
    const { row, rows, columns } = this.$area;
    if (shiftDimension.name() !== 'ROWS' || columns !== this.$sheet.columnCount)
      throw new NotEmulated('Range.deleteCells of a part of a row');
    this.requireEditable();
    this.$sheet.rows.splice(row, rows);
    shiftAreas(this.$sheet, 'row', row, -rows);
    touched(this.$realm, this.$sheet);
  }
}
