import { planMerge } from '../../../src/domain/codes/merge.ts';
import { type Book, book } from './book.ts';

const rows = {
  codes: [
    { code: 'KEEP', description: 'stays' },
    { code: 'OLD', description: 'goes' },
    { code: 'old', description: 'goes too' },
  ],
  content: [
    { type: 'Quiz', objectId: '7', title: 'By hand', owner: 'ann', code: 'old' },
    { type: 'Course', objectId: '8', title: 'Right', code: 'KEEP' },
  ],
  paths: [
    { pathId: 'P', step: '', title: 'OLD path', code: 'OLD' },
    { pathId: 'P', step: '1', code: 'Old' },
  ],
  records: [
    { recordId: '1', name: ' Ann', code: 'OLD', completionDate: '2025-01-01' },
    { recordId: '2', name: 'ann', code: 'KEEP', completionDate: '2025-01-01' },
    { recordId: '3', name: 'ANN ', code: 'keep', completionDate: { iso: '2025-01-01' } },
    { recordId: '4', name: 'bob', code: 'OLD', completionDate: '2025-01-01' },
    { recordId: '5', name: 'bob', code: 'OLD', completionDate: '2025-01-01' },
    { recordId: '6', name: '', code: 'OLD', completionDate: '2025-01-01' },
    { recordId: '7', name: '', code: 'KEEP', completionDate: '2025-01-01' },
    { recordId: '8', name: 'cem', code: 'OLD', completionDate: 'soon' },
    { recordId: '9', name: 'cem', code: 'KEEP', completionDate: 'soon' },
    { recordId: '10', name: 'dee', code: 'KEEP', completionDate: '2025-01-02', delete: true },
    { recordId: '11', name: 'dee', code: 'OLD', completionDate: '2025-01-02' },
  ],
} satisfies Book;

const edit = (row: number, key: string, before: string, sheet: 'paths' | 'records' = 'records') => ({
  sheet,
  row,
  field: 'code',
  key,
  before,
  after: 'KEEP',
});
const codesGone = [
  { sheet: 'codes', row: 3, key: '#OLD', above: '#KEEP' },
  { sheet: 'codes', row: 4, key: '#old', above: '#KEEP' },
];

test.each([
  ['both', [], [2, 5, 6, 7, 9, 12]],
  [
    'first',
    [
      { sheet: 'records', row: 3, key: '#2', above: '#1' },
      { sheet: 'records', row: 4, key: '#3', above: '#1' },
    ],
    [2, 5, 6, 7, 9, 12],
  ],
  [
    'last',
    [
      { sheet: 'records', row: 2, key: '#1', above: '' },
      { sheet: 'records', row: 3, key: '#2', above: '' },
    ],
    [5, 6, 7, 9, 12],
  ],
] as const)('a merge that keeps %s of doubled records, whole', (keep, gone, edited) => {
  const forYou = { codes: 2, paths: 1, steps: 1, records: edited.length };
  expect(planMerge(book(rows), { from: ' old', into: 'keep', keep })).toEqual({
    ok: true,
    doubled: [{ person: 'Ann', date: '2025-01-01', rows: [2, 3, 4] }],
    forYou,
    impact: { records: 6, people: 4, paths: 1 },
    mentions: { count: 1, places: [{ sheet: 'paths', row: 2, field: 'title', text: 'OLD path' }] },
    plan: {
      kind: 'merge',
      edits: [
        edit(2, '#P\u001f', 'OLD', 'paths'),
        edit(3, '#P\u001f1', 'Old', 'paths'),
        ...edited.map((row) => edit(row, `#${row - 1}`, 'OLD')),
      ],
      appends: [],
      removals: [...codesGone, ...gone],
      formerCodes: [{ code: 'OLD', now: 'KEEP' }],
      checklist: [
        { from: 'old', to: 'KEEP', type: 'Quiz', objectId: '7', title: 'By hand', owner: 'ann', row: 2 },
      ],
      archive: gone.length > 0,
      summary: { from: 'OLD', to: 'KEEP', ...forYou, content: 1, people: 4, removed: gone.length },
    },
  });
});

test.each([
  ['first', [4, 5]],
  ['last', [2, 3]],
] as const)(
  'doubled records of several people, found in any order, go in the order of the sheet: %s',
  (keep, gone) => {
    const record = (name: string, code: string) => ({ name, code, completionDate: '2025-01-01' });
    const of = book({
      codes: rows.codes,
      records: [record('bob', 'KEEP'), record('ann', 'KEEP'), record('ann', 'OLD'), record('bob', 'OLD')],
    });
    const planned = planMerge(of, { from: 'OLD', into: 'KEEP', keep });
    if (!planned.ok) throw new Error(planned.refusal.reason);
    expect(planned.doubled).toEqual([
      { person: 'ann', date: '2025-01-01', rows: [3, 4] },
      { person: 'bob', date: '2025-01-01', rows: [2, 5] },
    ]);
    const records = planned.plan.removals.filter(({ sheet }) => sheet === 'records');
    expect(records.map(({ row }) => row)).toEqual(gone);
  },
);

test('without a word both are kept', () => {
  const asked = { from: 'OLD', into: 'KEEP' };
  expect(planMerge(book(rows), asked)).toEqual(planMerge(book(rows), { ...asked, keep: 'both' }));
});

const formula = { row: 5, field: 'code', formula: '=A1' } as const;
test.each([
  ['a code that is blank', book(rows), { from: ' ', into: 'KEEP' }, 'code-blank', {}],
  ['into a code that is blank', book(rows), { from: 'OLD', into: '' }, 'code-blank', {}],
  ['an unknown code', book(rows), { from: 'NO', into: 'KEEP' }, 'code-unknown', { code: 'NO' }],
  ['into an unknown code', book(rows), { from: 'OLD', into: 'NO' }, 'code-unknown', { code: 'NO' }],
  ['a code into itself', book(rows), { from: 'OLD', into: 'old' }, 'code-same', { code: 'OLD' }],
  [
    'a code of an open rename',
    book({ ...rows, openRenames: [{ run: 'r', from: 'Z', to: 'old' }] }),
    { from: 'OLD', into: 'KEEP' },
    'code-in-open-rename',
    { code: 'OLD' },
  ],
  [
    'into a code of an open rename',
    book({ ...rows, openRenames: [{ run: 'r', from: 'keep', to: 'Z' }] }),
    { from: 'OLD', into: 'KEEP' },
    'code-in-open-rename',
    { code: 'KEEP' },
  ],
  [
    'over a formula',
    { ...book(rows), records: { ...book(rows).records, formulas: [formula] } },
    { from: 'OLD', into: 'KEEP' },
    'formula-in-the-way',
    { sheet: 'Records', row: 5 },
  ],
])('a merge of %s is refused', (_, workbook, asked, reason, args) => {
  expect(planMerge(workbook, asked)).toEqual({ ok: false, refusal: { reason, args } });
});
