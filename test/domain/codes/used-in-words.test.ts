import { listCodes } from '../../../src/domain/codes/list-codes.ts';
import { rowsInUse, usedInOf, useWords } from '../../../src/domain/codes/used-in.ts';
import { whereUsed } from '../../../src/domain/codes/where-used.ts';
import { findUsage } from '../../../src/domain/usage.ts';
import { type Book, book } from './book.ts';

const rows = {
  codes: [
    { code: 'CPR', description: 'First aid' },
    { code: '', description: 'No code' },
    { code: 'FREE', description: 'Never  used' },
    { code: 'cpr', description: 'Again' },
  ],
  content: [
    { type: 'Course', objectId: '1', title: 'Hearts', owner: 'ann', code: 'CPR' },
    { type: 'Course', objectId: '2', title: '', code: 'cpr' },
    { type: 'Quiz', objectId: '3', title: 'Quiz it', code: 'CPR' },
    { type: 'Event', objectId: '4', title: 'Meet', code: 'CPR' },
    { type: 'Webinar', objectId: '', title: 'Odd', code: 'CPR' },
    { type: 'Course', objectId: '9', title: 'Hearts too', code: 'OTHER' },
  ],
  paths: [
    { pathId: 'P', step: '', title: 'Whole', code: 'CPR' },
    { pathId: 'P', step: '1', title: 'Part', code: 'CPR' },
    { pathId: '', step: '', title: 'Lost', code: 'CPR' },
  ],
  records: [
    { name: ' Ann ', title: 'Done', completionDate: '2025-01-01', code: 'CPR' },
    { name: 'ann', title: '', completionDate: { iso: '2025-02-01' }, code: 'CPR' },
    { name: '', title: 'Nobody', code: 'CPR', delete: '1' },
    { name: 'Bob', title: '', code: 'CPR' },
  ],
} satisfies Book;

test('where a code is used is told whole: kinds in their order, places in the order of the sheet', () => {
  const standing = book(rows);
  expect(whereUsed(standing, findUsage(standing), ' cpr ', 2)).toEqual({
    code: 'CPR',
    description: 'First aid',
    row: 2,
    total: 12,
    people: 2,
    kinds: [
      {
        kind: 'course',
        count: 2,
        places: [
          { sheet: 'content', row: 2, title: 'Hearts', detail: 'Course 1 · ann' },
          { sheet: 'content', row: 3, title: '', detail: 'Course 2' },
        ],
      },
      { kind: 'quiz', count: 1, places: [{ sheet: 'content', row: 4, title: 'Quiz it', detail: 'Quiz 3' }] },
      {
        kind: 'trainingEvent',
        count: 1,
        places: [{ sheet: 'content', row: 5, title: 'Meet', detail: 'Event 4' }],
      },
      {
        kind: 'otherContent',
        count: 1,
        places: [{ sheet: 'content', row: 6, title: 'Odd', detail: 'Webinar' }],
      },
      {
        kind: 'path',
        count: 2,
        places: [
          { sheet: 'paths', row: 2, title: 'Whole', detail: 'Path P' },
          { sheet: 'paths', row: 4, title: 'Lost', detail: 'Path' },
        ],
      },
      {
        kind: 'step',
        count: 1,
        places: [{ sheet: 'paths', row: 3, title: 'Part', detail: 'Path P, step 1' }],
      },
      {
        kind: 'record',
        count: 4,
        places: [
          { sheet: 'records', row: 2, title: 'Ann', detail: 'Done · 2025-01-01' },
          { sheet: 'records', row: 3, title: 'ann', detail: '2025-02-01' },
        ],
      },
    ],
  });
});

test.each([
  ['a code that nothing uses', 'free', { code: 'FREE', description: 'Never  used', row: 4 }, []],
  ['a code that Codes lacks', ' NONE ', { code: 'NONE', description: '', row: null }, []],
])('%s is used nowhere', (_, code, about, kinds) => {
  const standing = book(rows);
  expect(whereUsed(standing, findUsage(standing), code)).toEqual({ ...about, total: 0, people: 0, kinds });
});

test('without a limit three places of a kind are spelled out', () => {
  const standing = book(rows);
  const { kinds } = whereUsed(standing, findUsage(standing), 'CPR');
  expect(kinds.map(({ count, places }) => [count, places.length])).toEqual([
    [2, 2],
    [1, 1],
    [1, 1],
    [1, 1],
    [2, 2],
    [1, 1],
    [4, 3],
  ]);
});

test('Used In counts by kind, its note names the places, and people once each', () => {
  const standing = book(rows);
  const text = '2 courses · 1 quiz · 1 event · 1 other content · 2 paths · 1 step · 4 records';
  const note = [
    '2 courses: Hearts (Course 1 · ann), Course 2',
    '1 quiz: Quiz it (Quiz 3)',
    '1 event: Meet (Event 4)',
    '1 other content: Odd (Webinar)',
    '2 paths: Whole (Path P), Lost (Path)',
    '1 step: Part (Path P, step 1)',
    '4 records of 2 people: Ann, Bob',
    'Checked 2026-01-02 03:04',
  ].join('\n');
  expect(usedInOf(standing, findUsage(standing), '2026-01-02T03:04')).toEqual([
    { text, note },
    { text: '', note: '' },
    { text: 'Not used', note: 'Not used\nChecked 2026-01-02 03:04' },
    { text, note },
  ]);
});

