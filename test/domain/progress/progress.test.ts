import { expiryOf } from '../../../src/domain/progress/expiry.ts';
import { holdingsOf } from '../../../src/domain/progress/holdings.ts';
import { learningPaths } from '../../../src/domain/progress/learning-paths.ts';
import { pathProgress, planAddPathRecords } from '../../../src/domain/progress/path-progress.ts';
import { type DeletedRecord, whyNot } from '../../../src/domain/progress/why-not.ts';
import type { Workbook } from '../../../src/domain/workbook.ts';
import { applyToTables, type Book, book, type Rows } from '../codes/book.ts';

const today = '2026-03-01';
const base = {
  codes: [{ code: 'ONE' }, { code: 'TWO' }, { code: 'PATH' }],
  paths: [
    { pathId: 'P', step: 2, title: 'Second', code: 'TWO' },
    { pathId: 'P', step: '', title: 'The path', code: 'PATH' },
    { pathId: 'P', step: '1', title: 'First', code: 'ONE' },
  ],
  today,
} satisfies Book;
const done = (name: string, code: string, completionDate: string | { iso: string } = '2025-06-01') => ({
  name,
  code,
  completionDate,
});
const withRecords = (records: Rows<'records'>, over: Book = {}) => book({ ...base, ...over, records });

function progressOf(workbook: Workbook, asOf = today) {
  const [path] = learningPaths(workbook);
  if (!path) throw new Error('no path');
  return pathProgress(path, holdingsOf(workbook, asOf), asOf);
}

function stateOf(records: Rows<'records'>, over: Book = {}, asOf = today) {
  return progressOf(withRecords(records, over), asOf)[0];
}

describe('learning paths', () => {
  test('steps stand in the order of their numbers, whatever the order of rows', () => {
    expect(learningPaths(book(base))).toEqual([
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
    ]);
  });

  test('ten comes after two, and a step whose number is none comes last', () => {
    const paths = ['10', 'x', '2'].map((step) => ({ pathId: 'P', step, code: 'A' }));
    expect(learningPaths(book({ paths }))[0]?.steps.map(({ step }) => step)).toEqual(['2', '10', 'x']);
  });

  test('steps without their path row still make a path, without a code', () => {
    expect(learningPaths(book({ paths: [{ pathId: 'Q', step: 1, code: 'A' }] }))[0]).toMatchObject({
      pathId: 'Q',
      code: '',
    });
  });
});

describe('progress', () => {
  test('everybody named in Records is on every path', () => {
    const found = progressOf(withRecords([done('alex', 'ONE'), { name: 'sam' }, done('kim', 'OTHER')]));
    expect(found.map(({ name, state }) => [name, state])).toEqual([
      ['alex', 'inProgress'],
      ['sam', 'notStarted'],
      ['kim', 'notStarted'],
    ]);
  });

  test('whoever has a record of the path’s own code does not lack it, wherever it stands', () => {
    const records = [done('a', 'PATH'), done('a', 'ONE'), done('a', 'TWO')];
    expect(stateOf(records)).toMatchObject({ state: 'finished', lacksPathCode: false });
    expect(stateOf(records.slice(1))).toMatchObject({ state: 'finished', lacksPathCode: true });
  });

  test('finished is every step done, whatever the path’s own record says', () => {
    expect(stateOf([done('a', 'ONE'), done('a', 'TWO')])).toEqual({
      name: 'a',
      state: 'finished',
      steps: ['done', 'done'],
      done: 2,
      lacksPathCode: true,
    });
    expect(stateOf([done('a', 'PATH')])).toMatchObject({ state: 'notStarted', lacksPathCode: false });
    expect(stateOf([done('a', 'ONE'), done('a', 'TWO'), done('a', 'path')])?.lacksPathCode).toBe(false);
  });

  test.each(['1', 1, true, 'TRUE'])('a record flagged for deletion (%j) counts for none', (flag) => {
    expect(stateOf([{ ...done('a', 'ONE'), delete: flag }])?.state).toBe('notStarted');
  });

  test.each(['', '2026-03-02', '2025-02-30', 'soon'])('a record dated %j counts for none', (date) => {
    expect(stateOf([done('a', 'ONE', date)])?.state).toBe('notStarted');
  });

  test('a record of today counts, and so does a cell that Sheets turned into a date', () => {
    expect(stateOf([done('a', 'ONE', today)])?.done).toBe(1);
    expect(stateOf([done('a', 'ONE', { iso: '2025-06-01' })])?.done).toBe(1);
  });

  test.each(['one', ' ONE ', 'ＯＮＥ', 'O\u200bNE'])('another writing of the code counts: %j', (code) => {
    expect(stateOf([done('a', code)])?.steps).toEqual(['done', 'todo']);
  });

  test('names are one person whatever their case and outer spaces', () => {
    expect(progressOf(withRecords([done('Alex ', 'ONE'), done('alex', 'TWO')]))).toMatchObject([
      { name: 'Alex', state: 'finished' },
    ]);
  });

  test('while a rename is open both codes count; afterwards the old one does not', () => {
    const formerCodes = [{ code: 'OLD', now: 'ONE', when: '' }];
    const openRenames = [{ run: 'r', from: 'OLD', to: 'ONE' }];
    expect(stateOf([done('a', 'OLD')], { formerCodes, openRenames })?.done).toBe(1);
    expect(stateOf([done('a', 'OLD')], { formerCodes })?.done).toBe(0);
  });

  test('a step without a code is done by nobody, a path without steps finished by nobody', () => {
    const paths = [
      { pathId: 'P', step: '', code: 'PATH' },
      { pathId: 'P', step: 1, code: '' },
    ];
    expect(stateOf([done('a', ''), done('a', 'PATH')], { paths })?.state).toBe('notStarted');
    expect(stateOf([done('a', 'PATH')], { paths: paths.slice(0, 1) })?.state).toBe('notStarted');
  });

  test('as of a day only what was completed by then counts, and no day to come makes a future date count', () => {
    const records = [done('a', 'ONE', '2025-06-01'), done('a', 'TWO', '2025-07-01')];
    expect(stateOf(records, {}, '2025-06-30')?.steps).toEqual(['done', 'todo']);
    expect(stateOf([done('a', 'ONE', '2026-04-01')], {}, '2027-01-01')?.done).toBe(0);
  });
});

