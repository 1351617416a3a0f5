import { expiryOf } from '../../../src/domain/progress/expiry.ts';
import { holdingsOf } from '../../../src/domain/progress/holdings.ts';
import { learningPaths } from '../../../src/domain/progress/learning-paths.ts';
import { pathProgress, planAddPathRecords } from '../../../src/domain/progress/path-progress.ts';
import { monthsOf, validityOf, validUntil } from '../../../src/domain/progress/validity.ts';
import { whyNot } from '../../../src/domain/progress/why-not.ts';
import { type Book, book } from '../codes/book.ts';

const today = '2026-03-01';
const rows = {
  today,
  codes: [{ code: 'ONE', validForMonths: 12 }, { code: 'TWO' }, { code: 'PATH' }],
  paths: [
    { pathId: ' P ', step: 2, title: 'Second', code: ' TWO ' },
    { pathId: 'P', step: '', title: 'The path', code: 'PATH' },
    { pathId: 'P', step: '1', title: 'First', code: 'ONE' },
    { pathId: '', step: '1', title: 'Lost', code: 'ONE' },
    { pathId: 'Q', step: '', title: 'No code', code: '' },
    { pathId: 'Q', step: '1', title: 'Only', code: 'TWO' },
    { pathId: 'R', step: '', title: 'No steps', code: 'TWO' },
  ],
  records: [
    { name: 'ann', code: 'ONE', completionDate: '2025-02-28' },
    { name: 'ann', code: 'two', completionDate: '2025-06-01' },
    { name: 'bob', code: 'ONE', completionDate: '2025-03-01' },
    { name: 'cem', code: 'OTHER', completionDate: '2025-03-01' },
    { name: 'dee', code: 'ONE', completionDate: '2026-02-01' },
    { name: 'dee', code: 'TWO', completionDate: '2026-01-01' },
    { name: 'dee', code: 'path', completionDate: '2026-02-01' },
    { name: 'eve', code: 'ONE', completionDate: '2026-02-01' },
    { name: 'eve', code: 'TWO', completionDate: '2026-01-01' },
    { name: 'eve', code: 'PATH', completionDate: '' },
  ],
} satisfies Book;

test('paths are read whole, in the order of their first rows', () => {
  expect(learningPaths(book(rows))).toEqual([
    {
      pathId: 'P',
      title: 'The path',
      code: 'PATH',
      row: 3,
      steps: [
        { step: '1', title: 'First', code: 'ONE', row: 4 },
        { step: '2', title: 'Second', code: 'TWO', row: 2 },
      ],
    },
    {
      pathId: 'Q',
      title: 'No code',
      code: '',
      row: 6,
      steps: [{ step: '1', title: 'Only', code: 'TWO', row: 7 }],
    },
    { pathId: 'R', title: 'No steps', code: 'TWO', row: 8, steps: [] },
  ]);
});

test.each([
  [
    0,
    [
      { name: 'ann', state: 'finished', steps: ['expired', 'done'], done: 2, lacksPathCode: true },
      { name: 'bob', state: 'inProgress', steps: ['done', 'todo'], done: 1, lacksPathCode: false },
      { name: 'cem', state: 'notStarted', steps: ['todo', 'todo'], done: 0, lacksPathCode: false },
      { name: 'dee', state: 'finished', steps: ['done', 'done'], done: 2, lacksPathCode: false },
      { name: 'eve', state: 'finished', steps: ['done', 'done'], done: 2, lacksPathCode: true },
    ],
  ],
  [
    1,
    ['ann', 'bob', 'cem', 'dee', 'eve'].map((name) => {
      const has = name !== 'bob' && name !== 'cem';
      return {
        name,
        state: has ? 'finished' : 'notStarted',
        steps: [has ? 'done' : 'todo'],
        done: has ? 1 : 0,
        lacksPathCode: false,
      };
    }),
  ],
  [
    2,
    ['ann', 'bob', 'cem', 'dee', 'eve'].map((name) => ({
      name,
      state: 'notStarted',
      steps: [],
      done: 0,
      lacksPathCode: false,
    })),
  ],
])('the progress of everybody on path %i', (index, progress) => {
  const standing = book(rows);
  const path = learningPaths(standing)[index];
  expect(path && pathProgress(path, holdingsOf(standing, today), today)).toEqual(progress);
});

