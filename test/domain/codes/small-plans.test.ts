import { planAddCode } from '../../../src/domain/codes/add-code.ts';
import { contentFinder, ownerMessages, planTick, verdict } from '../../../src/domain/codes/checklist.ts';
import { planDeleteCode, planFlagRecords } from '../../../src/domain/codes/delete-code.ts';
import { findFormer, judgeCode } from '../../../src/domain/codes/judge-code.ts';
import { type Book, book } from './book.ts';

const rows = {
  codes: [{ code: 'A', description: 'used' }, { code: 'FREE' }, { code: 'B' }, { code: ' free' }],
  content: [
    { type: 'Course', objectId: '1', title: 'One', code: 'a' },
    { type: 'Quiz', objectId: '', title: 'Two', code: 'A' },
  ],
  paths: [
    { pathId: 'P', step: '', code: 'A' },
    { pathId: 'P', step: 1, code: 'A' },
  ],
  records: [
    { recordId: '1', name: 'ann', code: 'A' },
    { recordId: '2', name: 'bob', code: 'A', delete: '1' },
    { recordId: '3', name: 'cem', code: 'a', delete: 'maybe' },
  ],
  formerCodes: [
    { code: 'WAS', now: 'A', when: '2025-01-01' },
    { code: 'was', now: '', when: '2025-02-01' },
  ],
} satisfies Book;

test('deleting a used code names every use at once', () => {
  expect(planDeleteCode(book(rows), 'a')).toEqual({
    ok: false,
    refusal: { reason: 'code-in-use', args: { code: 'A', content: 2, paths: 1, steps: 1, records: 3 } },
    blockers: [
      { kind: 'course', sheet: 'content', rows: [0] },
      { kind: 'quiz', sheet: 'content', rows: [1] },
      { kind: 'path', sheet: 'paths', rows: [0] },
      { kind: 'step', sheet: 'paths', rows: [1] },
      { kind: 'record', sheet: 'records', rows: [0, 1, 2] },
    ],
  });
});

test('deleting an unused code takes its rows, each with the row above that stays', () => {
  expect(planDeleteCode(book(rows), 'free')).toEqual({
    ok: true,
    plan: {
      kind: 'deleteCode',
      edits: [],
      appends: [],
      removals: [
        { sheet: 'codes', row: 3, key: '#FREE', above: '#A' },
        { sheet: 'codes', row: 5, key: '#free', above: '#B' },
      ],
      formerCodes: [{ code: 'FREE', now: '' }],
      summary: { code: 'FREE', rows: 2 },
    },
  });
});

test('flagging writes 1 where no flag stands yet', () => {
  expect(planFlagRecords(book(rows), 'A')).toEqual({
    ok: true,
    plan: {
      kind: 'flag',
      edits: [
        { sheet: 'records', row: 2, field: 'delete', key: '#1', before: '', after: '1' },
        { sheet: 'records', row: 4, field: 'delete', key: '#3', before: 'maybe', after: '1' },
      ],
      appends: [],
      removals: [],
      summary: { code: 'A', records: 2 },
    },
  });
});

test.each([
  ['every record of this code is flagged already', 'A'],
  ['no record carries this code', 'B'],
])('with nothing to flag the refusal says why: %s', (why, code) => {
  const flagged = rows.records.map((row) => ({ ...row, delete: '1' }));
  expect(planFlagRecords(book({ ...rows, records: flagged }), code)).toEqual({
    ok: false,
    refusal: { reason: 'nothing-to-do', args: { what: `flag: ${why}` } },
  });
});

test('adding a free code is one new row', () => {
  expect(planAddCode(book(rows), { code: ' NEW ' })).toEqual({
    ok: true,
    judgement: { ok: true, code: 'NEW', warnings: [] },
    plan: {
      kind: 'addCode',
      edits: [],
      appends: [{ sheet: 'codes', values: { code: 'NEW', description: '' } }],
      removals: [],
      summary: { code: 'NEW' },
    },
  });
});

test('adding a former code with a reason takes every memory of it back', () => {
  expect(planAddCode(book(rows), { code: 'WAS', description: 'Again', reason: ' new course ' })).toEqual({
    ok: true,
    judgement: { ok: true, code: 'WAS', warnings: [], former: rows.formerCodes[1] },
    plan: {
      kind: 'addCode',
      edits: [],
      appends: [{ sheet: 'codes', values: { code: 'WAS', description: 'Again' } }],
      removals: [],
      revivedCodes: [
        { code: 'WAS', now: 'A' },
        { code: 'was', now: '' },
      ],
      summary: { code: 'WAS', reason: 'new course' },
    },
  });
});

test.each([
  ['a former code without a word why', { code: 'WAS' }, 'code-former', { code: 'was', now: '' }],
  [
    'a former code with a blank reason',
    { code: 'WAS', reason: ' ' },
    'code-former',
    { code: 'was', now: '' },
  ],
  ['a blank', { code: ' ' }, 'code-blank', {}],
  ['a live code', { code: 'free' }, 'code-taken', { code: 'FREE', row: 3 }],
  ['a control character', { code: 'A\u0000B' }, 'control-characters', { code: 'A\u0000B' }],
  ['more than 50,000 characters', { code: 'X'.repeat(50_001) }, 'too-long', {}],
  ['a description of more than 50,000', { code: 'N', description: 'x'.repeat(50_001) }, 'too-long', {}],
])('adding %s is refused', (_, asked, reason, args) => {
  expect(planAddCode(book(rows), asked)).toEqual({ ok: false, refusal: { reason, args } });
});

