import { displayCell, layerAt, readCell, setLayer, storeCell, writeCell } from './cells.ts';
import { TEXTS } from './errors.ts';
import type { LinkRun } from './model.ts';
import { RangePlace } from './range-place.ts';
import { RichTextValueService } from './rich-text.ts';
import { wrongArguments } from './service.ts';

type Value = string | number | boolean | Date;

/** What stands in the cells: values, formulas, rich text, notes. */
export abstract class RangeValues extends RangePlace {
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
  clearContent(): this {
    this.requireEditable();
    this.$realm.meter.fill(this.cells);
    this.writing(() => this.each((row, column) => storeCell(this.$sheet, row, column, '')));
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
  clearNote(): this {
    return this.setNote(null);
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

  private putFormula(row: number, column: number, formula: string): void {
    if (formula === '') storeCell(this.$sheet, row, column, '');
    else storeCell(this.$sheet, row, column, '', formula.startsWith('=') ? formula : `=${formula}`);
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
}
