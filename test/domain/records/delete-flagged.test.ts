import type { Cell } from '../../../src/domain/cell.ts';
import { planDeleteFlagged } from '../../../src/domain/records/delete-flagged.ts';
import { emptyTable, type HeadingProblem } from '../../../src/domain/workbook.ts';
import { workbook } from '../../builders/workbook.ts';

const flags = (...cells: Cell[]) =>
  cells.reduce<ReturnType<typeof workbook>>(
    (book, cell) => book.record('ann', 'CPR', { delete: cell }),
    workbook(),
  );

test('flagged rows go out, copied to Deleted Records first; nothing else is changed', () => {
  expect(planDeleteFlagged(flags('', '1', 'TRUE', true, 0).build())).toEqual({
    ok: true,
    indexes: [1, 2, 3],
    total: 5,
    mustType: true,
    wrong: [],
    plan: {
      kind: 'deleteFlagged',
      edits: [],
      appends: [],
      removals: [
        { sheet: 'records', row: 3, key: '#2', above: '#1' },
        { sheet: 'records', row: 4, key: '#3', above: '#1' },
        { sheet: 'records', row: 5, key: '#4', above: '#1' },
      ],
      archive: true,
      summary: { records: 3 },
    },
  });
});

test('blank rows are no records, so they do not count to the 20 %', () => {
  const planned = planDeleteFlagged(flags('1', '', '', '').row('records', {}).build());
  expect(planned).toMatchObject({ total: 4, mustType: true });
});

test('a flag that is none stays and hinders no other: FALSE and 0 are no flag, anything else is named', () => {
  const planned = planDeleteFlagged(flags('yes', '1', false, 'FALSE', '0', ' ', 2).build());
  expect(planned).toMatchObject({
    indexes: [1],
    wrong: [
      { row: 2, value: 'yes' },
      { row: 8, value: '2' },
    ],
  });
});

describe('a refusal says what is in the way', () => {
  const heading = 'Delete?';
  const problem = (...headingProblems: HeadingProblem[]) => {
    const book = flags('1').build();
    return planDeleteFlagged({ ...book, records: { ...book.records, headingProblems } });
  };

  test('no record is flagged', () => {
    const refused = {
      ok: false,
      refusal: { reason: 'nothing-to-do', args: { what: 'delete: no record is flagged' } },
    };
    expect(planDeleteFlagged(flags('', '0', 'yes').build())).toEqual(refused);
    expect(planDeleteFlagged(workbook().build())).toEqual(refused);
  });

  test('there is no Records sheet', () => {
    expect(
      planDeleteFlagged({ ...workbook().build(), records: emptyTable('records', 'My Records') }),
    ).toEqual({
      ok: false,
      refusal: { reason: 'sheet-missing', args: { sheet: 'My Records' } },
    });
  });

  test('its Delete? column is missing', () => {
    expect(problem({ kind: 'missing', heading })).toEqual({
      ok: false,
      refusal: { reason: 'heading-missing', args: { sheet: 'Records', heading } },
    });
  });

  test('its Delete? column stands twice, whatever else is wrong with the headings', () => {
    expect(
      problem({ kind: 'missing', heading: 'Title' }, { kind: 'doubled', heading, columns: [9, 10] }),
    ).toEqual({ ok: false, refusal: { reason: 'heading-doubled', args: { sheet: 'Records', heading } } });
  });

  test('a problem with another heading is in nobody’s way', () => {
    expect(problem({ kind: 'missing', heading: 'Title' }).ok).toBe(true);
  });
});

describe('when the number must be typed', () => {
  test.each([
    ['20 % is not more than 20 %', 1, 5, false],
    ['more than 20 % is', 1, 4, true],
    ['500 is not more than 500', 500, 2_500, false],
    ['501 is, though under 20 %', 501, 3_000, true],
  ])('%s', (_, flagged, total, mustType) => {
    const book = workbook();
    for (let i = 0; i < total; i++) book.record('ann', 'CPR', { delete: i < flagged ? '1' : '' });
    const planned = planDeleteFlagged(book.build());
    if (!planned.ok) throw new Error(planned.refusal.reason);
    expect([planned.indexes.length, planned.total, planned.mustType]).toEqual([flagged, total, mustType]);
  });
});
