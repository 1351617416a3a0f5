import type { JournalEntry, RemovedRow } from '../../src/domain/journal-entry.ts';
import type { Plan, RowAppend } from '../../src/domain/plan.ts';
import { rowKey } from '../../src/domain/row-key.ts';
import { planContinue, planUndo } from '../../src/domain/undo.ts';
import { book, type Rows } from './codes/book.ts';

/** The journal of a run that did this. */
const entryOf = (plan: Partial<Plan>, removed: readonly RemovedRow[] = []): JournalEntry => ({
  run: 'R1',
  when: '2026-03-01T10:00',
  plan: { kind: 'import', edits: [], appends: [], removals: [], summary: {}, ...plan },
  recordFields: [],
  removed,
});

const record = (recordId: string, more: object = {}) => ({ recordId, name: 'al', ...more });
const records = (...rows: Rows<'records'>) => book({ records: rows });

describe('two rows that are equal', () => {
  const twins = [record('1', { title: 'B' }), record('1', { title: 'B' })];
  const key = rowKey(records(...twins).records, 0, 'title');
  const edit = (row: number, before: string) =>
    ({ sheet: 'records', row, field: 'title', key, before, after: 'B' }) as const;

  test('are both put back, wherever they stand now, the last change first', () => {
    const entry = entryOf({ edits: [edit(2, 'A'), edit(3, 'C')] });
    const rows = (...now: Rows<'records'>) =>
      planUndo(records(...now), entry).plan.edits.map(({ row, after }) => [row, after]);
    expect(rows(record('8'), record('9'), ...twins)).toEqual([
      [4, 'C'],
      [5, 'A'],
    ]);
  });

  test('of which one stands as far above as the other below: the upper one is meant', () => {
    const entry = entryOf({ edits: [edit(3, 'A')] });
    const now = records(record('1', { title: 'B' }), record('9'), record('1', { title: 'B' }));
    expect(planUndo(now, entry).plan.edits.map(({ row }) => row)).toEqual([2]);
  });
});

describe('rows that a run added', () => {
  const undone = (appends: RowAppend[], now: Parameters<typeof book>[0]) =>
    planUndo(book(now), entryOf({ appends })).plan.removals.map(({ sheet, row }) => [sheet, row]);

  test('go again from every sheet, Used In or not', () => {
    const appends = [
      { sheet: 'codes', values: { code: 'FIRE', description: '' } },
      { sheet: 'content', values: { objectId: '1', code: 'FIRE' } },
    ] as const;
    const now = {
      codes: [{ code: 'LIFT' }, { code: 'FIRE', usedIn: '1 course' }],
      content: [{ objectId: '1', code: 'FIRE' }],
    };
    expect(undone([...appends], now)).toEqual([
      ['codes', 3],
      ['content', 2],
    ]);
  });

  test('are told whatever spaces stand around their texts, people’s own columns among them', () => {
    const { records: table, ...rest } = records(record('7', { title: 'A ' }), record('8', { name: ' bo' }));
    const cells = { ...table.cells, 'custom:Centre': [' 12', '13'] };
    const appends = [
      { sheet: 'records', values: { recordId: '7', name: 'al', title: ' A' }, custom: { Centre: '12 ' } },
      { sheet: 'records', values: { recordId: '8', name: 'bo ' }, custom: { Centre: ' 13' } },
    ] as const;
    const now = { ...rest, records: { ...table, cells } };
    expect(planUndo(now, entryOf({ appends })).plan.removals.map(({ row }) => row)).toEqual([2, 3]);
  });

  test('are told by the columns that still stand', () => {
    const { records: table, ...rest } = records(record('7'));
    const { title, ...cells } = table.cells;
    const appends = [{ sheet: 'records', values: { recordId: '7', name: 'al', title: 'A' } }] as const;
    const now = { ...rest, records: { ...table, cells } };
    expect(title).toEqual(['']);
    expect(planUndo(now, entryOf({ appends })).plan.removals).toHaveLength(1);
  });

  test('and of several equal ones the last, which is the one that was added', () => {
    const values = { recordId: '7', name: 'al' };
    const equal = [record('7'), record('9'), record('7')];
    expect(undone([{ sheet: 'records', values }], { records: equal })).toEqual([['records', 4]]);
    expect(
      undone(
        [
          { sheet: 'records', values },
          { sheet: 'records', values },
        ],
        { records: equal },
      ),
    ).toEqual([
      ['records', 4],
      ['records', 2],
    ]);
  });

  test('columns that were made for them go too', () => {
    expect(planUndo(book({}), entryOf({ newColumns: ['Centre'] })).plan.dropColumns).toEqual(['Centre']);
    expect(planUndo(book({}), entryOf({})).plan).not.toHaveProperty('dropColumns');
  });
});

