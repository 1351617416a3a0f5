import { planAddCode } from '../../../src/domain/codes/add-code.ts';
import { judgeCode } from '../../../src/domain/codes/judge-code.ts';
import { applyToTables, book } from './book.ts';

const add = {};
const former = [{ code: 'OLD-01', now: 'FIRE-01', when: '2026-01-01T09:00' }];
const standing = book({ codes: [{ code: 'FIRE-01' }, { code: 'LIFT 02' }], formerCodes: former });

describe('a code as typed', () => {
  test('a free code is right, without outer spaces', () => {
    expect(judgeCode(standing, '  NEW-1A ', add)).toEqual({ ok: true, code: 'NEW-1A', warnings: [] });
  });

  test.each([
    ['', 'code-blank'],
    [' \u200b ', 'code-blank'],
    ['A\u0007B', 'control-characters'],
    ['A\nB', 'control-characters'],
    ['X'.repeat(50_001), 'too-long'],
  ])('%j is refused', (typed, reason) => {
    expect(judgeCode(standing, typed, add).refusal?.reason).toBe(reason);
  });

  test('50,000 characters are not too long', () => {
    expect(judgeCode(standing, 'X'.repeat(50_000), add).ok).toBe(true);
  });

  test.each(['fire-01', 'ＦＩＲＥ-01', 'FI\u200bRE-01', ' FIRE-01 '])(
    'another writing of a live code is taken: %j',
    (typed) => {
      expect(judgeCode(standing, typed, add).refusal).toEqual({
        reason: 'code-taken',
        args: { code: 'FIRE-01', row: 2 },
      });
    },
  );

  test('a look-alike of a live code warns and does not block', () => {
    const { ok, warnings } = judgeCode(standing, 'F1RE-O1', add);
    expect(ok).toBe(true);
    expect(warnings).toEqual([{ kind: 'look-alike', code: 'FIRE-01', row: 2 }]);
  });

  test('a look-alike of a former code warns too', () => {
    expect(judgeCode(standing, 'OLD-O1', add).warnings).toEqual([
      { kind: 'look-alike', code: 'OLD-01', row: 0 },
    ]);
  });

  test('a code that a spreadsheet would change warns with the reason', () => {
    expect(judgeCode(standing, '0012', add).warnings).toEqual([{ kind: 'unsafe', because: 'leading-zeros' }]);
  });

  test('inner characters that do not count are pointed out', () => {
    expect(judgeCode(standing, 'A\u200bB', add).warnings).toEqual([{ kind: 'odd-characters', as: 'ab' }]);
    expect(judgeCode(standing, 'A  B', add).warnings).toEqual([{ kind: 'odd-characters', as: 'a b' }]);
    expect(judgeCode(standing, 'Prüfung-A', add).warnings).toEqual([]);
    expect(judgeCode(standing, 'Maß-A', add).warnings).toEqual([]);
  });

  test('a former code says so', () => {
    expect(judgeCode(standing, 'old-01', add).former).toEqual(former[0]);
  });

  test('a code of an open rename is refused', () => {
    const open = book({
      codes: [{ code: 'B' }],
      formerCodes: [{ code: 'A', now: 'B', when: '' }],
      openRenames: [{ run: 'r', from: 'A', to: 'B' }],
    });
    expect(judgeCode(open, 'a', add).refusal?.reason).toBe('code-in-open-rename');
  });
});

describe('a new name for a code', () => {
  const rename = { from: 'FIRE-01' } as const;

  test('the identical writing is refused, another writing is free', () => {
    expect(judgeCode(standing, 'FIRE-01', rename).refusal?.reason).toBe('code-same');
    expect(judgeCode(standing, 'fire-01', rename)).toEqual({ ok: true, code: 'fire-01', warnings: [] });
  });

  test('one of two writings in the sheet is free: it makes them one', () => {
    const twice = book({ codes: [{ code: 'FIRE-01' }, { code: 'fire-01' }] });
    expect(judgeCode(twice, 'FIRE-01', rename)).toEqual({ ok: true, code: 'FIRE-01', warnings: [] });
    const same = book({ codes: [{ code: 'FIRE-01' }, { code: 'FIRE-01' }] });
    expect(judgeCode(same, 'FIRE-01', rename).refusal?.reason).toBe('code-same');
  });

  test('another writing takes no former code back, whatever the code was before', () => {
    const before = [{ code: 'FIRE-01', now: 'LIFT 02', when: '' }];
    const back = book({ codes: [{ code: 'FIRE-01' }], formerCodes: before });
    expect(judgeCode(back, 'fire-01', rename)).toEqual({ ok: true, code: 'fire-01', warnings: [] });
  });

  test('another live code is taken', () => {
    expect(judgeCode(standing, 'lift 02', rename).refusal).toEqual({
      reason: 'code-taken',
      args: { code: 'LIFT 02', row: 3 },
    });
  });

  test('a look-alike of the code itself is no warning: the code goes away', () => {
    expect(judgeCode(standing, 'F1RE-01', rename).warnings).toEqual([]);
  });

  test('the name the code had before is no use for something else', () => {
    expect(judgeCode(standing, 'OLD-01', rename).former).toBeUndefined();
    expect(judgeCode(standing, 'OLD-01', { from: 'LIFT 02' }).former).toEqual(former[0]);
  });
});

describe('adding a code', () => {
  test('it goes below the last one as typed, with its description', () => {
    const planned = planAddCode(standing, { code: ' NEW-1A', description: 'New' });
    expect(planned.ok && planned.plan).toMatchObject({
      kind: 'addCode',
      edits: [],
      removals: [],
      appends: [{ sheet: 'codes', values: { code: 'NEW-1A', description: 'New' } }],
    });
  });

  test('a former code without a reason is refused, and a blank reason is none', () => {
    for (const reason of ['', '  ']) {
      expect(planAddCode(standing, { code: 'OLD-01', reason })).toEqual({
        ok: false,
        refusal: { reason: 'code-former', args: { code: 'OLD-01', now: 'FIRE-01' } },
      });
    }
  });

  test('with a reason a former code comes back and is former no more', () => {
    const planned = planAddCode(standing, { code: 'old-01', reason: 'new course' });
    if (!planned.ok) throw new Error(planned.refusal.reason);
    expect(planned.plan.revivedCodes).toEqual([{ code: 'OLD-01', now: 'FIRE-01' }]);
    expect(applyToTables(standing, planned.plan).formerCodes).toEqual([]);
  });

  test('a missing or doubled Code heading is refused with its name', () => {
    const without = {
      ...standing,
      codes: { ...standing.codes, headingProblems: [{ kind: 'missing', heading: 'Code' } as const] },
    };
    expect(planAddCode(without, { code: 'A' })).toEqual({
      ok: false,
      refusal: { reason: 'heading-missing', args: { sheet: 'Codes', heading: 'Code' } },
    });
    const noSheet = { ...standing, codes: { ...standing.codes, exists: false } };
    expect(planAddCode(noSheet, { code: 'A' })).toEqual({
      ok: false,
      refusal: { reason: 'sheet-missing', args: { sheet: 'Codes' } },
    });
  });
});
