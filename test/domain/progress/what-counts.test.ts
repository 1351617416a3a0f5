import { expiryOf } from '../../../src/domain/progress/expiry.ts';
import { holdingsOf } from '../../../src/domain/progress/holdings.ts';
import { learningPaths } from '../../../src/domain/progress/learning-paths.ts';
import { pathProgress, planAddPathRecords } from '../../../src/domain/progress/path-progress.ts';
import { validityOf } from '../../../src/domain/progress/validity.ts';
import { type DeletedRecord, whyNot } from '../../../src/domain/progress/why-not.ts';
import { type Book, book, type Rows } from '../codes/book.ts';

const today = '2026-03-01';
const record = (name: string, code: string, completionDate: string | { iso: string } | number) => ({
  name,
  code,
  completionDate,
});
const holdings = (records: Rows<'records'>, asOf = today, over: Book = {}) =>
  holdingsOf(book({ ...over, records, today }), asOf);

describe('who holds a code', () => {
  test('people are named as first written, without outer spaces, in order of appearance', () => {
    const found = holdings([record(' Bo ', 'A', today), record('BO', 'B', today), record('al', 'A', today)]);
    expect(found.people).toEqual(['Bo', 'al']);
    expect(found.personAt.get('bo')).toBe(0);
    expect(found.personAt.get('al')).toBe(1);
  });

  test('a record without a name is nobody’s, and hides nobody else’s', () => {
    const found = holdings([record('', 'A', today), record(' ', 'A', today), record('al', 'A', today)]);
    expect(found.people).toEqual(['al']);
    expect([...found.holdersOf('A')]).toEqual([[0, 2]]);
    expect(found.dateAt(0)).toBe('');
    expect(found.dateAt(2)).toBe(today);
    expect(found.dateAt(99)).toBe('');
  });

  test('of several records the latest counts; of two on one day the first', () => {
    const records = [
      record('al', 'A', '2025-01-02'),
      record('al', 'a', '2025-01-03'),
      record('al', 'A', '2025-01-03'),
      record('al', 'A', '2024-12-31'),
    ];
    expect(holdings(records).recordOf(0, 'A')).toBe(1);
    expect(holdings(records, '2025-01-02').recordOf(0, 'A')).toBe(0);
    expect(holdings(records, '2020-01-01').recordOf(0, 'A')).toBe(-1);
  });

  test('a date cell counts by its day, whatever its time', () => {
    const found = holdings([record('al', 'A', { iso: `${today}T23:59:59` })]);
    expect(found.dateAt(0)).toBe(today);
  });

  test('a number is a name or code like any text', () => {
    const found = holdings([{ name: 7, code: 101, completionDate: today }]);
    expect(found.people).toEqual(['7']);
    expect(found.recordOf(0, '101')).toBe(0);
  });

  test('a code that nobody holds has no holders', () => {
    expect([...holdings([record('al', 'A', today)]).holdersOf('B')]).toEqual([]);
  });
});

describe('learning paths', () => {
  test('ids, steps and codes are read without outer spaces, rows without an id belong to none', () => {
    const paths = [
      { pathId: ' P ', step: ' ', title: 'Path', code: ' A ' },
      { pathId: 'P', step: ' 1 ', title: 'One', code: ' B ' },
      { pathId: ' ', step: '1', title: 'Nobody’s', code: 'C' },
    ];
    expect(learningPaths(book({ paths }))).toEqual([
      {
        pathId: 'P',
        title: 'Path',
        code: 'A',
        row: 2,
        steps: [{ step: '1', title: 'One', code: 'B', row: 3 }],
      },
    ]);
  });

  test('a step in which nothing is to be seen is the path itself, as everywhere', () => {
    const paths = [
      { pathId: 'P', step: '\u200b', title: 'T', code: 'Z' },
      { pathId: 'P', step: 1, code: 'A' },
    ];
    expect(learningPaths(book({ paths }))[0]).toMatchObject({
      title: 'T',
      code: 'Z',
      steps: [{ step: '1' }],
    });
  });

  test('a path whose own row is missing has no title and no code, and stands where its first step stands', () => {
    const paths = [{ pathId: 'P', step: '1', title: 'One', code: 'B' }];
    expect(learningPaths(book({ paths }))[0]).toMatchObject({ title: '', code: '', row: 2 });
  });
});

