import type { SheetKey } from '../../src/domain/layout.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { rowKey } from '../../src/domain/row-key.ts';
import { withTwins } from '../../src/domain/row-twins.ts';
import type { Table } from '../../src/domain/workbook.ts';
import { type Book, book } from './codes/book.ts';

const key = (sheet: SheetKey, row: object, except?: string) =>
  rowKey(book({ [sheet]: [row] } as Book)[sheet] as Table<SheetKey>, 0, except);

describe('a row is told by its own id', () => {
  test.each<[SheetKey, object, string]>([
    ['codes', { code: ' FIRE ', description: 'any' }, '#FIRE'],
    ['content', { type: 'Course', objectId: '7', title: 'any' }, '#Course\u001f7'],
    ['content', { type: '', objectId: '0' }, '#\u001f0'],
    ['paths', { pathId: 'P', step: '', title: 'any' }, '#P\u001f'],
    ['paths', { pathId: '', step: '2', title: 'any' }, '#\u001f2'],
    ['records', { recordId: '12', name: 'any' }, '#12'],
  ])('%s %j', (sheet, row, told) => {
    expect(key(sheet, row)).toBe(told);
  });
});

describe('a row without an id is told by the rest of its text', () => {
  test.each<[SheetKey, object, string]>([
    ['codes', { code: '', description: 'Fire' }, '~Fire'],
    ['content', { type: 'Course', objectId: '', title: 'Fire', owner: 'kim' }, '~Fire\u001fkim'],
    ['paths', { pathId: '', step: '', title: 'Path', code: 'A' }, '~Path'],
    ['records', { recordId: '', name: 'al', code: 'A' }, `~al${'\u001f'.repeat(7)}A`],
    ['records', { recordId: '0', name: 'al', code: 'A' }, `~al${'\u001f'.repeat(7)}A`],
  ])('%s %j', (sheet, row, told) => {
    expect(key(sheet, row)).toBe(told);
  });
});

describe('the field that is about to be edited never counts', () => {
  test.each<[SheetKey, object, string, string]>([
    ['codes', { code: 'FIRE', description: 'Fire' }, 'code', '~Fire'],
    ['content', { type: 'Course', objectId: '7', title: 'Fire' }, 'type', '#7'],
    ['records', { recordId: '0', name: 'al', code: 'A' }, 'code', `~al${'\u001f'.repeat(6)}`],
  ])('%s %j, %s', (sheet, row, field, told) => {
    expect(key(sheet, row, field)).toBe(told);
  });
});

test('in the journal a row whose id stands twice carries its own other text, not its neighbour’s', () => {
  const workbook = book({
    codes: [
      { code: 'A', description: 'first' },
      { code: 'A', description: 'second' },
    ],
  });
  const edit = { sheet: 'codes', row: 3, field: 'usedIn', key: '#A', before: '', after: 'x' } as const;
  const plan: Plan = { kind: 'fix', edits: [edit], appends: [], removals: [], summary: {} };
  expect(withTwins(workbook, plan, []).edits).toEqual([{ ...edit, twin: 'A\u001fsecond\u001f' }]);
});
