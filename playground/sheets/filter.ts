import { displayCell } from './cells.ts';
import type { FilterModel, SheetModel } from './model.ts';
import { NotEmulated } from './not-emulated.ts';
import { RangeService } from './range.ts';
import type { Realm } from './realm.ts';
import { Service } from './service.ts';
import { sortRows } from './sort.ts';

export class FilterCriteriaService extends Service {
  readonly $name = 'FilterCriteria';
  readonly $hidden: string[];
  constructor(hidden: string[]) {
    super();
    this.$hidden = hidden;
  }
  getHiddenValues(): string[] {
    return [...this.$hidden];
  }
  copy(): FilterCriteriaBuilderService {
    return new FilterCriteriaBuilderService().setHiddenValues([...this.$hidden]);
  }
}

export class FilterCriteriaBuilderService extends Service {
  readonly $name = 'FilterCriteriaBuilder';
  private hidden: string[] = [];
  setHiddenValues(values: string[]): this {
    this.hidden = values.map(String);
    return this;
  }
  build(): FilterCriteriaService {
    return new FilterCriteriaService(this.hidden);
  }
}

/** The one basic filter of a sheet. */
export class FilterService extends Service {
  readonly $name = 'Filter';
  private readonly realm: Realm;
  private readonly sheet: SheetModel;

  constructor(realm: Realm, sheet: SheetModel) {
    super();
    this.realm = realm;
    this.sheet = sheet;
  }

  static $hides(realm: Realm, sheet: SheetModel, row: number): boolean {
    const { filter } = sheet;
    if (!filter || row <= filter.area.row || row >= filter.area.row + filter.area.rows) return false;
    return Object.entries(filter.hiddenValues).some(([column, hidden]) =>
      hidden.includes(displayCell(realm, sheet, row, Number(column))),
    );
  }

  getRange(): RangeService {
    return new RangeService(this.realm, this.sheet, this.model.area);
  }
  getColumnFilterCriteria(column: number): FilterCriteriaService | null {
    const hidden = this.model.hiddenValues[column - 1];
    return hidden ? new FilterCriteriaService(hidden) : null;
  }
  setColumnFilterCriteria(column: number, criteria: FilterCriteriaService | null): this {
    const { area } = this.model;
    if (column - 1 < area.column || column - 1 >= area.column + area.columns)
      throw new Error('Column is out of bounds.');
    if (criteria === null) delete this.model.hiddenValues[column - 1];
    else this.model.hiddenValues[column - 1] = criteria.$hidden;
    return this;
  }
  removeColumnFilterCriteria(column: number): this {
    return this.setColumnFilterCriteria(column, null);
  }
  remove(): void {
    this.sheet.filter = null;
  }
  sort(column: number, ascending: boolean): this {
    const { row, rows, ...rest } = this.model.area;
    if (Object.keys(this.model.hiddenValues).length > 0)
      throw new NotEmulated('Filter.sort with hidden values');
    sortRows(this.realm, this.sheet, { ...rest, row: row + 1, rows: rows - 1 }, [{ column, ascending }]);
    return this;
  }

  private get model(): FilterModel {
    if (!this.sheet.filter) throw new Error('The filter was removed.');
    return this.sheet.filter;
  }
}
