// One formula fills a whole column: a value written among its cells makes it #REF! and all of them blank.
import { cellsOf, openAs } from '../support/product.ts';
import { book } from '../support/small-book.ts';

const RECORDS = [
  ['1', 'bob', 'Training Record', '7', 'First aid', '', '2025-01-01', '', 'CPR', ''],
  ['2', 'eve', 'Training Record', '7', 'First aid', '', '2025-01-02', '', 'CPR', ''],
];

function made(column: number, row: number, formula: string) {
  const whole = book({ Codes: [['CPR', 'First aid']], Records: RECORDS });
  const cells = whole.sheets.find(({ name }) => name === 'Records')?.rows[row];
  if (cells) cells.formulas = { [column]: formula };
  return whole;
}

test('codes that a formula fills are not renamed', async () => {
  const whole = made(8, 0, '={"Qualification Code"; ARRAYFORMULA(Z2:Z)}');
  const before = cellsOf(whole, 'Records');
  const person = await openAs(whole);
  expect(person.refusal('previewRename', { from: 'CPR', to: 'CPR-2' })).toMatch(
    /^Records row 2 holds a formula/,
  );
  expect(cellsOf(whole, 'Records')).toEqual(before);
  expect(person.get('check').groups.map(({ rule }) => rule)).toContain('record-formula');
});

test('an import leaves out what it would write among such cells, in rows that stand and in new ones', async () => {
  const person = await openAs(made(4, 1, '=ARRAYFORMULA(Z2:Z)'));
  const preview = person.get('previewImport', {
    name: 'f.csv',
    rows: [
      ['Record Id', 'Name', 'Record Type', 'Title', 'Training Provider'],
      ['2', 'eve', 'Training Record', 'Other', ''],
      ['1', 'bob', 'Training Record', 'First aid', 'Hall'],
      ['0', 'new.one', 'Training Record', 'Other', ''],
      ['0', 'new.two', 'Training Record', '', ''],
    ],
  });
  expect(preview.counts).toMatchObject({ new: 1, updated: 1, errors: 2 });
  expect(preview.errors.map(({ row }) => row)).toEqual([2, 4]);
});
