import { toA1 } from './a1.ts';
import { requireValid } from './cells.ts';
import { TEXTS } from './errors.ts';
import type { Area, RowModel, SheetModel } from './model.ts';
import { type Realm, requireEditable, sizeOf, touched } from './realm.ts';
import { Service, wrongArguments } from './service.ts';
import { SheetService } from './sheet.ts';

/** A rectangle of cells: where it is, and what every reading and writing of it goes through. */
export abstract class RangePlace extends Service {
  readonly $name = 'Range';
  readonly $realm: Realm;
  readonly $sheet: SheetModel;
  readonly $area: Area;
  $nameless = false;

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

  getA1Notation(): string {
    return this.$nameless ? '' : toA1(this.$area);
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
  getCell(row: number, column: number): this {
    if (row < 1 || column < 1 || row > this.$area.rows || column > this.$area.columns)
      throw new Error('Cell reference out of range');
    return this.part(row - 1, column - 1, 1, 1);
  }
  offset(rows: number, columns: number, numRows = this.$area.rows, numColumns = this.$area.columns): this {
    return this.part(rows, columns, numRows, numColumns);
  }

  protected get cells(): number {
    return this.$area.rows * this.$area.columns;
  }
  /** A rectangle told from this one's corner. */
  protected part(row: number, column: number, rows: number, columns: number): this {
    return this.made({ row: this.$area.row + row, column: this.$area.column + column, rows, columns });
  }
  protected at(row: number, column: number): this {
    return this.made({ row, column, rows: 1, columns: 1 });
  }
  private made(area: Area): this {
    return new (this.constructor as new (realm: Realm, sheet: SheetModel, area: Area) => this)(
      this.$realm,
      this.$sheet,
      area,
    );
  }
  protected map<T>(of: (row: number, column: number) => T): T[][] {
    const { row, column, rows, columns } = this.$area;
    const result: T[][] = [];
    for (let r = 0; r < rows; r++) {
      const line: T[] = [];
      for (let c = 0; c < columns; c++) line.push(of(row + r, column + c));
      result.push(line);
    }
    return result;
  }
  protected each(work: (row: number, column: number, r: number, c: number) => void): void {
    const { row, column, rows, columns } = this.$area;
    for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) work(row + r, column + c, r, c);
  }
  /** A write whose result breaks a rejecting rule fails whole: what stood there is put back. */
  protected writing(work: () => void): void {
    sizeOf(this.$realm, this.$sheet);
    touched(this.$realm, this.$sheet, this.$area);
    const strict = this.hasStrictRule();
    const before = strict ? this.map((row) => copyOfRow(this.$sheet, row)) : null;
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
  protected requireShape(values: unknown[][], method: string): void {
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
  protected requireEditable(): void {
    requireEditable(this.$realm, this.$sheet, this.$area);
  }
  protected requireUntyped(): void {
    const { column, columns } = this.$area;
    if (this.$sheet.typedColumns?.some((each) => each >= column && each < column + columns))
      throw new Error(TEXTS.typedColumns);
  }
}

export function copyOfRow(sheet: SheetModel, index: number): RowModel | undefined {
  const row = sheet.rows[index];
  return row ? { ...row, values: [...row.values] } : undefined;
}
