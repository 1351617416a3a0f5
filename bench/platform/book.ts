import type { SampleSheets } from '../../playground/sample/rows.ts';
import { toBook } from '../../playground/sample/to-book.ts';
import type { BookModel } from '../../playground/sheets/model.ts';
import { makeSheets } from '../data/training.ts';

export function makeBook(records: number): BookModel {
  return bookOf(makeSheets(records));
}

/** The bench's workbook. The empty columns of Records are deleted but two, as the scale guide advises. */
export function bookOf(sheets: SampleSheets): BookModel {
  const book = toBook(sheets, `${sheets.records.length} records`);
  const sheet = book.sheets.find(({ name }) => name === 'Records');
  if (sheet) sheet.columnCount = (sheet.rows[0]?.values.length ?? 10) + 2;
  return book;
}
