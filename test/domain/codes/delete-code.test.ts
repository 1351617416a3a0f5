import { planDeleteCode, planFlagRecords, recordsOfCode } from '../../../src/domain/codes/delete-code.ts';
import { applyToTables, book } from './book.ts';

const used = book({
  codes: [{ code: 'A' }, { code: 'FREE' }, { code: 'free ' }],
  content: [
    { type: 'Quiz', objectId: '1', code: 'a' },
    { type: 'Course', objectId: '2', code: 'A' },
    { type: 'Event', objectId: '3', code: 'A' },
    { type: '?', objectId: '4', code: 'A' },
  ],
  paths: [
    { pathId: 'P', step: '', code: 'A' },
    { pathId: 'P', step: '1', code: ' A' },
  ],
  records: [{ code: 'A', delete: '1' }, { code: 'a' }, { code: 'B' }],
});

describe('deleting a code', () => {
  test('a used code cannot be deleted, and every blocker is named at once, ordered', () => {
    const planned = planDeleteCode(used, 'a');
    expect(planned).toMatchObject({
      ok: false,
      refusal: { reason: 'code-in-use', args: { code: 'A', content: 4, paths: 1, steps: 1, records: 2 } },
    });
    expect('blockers' in planned && planned.blockers).toEqual([
      { kind: 'course', sheet: 'content', rows: [1] },
      { kind: 'quiz', sheet: 'content', rows: [0] },
      { kind: 'trainingEvent', sheet: 'content', rows: [2] },
      { kind: 'otherContent', sheet: 'content', rows: [3] },
      { kind: 'path', sheet: 'paths', rows: [0] },
      { kind: 'step', sheet: 'paths', rows: [1] },
      { kind: 'record', sheet: 'records', rows: [0, 1] },
    ]);
  });

  test('an unused code goes with every row of it, and is remembered', () => {
    const planned = planDeleteCode(used, 'Free');
    if (!planned.ok) throw new Error(planned.refusal.reason);
    expect(applyToTables(used, planned.plan).codes.cells.code).toEqual(['A']);
    expect(planned.plan.formerCodes).toEqual([{ code: 'FREE', now: '' }]);
  });

  test('a flagged record still uses its code', () => {
    const of = book({ codes: [{ code: 'A' }], records: [{ code: 'A', delete: '1' }] });
    expect(planDeleteCode(of, 'A')).toMatchObject({ refusal: { reason: 'code-in-use' } });
  });

  test('content that still carries the old code of an open rename uses the new one', () => {
    const of = book({
      codes: [{ code: 'NEW' }],
      content: [{ type: 'Course', code: 'OLD' }],
      openRenames: [{ run: 'r', from: 'OLD', to: 'NEW' }],
    });
    expect(planDeleteCode(of, 'NEW')).toMatchObject({
      refusal: { reason: 'code-in-use', args: { content: 1 } },
    });
  });

  test('an unknown code is refused', () => {
    expect(planDeleteCode(used, 'B')).toMatchObject({ refusal: { reason: 'code-unknown' } });
  });
});

describe('flagging the records of a code', () => {
  test('flags those not flagged yet, and no others', () => {
    const planned = planFlagRecords(used, 'A');
    if (!planned.ok) throw new Error(planned.refusal.reason);
    expect(applyToTables(used, planned.plan).records.cells.delete).toEqual(['1', '1', '']);
    expect(planned.plan.edits).toHaveLength(1);
    expect(recordsOfCode(used, 'A')).toEqual([0, 1]);
  });

  test('with nothing left to flag it says so', () => {
    expect(planFlagRecords(used, 'FREE')).toMatchObject({ refusal: { reason: 'nothing-to-do' } });
  });
});
