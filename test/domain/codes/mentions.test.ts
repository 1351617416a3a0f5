import { findMentions } from '../../../src/domain/codes/mentions.ts';
import { book } from './book.ts';

const inTitle = (code: string, title: string) => findMentions(book({ content: [{ title }] }), code).count;

test('every free text is looked through, sheet by sheet, and each place is named', () => {
  const text = 'See CPR now';
  const standing = book({
    codes: [
      { code: 'CPR', description: '' },
      { code: 'X', description: text },
    ],
    content: [{ title: text, owner: 'CPR' }],
    paths: [{ pathId: 'CPR', title: text }],
    records: [
      { title: text, otherInformation: 'none', name: 'CPR', code: 'CPR' },
      { title: 'none', otherInformation: text, trainingProvider: 'CPR' },
    ],
  });
  expect(findMentions(standing, 'cpr')).toEqual({
    count: 5,
    places: [
      { sheet: 'codes', row: 3, field: 'description', text },
      { sheet: 'content', row: 2, field: 'title', text },
      { sheet: 'paths', row: 2, field: 'title', text },
      { sheet: 'records', row: 2, field: 'title', text },
      { sheet: 'records', row: 3, field: 'otherInformation', text },
    ],
  });
});

test('a number is a mention of the code with its digits, a blank cell of none', () => {
  const content = [{ title: 101 }, { title: '' }, { title: 1012 }];
  expect(findMentions(book({ content }), '101')).toEqual({
    count: 1,
    places: [{ sheet: 'content', row: 2, field: 'title', text: '101' }],
  });
});

test('a column that the sheet does not have mentions nothing', () => {
  const of = book({ content: [{ title: 'CPR' }] });
  const { title: _, ...cells } = of.content.cells;
  expect(findMentions({ ...of, content: { ...of.content, cells } }, 'CPR').count).toBe(0);
});

test.each([
  [50, 50],
  [51, 50],
])('of %i mentions all are counted and %i named', (count, named) => {
  const found = findMentions(book({ content: Array(count).fill({ title: 'CPR' }) }), 'CPR');
  expect([found.count, found.places.length]).toEqual([count, named]);
});

test.each([
  ['CPR', 'CPR'],
  ['CPR', '(cpr)'],
  ['CPR', 'x-CPR-y'],
  [' CPR ', 'CPR'],
  ['A B', 'the A   B course'],
  ['A  B', 'A B'],
  ['A.B', 'A.B'],
  ['C++', 'on C++, again'],
  ['[A]', 'see [A]'],
  ['A/B|C', 'A/B|C'],
  ['$1^2\\3*', 'is $1^2\\3*.'],
  ['(A){B}?', '(A){B}?'],
])('%j is mentioned in %j', (code, title) => {
  expect(inTitle(code, title)).toBe(1);
});

test.each([
  ['CPR', ''],
  ['CPR', 'XCPR'],
  ['CPR', 'CPRX'],
  ['CPR', '1CPR'],
  ['CPR', 'CPR1'],
  ['CPR', '_CPR'],
  ['CPR', 'CPR_'],
  ['CPR', 'ÄCPR'],
  ['CPR', 'CPRé'],
  ['A B', 'AB'],
  ['A.B', 'AXB'],
  ['A+B', 'AAB'],
  ['A|B', 'A'],
])('%j is not mentioned in %j', (code, title) => {
  expect(inTitle(code, title)).toBe(0);
});
