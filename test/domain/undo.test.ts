import type { JournalEntry } from '../../src/domain/journal-entry.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { rowKey } from '../../src/domain/row-key.ts';
import { withTwins } from '../../src/domain/row-twins.ts';
import { planContinue, planUndo } from '../../src/domain/undo.ts';
import type { Workbook } from '../../src/domain/workbook.ts';
import { book, type Rows } from './codes/book.ts';

const record = (recordId: string, name: string, more: object = {}) => ({ recordId, name, ...more });
const plan = (more: Partial<Plan>): Plan => ({
  kind: 'import',
  edits: [],
  appends: [],
  removals: [],
  summary: {},
  ...more,
});

/** What the journal keeps of a plan made on these records. */
function entryOf(records: Rows<'records'>, made: Plan, removed: JournalEntry['removed'] = []): JournalEntry {
  const before = book({ records });
  return {
    run: 'R1',
    when: '2026-03-01T10:00',
    plan: withTwins(before, made, removed),
    recordFields: Object.keys(before.records.cells),
    removed,
  };
}

/** Data row `index` of these records gets a new text in one field. */
function edit(records: Rows<'records'>, index: number, field: string, before: string, after: string) {
  const key = rowKey(book({ records }).records, index, field);
  return { sheet: 'records' as const, row: index + 2, field, key, before, after };
}

const rowsOf = (workbook: Workbook, entry: JournalEntry, finished = true) =>
  planUndo(workbook, entry, finished).plan.edits.map(({ row, before, after }) => [row, before, after]);

describe('undo puts a cell back in the row it was changed in', () => {
  const was = [record('1', 'al', { title: 'A' }), record('2', 'bo', { title: 'A' })];
  const entry = entryOf(was, plan({ edits: [edit(was, 1, 'title', 'A', 'B')] }));

  test('wherever the row stands now', () => {
    const now = [record('2', 'bo', { title: 'B' }), record('9', 'cy'), record('1', 'al', { title: 'A' })];
    expect(rowsOf(book({ records: now }), entry)).toEqual([[2, 'B', 'A']]);
  });

  test('never over what somebody has written since, and says so', () => {
    const now = [record('1', 'al', { title: 'A' }), record('2', 'bo', { title: 'C' })];
    const { plan: back, kept } = planUndo(book({ records: now }), entry);
    expect(back.edits).toEqual([]);
    expect(kept).toEqual([{ sheet: 'records', row: 3, field: 'title', reason: 'edited-since', now: 'C' }]);
  });

  test('and names a row that is gone', () => {
    const { plan: back, kept } = planUndo(book({ records: [record('1', 'al')] }), entry);
    expect(back.edits).toEqual([]);
    expect(kept).toEqual([{ sheet: 'records', row: 3, field: 'title', reason: 'row-gone' }]);
  });

  test('once: a cell that somebody put back already is left alone', () => {
    expect(planUndo(book({ records: was }), entry)).toMatchObject({ plan: { edits: [] }, kept: [] });
  });
});