describe('expiry', () => {
  const codes = [
    { code: 'ONE', validForMonths: 1 },
    { code: 'TWO', validForMonths: '12' },
    { code: 'PATH', validForMonths: 'x' },
  ];
  const until = (record: ReturnType<typeof done>, day = today) => {
    const workbook = withRecords([record], { codes, today: day });
    return expiryOf(workbook, holdingsOf(workbook, day), day).map((each) => [each.until, each.within]);
  };

  test('is from the day after the same day N months on', () => {
    expect(until(done('a', 'ONE', '2026-02-01'))).toEqual([['2026-03-01', 30]]);
    expect(until(done('a', 'ONE', '2026-01-31'))).toEqual([['2026-02-28', 0]]);
    expect(until(done('a', 'TWO', '2024-02-29'), '2025-02-28')).toEqual([['2025-02-28', 30]]);
    expect(until(done('a', 'TWO', '2024-02-29'), '2025-03-01')).toEqual([['2025-02-28', 0]]);
  });

  test.each([
    ['2025-03-31', 30],
    ['2025-04-01', 60],
    ['2025-04-30', 60],
    ['2025-05-01', 90],
    ['2025-05-30', 90],
  ])('a record of %s runs out within %d days, the last day included', (date, within) => {
    expect(until(done('a', 'TWO', date))[0]?.[1]).toBe(within);
  });

  test('later than 90 days is no matter yet, and a code without whole months never runs out', () => {
    expect(until(done('a', 'TWO', '2025-05-31'))).toEqual([]);
    expect(until(done('a', 'PATH', '2000-01-01'))).toEqual([]);
  });

  test('the latest of several records counts, in the sheet’s order or not', () => {
    const records = [done('a', 'TWO', '2025-12-01'), done('A', 'two', '2020-01-01')];
    for (const each of [records, [...records].reverse()]) {
      const workbook = withRecords(each, { codes });
      expect(expiryOf(workbook, holdingsOf(workbook, today), today)).toEqual([]);
    }
  });

  test('an expired record still counts as done and is shown as expired', () => {
    expect(stateOf([done('a', 'ONE'), done('a', 'TWO')], { codes })).toMatchObject({
      state: 'finished',
      steps: ['expired', 'done'],
      done: 2,
    });
  });

  test('without the column nothing runs out', () => {
    const workbook = withRecords([done('a', 'ONE', '2000-01-01')]);
    const { validForMonths: _, ...cells } = workbook.codes.cells;
    const without = { ...workbook, codes: { ...workbook.codes, cells } };
    expect(expiryOf(without, holdingsOf(without, today), today)).toEqual([]);
  });
});

