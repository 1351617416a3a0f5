import { Killed } from '../../playground/sheets/meter.ts';
import type { BookModel, RowModel, StoredValue } from '../../playground/sheets/model.ts';
import { cellsOf, openAs, type Person } from '../support/product.ts';
import { book } from '../support/small-book.ts';

/** Cells of one's own right of ours: a number, a text under no heading, a tick, a date under no heading, text like a number. */
const OWN = ['Score', '', 'Ticked', '', 'Phone'];
const own = (i: number): StoredValue[] => [80 + i / 2, `note ${i}`, i % 2 === 0, 45_000 + i, `00${i}`];

/** Forty records, every second flagged, with columns of people's own, notes and dates as dates and as text. */
function wide(): BookModel {
  const made = book({
    Codes: [
      ['CPR', 'Resuscitation'],
      ['OLD', 'Nobody'],
      ['FIRE', 'Fire'],
    ],
    Records: Array.from({ length: 40 }, (_, i) => [
      i % 3 === 0 ? '' : String(i),
      `person-${i}`,
      'Training Record',
      '',
      `=title ${i}`,
      i % 4 === 0 ? 4711 : '',
      i % 5 === 0 ? 45_600 + i : '2025-01-05',
      '',
      i % 2 === 0 ? 'CPR' : 'FIRE',
      i % 2 === 0 ? 1 : '',
    ]),
  });
  for (const [name, width] of [
    ['Codes', 4],
    ['Records', 10],
  ] as const) {
    const sheet = made.sheets.find((each) => each.name === name);
    sheet?.rows.forEach((row, i) => {
      if (!row) return;
      const cells = i === 0 ? OWN : own(i);
      row.values = Array.from({ length: width + cells.length }, (_, c) =>
        c < width ? (row.values[c] ?? '') : (cells[c - width] ?? ''),
      );
      if (i === 0) return;
      row.formats = {
        ...row.formats,
        [width]: '0.0',
        [width + 1]: '@',
        [width + 3]: 'd mmm yyyy',
        [width + 4]: '@',
      };
      if (name === 'Records' && i % 5 === 1) row.formats = { ...row.formats, 6: 'yyyy-mm-dd' };
      if (i % 2 === 1) row.notes = { 1: `about ${i}`, [width + 3]: 'seen' };
    });
  }
  return made;
}

/** What stands in the four sheets: values, notes, and the number format of every cell that holds something. */
function standing(made: BookModel): unknown {
  const rowOf = (row: RowModel | undefined) => {
    const cells = (row?.values ?? []).map((value, i) =>
      value === '' ? null : [value, row?.formats?.[i] ?? 'General'],
    );
    while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop();
    return [cells, row?.notes ?? {}];
  };
  const four = made.sheets.filter(({ name }) => ['Codes', 'Content', 'Paths', 'Records'].includes(name));
  return four.map(({ name, rows }) => [
    name,
    rows.filter((row) => row?.values.some((v) => v !== '')).map(rowOf),
  ]);
}

const RUNS: [what: string, run: (person: Person) => string][] = [
  [
    'a code that was deleted',
    (person) => {
      const { basedOn } = person.get('previewDeleteCode', { code: 'OLD' });
      return person.get('deleteCode', { code: 'OLD', basedOn }).run;
    },
  ],
  [
    'a code that was merged',
    (person) => {
      const input = { from: 'OLD', into: 'FIRE' };
      return person.get('merge', { ...input, basedOn: person.get('previewMerge', input).basedOn }).run;
    },
  ],
  [
    'twenty records that were deleted from between the others',
    (person) => {
      const { basedOn, count } = person.get('previewDeleteFlagged');
      return person.get('deleteFlagged', { basedOn, confirm: String(count) }).run;
    },
  ],
];

test.each(RUNS)(
  'undo of %s: numbers, dates, texts, ticks, notes, all columns as they stood',
  async (_, run) => {
    const made = wide();
    const person = await openAs(made);
    const before = standing(made);
    const done = run(person);
    expect(standing(made)).not.toEqual(before);
    person.get('undo', { run: done, basedOn: person.get('previewUndo', { run: done }).basedOn });
    expect(standing(made)).toEqual(before);
  },
);

