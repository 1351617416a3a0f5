import fc from 'fast-check';
import type { Cell } from '../../src/domain/cell.ts';
import type { SheetKey } from '../../src/domain/layout.ts';
import { planRepair } from '../../src/domain/repair.ts';
import { rowKey } from '../../src/domain/row-key.ts';
import { removalsOf } from '../../src/domain/row-removal.ts';
import type { Table } from '../../src/domain/workbook.ts';
import { book, type Rows } from './codes/book.ts';

type Row = Rows<'records'>[number];
const table = (rows: Rows<'records'>) => book({ records: rows }).records as Table<SheetKey>;
const edit = (row: number, before: string, after: string, field = 'title') => ({
  sheet: 'records' as const,
  row,
  field,
  key: '',
  before,
  after,
});

const repairs = (before: readonly Row[], now: readonly Row[], edits: ReturnType<typeof edit>[]) =>
  planRepair(table(before), table(now), { edits }).map(({ row, field, after }) => [row, field, after]);

const BEFORE = [
  { recordId: '1', name: 'al', title: 'A' },
  { recordId: '2', name: 'bo', title: 'B' },
  { recordId: '3', name: 'cy', title: 'C' },
];

test('what went to the right rows needs no repair, wherever they stand by now', () => {
  const now = [
    { recordId: '9', name: 'new', title: 'theirs' },
    BEFORE[2] ?? {},
    { ...BEFORE[0], title: 'X' },
    BEFORE[1] ?? {},
  ];
  expect(repairs(BEFORE, now, [edit(2, 'A', 'X')])).toEqual([]);
});

test('a row inserted above takes our text by mistake: it is cleared there, and the row that was meant gets it', () => {
  const now = [{ recordId: '9', name: 'new', title: 'X' }, ...BEFORE];
  expect(repairs(BEFORE, now, [edit(2, 'A', 'X')])).toEqual([
    [2, 'title', ''],
    [3, 'title', 'X'],
  ]);
});

test('a row that took our text by mistake gets its own back', () => {
  const now = [{ ...BEFORE[1], title: 'X' }, BEFORE[0] ?? {}, BEFORE[2] ?? {}];
  expect(repairs(BEFORE, now, [edit(2, 'A', 'X')])).toEqual([
    [2, 'title', 'B'],
    [3, 'title', 'X'],
  ]);
});

test('a row that took our text gets its own back wherever it stands by now', () => {
  const now = [BEFORE[0] ?? {}, BEFORE[2] ?? {}, { ...BEFORE[1], title: 'X' }];
  expect(repairs(BEFORE, now, [edit(2, 'A', 'X')])).toEqual([
    [2, 'title', 'X'],
    [4, 'title', 'B'],
  ]);
});

test('rows that share an id are taken in their order', () => {
  const twins = [
    { recordId: '1', name: 'al', title: 'A' },
    { recordId: '1', name: 'bo', title: 'B' },
  ];
  const now = [{ recordId: '9', name: 'new' }, { ...twins[0], title: 'X' }, twins[1] ?? {}];
  expect(repairs(twins, now, [edit(3, 'B', 'X')])).toEqual([
    [3, 'title', 'A'],
    [4, 'title', 'X'],
  ]);
});

test('each field is put right by its own edits', () => {
  const now = [
    { recordId: '9', name: 'new', title: 'X' },
    { ...BEFORE[0], name: 'N' },
    BEFORE[1] ?? {},
    BEFORE[2] ?? {},
  ];
  expect(repairs(BEFORE, now, [edit(2, 'A', 'X'), edit(3, 'bo', 'N', 'name')])).toEqual([
    [2, 'title', ''],
    [3, 'title', 'X'],
    [3, 'name', 'al'],
    [4, 'name', 'N'],
  ]);
});

test('what somebody else wrote meanwhile stays', () => {
  const now = [{ ...BEFORE[0], title: 'theirs' }, { ...BEFORE[1], title: 'too' }, BEFORE[2] ?? {}];
  expect(repairs(BEFORE, now, [edit(2, 'A', 'X')])).toEqual([]);
});

test('a row past the last one, in which nothing stands but our text, is emptied; one of somebody’s is not', () => {
  const edits = [edit(4, 'C', 'X')];
  const rows = [
    BEFORE[0] ?? {},
    { ...BEFORE[2], title: 'X' },
    { title: 'X' },
    { title: 'X', name: 'their row' },
  ];
  expect(repairs(BEFORE, rows, edits)).toEqual([[4, 'title', '']]);
});

test('a row that the run alone has filled is emptied wherever it has moved', () => {
  const edits = [edit(3, 'B', 'X'), edit(3, 'bo', 'N', 'name')];
  const written = [{ ...BEFORE[0] }, { ...BEFORE[1], name: 'N', title: 'X' }, { ...BEFORE[2] }];
  const filled = (row: Row) => repairs(BEFORE, [...written, row], edits);
  expect(filled({ name: 'N', title: 'X' })).toEqual([
    [5, 'title', ''],
    [5, 'name', ''],
  ]);
  expect(filled({ name: 'N', title: 'X', otherInformation: 'mine' })).toEqual([]);
  expect(filled({ name: 'mine', title: 'X' })).toEqual([]);
});

