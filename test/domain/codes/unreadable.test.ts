import { planAddCode } from '../../../src/domain/codes/add-code.ts';
import { planTick } from '../../../src/domain/codes/checklist.ts';
import { planDeleteCode, planFlagRecords } from '../../../src/domain/codes/delete-code.ts';
import { planMerge } from '../../../src/domain/codes/merge.ts';
import { planRename } from '../../../src/domain/codes/rename.ts';
import type { SheetKey } from '../../../src/domain/layout.ts';
import { cellAt, type Workbook } from '../../../src/domain/workbook.ts';
import { type Book, book } from './book.ts';

const rows = {
  codes: [{ code: 'A' }, { code: 'B' }, { code: 'FREE' }],
  content: [{ type: 'Course', objectId: '1', title: 'One', code: 'A' }],
  paths: [{ pathId: 'P', step: '', code: 'A' }],
  records: [{ recordId: '1', name: 'ann', code: 'A' }],
} satisfies Book;

const item = { from: 'A', to: 'B', type: 'Course', objectId: '1', title: 'One' };
const PLANNERS = {
  rename: (of: Workbook) => planRename(of, { from: 'A', to: 'NEW' }),
  merge: (of: Workbook) => planMerge(of, { from: 'A', into: 'B' }),
  deletion: (of: Workbook) => planDeleteCode(of, 'FREE'),
  addition: (of: Workbook) => planAddCode(of, { code: 'NEW' }),
  tick: (of: Workbook) => planTick(of, item, true),
  flag: (of: Workbook) => planFlagRecords(of, 'A'),
};
type Planner = keyof typeof PLANNERS;

/** The workbook with a sheet whose row 1 has this heading twice. */
function doubled(sheet: SheetKey, heading: string, given: Book = rows): Workbook {
  const of = book(given);
  const headingProblems = [{ kind: 'doubled', heading, columns: [2, 4] } as const];
  return { ...of, [sheet]: { ...of[sheet], headingProblems } };
}

describe('a change of codes must see every code that it is about', () => {
  test.each<[Planner, SheetKey, sheet: string, heading: string]>([
    ['rename', 'codes', 'Codes', 'Code'],
    ['rename', 'content', 'Content', 'Qualification Code'],
    ['rename', 'paths', 'Paths', 'Qualification Code'],
    ['rename', 'records', 'Records', 'Qualification Code'],
    ['merge', 'codes', 'Codes', 'Code'],
    ['merge', 'records', 'Records', 'Qualification Code'],
    ['deletion', 'codes', 'Codes', 'Code'],
    ['deletion', 'records', 'Records', 'Qualification Code'],
    ['addition', 'codes', 'Codes', 'Code'],
    ['tick', 'content', 'Content', 'Qualification Code'],
    ['flag', 'records', 'Records', 'Qualification Code'],
    ['flag', 'records', 'Records', 'Delete?'],
  ])('a %s is refused while a heading of %s stands twice', (planner, key, sheet, heading) => {
    expect(PLANNERS[planner](doubled(key, heading))).toEqual({
      ok: false,
      refusal: { reason: 'heading-doubled', args: { sheet, heading } },
    });
  });

  test.each<[Planner, SheetKey, heading: string]>([
    ['rename', 'content', 'Title'],
    ['rename', 'records', 'Delete?'],
    ['addition', 'codes', 'Description'],
    ['addition', 'content', 'Qualification Code'],
    ['tick', 'records', 'Qualification Code'],
    ['flag', 'records', 'Title'],
    ['flag', 'content', 'Qualification Code'],
  ])('a %s does not mind what else of %s stands twice: %s', (planner, key, heading) => {
    expect(PLANNERS[planner](doubled(key, heading))).toMatchObject({ ok: true });
  });

  test('a sheet without rows hides no code', () => {
    const { codes } = rows;
    expect(PLANNERS.rename(doubled('records', 'Qualification Code', { codes }))).toMatchObject({ ok: true });
  });

  test('the Codes sheet must show where codes go even when it has no row', () => {
    expect(PLANNERS.addition(doubled('codes', 'Code', {}))).toMatchObject({
      refusal: { reason: 'heading-doubled' },
    });
  });
});

test('a cell that a sheet does not have is blank', () => {
  const of = book(rows);
  const { code: _, ...cells } = of.codes.cells;
  expect(cellAt({ ...of.codes, cells }, 'code', 0)).toBe('');
  expect(cellAt(of.codes, 'code', 3)).toBe('');
  expect(cellAt(of.codes, 'code', 2)).toBe('FREE');
});