describe('validity', () => {
  test.each([
    ['12', 12],
    [' 6 ', 6],
    [3, 3],
    ['0', undefined],
    ['-1', undefined],
    ['1.5', undefined],
    ['', undefined],
    ['a year', undefined],
  ])('%j months', (validForMonths, months) => {
    const codes = [{ code: 'A', validForMonths }];
    expect(validityOf(book({ codes }), (code) => code.toLowerCase()).get('a')).toBe(months);
  });

  test('a row without a code says nothing', () => {
    const codes = [{ code: '', validForMonths: '12' }];
    expect(validityOf(book({ codes }), (code) => code).size).toBe(0);
  });
});

describe('expiry', () => {
  const codes = [
    { code: ' Beta ', validForMonths: '1' },
    { code: 'Alpha', validForMonths: '1' },
  ];
  const expiring = (records: Rows<'records'>, over: Book = {}) => {
    const workbook = book({ codes, ...over, records, today });
    return expiryOf(workbook, holdingsOf(workbook, today), today);
  };

  test('stands by last valid day, then person, then code, each code as the Codes sheet writes it', () => {
    const records = [
      record('zed', 'alpha', '2026-02-10'),
      record('bo', 'ALPHA', '2026-02-10'),
      record('bo', 'beta', '2026-02-10'),
      record('al', 'beta', '2026-02-09'),
    ];
    for (const each of [records, [...records].reverse()])
      expect(expiring(each).map(({ until, person, code }) => [until, person, code])).toEqual([
        ['2026-03-09', 'al', 'Beta'],
        ['2026-03-10', 'bo', 'Alpha'],
        ['2026-03-10', 'bo', 'Beta'],
        ['2026-03-10', 'zed', 'Alpha'],
      ]);
  });

  test('while a rename is open both its codes run out as the new one does', () => {
    const openRenames = [{ run: 'r', from: 'Old', to: 'Alpha' }];
    expect(expiring([record('al', 'Old', '2026-02-10')], { openRenames })).toMatchObject([
      { code: 'Alpha', record: 0, completed: '2026-02-10', within: 30 },
    ]);
  });
});

describe('progress as of a day', () => {
  const paths = [{ pathId: 'P', step: '1', code: 'A' }];
  const stateOn = (asOf: string) => {
    const codes = [{ code: 'A', validForMonths: '1' }];
    const workbook = book({ codes, paths, records: [record('al', 'A', '2026-01-15')], today });
    const [path] = learningPaths(workbook);
    return path && pathProgress(path, holdingsOf(workbook, asOf), asOf)[0]?.steps;
  };

  test('a record is expired from the day after its last valid one', () => {
    expect(stateOn('2026-02-15')).toEqual(['done']);
    expect(stateOn('2026-02-16')).toEqual(['expired']);
  });

  test('a path without a code of its own is lacking for nobody, and gets no records', () => {
    const workbook = book({
      paths: [{ pathId: 'P', step: '', title: 'Path', code: '' }, ...paths],
      records: [record('al', 'A', '2026-01-15')],
      today,
    });
    expect(planAddPathRecords(workbook, 'P')).toMatchObject({
      ok: false,
      refusal: { reason: 'nothing-to-do', args: { what: 'add: this path has no code of its own' } },
    });
    expect(planAddPathRecords(workbook, 'Q')).toMatchObject({
      refusal: { reason: 'no-such-path', args: { path: 'Q' } },
    });
  });

  test('records are added for a path, and nothing else', () => {
    const workbook = book({
      paths: [{ pathId: 'P', step: '', title: 'Path', code: 'P' }, ...paths],
      records: [record('al', 'A', '2026-01-15'), record('bo', 'B', '2026-01-15')],
      today,
    });
    expect(planAddPathRecords(workbook, 'P')).toMatchObject({
      plan: { kind: 'addRecords', edits: [], removals: [], summary: { path: 'Path', records: 1 } },
    });
    const records = [record('bo', 'B', '2026-01-15')];
    expect(planAddPathRecords({ ...workbook, records: book({ records }).records }, 'P')).toMatchObject({
      refusal: { args: { what: 'add: nobody who finished lacks this path\u2019s code' } },
    });
  });
});

