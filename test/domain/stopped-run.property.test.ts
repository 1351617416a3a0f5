import fc from 'fast-check';
import { cellText } from '../../src/domain/cell.ts';
import { planMerge } from '../../src/domain/codes/merge.ts';
import { planFix } from '../../src/domain/fixes/index.ts';
import type { JournalEntry } from '../../src/domain/journal-entry.ts';
import { type FieldLayout, LAYOUT, type SheetKey } from '../../src/domain/layout.ts';
import type { Plan, Planned } from '../../src/domain/plan.ts';
import { planDeleteFlagged } from '../../src/domain/records/delete-flagged.ts';
import { withTwins } from '../../src/domain/row-twins.ts';
import { planContinue, planUndo } from '../../src/domain/undo.ts';
import type { Workbook } from '../../src/domain/workbook.ts';
import { applyToTables, book, rowsOf } from './codes/book.ts';

// Few texts, so that many rows look alike: with the same id, with none, and in everything.
const record = fc
  .tuple(
    fc.constantFrom('', '0', '1', '2'),
    fc.constantFrom('al', 'bo'),
    fc.constantFrom('FIRE', 'LIFT', 'lift'),
    fc.constantFrom('', '', '1'),
    fc.constantFrom('', 'A title'),
  )
  .map(([recordId, name, code, flag, title]) => ({
    ...{ recordId, name, code, title },
    recordType: 'Training Record',
    completionDate: '2025-03-15',
    delete: flag,
  }));
const rows = fc.array(record, { minLength: 1, maxLength: 7 });

const RUNS: Readonly<Record<string, (workbook: Workbook) => Planned>> = {
  'merge, the first of doubled records stays': (workbook) =>
    planMerge(workbook, { from: 'FIRE', into: 'LIFT', keep: 'first' }),
  'merge, the last of doubled records stays': (workbook) =>
    planMerge(workbook, { from: 'FIRE', into: 'LIFT', keep: 'last' }),
  'delete flagged records': planDeleteFlagged,
  'drop copied rows': (workbook) =>
    planFix(workbook, { fix: 'drop-copied-row', rule: 'record-id-duplicate' }),
  'make copied rows new': (workbook) =>
    planFix(workbook, { fix: 'make-record-new', rule: 'record-id-duplicate' }),
};

/** What the journal holds of a run on this workbook. */
function journal(workbook: Workbook, made: Plan): JournalEntry {
  const removed = made.removals.map(({ sheet, row, key, above }) => ({
    ...{ sheet, row, key },
    ...(above === undefined ? {} : { above }),
    cells: Object.fromEntries(
      (Object.entries(LAYOUT[sheet]) as [string, FieldLayout][]).flatMap(([field, { heading }]) => {
        const cell = rowsOf(workbook, sheet)[row - 2]?.[field] ?? '';
        return cell === '' ? [] : [[heading, cell]];
      }),
    ),
  }));
  return {
    run: 'R1',
    when: '2026-03-01T10:00',
    plan: withTwins(workbook, made, removed),
    recordFields: Object.keys(workbook.records.cells),
    removed,
  };
}

/** How far a run may have come: cells first, then rows that come, then rows that go, the last first. */
function partsOf({ edits, appends, removals, ...rest }: Plan): Plan[] {
  const sorted = [...removals].sort((a, b) => b.row - a.row);
  const none = { ...rest, edits, appends, removals };
  return [
    ...edits.map((_, i) => ({ ...none, edits: edits.slice(0, i), appends: [], removals: [] })),
    ...appends.map((_, i) => ({ ...none, appends: appends.slice(appends.length - i), removals: [] })),
    ...removals.map((_, i) => ({ ...none, removals: sorted.slice(0, i) })),
    none,
  ];
}

/** The rows, in no order: those that come back stand at the end here. */
const content = (workbook: Workbook): string[] =>
  (['codes', 'records'] as SheetKey[]).flatMap((sheet) =>
    rowsOf(workbook, sheet)
      .map(
        (row) => sheet + JSON.stringify(Object.entries(row).map(([field, cell]) => [field, cellText(cell)])),
      )
      .sort(),
  );

describe.each(Object.entries(RUNS))('%s', (_, planner) => {
  const each = (check: (workbook: Workbook, made: Plan) => void): void =>
    fc.assert(
      fc.property(rows, (records) => {
        const workbook = book({ codes: [{ code: 'FIRE' }, { code: 'LIFT' }], records });
        const planned = planner(workbook);
        if (planned.ok) check(workbook, planned.plan);
      }),
      { numRuns: 300 },
    );

  test('stopped anywhere and continued, the rows are those of the whole run', () => {
    each((workbook, made) => {
      const entry = journal(workbook, made);
      const done = content(applyToTables(workbook, made));
      for (const part of partsOf(made)) {
        const stopped = applyToTables(workbook, part);
        const rest = planContinue(stopped, entry);
        expect(rest.kept).toEqual([]);
        expect(content(applyToTables(stopped, rest.plan))).toEqual(done);
      }
    });
  });

  test('stopped anywhere and undone, the rows are what they were', () => {
    each((workbook, made) => {
      const entry = journal(workbook, made);
      for (const part of partsOf(made)) {
        const stopped = applyToTables(workbook, part);
        const back = planUndo(stopped, entry, false);
        expect(content(applyToTables(stopped, back.plan))).toEqual(content(workbook));
      }
    });
  });

  test('whole, and its undo stopped anywhere and continued, the rows are what they were', () => {
    each((workbook, made) => {
      const done = applyToTables(workbook, made);
      const undo = planUndo(done, journal(workbook, made)).plan;
      const entry = journal(done, undo);
      for (const part of partsOf(undo)) {
        const stopped = applyToTables(done, part);
        const rest = planContinue(stopped, entry);
        expect(rest.kept).toEqual([]);
        expect(content(applyToTables(stopped, rest.plan))).toEqual(content(workbook));
      }
    });
  });
});