test('after any shuffle, and writing by the old row numbers, the repair brings every record its own title', () => {
  const rows = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 2, maxLength: 9 });
  fc.assert(
    fc.property(rows, fc.infiniteStream(fc.nat()), fc.nat(), (ids, order, pick) => {
      const before = ids.map((id) => ({ recordId: `${id}`, name: `n${id}`, title: `title ${id}` }));
      const at = pick % before.length;
      const chosen = before[at]?.recordId;
      const moved = [...before]
        .map((row) => [order.next().value, row] as const)
        .sort(([a], [b]) => a - b)
        .map(([, row]) => row);
      const wrote = moved.map((row, i) => (i === at ? { ...row, title: 'NEW' } : row));
      const fixed: Record<string, Cell>[] = wrote.map((row) => ({ ...row }));
      const edits = [edit(at + 2, before[at]?.title ?? '', 'NEW')];
      for (const { row, field, after } of planRepair(table(before), table(wrote), { edits }))
        Object.assign(fixed[row - 2] ?? {}, { [field]: after });
      expect(fixed).toEqual(moved.map((row) => (row.recordId === chosen ? { ...row, title: 'NEW' } : row)));
    }),
  );
});

test('records that look alike are as many with the new code as there should be, however they were shuffled', () => {
  const alike = fc.record({
    name: fc.constantFrom('al', 'bo'),
    code: fc.constantFrom('FIRE', 'LIFT'),
    delete: fc.constantFrom('', '1'),
  });
  const sorted = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort();
  fc.assert(
    fc.property(
      fc.array(alike, { minLength: 2, maxLength: 9 }),
      fc.infiniteStream(fc.nat()),
      (before, order) => {
        const key = (i: number) => rowKey(table(before), i, 'code');
        const edits = before.flatMap(({ code }, i) =>
          code === 'FIRE' && i % 2 === 0
            ? [
                {
                  sheet: 'records' as const,
                  row: i + 2,
                  field: 'code',
                  key: key(i),
                  before: 'FIRE',
                  after: 'LIFT',
                },
              ]
            : [],
        );
        const places = before.map((_, i) => [order.next().value, i] as const).sort(([a], [b]) => a - b);
        const moved = places.map(([, i]) => ({ ...(before[i] as (typeof before)[number]) }));
        for (const { row } of edits) Object.assign(moved[row - 2] as object, { code: 'LIFT' });
        for (const { row, after } of planRepair(table(before), table(moved), { edits }))
          Object.assign(moved[row - 2] as object, { code: after });
        const wanted = before.map((row, i) => ({
          ...row,
          code: edits.some((each) => each.row === i + 2) ? 'LIFT' : row.code,
        }));
        expect(sorted(moved)).toEqual(sorted(wanted));
      },
    ),
  );
});

test('a row that the run added looks like one that it changed: it keeps what it came with', () => {
  const [fire, lift] = [
    { name: 'al', code: 'FIRE' },
    { name: 'al', code: 'LIFT' },
  ];
  const key = rowKey(table([lift]), 0, 'code');
  const edits = [{ sheet: 'records' as const, row: 2, field: 'code', key, before: 'LIFT', after: 'FIRE' }];
  const appends = [{ sheet: 'records' as const, values: lift }];
  expect(planRepair(table([lift]), table([lift, fire]), { edits, appends })).toEqual([]);
});

test('what an earlier repair wrote to a row that moved again goes back, too', () => {
  const before = [
    { recordId: '1', title: 'A' },
    { recordId: '2', title: 'B' },
    { recordId: '3', title: 'C' },
  ];
  const now = [
    { recordId: '1', title: 'B' },
    { recordId: '2', title: 'NEW' },
    { recordId: '3', title: 'C' },
  ];
  const edits = [edit(3, 'B', 'NEW')];
  expect(planRepair(table(before), table(now), { edits })).toEqual([]);
  const [repair] = planRepair(table(before), table(now), { edits, written: [...edits, edit(3, 'NEW', 'B')] });
  expect(repair).toMatchObject({ row: 2, before: 'B', after: 'A' });
});

test('each row taken out names the nearest above it that stays, none at the top', () => {
  const removals = removalsOf(book({ records: [...BEFORE, { recordId: '4' }] }).records, [0, 2, 3]);
  expect(removals.map(({ row, key, above }) => [row, key, above])).toEqual([
    [2, '#1', ''],
    [4, '#3', '#2'],
    [5, '#4', '#2'],
  ]);
});

test.each<[what: string, now: Cell, repaired: boolean]>([
  ['the number of its day, as a plain-text cell shows a date', 45_717, true],
  ['the number of its day and time', 45_717.5, true],
  ['the number of another day: somebody’s', 45_718, false],
  ['a text that looks like it: somebody’s', '45717', false],
])('a date that was meant to change and stands elsewhere as %s', (_, now, repaired) => {
  const date = { iso: '2025-03-01' };
  const rows = (al: Cell, bo: Cell) => [
    { recordId: '1', name: 'al', completionDate: al },
    { recordId: '2', name: 'bo', completionDate: bo },
  ];
  const moved = [...rows(now, 'text')].reverse();
  const edits = [{ ...edit(2, '', '', 'completionDate'), before: date, after: 'soon' }];
  const found = planRepair(table(rows(date, 'text')), table(moved), { edits });
  expect(found.map(({ row, after }) => [row, after])).toEqual(repaired ? [[3, 'soon']] : []);
});