test('records of a path are added for who lacks its code, on the day of their last step', () => {
  const added = (name: string, completionDate: string) => ({
    sheet: 'records',
    values: {
      recordId: '0',
      name,
      recordType: 'Learning Path',
      objectId: 'P',
      title: 'The path',
      completionDate,
      code: 'PATH',
    },
  });
  expect(planAddPathRecords(book(rows), ' P ')).toEqual({
    ok: true,
    plan: {
      kind: 'addRecords',
      edits: [],
      appends: [added('ann', '2025-06-01'), added('eve', '2026-02-01')],
      removals: [],
      summary: { path: 'The path', records: 2 },
    },
  });
});

test.each([
  ['X', 'no-such-path', { path: 'X' }],
  ['Q', 'nothing-to-do', { what: 'add: this path has no code of its own' }],
  ['R', 'nothing-to-do', { what: 'add: nobody who finished lacks this path’s code' }],
])('none are added for path %s', (id, reason, args) => {
  expect(planAddPathRecords(book(rows), id)).toEqual({ ok: false, refusal: { reason, args } });
});

test.each([
  ['', 0],
  [' ', 0],
  [0, 0],
  ['12', 12],
  [' 12 ', 12],
  [12, 12],
  ['x12', null],
  ['12x', null],
  ['1 2', null],
  [-1, null],
  [1.5, null],
  [true, null],
])('%j is %j months', (cell, months) => {
  expect(monthsOf(cell)).toBe(months);
});

test('validity counts for codes with months above 0, under the code of an open rename', () => {
  const codes = [
    { code: 'A', validForMonths: '3' },
    { code: 'B', validForMonths: 0 },
    { code: '', validForMonths: 3 },
    { code: 'C', validForMonths: 'x' },
    { code: 'd', validForMonths: 1 },
  ];
  expect([...validityOf(book({ codes }), (code) => code.toUpperCase())]).toEqual([
    ['A', 3],
    ['D', 1],
  ]);
});

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2025-12-15', 1, '2026-01-15'],
  ['2024-02-29', 12, '2025-02-28'],
])('of %s and %i months the last valid day is %s', (completed, months, until) => {
  expect(validUntil(completed, months)).toBe(until);
});

// Valid for one month: the last day is the same day of the next.
test.each([
  ['the last day was yesterday', '2026-02-28', '2026-03-29', 0],
  ['the last day is today', '2026-02-28', '2026-03-28', 30],
  ['30 days on', '2026-02-28', '2026-02-26', 30],
  ['31 days on', '2026-02-28', '2026-02-25', 60],
])('expiry: %s', (_, completionDate, day, within) => {
  const codes = [{ code: ' Mo ', validForMonths: 1 }];
  const records = [{ name: 'ann', code: 'MO', completionDate }];
  const standing = book({ codes, records, today: '2026-12-31' });
  expect(expiryOf(standing, holdingsOf(standing, '2026-12-31'), day)).toEqual([
    { person: 'ann', code: 'Mo', record: 0, completed: completionDate, until: '2026-03-28', within },
  ]);
});

test('why each step is done or not, whole', () => {
  const standing = book(rows);
  const [path] = learningPaths(standing);
  const why = (person: string) => path && whyNot(standing, path, person, today);
  const first = { step: '1', title: 'First', code: 'ONE' };
  const second = { step: '2', title: 'Second', code: 'TWO' };
  expect([why('ANN'), why('bob'), why('nobody')]).toEqual([
    [
      { ...first, state: 'expired', reason: 'expired', row: 2, detail: '2026-02-28' },
      { ...second, state: 'done', reason: 'other-spelling', row: 3, detail: 'two' },
    ],
    [
      { ...first, state: 'done', reason: 'done', row: 4, detail: '2025-03-01' },
      { ...second, state: 'todo', reason: 'no-record', row: 0, detail: '' },
    ],
    [
      { ...first, state: 'todo', reason: 'no-record', row: 0, detail: '' },
      { ...second, state: 'todo', reason: 'no-record', row: 0, detail: '' },
    ],
  ]);
});