test.each([
  ['course', 1, '1 course'],
  ['course', 0, '0 courses'],
  ['quiz', 2, '2 quizzes'],
  ['trainingEvent', 2, '2 events'],
  ['otherContent', 2, '2 other contents'],
  ['path', 999, '999 paths'],
  ['step', 1000, '1,000 steps'],
  ['record', 1234567, '1,234,567 records'],
] as const)('%s, %i of them: %s', (kind, count, words) => {
  expect(useWords(kind, count)).toBe(words);
});

test.each([
  ['one record of one person', [{ name: 'ann', code: 'C' }], '1 record of 1 person: ann'],
  ['records of nobody', [{ name: ' ', code: 'C' }], '1 record of 0 people'],
  [
    'a name of 60 letters is whole',
    [{ name: 'n'.repeat(60), code: 'C' }],
    `1 record of 1 person: ${'n'.repeat(60)}`,
  ],
  [
    'a name of 61 letters is cut',
    [{ name: 'n'.repeat(61), code: 'C' }],
    `1 record of 1 person: ${'n'.repeat(60)}…`,
  ],
])('the note of %s', (_, records, line) => {
  const standing = book({ codes: [{ code: 'C' }], records });
  expect(usedInOf(standing, findUsage(standing), 'now')[0]?.note).toBe(`${line}\nChecked now`);
});

test('what does not fit a note is counted', () => {
  const records = Array.from({ length: 1200 }, (_, i) => ({
    name: `person ${1000 + i} ${'x'.repeat(48)}`,
    code: 'C',
  }));
  const standing = book({ codes: [{ code: 'C' }], records });
  const names = records.slice(0, 13).map(({ name }) => name);
  expect(usedInOf(standing, findUsage(standing), 'now')[0]?.note).toBe(
    `1,200 records of 1,200 people: ${names.slice(0, 13).join(', ')} …and 1,187 more\nChecked now`,
  );
});

test.each([
  [35, ''],
  [36, ' …and 1 more'],
])('14 people, the first with a name of %i letters, are named up to 840 characters', (letters, more) => {
  const names = ['f'.repeat(letters), ...Array.from({ length: 13 }, (_, i) => `${10 + i}${'x'.repeat(56)}`)];
  const standing = book({ codes: [{ code: 'C' }], records: names.map((name) => ({ name, code: 'C' })) });
  const named = more === '' ? names : names.slice(0, -1);
  expect(usedInOf(standing, findUsage(standing), 'now')[0]?.note).toBe(
    `14 records of 14 people: ${named.join(', ')}${more}\nChecked now`,
  );
});

test('the rows in use are those whose code is used, whatever its writing', () => {
  const standing = book(rows);
  expect(rowsInUse(standing, findUsage(standing))).toEqual([2, 5]);
});

test('a Codes sheet without its code column has no row in use and nothing to write', () => {
  const standing = book(rows);
  const bare = { ...standing, codes: { ...standing.codes, cells: {} } };
  expect(rowsInUse(bare, findUsage(bare))).toEqual([]);
  expect(usedInOf(bare, findUsage(bare), 'now')).toEqual([]);
});

const uses = { content: 5, paths: 2, steps: 1, records: 4 };
const none = { content: 0, paths: 0, steps: 0, records: 0 };
const first = { code: 'CPR', description: 'First aid', row: 2, uses, total: 12 };
const free = { code: 'FREE', description: 'Never  used', row: 4, uses: none, total: 0 };
const again = { code: 'cpr', description: 'Again', row: 5, uses, total: 12 };

test.each([
  ['all, in the order of the sheet', {}, [first, free, again]],
  ['used ones', { filter: 'used' }, [first, again]],
  ['unused ones', { filter: 'unused' }, [free]],
  ['a part of the code in any case', { search: ' PR ' }, [first, again]],
  ['a description, spaces collapsed on both sides', { search: 'never   USED' }, [free]],
  ['a content’s title comes behind, whatever carries it', { search: 'hearts' }, [first, again]],
  ['own words come ahead of titles', { search: 'again' }, [again]],
  ['another writing of the code', { search: 'ｃ\u200bpr' }, [first, again]],
  ['spaces kept between words', { search: 'neverused' }, []],
  ['nothing', { search: 'hearts too' }, []],
  ['an unused one is not among the used', { search: 'free', filter: 'used' }, []],
] as const)('the list of codes: %s', (_, wanted, listed) => {
  const standing = book(rows);
  expect(listCodes(standing, findUsage(standing), wanted)).toEqual(listed);
});
