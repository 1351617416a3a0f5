import { generateBook } from '../../playground/sample/generate.ts';
import { emptyBook, emptySheet } from '../../playground/sheets/model.ts';
import { cellsOf, openAs } from '../support/product.ts';

test('an empty file gets the four sheets with their headings, Owner too, and one line in Activity', async () => {
  const book = emptyBook();
  const person = await openAs(book);
  const { made, message } = person.get('setUpSheets');
  expect(made).toEqual(['Codes', 'Content', 'Paths', 'Records']);
  expect(message).toBe('Made Codes, Content, Paths, Records.');
  expect(cellsOf(book, 'Content')).toEqual([
    ['Object Id', 'Type', 'Title', 'Used In Training Records', 'Qualification Code', 'Owner'],
  ]);
  expect(person.get('activity').runs).toMatchObject([{ kind: 'setUp', state: 'done', canUndo: false }]);
});

test('running it twice changes nothing, Activity included', async () => {
  const book = emptyBook();
  const codes = emptySheet(1, 'codes ');
  codes.rows = [{ values: ['mine', 'Qualification Code'] }, { values: ['x', '0012'] }];
  book.sheets.push(codes);
  const person = await openAs(book);
  person.get('setUpSheets');
  const once = JSON.stringify(book);
  expect(person.get('setUpSheets').message).toBe('Everything is set up already. Nothing was changed.');
  expect(JSON.stringify(book)).toBe(once);
  expect(cellsOf(book, 'codes ')[1]).toEqual(['x', '0012']);
});

test('sample rows are added and removed again as runs of their own', async () => {
  const person = await openAs(emptyBook());
  expect(person.get('setUpSheets', { sampleRows: 'add' }).message).toContain('Added sample rows.');
  person.get('setUpSheets', { sampleRows: 'remove' });
  expect(person.get('activity').runs.map(({ what }) => what)).toEqual([
    'Removed the sample rows',
    'Added sample rows',
    'Set up: Made Codes, Content, Paths, Records.',
  ]);
});

test('a sheet that a run needs and makes is said, once, in the answer and in a toast', async () => {
  const { book } = generateBook({ records: 20, seed: 1 });
  const person = await openAs(book);
  // Where there is nothing to say, no sheet is made to say it.
  expect(person.call('check', {})).not.toHaveProperty('made');
  const record = book.sheets.find(({ name }) => name === 'Records')?.rows[1];
  if (record) record.values[1] = '';
  expect(person.call('check', {})).toMatchObject({ ok: true, made: ['Problems'] });
  expect(person.host.ui.toasts.at(-1)).toMatchObject({ message: 'New sheet: Problems.' });
  expect(person.call('check', {})).not.toHaveProperty('made');
  expect(person.call('addCode', { code: 'NEW' })).toMatchObject({ ok: true, made: ['Activity'] });
  expect(person.call('makeReports', {})).toMatchObject({ made: expect.arrayContaining(['Path Progress']) });
});
