// A heading of row 1 that is missing or stands twice is said, never answered around.
import type { BookModel } from '../../playground/sheets/model.ts';
import { openAs } from '../support/product.ts';
import { book } from '../support/small-book.ts';

function made(): BookModel {
  return book({
    Codes: [
      ['P1', 'Path'],
      ['CPR', 'First aid'],
    ],
    Paths: [
      ['1', '', 'Starter', 'P1'],
      ['1', '1', 'First aid', 'CPR'],
    ],
    Records: [['7', 'ann', 'Training Record', '', 'T', '', '2025-03-14', '', 'CPR', '']],
  });
}

function renameHeading(of: BookModel, sheet: string, from: string, to: string): void {
  const row = of.sheets.find(({ name }) => name === sheet)?.rows[0];
  if (row) row.values = row.values.map((value) => (value === from ? to : value));
}

test.each([
  ['Records', 'Name', 'Who'],
  ['Records', 'Completion Date', 'When'],
  ['Records', 'Qualification Code', 'What'],
  ['Paths', 'Step', 'No.'],
  ['Paths', 'Qualification Code', 'What'],
])('progress without %s, %s is not that nobody has started', async (sheet, heading, other) => {
  const of = made();
  renameHeading(of, sheet, heading, other);
  const person = await openAs(of);
  expect(person.refusal('progress', {})).toBe(
    `${sheet} has no ${heading} heading in row 1. Add it, or run Set up sheets.`,
  );
});

test('progress with a code column that stands twice', async () => {
  const of = made();
  renameHeading(of, 'Records', 'Other Information', 'qualification code');
  const person = await openAs(of);
  expect(person.refusal('progress', {})).toMatch(
    /^Records has the heading Qualification Code more than once/,
  );
});

test.each([
  ['Record Id', 'Number'],
  ['Name', 'Who'],
])('an export without %s would make every record new or nobody\u2019s in the LMS', async (heading, other) => {
  const of = made();
  renameHeading(of, 'Records', heading, other);
  const person = await openAs(of);
  expect(person.refusal('exportRecords', { which: 'all' })).toBe(
    `Records has no ${heading} heading in row 1. Add it, or run Set up sheets.`,
  );
});

test('an export without Training Provider has it blank', async () => {
  const of = made();
  renameHeading(of, 'Records', 'Training Provider', 'By');
  const person = await openAs(of);
  expect(person.get('exportRecords', { which: 'all' }).rows).toBe(1);
});

test('a file of nothing but wrong rows is not called the same', async () => {
  const person = await openAs(made());
  const file = {
    name: 'f.csv',
    rows: [
      ['Name', 'Completion Date'],
      ['kim', '2025-02-30'],
    ],
  };
  const { basedOn } = person.get('previewImport', file);
  expect(person.refusal('importRecords', { ...file, basedOn })).toBe(
    'There is nothing to import: every row is the same or has an error.',
  );
});
