import { planRename } from '../../../src/domain/codes/rename.ts';
import { LAYOUT, SHEET_KEYS } from '../../../src/domain/layout.ts';
import { applyToTables, type Book, book, rowsOf } from './book.ts';

const rows = {
  codes: [{ code: 'FIRE-01', description: 'See FIRE-01 guide' }, { code: 'LIFT-02' }],
  content: [
    { objectId: '101', type: 'Course', title: 'Fire', code: 'FIRE-01', owner: 'alex' },
    { objectId: '102', type: 'Quiz', title: 'Fire quiz', code: ' fire-01 ', owner: 'sam' },
    { objectId: '103', type: 'Course', title: 'Lift', code: 'LIFT-02' },
  ],
  paths: [
    { pathId: 'P1', step: '', title: 'Start', code: 'LIFT-02' },
    { pathId: 'P1', step: 1, title: 'Fire', code: 'FIRE-01' },
    { pathId: 'P2', step: '', title: 'All', code: 'Fire-01' },
  ],
  records: [
    { recordId: '1', name: 'alex', title: 'fire-01: intro', code: 'FIRE-01', completionDate: '2025-01-01' },
    { recordId: '2', name: 'Alex ', title: 'FIRE-010', code: 'fire-01', completionDate: '2025-02-01' },
    { recordId: '0', name: 'sam', otherInformation: 'was FIRE-01.', code: 'FIRE-01' },
    { recordId: '4', name: 'sam', code: 'LIFT-02' },
  ],
} satisfies Book;
const workbook = book(rows);

function renamed(given: Parameters<typeof planRename>[1], of = workbook) {
  const planned = planRename(of, given);
  if (!planned.ok) throw new Error(planned.refusal.reason);
  return planned;
}

function refusal(given: Parameters<typeof planRename>[1], of = workbook) {
  const planned = planRename(of, given);
  return planned.ok ? null : planned.refusal;
}

describe('a rename', () => {
  const planned = () => renamed({ from: 'fire-01', to: 'FIRE-02' });

  test('changes the Codes row, paths, steps and records, in every writing of the code', () => {
    const after = applyToTables(workbook, planned().plan);
    expect(after.codes.cells.code).toEqual(['FIRE-02', 'LIFT-02']);
    expect(after.paths.cells.code).toEqual(['LIFT-02', 'FIRE-02', 'FIRE-02']);
    expect(after.records.cells.code).toEqual(['FIRE-02', 'FIRE-02', 'FIRE-02', 'LIFT-02']);
    expect(planned().forYou).toEqual({ codes: 1, paths: 1, steps: 1, records: 3 });
  });

  test('edits no content, but lists each with owner, row and its own writing', () => {
    expect(planned().plan.edits.some((edit) => edit.sheet === 'content')).toBe(false);
    expect(planned().plan.checklist).toEqual([
      {
        from: 'FIRE-01',
        to: 'FIRE-02',
        type: 'Course',
        objectId: '101',
        title: 'Fire',
        owner: 'alex',
        row: 2,
      },
      {
        from: ' fire-01 ',
        to: 'FIRE-02',
        type: 'Quiz',
        objectId: '102',
        title: 'Fire quiz',
        owner: 'sam',
        row: 3,
      },
    ]);
  });

  test('says whom it concerns: records, different people, paths', () => {
    expect(planned().impact).toEqual({ records: 3, people: 2, paths: 2 });
  });

  test('leaves records alone when asked to, and still says whom it concerns', () => {
    const { plan, forYou, impact } = renamed({ from: 'FIRE-01', to: 'FIRE-02', records: false });
    expect(plan.edits.some((edit) => edit.sheet === 'records')).toBe(false);
    expect(forYou.records).toBe(0);
    expect(impact.records).toBe(3);
  });

  test('lists free texts that name the code as a whole word, and changes none', () => {
    expect(planned().mentions.count).toBe(3);
    expect(planned().mentions.places.map(({ sheet, row, field }) => [sheet, row, field])).toEqual([
      ['codes', 2, 'description'],
      ['records', 2, 'title'],
      ['records', 4, 'otherInformation'],
    ]);
  });

  test('lists at most 50 mentions and counts them all', () => {
    const many = book({ ...rows, records: Array.from({ length: 80 }, () => ({ title: 'FIRE-01' })) });
    const { mentions } = renamed({ from: 'FIRE-01', to: 'FIRE-02' }, many);
    expect(mentions.count).toBe(81);
    expect(mentions.places).toHaveLength(50);
  });

  test.each(['C++ (2)', 'A.B', '$1', 'Ä|x'])('finds mentions of a code with signs in it: %s', (code) => {
    const signs = book({
      codes: [
        { code, description: `see ${code}!` },
        { code: 'Q', description: `no${code}no` },
      ],
    });
    expect(renamed({ from: code, to: 'NEW' }, signs).mentions.places.map(({ row }) => row)).toEqual([2]);
  });

  test('remembers the old code', () => {
    expect(planned().plan.formerCodes).toEqual([{ code: 'FIRE-01', now: 'FIRE-02' }]);
  });

  test('renames a duplicate row of the code too', () => {
    const twice = book({ codes: [{ code: 'FIRE-01' }, { code: 'fire-01' }] });
    expect(
      applyToTables(twice, renamed({ from: 'FIRE-01', to: 'X-9' }, twice).plan).codes.cells.code,
    ).toEqual(['X-9', 'X-9']);
  });

  test('touches code columns only', () => {
    const after = applyToTables(workbook, planned().plan);
    for (const sheet of SHEET_KEYS) {
      for (const field of Object.keys(LAYOUT[sheet])) {
        if (field === 'code') continue;
        expect(rowsOf(after, sheet).map((row) => row[field])).toEqual(
          rowsOf(workbook, sheet).map((row) => row[field]),
        );
      }
    }
  });
});