describe('rows that a run removed', () => {
  const removed = (row: number, more: Partial<RemovedRow> = {}): RemovedRow => ({
    sheet: 'records',
    row,
    key: '#2',
    cells: { 'Record Id': '2', Name: 'al', Centre: '12' },
    ...more,
  });

  test('come back with the texts of our columns under our names, and with all under their own', () => {
    const { appends } = planUndo(book({}), entryOf({}, [removed(2)])).plan;
    expect(appends).toEqual([
      {
        sheet: 'records',
        values: { recordId: '2', name: 'al' },
        whole: { 'Record Id': '2', Name: 'al', Centre: '12' },
      },
    ]);
  });

  test('come back below the row they stood under, whichever was noted first', () => {
    const now = records(record('1'), record('1'), record('1'));
    const rows = [6, 4, 2].map((row) => removed(row, { above: row === 2 ? '' : '#1' }));
    expect(planUndo(now, entryOf({}, rows)).plan.appends.map(({ below }) => below)).toEqual([3, 2, 1]);
  });

  test('come back with values where formulas stood, and undo says how many', () => {
    const rows = [removed(2, { formulas: 2 }), removed(3), removed(4, { formulas: 1 })];
    expect(planUndo(book({}), entryOf({}, rows)).kept).toEqual([
      { sheet: 'records', row: 0, reason: 'formula-as-value', now: '3' },
    ]);
    expect(planUndo(book({}), entryOf({}, [removed(2)])).kept).toEqual([]);
  });

  test.each<[string, Plan['kind'], string, number]>([
    ['a deletion that was stopped left a flagged row where it stands', 'deleteFlagged', '1', 0],
    ['one that is not flagged is another’s with the same id', 'deleteFlagged', '', 1],
    ['any other run that was stopped left a row, flagged or not', 'fix', '', 0],
  ])('%s', (_, kind, flag, back) => {
    const now = records(record('2', { delete: flag }));
    const rows = [removed(2)];
    expect(planUndo(now, entryOf({ kind, removals: rows }, rows), false).plan.appends).toHaveLength(back);
  });

  test('of a run that was stopped only those come back that had left', () => {
    const now = records(record('2', { delete: '1' }));
    const rows = [removed(2), removed(3, { key: '#3', cells: { 'Record Id': '3' } })];
    const entry = entryOf({ kind: 'deleteFlagged', removals: rows }, rows);
    const { appends } = planUndo(now, entry, false).plan;
    expect(appends.map(({ values }) => values.recordId)).toEqual(['3']);
  });
});

test('a stopped deletion had taken the lower of two rows with one id: it comes back below the same row', () => {
  const rows = [record('1', { delete: '1' }), record('1'), record('1', { delete: '1', title: 'B' })];
  const key = '#1';
  const gone = (row: number, above: string): RemovedRow => ({
    ...{ sheet: 'records', row, key, above },
    cells: { 'Record Id': '1', Name: 'al', 'Delete?': '1', ...(row === 4 ? { Title: 'B' } : {}) },
  });
  const removed = [gone(2, ''), gone(4, key)];
  const entry = entryOf({ kind: 'deleteFlagged', removals: removed }, removed);
  const { appends } = planUndo(records(...rows.slice(0, 2)), entry, false).plan;
  expect(appends.map(({ values, below }) => [values.title, below])).toEqual([['B', 3]]);
});