test('a description of 50,000 characters is added', () => {
  expect(planAddCode(book(rows), { code: 'N', description: 'x'.repeat(50_000) }).ok).toBe(true);
});

test('the newest memory of a former code counts', () => {
  expect(findFormer(book(rows), ' Was ')).toEqual(rows.formerCodes[1]);
  expect(findFormer(book(rows), 'A')).toBeUndefined();
});

test.each([
  [
    'itself',
    'A',
    { ok: false, code: 'A', refusal: { reason: 'code-same', args: { code: 'A' } }, warnings: [] },
  ],
  ['another writing', 'a', { ok: true, code: 'a', warnings: [] }],
  [
    'another code',
    'b',
    { ok: false, code: 'b', refusal: { reason: 'code-taken', args: { code: 'B', row: 4 } }, warnings: [] },
  ],
  ['the former code it came from', 'CAME', { ok: true, code: 'CAME', warnings: [] }],
  [
    'a former code of another',
    'X0',
    { ok: true, code: 'X0', warnings: [], former: { code: 'x0', now: 'B', when: '' } },
  ],
  [
    'a look-alike of a former code',
    'XO',
    { ok: true, code: 'XO', warnings: [{ kind: 'look-alike', code: 'x0', row: 0 }] },
  ],
])('renaming A to %s is judged', (_, to, judgement) => {
  const formerCodes = [
    { code: 'came', now: 'a', when: '' },
    { code: 'x0', now: 'B', when: '' },
  ];
  expect(judgeCode(book({ ...rows, formerCodes }), to, { from: 'A' })).toEqual(judgement);
});

const item = { from: 'OLD', to: 'NEW', type: 'Course', objectId: '1', title: 'One' };
test.each([
  ['', 'blank'],
  [' \u200b', 'blank'],
  ['old', 'open'],
  ['new', 'done'],
  ['NEWER', 'other'],
] as const)('a content that holds %j is %s', (written, said) => {
  expect(verdict(written, item)).toBe(said);
});

test.each([
  ['1', 'x', [0, 2]],
  [' 1 ', 'x', [0, 2]],
  ['', 'Two', [1, 2]],
  [' ', ' Two ', [1, 2]],
  ['2', 'Two', []],
  ['', 'None', []],
])('content of id %j and title %j is found again', (objectId, title, found) => {
  const content = [
    { type: 'Event', objectId: '1', title: 'One' },
    { type: 'training event', objectId: '', title: 'Two' },
    { type: 'Training Event', objectId: ' 1', title: 'Two ' },
    { type: 'Course', objectId: '1', title: 'Two' },
  ];
  expect(contentFinder(book({ content }))({ type: 'Training  Event', objectId, title })).toEqual(found);
});

test.each([
  [true, ['OLD', 'old', 'NEW'], [2, 3], 'NEW'],
  [false, ['new', 'NEW', 'OLD'], [2], 'OLD'],
  [true, ['NEW', '', 'X'], [], ''],
])('ticking (%s) content that stands in three rows', (done, codes, edited, after) => {
  const content = codes.map((code) => ({ type: 'Course', objectId: '1', title: 'One', code }));
  const planned = planTick(book({ codes: [{ code: 'NEW' }], content }), item, done);
  if (!planned.ok) throw new Error(planned.refusal.reason);
  expect(planned.plan).toEqual({
    kind: 'tick',
    edits: edited.map((row) => ({
      sheet: 'content',
      row,
      field: 'code',
      key: '#Course\u001f1',
      before: codes[row - 2],
      after,
    })),
    appends: [],
    removals: [],
    summary: { from: 'OLD', to: 'NEW', title: 'One', done: done ? 1 : 0 },
  });
});

test('messages to owners, whole', () => {
  const items = [
    { ...item, owner: ' Ann ', done: false },
    { ...item, owner: 'Bob', done: true },
    { ...item, owner: 'ANN', done: false, from: ' OLD ', title: ' ', objectId: ' 2 ' },
    { ...item, owner: 'ann', done: false, title: ' Two ' },
    { ...item, owner: '', done: false, type: ' ', objectId: '' },
  ];
  const ask = (what: string) => `please change the qualification code of ${what} in the LMS:`;
  expect(ownerMessages(items)).toEqual([
    {
      owner: 'Ann',
      open: 3,
      message: `Hello Ann,\n\n${ask('these 3 items')}\n\n- Course 1, One: OLD → NEW\n- Course 2: OLD → NEW\n- Course 1, Two: OLD → NEW\n\nThank you.`,
    },
    {
      owner: '',
      open: 1,
      message: `Hello,\n\n${ask('this item')}\n\n- Content, One: OLD → NEW\n\nThank you.`,
    },
  ]);
});
