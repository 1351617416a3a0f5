import type { SampleSheets } from '../../playground/sample/rows.ts';
import { toBook } from '../../playground/sample/to-book.ts';
import type { BookModel } from '../../playground/sheets/model.ts';
import { makeSheets } from '../data/training.ts';

const COLUMNS = 10;

export function makeBook(records: number): BookModel {
  return bookOf(makeSheets(records));
}

/**
 * The bench's workbook. Records has the ten columns and two for a sort's keys, as the scale guide advises: 700,000 records
 * fit no wider sheet beside their copies. Text that begins with an equals sign stands only in the CSV files: looking whether
 * it is a formula is one call more from 5,000 records on.
 */
export function bookOf(sheets: SampleSheets): BookModel {
  for (const { cells } of sheets.records) {
    const other = cells['Other Information'];
    if (typeof other === 'string' && other.startsWith('=')) cells['Other Information'] = other.slice(1);
  }
  const book = toBook(sheets, `${sheets.records.length} records`);
  const sheet = book.sheets.find(({ name }) => name === 'Records');
  if (!sheet) throw new Error('There is no Records sheet.');
  sheet.columnCount = COLUMNS + 2;
  for (const row of sheet.rows) if (row && row.values.length > COLUMNS) row.values.length = COLUMNS;
  return book;
}