describe('Continue', () => {
  test('tells new rows of two sheets apart that hold the same text', () => {
    const appends = [
      { sheet: 'codes' as const, values: { code: 'FIRE', description: '' } },
      { sheet: 'records' as const, values: { name: 'FIRE', title: '' } },
    ];
    const now = book({ codes: [{ code: 'FIRE' }] });
    expect(planContinue(now, entryOf({ appends })).plan.appends).toEqual([appends[1]]);
  });

  test('takes out each row that is left, wherever it stands, once', () => {
    const same = record('0', { delete: '1' });
    const key = rowKey(records(same).records, 0);
    const removals = [2, 3].map((row) => ({ sheet: 'records' as const, row, key, above: '' }));
    const now = records(record('8'), record('0'), same, record('9'), same);
    const goOn = planContinue(now, entryOf({ kind: 'deleteFlagged', removals }));
    expect(goOn.plan.removals).toEqual([
      { sheet: 'records', row: 4, key, above: '' },
      { sheet: 'records', row: 6, key, above: '' },
    ]);
    expect(goOn.kept).toEqual([]);
  });

  test('of a deletion takes out a row that somebody has edited since, too', () => {
    const image = { sheet: 'records' as const, row: 2, key: '#2', cells: { 'Record Id': '2', Name: 'al' } };
    const plan = { kind: 'deleteFlagged', removals: [image] } as const;
    const now = records(record('2', { delete: '1', otherInformation: 'mine' }));
    expect(planContinue(now, entryOf(plan, [image])).plan.removals).toHaveLength(1);
  });

  test('of an undo compares each row with its own copy, by the texts that people write', () => {
    const images = ['A', 'B'].map((code, i) => ({
      sheet: 'codes' as const,
      row: i + 2,
      key: `#${code}`,
      cells: { Code: code, 'Used In': 'nothing' },
    }));
    const plan = { kind: 'fix', removals: images, undoes: ['R0'] } as const;
    const now = book({ codes: [{ code: 'A', usedIn: '1 course', validForMonths: 12 }, { code: 'B' }] });
    expect(planContinue(now, entryOf(plan, images)).plan.removals.map(({ row }) => row)).toEqual([2, 3]);
  });

  test('adds what is left in the order of the run', () => {
    const appends = ['7', '8', '9'].map((recordId) => ({
      sheet: 'records' as const,
      values: { recordId, name: 'al' },
    }));
    const goOn = planContinue(records(record('8')), entryOf({ appends }));
    expect(goOn.plan.appends.map(({ values }) => values.recordId)).toEqual(['7', '9']);
  });

  test('leaves what somebody has written since, and names it', () => {
    const edit = { sheet: 'records', row: 2, field: 'title', key: '#1', before: 'A', after: 'B' } as const;
    const goOn = planContinue(records(record('1', { title: 'mine' })), entryOf({ edits: [edit] }));
    expect(goOn.plan.edits).toEqual([]);
    expect(goOn.kept).toEqual([
      { sheet: 'records', row: 2, field: 'title', reason: 'edited-since', now: 'mine' },
    ]);
  });
});

describe('undoing a rename takes back the ticks of its checklist', () => {
  const item = { from: 'OLD', to: 'NEW', type: 'Course', objectId: '1', title: 'Fire', owner: '', row: 2 };
  const course = (code: string, objectId = '1') => ({ type: 'Course', objectId, title: 'Fire', code });
  const unticked = (content: Rows<'content'>, checklist: Plan['checklist'] = [item]) =>
    planUndo(book({ content }), entryOf({ kind: 'rename', checklist })).plan.edits;

  test('content that was ticked gets its old code again', () => {
    expect(unticked([course('X', '9'), course('NEW')])).toEqual([
      { sheet: 'content', row: 3, field: 'code', key: '#Course\u001f1', before: 'NEW', after: 'OLD' },
    ]);
  });

  test.each<[string, Rows<'content'>]>([
    ['was not ticked', [course('OLD')]],
    ['carries another code by now', [course('OTHER')]],
    ['is gone', [course('NEW', '9')]],
  ])('content that %s is left alone', (_, content) => {
    expect(unticked(content)).toEqual([]);
  });

  test('content that stands twice goes back once for each item, and not where one row was never ticked', () => {
    const twice = [item, { ...item, row: 3 }];
    expect(unticked([course('NEW'), course('NEW')], twice).map(({ row }) => row)).toEqual([2, 3]);
    expect(unticked([course('NEW'), course('NEW')]).map(({ row }) => row)).toEqual([2]);
    expect(unticked([course('NEW'), course('OLD')])).toEqual([]);
  });
});