describe('rows that share a Record Id', () => {
  const was = [record('1', 'al', { delete: '1' }), record('1', 'bo')];
  const entry = entryOf(was, plan({ kind: 'flag', edits: [edit(was, 1, 'delete', '', '1')] }));

  test('are told apart by their other text, wherever they stand', () => {
    const now = [record('8', 'new'), record('1', 'al', { delete: '1' }), record('1', 'bo', { delete: '1' })];
    expect(rowsOf(book({ records: now }), entry)).toEqual([[4, '1', '']]);
    const turned = [record('1', 'bo', { delete: '1' }), record('1', 'al', { delete: '1' })];
    expect(rowsOf(book({ records: turned }), entry)).toEqual([[2, '1', '']]);
  });

  test('and by their place where that was edited too', () => {
    const now = [record('1', 'al', { delete: '1' }), record('1', 'Bo B.', { delete: '1' })];
    expect(rowsOf(book({ records: now }), entry)).toEqual([[3, '1', '']]);
  });

  test('a run that was stopped after it had written is not carried out on the twin', () => {
    const same = [record('1', 'al'), record('1', 'al')];
    const stopped = entryOf(same, plan({ kind: 'flag', edits: [edit(same, 0, 'delete', '', '1')] }));
    const written = book({ records: [record('1', 'al', { delete: '1' }), record('1', 'al')] });
    expect(planContinue(written, stopped).plan.edits).toEqual([]);
    expect(rowsOf(written, stopped, false)).toEqual([[2, '1', '']]);
  });

  test('a run that was stopped before it wrote is not undone on the twin', () => {
    const same = [record('1', 'al'), record('1', 'al', { delete: '1' })];
    const stopped = entryOf(same, plan({ kind: 'flag', edits: [edit(same, 0, 'delete', '', '1')] }));
    expect(planUndo(book({ records: same }), stopped, false)).toMatchObject({
      plan: { edits: [] },
      kept: [],
    });
    expect(planContinue(book({ records: same }), stopped).plan.edits.map(({ row }) => row)).toEqual([2]);
  });

  test('only rows that share an id carry their other text in the journal', () => {
    const rows = [record('1', 'al'), record('1', 'bo'), record('2', 'cy')];
    const edits = [edit(rows, 1, 'delete', '', '1'), edit(rows, 2, 'delete', '', '1')];
    const journal = withTwins(book({ records: rows }), plan({ edits }), []);
    expect(journal.edits.map(({ twin }) => twin !== undefined)).toEqual([true, false]);
  });
});

describe('a row that a run added', () => {
  const values = { recordId: '7', name: 'al', title: 'A' };
  const entry = entryOf([], plan({ appends: [{ sheet: 'records', values, custom: { Centre: '12' } }] }));
  const now = (more: object, centre: string | null = '12') => {
    const { records, ...rest } = book({ records: [record('1', 'x'), { ...values, ...more }] });
    const cells = { ...records.cells, ...(centre === null ? {} : { 'custom:Centre': ['', centre] }) };
    return { ...rest, records: { ...records, cells } };
  };

  test('goes again, wherever it stands, if nobody has written into it', () => {
    expect(planUndo(now({}), entry)).toMatchObject({
      plan: { removals: [{ sheet: 'records', row: 3, key: '#7' }] },
      kept: [],
    });
    expect(planUndo(now({ delete: false }), entry).plan.removals).toHaveLength(1);
    expect(planUndo(now({}, null), entry).plan.removals).toHaveLength(1);
  });

  test.each<[string, Workbook]>([
    ['a cell that the run had written', now({ title: 'B' })],
    ['a cell that the run had left blank', now({ otherInformation: 'mine' })],
    ['a flag', now({ delete: '1' })],
    ['one of people’s own columns', now({}, '13')],
  ])('stays, and is named, after somebody has written into %s', (_, workbook) => {
    const { plan: back, kept } = planUndo(workbook, entry);
    expect(back.removals).toEqual([]);
    expect(kept).toEqual([{ sheet: 'records', row: 0, reason: 'row-changed' }]);
  });

  test('is not missed of a run that was stopped before it added it', () => {
    expect(planUndo(book({}), entry, false)).toMatchObject({ plan: { removals: [] }, kept: [] });
  });

  test('is not added a second time by Continue, whatever somebody wrote into its other cells', () => {
    expect(planContinue(now({ otherInformation: 'mine' }), entry).plan.appends).toEqual([]);
    expect(planContinue(book({}), entry).plan.appends).toHaveLength(1);
  });

  test('of two equal ones, the one that was not added yet is the upper one', () => {
    const [first, second] = [1, 3].map((below) => ({ sheet: 'records' as const, values, below }));
    if (!first || !second) throw new Error('two rows');
    const two = entryOf([], plan({ appends: [first, second] }));
    expect(planContinue(now({}), two).plan.appends).toEqual([first]);
  });
});

