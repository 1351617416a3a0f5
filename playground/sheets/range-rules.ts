import { layerAt, setLayer, storeCell } from './cells.ts';
import { DataValidationService } from './data-validation.ts';
import { RangeLooks } from './range-looks.ts';
import { touched } from './realm.ts';
import { checkboxValues } from './validation.ts';

/** What may stand in the cells: validation, and the checkboxes that are validation too. */
export abstract class RangeRules extends RangeLooks {
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
  clearDataValidations(): this {
    return this.setDataValidation(null);
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

  private ruleAt(row: number, column: number): DataValidationService | null {
    const model = layerAt(this.$sheet, 'validations', row, column);
    return model ? new DataValidationService(this.$realm, model) : null;
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
}