describe('why not complete?', () => {
  const why = (records: Rows<'records'>, over: Book = {}, deleted: DeletedRecord[] = []) => {
    const workbook = withRecords(records, over);
    const [path] = learningPaths(workbook);
    return path ? whyNot(workbook, path, ' A', today, deleted)[0] : undefined;
  };
  const formerCodes = [
    { code: 'OLDER', now: 'OLD', when: '' },
    { code: 'OLD', now: 'ONE', when: '' },
  ];

  test('a done step names the record that counts and its date', () => {
    expect(why([done('b', 'ONE'), done('a', 'ONE')])).toEqual({
      step: '1',
      title: 'First',
      code: 'ONE',
      state: 'done',
      reason: 'done',
      row: 3,
      detail: '2025-06-01',
    });
  });

  test.each([
    [
      'other case: it counts, but the LMS may not take it',
      [done('a', 'one')],
      'done',
      'other-spelling',
      2,
      'one',
    ],
    ['flagged for deletion', [{ ...done('a', 'ONE'), delete: '1' }], 'todo', 'flagged', 2, ''],
    ['no date', [done('a', 'ONE', '')], 'todo', 'no-date', 2, ''],
    ['an impossible date', [done('a', 'ONE', '2025-02-30')], 'todo', 'bad-date', 2, '2025-02-30'],
    ['a date to come', [done('a', 'ONE', '2026-03-02')], 'todo', 'future-date', 2, '2026-03-02'],
    ['an old code', [done('a', 'OLD')], 'todo', 'old-code', 2, 'OLD'],
    ['an old code of an old code', [done('a', 'older')], 'todo', 'old-code', 2, 'older'],
    ['a look-alike', [done('a', '0NE')], 'todo', 'look-alike', 2, '0NE'],
    ['nothing', [done('b', 'ONE'), { name: 'a' }], 'todo', 'no-record', 0, ''],
    ['the nearest of several', [done('a', 'OLD'), done('a', 'ONE', '')], 'todo', 'no-date', 3, ''],
  ] as const)('%s', (_, records, state, reason, row, detail) => {
    expect(why(records, { formerCodes })).toMatchObject({ state, reason, row, detail });
  });

  test('a deleted record, with the day of its last deletion', () => {
    const deleted = [
      { name: 'a', code: 'one', when: '2026-01-01T09:00' },
      { name: 'A', code: 'ONE', when: '2026-02-01T09:00' },
      { name: 'b', code: 'ONE', when: '2026-02-09T09:00' },
    ];
    expect(why([], {}, deleted)).toMatchObject({ reason: 'deleted', row: 0, detail: '2026-02-01T09:00' });
  });

  test('an expired record, with its last valid day', () => {
    const codes = [{ code: 'ONE', validForMonths: 3 }];
    expect(why([done('a', 'ONE')], { codes })).toMatchObject({
      state: 'expired',
      reason: 'expired',
      detail: '2025-09-01',
    });
  });

  test('the old code of an open rename counts as it is', () => {
    const openRenames = [{ run: 'r', from: 'OLD', to: 'ONE' }];
    expect(why([done('a', 'OLD')], { formerCodes, openRenames })).toMatchObject({
      state: 'done',
      reason: 'done',
    });
  });

  test('a step without a code says so', () => {
    const paths = [{ pathId: 'P', step: 1, code: ' ' }];
    expect(why([done('a', 'ONE')], { paths })).toMatchObject({ state: 'todo', reason: 'no-code' });
  });
});

describe('adding the records of a path', () => {
  const records = [
    done('a', 'ONE', '2025-06-01'),
    done('a', 'TWO', '2025-09-01'),
    done('a', 'ONE', '2025-10-01'),
    done('b', 'ONE'),
  ];

  test('adds a Learning Path record, new to the LMS, dated by the last step, for whoever finished without one', () => {
    const workbook = withRecords(records);
    const planned = planAddPathRecords(workbook, ' P');
    if (!planned.ok) throw new Error(planned.refusal.reason);
    expect(planned.plan.appends).toEqual([
      {
        sheet: 'records',
        values: {
          recordId: '0',
          name: 'a',
          recordType: 'Learning Path',
          objectId: 'P',
          title: 'The path',
          completionDate: '2025-10-01',
          code: 'PATH',
        },
      },
    ]);
    const after = applyToTables(workbook, planned.plan);
    expect(progressOf(after).some(({ lacksPathCode }) => lacksPathCode)).toBe(false);
    expect(planAddPathRecords(after, 'P')).toMatchObject({ refusal: { reason: 'nothing-to-do' } });
  });

  test('an unknown path is refused, and so is one without a code of its own', () => {
    expect(planAddPathRecords(withRecords(records), 'Q')).toMatchObject({
      refusal: { reason: 'no-such-path' },
    });
    const paths = base.paths.filter(({ step }) => step !== '');
    expect(planAddPathRecords(withRecords(records, { paths }), 'P')).toMatchObject({
      refusal: { reason: 'nothing-to-do' },
    });
  });
});
