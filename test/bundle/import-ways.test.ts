// Imports through the front door: from another sheet, in several parts, and when the sheet changed in between.
import { generateBook } from '../../playground/sample/generate.ts';
import type { BookModel } from '../../playground/sheets/model.ts';
import type { ImportInput } from '../../src/contract/api.ts';
import { formatCsv } from '../../src/domain/csv/format-csv.ts';
import { parseCsv } from '../../src/domain/csv/parse-csv.ts';
import { cellsOf, openAs, type Person } from '../support/product.ts';

function source(rows: readonly (readonly string[])[]): ImportInput {
  const parsed = parseCsv(formatCsv(rows));
  if (!parsed.ok) throw new Error(parsed.reason);
  return { name: 'lms.csv', rows: parsed.rows, lines: parsed.lines };
}

function recordsOf(book: BookModel) {
  const sheet = book.sheets.find(({ name }) => name === 'Records');
  if (!sheet) throw new Error('there is no Records sheet');
  return sheet;
}

const textsOf = (book: BookModel, row: number): string[] =>
  (recordsOf(book).rows[row - 1]?.values ?? []).map(String);

/** What stands in the rows, a line each. */
const linesOf = (book: BookModel): string[] =>
  cellsOf(book, 'Records').map((cells) => cells.map((cell) => JSON.stringify(cell)).join());

/** Imports to the end and names the runs, oldest first. `after` each part, with the rows it took. */
function importAll(person: Person, input: ImportInput, after = (_: number): void => {}): string[] {
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

test('rows of another sheet are compared as they stand there: dates, ticks and apostrophes included', async () => {
  const { book } = generateBook({ records: 10, seed: 2 });
  const copy = structuredClone(recordsOf(book));
  const incoming = { ...copy, id: 99, name: 'Incoming' };
  const [, first, second, third] = incoming.rows;
  if (!first || !second || !third) throw new Error('there are too few rows');
  first.values[4] = "'=literal";
  second.values[6] = 46_000;
  third.values[9] = true;
  book.sheets.push(incoming);
  const person = await openAs(book);
  const { counts, changes } = person.get('previewImport', { sheet: 'incoming ' });
  expect(counts).toMatchObject({ updated: 3, same: 7, flagged: 1, errors: 0 });
  expect(changes.map(({ heading, after }) => [heading, after])).toEqual([
    ['Title', "'=literal"],
    ['Completion Date', '2025-12-09'],
    ['Delete?', '1'],
  ]);
  expect(person.refusal('previewImport', { sheet: 'Nowhere' })).toBe(
    'This file has no Nowhere sheet. Check the name, then try again.',
  );
});

test('an import in parts does what was previewed, and undoing its runs takes all of it back', async () => {
  const { book } = generateBook({ records: 5_200, seed: 2 });
  const before = linesOf(book);
  const person = await openAs(book);
  const rows = [['Record Id', 'Name', 'Record Type', 'Title', 'Qualification Code', 'Own']];
  for (let row = 2; row <= 5_101; row++) {
    const [id = '', name = '', type = ''] = textsOf(book, row);
    rows.push([id, name, type, `New ${row}`, row % 2 ? 'NEW-1' : '0012', `own ${row % 7}`]);
  }
  for (let i = 0; i < 100; i++) rows.push(['0', `new.${i}`, 'E-learning', 'T', 'NEW-2', 'o']);
  // The sheet will hold this one once the first part is in: a part must not find it changed.
  const [, name = '', type = ''] = textsOf(book, 2);
  rows.push(['0', name, type, 'New 2', '0012', 'own 2']);
  const input: ImportInput = {
    ...source(rows),
    customColumns: 'add',
    addCodes: ['NEW-1', '0012', 'NEW-2'],
  };
  expect(person.get('previewImport', input).counts).toMatchObject({ updated: 5_100, new: 100, same: 1 });
  const runs = importAll(person, input);
  expect(runs).toHaveLength(2);
  const told = person.get('activity').runs.slice(0, 2);
  expect(told.map(({ what }) => what)).toEqual([
    'Imported 200 rows from lms.csv',
    'Imported 5,000 rows from lms.csv, 200 more to follow',
  ]);
  expect(person.get('previewImport', input).counts).toMatchObject({ updated: 0, new: 0, same: 5_201 });
  for (const run of runs.reverse())
    person.get('undo', { run, basedOn: person.get('previewUndo', { run }).basedOn });
  const after = linesOf(book);
  expect(after.filter((line, i) => line !== before[i])).toEqual([]);
  expect(after).toHaveLength(before.length);
});

test('a part of a long import changes scattered rows or adds rows, in at most 14 calls', async () => {
  const { book } = generateBook({ records: 7_000, seed: 2 });
  const person = await openAs(book);
  const file = (title: string): ImportInput => {
    const changed = Array.from({ length: 3_000 }, (_, i) => [
      ...textsOf(book, 2 * i + 2).slice(0, 2),
      title + i,
    ]);
    const added = Array.from({ length: 3_000 }, (_, i) => ['0', `${title}.${i}`, 'T']);
    return source([['Record Id', 'Name', 'Title'], ...changed, ...added]);
  };
  // The first makes the sheets that a later one finds.
  importAll(person, file('First'));
  const parts: [rows: number, calls: number][] = [];
  importAll(person, file('Second'), (done) => parts.push([done, person.calls]));
  expect(parts.map(([rows]) => rows)).toEqual([3_000, 3_000]);
  for (const [, calls] of parts) expect(calls).toBeLessThanOrEqual(14);
  expect(textsOf(book, 6_000)[4]).toBe('Second2999');
});

test('an import whose rows changed since the preview is refused, and nothing is written', async () => {
  const { book } = generateBook({ records: 10, seed: 2 });
  const person = await openAs(book);
  const [id = '', name = ''] = textsOf(book, 3);
  const input = source([
    ['Record Id', 'Name', 'Title'],
    [id, name, 'From the file'],
  ]);
  const { basedOn } = person.get('previewImport', input);
  const row = recordsOf(book).rows[2];
  if (row) row.values[4] = 'Typed meanwhile';
  expect(person.refusal('importRecords', { ...input, basedOn })).toMatch(/changed since the preview/);
  expect(textsOf(book, 3)[4]).toBe('Typed meanwhile');
});

test('a formula stays, its row is kept out, and the others go in', async () => {
  const { book } = generateBook({ records: 10, seed: 2 });
  const row = recordsOf(book).rows[2];
  if (row) row.formulas = { 4: '=UPPER("x")' };
  const person = await openAs(book);
  const line = (at: number) => [...textsOf(book, at).slice(0, 2), `Title ${at}`];
  const input = source([['Record Id', 'Name', 'Title'], line(3), line(4)]);
  const { errors, counts } = person.get('previewImport', input);
  expect([counts.updated, errors.map(({ message }) => message)]).toEqual([
    1,
    ['Records row 3 holds a formula there'],
  ]);
  importAll(person, input);
  expect(recordsOf(book).rows[2]?.formulas).toEqual({ 4: '=UPPER("x")' });
  expect(textsOf(book, 4)[4]).toBe('Title 4');
});

test('every wrong cell is told, however many there are', async () => {
  const person = await openAs(generateBook({ records: 10, seed: 2 }).book);
  const rows = Array.from({ length: 900 }, (_, i) => [`p${i}`, '31/04/2025']);
  const { errors, counts } = person.get('previewImport', source([['Name', 'Completion Date'], ...rows]));
  expect([errors.length, counts.errors, errors.at(-1)?.row]).toEqual([900, 900, 901]);
});
