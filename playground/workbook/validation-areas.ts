import type { Area, SheetModel, ValidationModel } from '../sheets/model.ts';
import { rowFor } from './sheet-reader.ts';

// The model keeps rules by row, a file by area.

/** Rows with equal rules go on sharing one layer. */
export function layValidation(sheet: SheetModel, area: Area, model: ValidationModel): void {
  const made = new Map<unknown, Record<number, ValidationModel>>();
  for (let index = area.row; index < area.row + area.rows; index++) {
    const row = rowFor(sheet, index);
    let next = made.get(row.validations);
    if (!next) {
      next = { ...row.validations };
      for (let column = area.column; column < area.column + area.columns; column++) next[column] = model;
      made.set(row.validations, next);
    }
    row.validations = next;
  }
}

/** The areas of each rule of a sheet: rows with the same rules below one another are one area. */
export function validationAreas(sheet: SheetModel): Map<ValidationModel, Area[]> {
  const areas = new Map<ValidationModel, Area[]>();
  const keys = new Map<string, ValidationModel>();
  const same = new Map<ValidationModel, ValidationModel>();
  const open = new Map<number, { model: ValidationModel; area: Area }>();
  const close = (column: number): void => {
    const run = open.get(column);
    if (!run) return;
    open.delete(column);
    const all = areas.get(run.model) ?? [];
    all.push(run.area);
    areas.set(run.model, all);
  };
  const unique = (model: ValidationModel): ValidationModel => {
    let one = same.get(model);
    if (!one) {
      const key = JSON.stringify(model);
      one = keys.get(key) ?? model;
      keys.set(key, one);
      same.set(model, one);
    }
    return one;
  };
  let before: unknown;
  sheet.rows.forEach((row, index) => {
    const rules = row?.validations;
    if (rules === before && rules !== undefined) {
      for (const { area } of open.values()) area.rows++;
      return;
    }
    before = rules;
    for (const [column, { model }] of [...open])
      if (!rules?.[column] || unique(rules[column]) !== model) close(column);
    for (const [key, given] of Object.entries(rules ?? {})) {
      const column = Number(key);
      const run = open.get(column);
      if (run) run.area.rows++;
      else open.set(column, { model: unique(given), area: { row: index, column, rows: 1, columns: 1 } });
    }
  });
  for (const column of [...open.keys()]) close(column);
  return areas;
}
