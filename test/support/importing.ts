// Imports through the front door, as the sidebar makes them.
import type { BookModel } from '../../playground/sheets/model.ts';
import type { ImportInput } from '../../src/contract/api.ts';
import { formatCsv } from '../../src/domain/csv/format-csv.ts';
import { parseCsv } from '../../src/domain/csv/parse-csv.ts';
import { cellsOf, type Person } from './product.ts';

/** A file of these rows, headings first, as the sidebar sends it. */
export function source(rows: readonly (readonly string[])[]): ImportInput {
  const parsed = parseCsv(formatCsv(rows));
  if (!parsed.ok) throw new Error(parsed.reason);
  return { name: 'lms.csv', rows: parsed.rows, lines: parsed.lines };
}

export function recordsOf(book: BookModel) {
  const sheet = book.sheets.find(({ name }) => name === 'Records');
  if (!sheet) throw new Error('there is no Records sheet');
  return sheet;
}

export const textsOf = (book: BookModel, row: number): string[] =>
  (recordsOf(book).rows[row - 1]?.values ?? []).map(String);

/** What stands in the rows, a line each. */
export const linesOf = (book: BookModel): string[] =>
  cellsOf(book, 'Records').map((cells) => cells.map((cell) => JSON.stringify(cell)).join());

/** Imports to the end and names the runs, oldest first. `after` each part, with the rows it took. */
export function importAll(person: Person, input: ImportInput, after = (_: number): void => {}): string[] {
  let { basedOn } = person.get('previewImport', input);
  const runs: string[] = [];
  for (;;) {
    const result = person.get('importRecords', { ...input, basedOn });
    runs.push(result.run);
    after(result.done);
    if (result.done >= result.total) return runs;
    basedOn = result.basedOn ?? '';
  }
}