test.each(RUNS)('undo of %s, stopped anywhere and asked for again: nothing stands twice', async (_, run) => {
  const made = wide();
  const owner = await openAs(made);
  const before = standing(made);
  const done = run(owner);
  const after = structuredClone(made);
  const { basedOn } = owner.get('previewUndo', { run: done });
  owner.get('undo', { run: done, basedOn });
  const { calls } = owner;
  const said = new Set<string>();
  for (let at = 1; at <= calls; at++) {
    const copy = structuredClone(after);
    const person = await openAs(copy);
    person.host.hooks = {
      after: (_method, n) => {
        if (n === at) throw new Killed();
      },
    };
    expect(() => person.call('undo', { run: done, basedOn })).toThrow(Killed);
    person.host.hooks = {};
    const again = person.call('previewUndo', { run: done });
    if (again.ok) person.get('undo', { run: done, basedOn: again.value.basedOn });
    else said.add(again.refusal.message);
    for (const { run: stopped } of person.get('overview').unfinished)
      person.get('continueRun', { run: stopped });
    expect(standing(copy)).toEqual(before);
  }
  expect([...said]).toEqual([
    'A run is not finished. Continue or undo it on Overview first.',
    'This run was undone already.',
  ]);
});

test('Deleted Records holds the ten columns and nothing of people’s own', async () => {
  const made = wide();
  const person = await openAs(made);
  const { basedOn, count } = person.get('previewDeleteFlagged');
  person.get('deleteFlagged', { basedOn, confirm: String(count) });
  const [, first = []] = cellsOf(made, 'Deleted Records');
  expect(first.slice(0, 10)).toEqual([
    '',
    'person-0',
    'Training Record',
    '',
    '=title 0',
    '4711',
    '2024-11-04',
    '',
    'CPR',
    '1',
  ]);
});

test('rows that somebody sorts while an undo writes: what is put right is the very text that it was, too', async () => {
  const ids = ['1', '2', '3', '4', '5', '6'];
  const made = book({
    Records: ids.map((id) => [id, `person-${id}`, 'Training Record', '', 'Course', '', '']),
  });
  const sheet = made.sheets.find(({ name }) => name === 'Records');
  if (!sheet) throw new Error('no Records');
  // Texts in ordinary cells, as an apostrophe ahead makes them.
  for (const row of sheet.rows.slice(1)) {
    if (row) Object.assign(row, { values: row.values.with(6, `2025-01-0${row.values[0]}`), formats: {} });
  }
  const dates = () =>
    new Map(
      sheet.rows.slice(1).flatMap((row) => (row?.values[0] ? [[String(row.values[0]), row.values[6]]] : [])),
    );
  const before = dates();
  const person = await openAs(made);
  const input = {
    name: 'dates.csv',
    rows: [['Record Id', 'Completion Date'], ...['1', '2'].map((id) => [id, `2026-02-1${id}`])],
  };
  const { run } = person.get('importRecords', {
    ...input,
    basedOn: person.get('previewImport', input).basedOn,
  });
  expect(dates()).not.toEqual(before);
  const { basedOn } = person.get('previewUndo', { run });
  let sorted = false;
  person.host.hooks = {
    before: (method) => {
      // The journal stands; the next values go into Records.
      if (sorted || !method.startsWith('Range.set') || !journalHolds(made, 2)) return;
      sorted = true;
      sheet.rows.splice(1, ids.length, ...sheet.rows.slice(1, ids.length + 1).reverse());
    },
  };
  person.get('undo', { run, basedOn });
  expect(sorted).toBe(true);
  expect(dates()).toEqual(before);
});

/** Whether the before-images of that many runs stand. */
function journalHolds(made: BookModel, runs: number): boolean {
  const [, ...lines] = cellsOf(made, 'Undo Data');
  return new Set(lines.map(([run]) => run)).size >= runs;
}
