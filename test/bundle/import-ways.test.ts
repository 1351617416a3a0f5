// Imports through the front door: from another sheet, and when the sheet changed in between.
import { generateBook } from '../../playground/sample/generate.ts';
import { importAll, recordsOf, source, textsOf } from '../support/importing.ts';
import { openAs } from '../support/product.ts';

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
