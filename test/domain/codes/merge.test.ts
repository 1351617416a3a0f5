import { planMerge } from '../../../src/domain/codes/merge.ts';
import { applyToTables, type Book, book } from './book.ts';

const rows = {
  codes: [
    { code: 'A', description: 'a' },
    { code: 'B', description: 'b' },
    { code: 'a', description: 'again' },
  ],
  content: [
    { objectId: '1', type: 'Course', title: 'One', code: 'A' },
    { objectId: '2', type: 'Course', title: 'Two', code: 'B' },
  ],
  paths: [
    { pathId: 'P', step: '', code: 'C' },
    { pathId: 'P', step: '1', code: 'A' },
  ],
  records: [
    { recordId: '1', name: 'alex', code: 'A', completionDate: '2025-01-01' },
    { recordId: '2', name: 'Alex', code: 'B', completionDate: '2025-01-01' },
    { recordId: '3', name: 'sam', code: 'A', completionDate: '2025-01-01' },
    { recordId: '4', name: 'sam', code: 'B', completionDate: '2025-02-01' },
    { recordId: '5', name: 'kim', code: 'A', completionDate: '' },
    { recordId: '6', name: 'kim', code: 'B', completionDate: '' },
    { recordId: '7', name: 'lee', code: 'A', completionDate: '2025-01-01', delete: '1' },
    { recordId: '8', name: 'lee', code: 'B', completionDate: '2025-01-01' },
  ],
} satisfies Book;
const workbook = book(rows);

function merged(given: Parameters<typeof planMerge>[1], of = workbook) {
  const planned = planMerge(of, given);
  if (!planned.ok) throw new Error(planned.refusal.reason);
  return { ...planned, after: applyToTables(of, planned.plan) };
}

describe('a merge', () => {
  const plain = () => merged({ from: 'a', into: 'b' });

  test('takes the Codes rows of the old code away and writes the other into paths, steps and records', () => {
    const { after } = plain();
    expect(after.codes.cells.code).toEqual(['B']);
    expect(after.paths.cells.code).toEqual(['C', 'B']);
    expect(new Set(after.records.cells.code)).toEqual(new Set(['B']));
  });

  test('lists the content of the old code for changing by hand, and remembers the code', () => {
    const { plan, after } = plain();
    expect(plan.checklist?.map(({ objectId, from, to }) => [objectId, from, to])).toEqual([['1', 'A', 'B']]);
    expect(after.content.cells.code).toEqual(['A', 'B']);
    expect(plan.formerCodes).toEqual([{ code: 'A', now: 'B' }]);
  });

  test('names records doubled for one person and day; flagged and undated ones are none', () => {
    expect(plain().doubled).toEqual([{ person: 'alex', date: '2025-01-01', rows: [2, 3] }]);
  });

  test('keeps both unless told otherwise', () => {
    const { plan, after } = plain();
    expect(after.records.length).toBe(8);
    expect(plan.archive).toBe(false);
  });

  test.each([
    ['first', '1'],
    ['last', '2'],
  ] as const)('keeps the %s of doubled records and archives the other, unedited', (keep, stays) => {
    const kept = merged({ from: 'A', into: 'B', keep });
    expect(kept.after.records.cells.recordId).toEqual([stays, '3', '4', '5', '6', '7', '8']);
    expect(kept.plan.archive).toBe(true);
    const gone = kept.plan.removals.find(({ sheet }) => sheet === 'records')?.row;
    expect(kept.plan.edits.some(({ sheet, row }) => sheet === 'records' && row === gone)).toBe(false);
    expect(kept.forYou.records).toBe(keep === 'first' ? 4 : 3);
  });

  test.each([
    ['X', 'B', 'code-unknown'],
    ['A', 'X', 'code-unknown'],
    ['A', 'a', 'code-same'],
  ])('of %s into %s is refused: %s', (from, into, reason) => {
    expect(planMerge(workbook, { from, into })).toMatchObject({ refusal: { reason } });
  });

  test('is refused while either code is in an open rename', () => {
    for (const openRename of [
      { run: 'r', from: 'Z', to: 'A' },
      { run: 'r', from: 'Z', to: 'B' },
    ]) {
      const of = book({ ...rows, openRenames: [openRename] });
      expect(planMerge(of, { from: 'A', into: 'B' })).toMatchObject({
        refusal: { reason: 'code-in-open-rename' },
      });
    }
  });
});
