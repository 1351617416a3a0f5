import { type JournalEntry, wholeOf } from '../../src/domain/journal-entry.ts';

const entry = (run: string, row: number): JournalEntry => ({
  run,
  when: '2026-11-20T09:00',
  recordFields: ['name'],
  plan: {
    kind: 'import',
    edits: [{ sheet: 'records', row, field: 'name', key: `#${row}`, before: 'a', after: 'b' }],
    appends: [{ sheet: 'records', values: { name: `new ${row}` } }],
    removals: [{ sheet: 'records', row, key: `#${row}` }],
    summary: {},
  },
  removed: [{ sheet: 'records', row, key: `#${row}`, cells: {} }],
});

test('the parts of a run are one run that did what all of them did, in their order', () => {
  const [first, second] = [entry('R1', 2), entry('R1.2', 3)];
  expect(wholeOf([first, second])).toEqual({
    ...first,
    parts: ['R1', 'R1.2'],
    plan: {
      ...first.plan,
      edits: [...first.plan.edits, ...second.plan.edits],
      appends: [...first.plan.appends, ...second.plan.appends],
      removals: [...first.plan.removals, ...second.plan.removals],
    },
    removed: [...first.removed, ...second.removed],
  });
});

test('one part is the whole of its run, and none is no run', () => {
  expect(wholeOf([entry('R1', 2)])).toEqual({ ...entry('R1', 2), parts: ['R1'] });
  expect(wholeOf([])).toBeNull();
});