describe('why a step is not done: the nearest miss comes first', () => {
  const [path] = learningPaths(book({ paths: [{ pathId: 'P', step: '1', title: 'One', code: 'A1' }] }));
  if (!path) throw new Error('no path');
  const formerCodes = [{ code: 'OLD', now: 'A1', when: '' }];
  const misses: readonly (readonly [string, Rows<'records'>[number]])[] = [
    ['flagged', { ...record('al', 'A1', '2025-01-01'), delete: '1' }],
    ['no-date', record('al', 'A1', '')],
    ['bad-date', record('al', 'A1', '2025-02-30')],
    ['future-date', record('al', 'A1', '2026-03-02')],
    ['old-code', record('al', 'OLD', '2025-01-01')],
    ['look-alike', record('al', 'Al', '2025-01-01')],
  ];
  const deleted: DeletedRecord[] = [{ name: 'al', code: 'A1', when: '2026-01-01T10:00' }];
  const why = (records: Rows<'records'>, gone: DeletedRecord[] = [], asOf = today) =>
    whyNot(book({ records, formerCodes, today }), path, 'AL', asOf, gone)[0];

  test.each(misses.map((miss, i) => [miss[0], i] as const))(
    '%s, before all that are less near',
    (reason, i) => {
      const rows = misses.slice(i).map(([, row]) => row);
      expect(why([...rows].reverse(), deleted)?.reason).toBe(reason);
    },
  );

  test('a deleted record, where there is nothing nearer', () => {
    expect(why([], deleted)?.reason).toBe('deleted');
    expect(why([], [{ name: 'al', code: 'B', when: '2026' }])?.reason).toBe('no-record');
    expect(why([], [{ name: 'bo', code: 'A1', when: '2026' }])?.reason).toBe('no-record');
  });

  test('of two deletions the later, whichever stands first', () => {
    const later = { name: 'al', code: 'a1', when: '2026-02-01T10:00' };
    for (const gone of [
      [...deleted, later],
      [later, ...deleted],
    ])
      expect(why([], gone)?.detail).toBe(later.when);
  });

  test('records without a code, of other people or of other codes are no near miss', () => {
    const records = [record('al', '', today), record('bo', 'A1', today), record('al', 'B', today)];
    expect(why(records)).toMatchObject({ reason: 'no-record', row: 0, detail: '' });
  });

  test('a code deleted for good, or renamed round in a circle, has become no other', () => {
    const round = [
      { code: 'X', now: 'Y', when: '' },
      { code: 'Y', now: 'X', when: '' },
      { code: 'GONE', now: '', when: '' },
    ];
    for (const code of ['X', 'GONE']) {
      const workbook = book({ records: [record('al', code, today)], formerCodes: round, today });
      expect(whyNot(workbook, path, 'al', today)[0]?.reason).toBe('no-record');
    }
  });

  test('a date to come is told from an impossible one, whatever stands around it', () => {
    expect(why([record('al', 'A1', ' 2026-03-02 ')])).toMatchObject({ detail: '2026-03-02' });
    expect(why([record('al', 'A1', 45_000)])).toMatchObject({ reason: 'bad-date' });
  });

  test('as of an earlier day a record of today is still to come', () => {
    expect(why([record('al', 'A1', today)], [], '2026-02-28')).toMatchObject({ reason: 'future-date' });
  });

  test('as of a day to come a date before that day and after today is still to come, and can be read', () => {
    const records = [record('al', 'A1', '2026-03-05')];
    expect(why(records, [], '2026-12-31')).toMatchObject({ reason: 'future-date', detail: '2026-03-05' });
  });

  test('a step without a code cannot be done', () => {
    const codeless = { ...path, steps: path.steps.map((step) => ({ ...step, code: ' ' })) };
    expect(whyNot(book({ today }), codeless, 'al', today)).toMatchObject([
      { state: 'todo', reason: 'no-code', row: 0, detail: '' },
    ]);
  });

  test('a done step tells the day, and the last day of its validity is a day of it', () => {
    const codes = [{ code: 'A1', validForMonths: '1' }];
    const records = [record('al', 'A1', '2026-01-15')];
    const on = (asOf: string) => whyNot(book({ codes, records, today }), path, 'al', asOf)[0];
    expect(on('2026-02-15')).toMatchObject({ state: 'done', detail: '2026-01-15' });
    expect(on('2026-02-16')).toMatchObject({ state: 'expired', detail: '2026-02-15' });
    const unlimited = whyNot(book({ records, today }), path, 'al', '2026-03-01')[0];
    expect(unlimited?.state).toBe('done');
  });
});
