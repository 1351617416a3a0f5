import { planRename } from '../../../src/domain/codes/rename.ts';
import { type Book, book } from './book.ts';

const rows = {
  codes: [{ code: 'FIRE', description: 'about FIRE' }, { code: 'LIFT' }],
  content: [
    { type: 'Course', objectId: '1', title: 'One', owner: 'ann', code: 'FIRE' },
    { type: 'Course', objectId: '2', title: 'Two', owner: 'bob', code: 'fire' },
  ],
  paths: [
    { pathId: 'P', step: '', code: 'Fire' },
    { pathId: ' P ', step: 1, code: 'FIRE' },
    { pathId: '', step: 1, code: 'FIRE' },
    { pathId: '', step: 1, code: 'FIRE' },
  ],
  records: [
    { recordId: '1', name: 'ann', code: 'FIRE' },
    { recordId: '2', name: 'Ann', code: 'fire' },
    { recordId: '3', name: 'cem', code: 'LIFT' },
  ],
} satisfies Book;

const edit = (sheet: string, row: number, key: unknown, before: string, after: string) => ({
  sheet,
  row,
  field: 'code',
  key,
  before,
  after,
});

test('a rename, whole: rows of a path that has no id are a path each', () => {
  const forYou = { codes: 1, paths: 1, steps: 3, records: 2 };
  const anyKey = expect.any(String);
  expect(planRename(book(rows), { from: 'fire', to: ' NEW ' })).toEqual({
    ok: true,
    judgement: { ok: true, code: 'NEW', warnings: [] },
    forYou,
    impact: { records: 2, people: 1, paths: 3 },
    mentions: { count: 1, places: [{ sheet: 'codes', row: 2, field: 'description', text: 'about FIRE' }] },
    plan: {
      kind: 'rename',
      edits: [
        edit('codes', 2, anyKey, 'FIRE', 'NEW'),
        edit('paths', 2, '#P\u001f', 'Fire', 'NEW'),
        edit('paths', 3, '#P\u001f1', 'FIRE', 'NEW'),
        edit('paths', 4, anyKey, 'FIRE', 'NEW'),
        edit('paths', 5, anyKey, 'FIRE', 'NEW'),
        edit('records', 2, '#1', 'FIRE', 'NEW'),
        edit('records', 3, '#2', 'fire', 'NEW'),
      ],
      appends: [],
      removals: [],
      formerCodes: [{ code: 'FIRE', now: 'NEW' }],
      checklist: [
        { from: 'FIRE', to: 'NEW', type: 'Course', objectId: '1', title: 'One', owner: 'ann', row: 2 },
        { from: 'fire', to: 'NEW', type: 'Course', objectId: '2', title: 'Two', owner: 'bob', row: 3 },
      ],
      summary: { from: 'FIRE', to: 'NEW', ...forYou, content: 2, people: 1 },
    },
  });
});

test('a rename to another writing changes only what is written otherwise, and leaves no former code', () => {
  const planned = planRename(book(rows), { from: 'FIRE', to: 'fire' });
  if (!planned.ok) throw new Error(planned.refusal.reason);
  expect(planned.plan.edits.map(({ sheet, row }) => [sheet, row])).toEqual([
    ['codes', 2],
    ['paths', 2],
    ['paths', 3],
    ['paths', 4],
    ['paths', 5],
    ['records', 2],
  ]);
  expect(planned.plan.checklist?.map(({ row }) => row)).toEqual([2]);
  expect(planned.plan).not.toHaveProperty('formerCodes');
  expect(planned.plan).not.toHaveProperty('revivedCodes');
});

test.each([
  ['', {}],
  ['  ', {}],
  [' moved here ', { reason: 'moved here' }],
])('the reason %j is kept without its spaces, a blank one not at all', (reason, kept) => {
  const planned = planRename(book(rows), { from: 'FIRE', to: 'NEW', reason });
  expect(planned.ok && planned.plan.formerCodes).toEqual([{ code: 'FIRE', now: 'NEW', ...kept }]);
});

test.each([
  ['the code itself', 'fire', { code: 'FIRE' }],
  ['the new code', 'new', { code: 'NEW' }],
])('a rename is refused while %s is in another open rename', (_, busy, args) => {
  const of = book({ ...rows, openRenames: [{ run: 'r', from: 'Z', to: busy }] });
  expect(planRename(of, { from: 'FIRE', to: 'NEW' })).toEqual({
    ok: false,
    refusal: { reason: 'code-in-open-rename', args },
  });
});
