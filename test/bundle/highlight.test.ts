import type { BookModel } from '../../playground/sheets/model.ts';
import { openAs } from '../support/product.ts';
import { book, type Rows } from '../support/small-book.ts';

const rows: Rows = {
  Codes: [['CPR'], ['SPARE'], ['FIRE']],
  Content: [['1', 'Course', 'First', 'Yes', 'CPR', '']],
  Records: [['1', 'bob', 'Training Record', '', '', '', '2025-01-05', '', 'fire', '']],
};

const sheetOf = (made: BookModel, name: string) => {
  const sheet = made.sheets.find((each) => each.name === name);
  if (!sheet) throw new Error(`no ${name}`);
  return sheet;
};
const lit = (made: BookModel): number[] =>
  sheetOf(made, 'Codes')
    .conditionalFormats.filter(({ background }) => background === '#d3e3fd')
    .flatMap(({ areas }) =>
      areas.flatMap((area) => Array.from({ length: area.rows }, (_, i) => area.row + i + 1)),
    );

test('codes in use are highlighted, on and off, and every check brings that up to date', async () => {
  const made = book(rows);
  const person = await openAs(made);
  expect(person.get('highlight', { on: true })).toEqual({ on: true, codesInUse: 2 });
  expect(lit(made)).toEqual([2, 4]);
  const content = sheetOf(made, 'Content').rows[1];
  if (content) content.values[4] = 'SPARE';
  person.get('check');
  expect(lit(made)).toEqual([3, 4]);
  person.get('highlight', { on: false });
  person.get('check');
  expect(lit(made)).toEqual([]);
});

test('a code that Sheets turned into a date is highlighted when what it shows is used', async () => {
  const made = book({ Codes: [[46_082]], Content: [['1', 'Course', 'First', 'Yes', 46_082, '']] });
  for (const name of ['Codes', 'Content']) {
    const row = sheetOf(made, name).rows[1];
    if (row) row.formats = { ...row.formats, [name === 'Codes' ? 0 : 4]: 'd-mmm' };
  }
  const person = await openAs(made);
  expect(person.get('highlight', { on: true }).codesInUse).toBe(1);
});

test('thousands of codes, every other one in use, are all highlighted', async () => {
  const codes = Array.from({ length: 3_000 }, (_, i) => `CODE-${i}`);
  const used = codes.filter((_, i) => i % 2 === 0);
  const made = book({
    Codes: codes.map((code) => [code]),
    Content: used.map((code, i) => [String(i), 'Course', code, 'Yes', code, '']),
  });
  const person = await openAs(made);
  expect(person.get('highlight', { on: true }).codesInUse).toBe(1_500);
  expect(lit(made)).toHaveLength(1_500);
});

test('without a heading to go by it says so', async () => {
  const made = book(rows);
  const heading = sheetOf(made, 'Codes').rows[0];
  if (heading) heading.values[2] = 'Code';
  const person = await openAs(made);
  expect(person.refusal('highlight', { on: true })).toContain('the heading Code more than once');
});