test('a code that a run took back into use is former again, once', () => {
  const revivedCodes = [{ code: 'OLD', now: 'NEW' }];
  const entry = entryOf([], plan({ kind: 'addCode', revivedCodes }));
  const former = (formerCodes: { code: string; now: string; when: string }[]) =>
    planUndo(book({ formerCodes }), entry, false).plan.formerCodes;
  expect(former([])).toEqual(revivedCodes);
  expect(former([{ code: 'old', now: 'new', when: '' }])).toEqual([]);
  expect(former([{ code: 'old', now: '', when: '' }])).toEqual(revivedCodes);
  expect(planUndo(book({}), entryOf([], plan({})))).not.toHaveProperty('plan.formerCodes');
});

test('an undo that was stopped takes out no row of somebody’s with the id of the row that it takes out', () => {
  const image = { sheet: 'codes' as const, row: 3, key: '#NEW', cells: { Code: 'NEW' } };
  const undo = { ...plan({ kind: 'fix', removals: [image] }), undoes: ['R0'] };
  const goOn = (description: string) =>
    planContinue(book({ codes: [{ code: 'NEW', description }] }), entryOf([], undo, [image])).plan.removals;
  expect(goOn('')).toHaveLength(1);
  expect(goOn('somebody’s')).toEqual([]);
});

describe('a row that a run removed', () => {
  const removed = (row: number, recordId: string, above: string): JournalEntry['removed'][number] => ({
    sheet: 'records',
    row,
    key: `#${recordId}`,
    above,
    cells: { 'Record Id': recordId, Name: 'al', Centre: '12' },
    notes: { Name: 'a note' },
  });
  const deletion = plan({ kind: 'deleteFlagged', archive: true });
  const backIn = (workbook: Workbook, rows: JournalEntry['removed'], finished = true) =>
    planUndo(workbook, entryOf([], { ...deletion, removals: rows }, rows), finished);

  test('comes back whole, below the row it stood under, its copy leaving Deleted Records', () => {
    const now = book({ records: [record('5', 'x'), record('1', 'y')] });
    expect(backIn(now, [removed(3, '2', '#1')])).toMatchObject({
      kept: [],
      plan: {
        kind: 'deleteFlagged',
        undoes: ['R1'],
        unarchives: true,
        appends: [{ sheet: 'records', below: 3, notes: { Name: 'a note' } }],
      },
    });
  });

  test('at the top comes back at the top', () => {
    expect(backIn(book({ records: [record('1', 'y')] }), [removed(2, '2', '')]).plan.appends[0]?.below).toBe(
      1,
    );
  });

  test('below rows with one id comes back below the one it stood under', () => {
    const now = book({ records: [record('1', 'a'), record('1', 'b'), record('1', 'c')] });
    const rows = [removed(2, '8', ''), removed(4, '9', '#1'), removed(6, '9', '#1')];
    expect(backIn(now, rows).plan.appends.map(({ below }) => below)).toEqual([1, 2, 3]);
  });

  test('comes back at the end where the row above is gone, and undo says so', () => {
    const { plan: back, kept } = backIn(book({ records: [record('5', 'x')] }), [removed(3, '2', '#1')]);
    expect(back.appends[0]).not.toHaveProperty('below');
    expect(kept).toEqual([{ sheet: 'records', row: 0, reason: 'back-at-the-end', now: '1' }]);
  });

  test('comes back after the last row where only blank ones stood between', () => {
    const blank = rowKey(book({ records: [{}] }).records, 0);
    const { plan: back, kept } = backIn(book({ records: [record('1', 'x')] }), [removed(4, '2', blank)]);
    expect(back.appends[0]?.below).toBe(2);
    expect(kept).toEqual([]);
  });

  test('of a run that was stopped comes back only if it had left', () => {
    const now = book({ records: [record('1', 'y'), record('2', 'al', { delete: '1' })] });
    const rows = [removed(3, '2', '#1'), removed(4, '3', '#1')];
    expect(backIn(now, rows, false).plan.appends).toHaveLength(1);
    expect(backIn(now, rows, true).plan.appends).toHaveLength(2);
  });
});
