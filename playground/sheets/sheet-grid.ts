import { TEXTS } from './errors.ts';
import { FilterService } from './filter.ts';
import type { SheetModel } from './model.ts';
import { type Realm, requireEditable, requireRoom, rowAt, touched } from './realm.ts';
import { Service } from './service.ts';
import { shiftAreas } from './shift-areas.ts';

/** The grid of a sheet: its rows and columns, how many, how wide, frozen or hidden. */
export abstract class SheetGrid extends Service {
  readonly $name = 'Sheet';
  readonly $realm: Realm;
  readonly $model: SheetModel;

  protected constructor(realm: Realm, model: SheetModel) {
    super();
    this.$realm = realm;
    this.$model = model;
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
  getRowHeight(row: number): number {
    return this.$model.rows[row - 1]?.height ?? 21;
  }
  setRowHeight(row: number, height: number): this {
    return this.setRowHeights(row, 1, height);
  }
  setRowHeights(start: number, howMany: number, height: number): this {
    for (let i = start - 1; i < start - 1 + howMany; i++) rowAt(this.$model, i).height = height;
    return this;
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
  protected insertRowsAt(at: number, howMany: number, like: number): this {
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
  protected insertColumnsAt(at: number, howMany: number): this {
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
