import { type FieldLayout, LAYOUT, SHEET_KEYS, SHEET_NAMES, type SheetKey } from '../../src/domain/layout.ts';
import {
  type BookModel,
  type CellStyle,
  emptyBook,
  emptySheet,
  type Layer,
  type RowModel,
  type SheetModel,
  type StoredValue,
  type ValidationModel,
} from '../sheets/model.ts';
import { serialOfDay } from '../sheets/time-zone.ts';
import type { SampleCell, SampleRow, SampleSheets } from './rows.ts';

const WIDTHS: Readonly<Record<string, number>> = {
  title: 260,
  description: 260,
  usedIn: 260,
  otherInformation: 200,
  code: 150,
};
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  type: ['Course', 'Quiz', 'Training Event'],
  recordType: ['Training Record', 'Learning Path', 'E-learning'],
};
const HEADING: CellStyle = { background: '#e8f0fe', fontWeight: 'bold' };
/** Columns of the organisation's own, after ours. */
const OWN_COLUMNS: Readonly<Record<SheetKey, readonly string[]>> = {
  codes: [],
  content: [],
  paths: [],
  records: ['Site'],
};
/** Rows below the last one, ready to be typed into. */
const SPARE_ROWS = 200;

/** The rows as a workbook that looks as set up leaves it: headings, formats, choices, tick boxes, guarded headings. */
export function toBook(sheets: SampleSheets, title: string): BookModel {
  const book = emptyBook(title);
  const codesRows = gridRows(sheets.codes.length);
  book.sheets = SHEET_KEYS.map((key, id) => toSheet(key, id, sheets[key], codesRows));
  book.lastId = SHEET_KEYS.length - 1;
  return book;
}

function gridRows(count: number): number {
  return Math.max(1000, count + 1 + SPARE_ROWS);
}

function toSheet(key: SheetKey, id: number, rows: readonly SampleRow[], codesRows: number): SheetModel {
  const fields = Object.entries(LAYOUT[key]) as [string, FieldLayout][];
  const headings = [...fields.map(([, field]) => field.heading), ...OWN_COLUMNS[key]];
  const sheet = emptySheet(id, SHEET_NAMES[key], gridRows(rows.length), Math.max(headings.length, 12));
  sheet.frozenRows = 1;
  const formats: Record<number, string> = {};
  const validations: Record<number, ValidationModel> = {};
  fields.forEach(([name, { kind }], column) => {
    if (kind === 'text') formats[column] = '@';
    if (kind === 'date') formats[column] = 'yyyy-mm-dd';
    const rule = ruleFor(key, name, kind, codesRows);
    if (rule) validations[column] = rule;
    const width = WIDTHS[name];
    if (width !== undefined) sheet.columnWidths[column] = width;
  });
  const styles = Object.fromEntries(headings.map((_, column) => [column, HEADING]));
  sheet.rows.push({ values: headings, styles });
  const body: RowModel = {
    values: [],
    ...(Object.keys(formats).length > 0 && { formats }),
    ...(Object.keys(validations).length > 0 && { validations }),
  };
  for (const row of rows) sheet.rows.push(toRow(row, headings, body));
  while (sheet.rows.length < sheet.rowCount) sheet.rows.push({ ...body, values: [] });
  sheet.protections.push(
    guard(`${id}-headings`, 'headings', { row: 0, column: 0, rows: 1, columns: fields.length }),
  );
  if (key === 'codes') {
    const column = fields.findIndex(([name]) => name === 'usedIn');
    sheet.protections.push(
      guard(`${id}-used-in`, 'Used In', { row: 1, column, rows: sheet.rowCount - 1, columns: 1 }),
    );
  }
  return sheet;
}

function guard(
  id: string,
  what: string,
  area: SheetModel['merges'][number],
): SheetModel['protections'][number] {
  const description = `Qualification Codes: ${what}`;
  return { id, type: 'RANGE', area, description, warningOnly: true, editors: [], domainEdit: false };
}

function ruleFor(
  key: SheetKey,
  name: string,
  kind: FieldLayout['kind'],
  codesRows: number,
): ValidationModel | null {
  const choices = CHOICES[name];
  if (choices) return { criteria: 'VALUE_IN_LIST', args: [choices, true], allowInvalid: true };
  if (name === 'code' && key !== 'codes') {
    return {
      criteria: 'VALUE_IN_RANGE',
      args: [{ sheet: 0, a1: `A2:A${codesRows}` }, true],
      allowInvalid: true,
    };
  }
  return kind === 'flag' ? { criteria: 'CHECKBOX', args: [1], allowInvalid: true } : null;
}

function toRow({ cells }: SampleRow, headings: readonly string[], body: RowModel): RowModel {
  const row: RowModel = { ...body, values: [] };
  let last = 0;
  headings.forEach((heading, column) => {
    const cell = cells[heading];
    if (cell === undefined || cell === '') row.values.push('');
    else {
      row.values.push(storedValue(cell));
      last = column + 1;
      if (typeof cell === 'object') addLayers(row, column, cell);
      else if (typeof cell === 'number' && row.formats?.[column] === '@')
        row.formats = without(row.formats, column);
    }
  });
  row.values.length = last;
  return row;
}

function storedValue(cell: SampleCell): StoredValue {
  if (typeof cell !== 'object') return cell;
  if ('formula' in cell) return cell.shows;
  const [year = 0, month = 0, day = 0] = cell.date.split('-').map(Number);
  return serialOfDay(year, month, day);
}

function addLayers(row: RowModel, column: number, cell: Exclude<SampleCell, StoredValue>): void {
  if ('formula' in cell) row.formulas = { ...row.formulas, [column]: cell.formula };
  else if (cell.format !== undefined) row.formats = { ...row.formats, [column]: cell.format };
}

function without(layer: Layer<string>, column: number): Layer<string> {
  return Object.fromEntries(Object.entries(layer).filter(([key]) => Number(key) !== column));
}
