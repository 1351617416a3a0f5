import { displayText, isDateFormat } from './display.ts';
import { TEXTS } from './errors.ts';
import {
  type Area,
  type CellStyle,
  type Layer,
  type LinkRun,
  type RowModel,
  type SheetModel,
  type StoredValue,
  type ValidationModel,
  withEntry,
} from './model.ts';
import { NotEmulated } from './not-emulated.ts';
import { parseTyped } from './parse-typed.ts';
import { type Realm, rowAt } from './realm.ts';
import { instantOf, serialOf } from './time-zone.ts';
import { validationAccepts } from './validation.ts';

type LayerName = 'formulas' | 'formats' | 'notes' | 'styles' | 'links' | 'validations';
interface LayerTypes {
  formulas: string;
  formats: string;
  notes: string;
  styles: CellStyle;
  links: readonly LinkRun[];
  validations: ValidationModel;
}

const CELL_LENGTH = 50_000;

/** Sets one layer entry over an area; equal rows keep sharing their layers. */
export function setLayer<N extends LayerName>(
  sheet: SheetModel,
  area: Area,
  name: N,
  valueAt: (row: number, column: number) => LayerTypes[N] | undefined,
  uniform = false,
): void {
  const made = Array.from(
    { length: area.columns },
    () => new Map<Layer<LayerTypes[N]> | undefined, Layer<LayerTypes[N]> | undefined>(),
  );
  for (let r = 0; r < area.rows; r++) {
    const index = area.row + r;
    for (let c = 0; c < area.columns; c++) {
      const value = valueAt(r, c);
      if (value === undefined && !sheet.rows[index]?.[name]) continue;
      const row = rowAt(sheet, index);
      const before = row[name] as Layer<LayerTypes[N]> | undefined;
      const cache = uniform ? (made[c] as (typeof made)[number]) : new Map();
      const after = withEntry(before, area.column + c, value, cache);
      if (after === undefined) delete row[name];
      else (row as { -readonly [K in LayerName]?: unknown })[name] = after;
    }
  }
}

export function layerAt<N extends LayerName>(
  sheet: SheetModel,
  name: N,
  row: number,
  column: number,
): LayerTypes[N] | undefined {
  return (sheet.rows[row]?.[name] as Layer<LayerTypes[N]> | undefined)?.[column];
}

/** What a script gives to setValue, as the platform takes it. null and undefined clear (V8 migration guide). */
export function writeCell(
  realm: Realm,
  sheet: SheetModel,
  row: number,
  column: number,
  given: unknown,
): void {
  const format = layerAt(sheet, 'formats', row, column);
  let value: StoredValue;
  let inferred: string | undefined;
  let formula: string | undefined;
  if (given === null || given === undefined || given === '') value = '';
  else if (typeof given === 'string') {
    if (given.length > CELL_LENGTH) throw new Error(TEXTS.tooLong);
    if (format === '@') value = given;
    else {
      const typed = parseTyped(given, realm.rules, { year: new Date(realm.host.now()).getUTCFullYear() });
      ({ value, formula } = typed as { value: StoredValue; formula?: string });
      // Typing a date into a cell that has a date or number format of its own keeps that format.
      if (typed.format !== undefined && (format === undefined || format === 'General'))
        inferred = typed.format;
    }
  } else if (typeof given === 'number') {
    if (!Number.isFinite(given)) value = String(given);
    else value = given;
  } else if (typeof given === 'boolean') value = given;
  else if (isDate(given)) {
    value = serialOf(given.getTime(), realm.book.timeZone);
    if (!isDateFormat(format))
      inferred = Number.isInteger(value) ? realm.rules.date : `${realm.rules.date} H:mm:ss`;
  } else value = String(given);
  storeCell(sheet, row, column, value, formula, inferred);
}

/** Puts a value where it belongs; what stood there (formula, links) goes, formats and notes stay. */
export function storeCell(
  sheet: SheetModel,
  row: number,
  column: number,
  value: StoredValue,
  formula?: string,
  format?: string,
): void {
  const existing = sheet.rows[row];
  if (!existing && value === '' && formula === undefined) return;
  const target = existing ?? rowAt(sheet, row);
  setValueAt(target, column, value);
  if (formula !== undefined || target.formulas?.[column] !== undefined)
    setLayerEntry(target, 'formulas', column, formula);
  if (target.links?.[column] !== undefined) setLayerEntry(target, 'links', column, undefined);
  if (format !== undefined) setLayerEntry(target, 'formats', column, format);
}

function setLayerEntry<N extends LayerName>(
  row: RowModel,
  name: N,
  column: number,
  value: LayerTypes[N] | undefined,
): void {
  const after = withEntry(row[name] as Layer<LayerTypes[N]> | undefined, column, value, new Map());
  if (after === undefined) delete row[name];
  else (row as { -readonly [K in LayerName]?: unknown })[name] = after;
}

export function setValueAt(row: RowModel, column: number, value: StoredValue): void {
  while (row.values.length < column) row.values.push('');
  row.values[column] = value;
}

/** What getValues gives: a Date for a number shown as a date, made in the spreadsheet's time zone. */
export function readCell(
  realm: Realm,
  sheet: SheetModel,
  row: number,
  column: number,
): string | number | boolean | Date {
  const model = sheet.rows[row];
  if (!model) return '';
  const value = model.values[column];
  if (value === undefined || value === '') {
    if (model.formulas?.[column] !== undefined && value === undefined) throw uncalculated(sheet, row, column);
    return '';
  }
  if (typeof value === 'number' && model.formats && isDateFormat(model.formats[column])) {
    return new Date(instantOf(value, realm.book.timeZone));
  }
  return value;
}

export function displayCell(realm: Realm, sheet: SheetModel, row: number, column: number): string {
  const model = sheet.rows[row];
  const value = model?.values[column];
  if (value === undefined || value === '') return '';
  return displayText(value, model?.formats?.[column], realm.rules);
}

function uncalculated(sheet: SheetModel, row: number, column: number): Error {
  return new NotEmulated(
    `the value of the formula in ${sheet.name} row ${row + 1}, column ${column + 1} (formulas are never calculated: save the file once in a spreadsheet program)`,
  );
}

/** Refuses a write that breaks a rejecting validation; a warning-only one lets everything in. */
export function requireValid(realm: Realm, sheet: SheetModel, row: number, column: number): void {
  const rule = layerAt(sheet, 'validations', row, column);
  if (!rule || rule.allowInvalid) return;
  const value = sheet.rows[row]?.values[column] ?? '';
  if (value !== '' && !validationAccepts(realm, rule, value)) throw new Error(TEXTS.rejected);
}

export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}