describe('a rename to another writing of the same code', () => {
  const plan = () => renamed({ from: 'FIRE-01', to: 'Fire-01' }).plan;

  test('rewrites only the cells that are written differently', () => {
    expect(applyToTables(workbook, plan()).records.cells.code).toEqual([
      'Fire-01',
      'Fire-01',
      'Fire-01',
      'LIFT-02',
    ]);
    expect(plan().edits.some((edit) => edit.before === 'Fire-01')).toBe(false);
  });

  test('lists the content written the old way, and leaves no former code behind', () => {
    expect(plan().checklist?.map((entry) => entry.row)).toEqual([2, 3]);
    expect(plan().formerCodes).toBeUndefined();
  });
});

describe('a rename is refused', () => {
  test.each([
    ['NOPE', 'X', 'code-unknown'],
    ['FIRE-01', 'lift-02', 'code-taken'],
    ['FIRE-01', 'FIRE-01', 'code-same'],
    ['FIRE-01', '  ', 'code-blank'],
    ['FIRE-01', 'A\tB', 'control-characters'],
  ])('%s to %j: %s', (from, to, reason) => {
    expect(refusal({ from, to })?.reason).toBe(reason);
  });

  test('while one of its codes is in another open rename, as old or as new code', () => {
    const open = (from: string, to: string) => book({ ...rows, openRenames: [{ run: 'r', from, to }] });
    for (const each of [
      open('OLD', 'fire-01'),
      open('FIRE-01', 'NEW'),
      open('FIRE-02', 'Z'),
      open('Z', 'FIRE-02'),
    ]) {
      expect(refusal({ from: 'FIRE-01', to: 'FIRE-02' }, each)?.reason).toBe('code-in-open-rename');
    }
    expect(refusal({ from: 'FIRE-01', to: 'FIRE-02' }, open('Y', 'Z'))).toBeNull();
  });

  test('when the new code was used for something else before, unless a reason is given', () => {
    const of = book({ ...rows, formerCodes: [{ code: 'FIRE-02', now: '', when: '' }] });
    expect(refusal({ from: 'FIRE-01', to: 'FIRE-02' }, of)).toEqual({
      reason: 'code-former',
      args: { code: 'FIRE-02', now: '' },
    });
    const { plan } = renamed({ from: 'FIRE-01', to: 'FIRE-02', reason: 'back in use' }, of);
    expect(plan.revivedCodes).toEqual([{ code: 'FIRE-02', now: '' }]);
    expect(plan.formerCodes).toEqual([{ code: 'FIRE-01', now: 'FIRE-02', reason: 'back in use' }]);
  });

  test('when a formula stands in a cell that it would change, and only then', () => {
    const at = (row: number) => ({
      ...workbook,
      records: { ...workbook.records, formulas: [{ row, field: 'code', formula: '=A1' } as const] },
    });
    expect(refusal({ from: 'FIRE-01', to: 'FIRE-02' }, at(3))).toEqual({
      reason: 'formula-in-the-way',
      args: { sheet: 'Records', row: 3 },
    });
    expect(refusal({ from: 'FIRE-01', to: 'FIRE-02' }, at(5))).toBeNull();
  });

  test('when Sheets turned the code into a date', () => {
    const of = book({ codes: [{ code: { iso: '2026-03-01', shown: '1-Mar' } }] });
    expect(refusal({ from: '1-Mar', to: 'MAR-1' }, of)).toEqual({
      reason: 'code-not-text',
      args: { code: '1-Mar', row: 2 },
    });
  });

  test('when a sheet with rows hides its code column: a rename misses nothing', () => {
    const doubled = { kind: 'doubled', heading: 'Qualification Code', columns: [3, 5] } as const;
    const of = { ...workbook, content: { ...workbook.content, headingProblems: [doubled] } };
    expect(refusal({ from: 'FIRE-01', to: 'FIRE-02' }, of)).toEqual({
      reason: 'heading-doubled',
      args: { sheet: 'Content', heading: 'Qualification Code' },
    });
  });
});
