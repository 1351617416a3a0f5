import type { SheetKey } from '../../src/domain/layout.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { rowKey } from '../../src/domain/row-key.ts';
import { pairRows } from '../../src/domain/row-pairs.ts';
import { withEdits, withTwins } from '../../src/domain/row-twins.ts';
import type { Table } from '../../src/domain/workbook.ts';
import { book, type Rows } from './codes/book.ts';

const records = (...rows: Rows<'records'>) => book({ records: rows });
const table = (...rows: Rows<'records'>) => records(...rows).records as Table<SheetKey>;
const plan = (more: Partial<Plan>): Plan => ({
  ...{ kind: 'merge', edits: [], appends: [], removals: [], summary: {} },
  ...more,
});
const cell = (row: number, field: string, after: string) => ({
  sheet: 'records' as const,
  row,
  field,
  after,
});

describe('the workbook as it is when cells are written', () => {
  test('holds each in its own column and row; the reading stays what it was', () => {
    const before = records({ name: 'al', code: 'A' }, { name: 'bo', code: 'B' });
    const after = withEdits(before, [cell(2, 'code', 'X'), cell(3, 'code', 'Y'), cell(3, 'name', 'cy')]);
    expect(after.records.cells).toMatchObject({ name: ['al', 'cy'], code: ['X', 'Y'] });
    expect(before.records.cells).toMatchObject({ name: ['al', 'bo'], code: ['A', 'B'] });
  });

  test('has no column that the sheet lacks', () => {
    expect(
      withEdits(records({ name: 'al' }), [cell(2, 'custom:Site', 'X')]).records.cells,
    ).not.toHaveProperty('custom:Site');
  });
});

describe('the journal says how many other rows look alike', () => {
  const row = { name: 'al', code: 'A' };
  const key = rowKey(table(row), 0);
  const edit = { ...cell(2, 'code', 'B'), before: 'A', key: rowKey(table(row), 0, 'code') };

  test('of a changed cell: those that hold the old value, and those that hold the new', () => {
    const rows = [row, row, { ...row, code: 'B' }, { ...row, code: 'B' }, { ...row, name: 'bo' }];
    const [kept] = withTwins(records(...rows), plan({ edits: [edit] }), []).edits;
    expect(kept?.alike).toEqual([1, 2]);
  });

  test('of a row without an id that is alone: nothing', () => {
    expect(withTwins(records(row, { name: 'bo' }), plan({ edits: [edit] }), []).edits).toEqual([edit]);
  });

  test('of a row that goes: those that stay; nothing where none does', () => {
    const removals = [{ sheet: 'records' as const, row: 3, key }];
    expect(withTwins(records(row, row, row), plan({ removals }), []).removals[0]?.alike).toBe(2);
    expect(withTwins(records({ name: 'bo' }, row), plan({ removals }), []).removals).toEqual(removals);
  });

  test('of a row that comes back: those that stand, but not of a new one', () => {
    const values = { name: 'al', code: 'A' };
    const back = { sheet: 'records' as const, values, whole: { Name: 'al' } };
    const fresh = { sheet: 'records' as const, values };
    expect(withTwins(records(row, row), plan({ appends: [back] }), []).appends).toEqual([
      { ...back, alike: 2 },
    ]);
    expect(withTwins(records(row, row), plan({ appends: [fresh] }), []).appends).toEqual([fresh]);
  });
});

describe('rows that moved are paired', () => {
  const paired = (before: Table<SheetKey>, now: Table<SheetKey>, without: readonly number[] = []) =>
    pairRows(before, now, 'title', {
      without: new Set(without),
      wantedIn: () => 'none',
      isMeant: () => false,
    });
  const row = (recordId: string, name: string) => ({ recordId, name, title: 'A' });

  test('by their other cells where they share an id, what is left in its order', () => {
    const before = table(row('1', 'al'), row('1', 'bo'), row('1', 'cy'), row('1', 'di'));
    const now = table(row('1', 'di'), row('1', 'x'), row('1', 'y'), row('1', 'al'));
    expect([...paired(before, now)].sort()).toEqual([
      [0, 3],
      [1, 1],
      [2, 2],
      [3, 0],
    ]);
  });

  test('rows that came are nobody’s pair, and do not take one from others', () => {
    const now = table(row('1', 'al'), row('1', 'al'), row('2', 'bo'));
    expect([...paired(table(row('1', 'al')), now, [0])]).toEqual([[1, 0]]);
  });
});
