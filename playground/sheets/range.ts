import { parseA1 } from './a1.ts';
import { BandingService } from './banding.ts';
import { setLayer, storeCell } from './cells.ts';
import { TEXTS } from './errors.ts';
import { FilterService } from './filter.ts';
import type { Area, SheetModel } from './model.ts';
import { NotEmulated } from './not-emulated.ts';
import { ProtectionService } from './protection.ts';
import { copyOfRow } from './range-place.ts';
import { RangeRules } from './range-rules.ts';
import { overlap, type Realm, touched } from './realm.ts';
import { EnumValue } from './service.ts';
import { sortRows } from './sort.ts';
import { TextFinderService } from './text-finder.ts';

/** A range as scripts hold it: what is done with the rectangle as a whole. */
export class RangeService extends RangeRules {
  static $at(realm: Realm, sheet: SheetModel, a1: string): RangeService {
    const found = parseA1(a1, sheet);
    if (!found) throw new Error('Range not found');
    return new RangeService(realm, sheet, found.area);
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
}
