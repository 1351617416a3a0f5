// People's own sheets may carry a name that the add-on needs. Nothing of them is ever written over.
import { sampleBook } from '../../playground/sample/make-sample.ts';
import { type BookModel, emptySheet } from '../../playground/sheets/model.ts';
import { openAs, type Person } from '../support/product.ts';

function withSheet(name: string, ...rows: string[][]): BookModel {
  const { book } = sampleBook();
  book.sheets.push({ ...emptySheet(90, name), rows: rows.map((values) => ({ values })) });
  return book;
}

function addCode(person: Person) {
  return person.call('addCode', { code: 'NEW-1', description: 'New' });
}

const DELETED = ['Record Id', 'Name', 'Record Type', 'Object Id', 'Title'];

test.each([
  [
    'Problems',
    [
      ['What', 'Who'],
      ['Projector', 'ann'],
    ],
    (person: Person) => person.call('check', {}),
  ],
  [
    'Activity',
    [
      ['Day', 'Lesson'],
      ['Monday', 'CPR'],
    ],
    addCode,
  ],
  ['Deleted Records', [DELETED, ['0012', 'ann', 'Training Record', '1', 'CPR']], addCode],
  ['Problems', [['Severity'], ['high']], (person: Person) => person.call('setUpSheets', {})],
  [
    'Path Progress',
    [
      ['Path', 'Steps'],
      ['A', '3'],
    ],
    (person: Person) => person.call('makeReports', {}),
  ],
])('%s of their own stays as it is, and what would write there says so', async (name, rows, act) => {
  const book = withSheet(name, ...rows);
  const before = JSON.stringify(book.sheets);
  const person = await openAs(book);
  expect(act(person)).toMatchObject({
    ok: false,
    refusal: {
      reason: 'name-taken',
      message: `Your sheet ${name} has a name that this add-on needs. Rename it. Nothing was changed.`,
    },
  });
  expect(JSON.stringify(book.sheets)).toBe(before);
  const theirs = book.sheets.find((sheet) => sheet.name === name);
  if (theirs) theirs.name = `Our ${name}`;
  expect(act(person).ok).toBe(true);
});

test('its own sheets are known again, also when people widened them, and a remade report takes its place', async () => {
  const { book } = sampleBook();
  const person = await openAs(book);
  person.get('check');
  person.get('makeReports', {});
  const problems = book.sheets.find(({ name }) => name === 'Problems');
  problems?.rows[0]?.values.push('Who looks after it');
  person.get('check');
  person.get('makeReports', {});
  person.get('addCode', { code: 'NEW-1', description: 'New' });
  person.get('addCode', { code: 'NEW-2', description: 'New' });
});
