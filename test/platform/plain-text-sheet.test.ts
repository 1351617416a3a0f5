// People format whole sheets as plain text. What a number becomes that a script writes there is nowhere documented; where it
// becomes a text, rows still move and come back in their order.
import { generateBook } from '../../playground/sample/generate.ts';
import type { BookModel } from '../../playground/sheets/model.ts';
import { cellsOf } from '../support/product.ts';
import { contrary, type Habits } from './contrary.ts';

const OURS = 10;

const numbersBecomeText: Habits = {
  after: (method, { sheets }) => {
    if (method !== 'Range.setValues') return;
    for (const row of sheets.find(({ name }) => name === 'Records')?.rows ?? [])
      row?.values.forEach((value, c) => {
        if (c >= OURS && typeof value === 'number') row.values[c] = String(value);
      });
  },
};

const idsOf = (book: BookModel) => cellsOf(book, 'Records').map(([id]) => String(id));

test('scattered rows leave, and come back in their places', async () => {
  const { book } = generateBook({ records: 60, flagged: 0, seed: 4 });
  const before = idsOf(book);
  const flagged = [4, 9, 13, 30, 31, 44];
  for (const row of flagged) {
    const values = book.sheets.find(({ name }) => name === 'Records')?.rows[row]?.values;
    if (values) values[OURS - 1] = 1;
  }
  const { person, called } = await contrary(book, numbersBecomeText);
  const { basedOn, count } = person.get('previewDeleteFlagged');
  const { run } = person.get('deleteFlagged', { basedOn, confirm: String(count) });
  expect(called).toContain('Range.sort');
  expect(idsOf(book)).toEqual(before.filter((_, i) => !flagged.includes(i)));
  person.get('undo', { run, basedOn: person.get('previewUndo', { run }).basedOn });
  expect(idsOf(book)).toEqual(before);
});

test('scattered cells are changed in rows that are brought together and put back', async () => {
  const { book } = generateBook({ records: 60, flagged: 0, seed: 4 });
  const before = idsOf(book);
  const { person, called } = await contrary(book, numbersBecomeText);
  const changed = Array.from({ length: 20 }, (_, i) => 2 + 2 * i);
  const rows = changed.map((at) => [
    ...(cellsOf(book, 'Records')[at] ?? []).slice(0, 3).map(String),
    `New ${at}`,
  ]);
  const input = { rows: [['Record Id', 'Name', 'Record Type', 'Title'], ...rows] };
  person.get('importRecords', { ...input, basedOn: person.get('previewImport', input).basedOn });
  expect(called).toContain('Range.sort');
  expect(idsOf(book)).toEqual(before);
  expect(changed.map((at) => cellsOf(book, 'Records')[at]?.[4])).toEqual(changed.map((at) => `New ${at}`));
});
