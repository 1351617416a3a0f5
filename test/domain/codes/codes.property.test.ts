import fc from 'fast-check';
import type { Cell } from '../../../src/domain/cell.ts';
import { codeKey } from '../../../src/domain/code.ts';
import { planTick } from '../../../src/domain/codes/checklist.ts';
import { planDeleteCode } from '../../../src/domain/codes/delete-code.ts';
import { type Keep, planMerge } from '../../../src/domain/codes/merge.ts';
import { planRename } from '../../../src/domain/codes/rename.ts';
import type { RemovedRow } from '../../../src/domain/journal-entry.ts';
import { LAYOUT, SHEET_KEYS, type SheetKey } from '../../../src/domain/layout.ts';
import type { Plan } from '../../../src/domain/plan.ts';
import { planUndo } from '../../../src/domain/undo.ts';
import type { Workbook } from '../../../src/domain/workbook.ts';
import { applyToTables, book, rowsOf } from './book.ts';

const EXACT = ['A-1', 'B-2', 'C-3', 'D-4'];
const exact = fc.constantFrom(...EXACT, '', 'STRAY');
const anyWriting = fc.constantFrom(
  ...EXACT,
  'a-1',
  ' A-1',
  'A\u200b-1',
  'Ａ-1',
  'b-2 ',
  '',
  'A-l',
  'AA-1',
  'A-11',
);
const name = fc.constantFrom('alex', 'sam', 'kim', '');
const keeps = fc.constantFrom<Keep>('first', 'last', 'both');
const ticks = fc.array(fc.boolean(), { minLength: 1, maxLength: 4 });
const date = fc.constantFrom('', '2025-01-01', '2025-01-02', '31/12/2025');

function workbooks(code: fc.Arbitrary<string>): fc.Arbitrary<Workbook> {
  const objectId = fc.constantFrom('0', '1', '2', '3');
  return fc
    .record({
      content: fc.array(
        fc.record({ objectId, type: fc.constantFrom('Course', 'Quiz', 'Event', 'x'), title: name, code }),
        { maxLength: 8 },
      ),
      paths: fc.array(
        fc.record({ pathId: objectId, step: fc.constantFrom<Cell>('', '1', 2), title: name, code }),
        { maxLength: 8 },
      ),
      records: fc.array(
        fc.record({
          recordId: fc.constantFrom('', '0', '7', '8'),
          name,
          completionDate: date,
          code,
          delete: fc.constantFrom<Cell>('', '1', true),
          otherInformation: fc.constantFrom('', 'A-1', 'about A-1.'),
        }),
        { maxLength: 12 },
      ),
    })
    .map((rows) =>
      book({ ...rows, codes: EXACT.map((each) => ({ code: each, description: `about ${each}` })) }),
    );
}

function codeCells(workbook: Workbook): readonly (readonly Cell[] | undefined)[] {
  return SHEET_KEYS.map((sheet) => workbook[sheet].cells.code);
}

function planOf(planned: { ok: true; plan: Plan } | { ok: false; refusal: { reason: string } }): Plan {
  if (!planned.ok) throw new Error(planned.refusal.reason);
  return planned.plan;
}

/** Some of a run's checklist ticked. */
function ticked(workbook: Workbook, plan: Plan, which: readonly boolean[]): Workbook {
  const items = (plan.checklist ?? []).filter((_, i) => which[i % which.length] === true);
  return items.reduce((now, item) => {
    const planned = planTick(now, item, true);
    return planned.ok ? applyToTables(now, planned.plan) : now;
  }, workbook);
}

/** Turns a run round as undo does. */
function undone(before: Workbook, after: Workbook, plan: Plan): Workbook {
  const removed: RemovedRow[] = plan.removals.map(({ sheet, row, key }) => {
    const layout = LAYOUT[sheet] as Record<string, { heading: string }>;
    const cells = rowsOf(before, sheet)[row - 2] ?? {};
    const byHeading = Object.entries(cells).map(([field, cell]) => [
      layout[field]?.heading ?? field,
      String(cell),
    ]);
    return { sheet, row, key, cells: Object.fromEntries(byHeading) };
  });
  const recordFields = Object.keys(before.records.cells);
  const { plan: back, kept } = planUndo(after, { run: 'run-1', when: '', plan, recordFields, removed });
  expect(kept).toEqual([]);
  return applyToTables(after, { ...back, formerCodes: [] });
}

/** Rows that went and came back stand last: the order of rows carries no meaning. */
function multiset(workbook: Workbook, sheet: SheetKey): string[] {
  return rowsOf(workbook, sheet)
    .map((row) => JSON.stringify(Object.entries(row).map(([field, cell]) => [field, String(cell)])))
    .sort();
}

describe('properties of renames, merges and deletions', () => {
  test('rename A to B, then B to A, is identity on code cells', () => {
    fc.assert(
      fc.property(workbooks(exact), fc.constantFrom(...EXACT), (before, from) => {
        const there = applyToTables(before, planOf(planRename(before, { from, to: 'NEW' })));
        const closed = { ...there, openRenames: [] };
        const back = applyToTables(closed, planOf(planRename(closed, { from: 'NEW', to: from })));
        expect(codeCells(back)).toEqual(codeCells(before));
      }),
    );
  });

  test('a rename never changes a cell that is not a code cell of that very code', () => {
    fc.assert(
      fc.property(
        workbooks(anyWriting),
        fc.constantFrom('NEW', 'a-1', 'A-l'),
        fc.boolean(),
        (before, to, records) => {
          const after = applyToTables(before, planOf(planRename(before, { from: 'A-1', to, records })));
          for (const sheet of SHEET_KEYS) {
            const was = rowsOf(before, sheet);
            rowsOf(after, sheet).forEach((row, i) => {
              const mine = codeKey(String(was[i]?.code)) === 'a-1';
              const changes = mine && sheet !== 'content' && (sheet !== 'records' || records);
              expect(row).toEqual(changes ? { ...was[i], code: to } : was[i]);
            });
          }
        },
      ),
    );
  });

  test('undoing a rename with some items ticked is identity', () => {
    fc.assert(
      fc.property(workbooks(anyWriting), ticks, (before, which) => {
        const plan = planOf(planRename(before, { from: 'A-1', to: 'NEW' }));
        const back = undone(before, ticked(applyToTables(before, plan), plan, which), plan);
        for (const sheet of SHEET_KEYS) expect(multiset(back, sheet)).toEqual(multiset(before, sheet));
      }),
    );
  });

  test('a merge with some items ticked and its undo are identity', () => {
    fc.assert(
      fc.property(workbooks(exact), keeps, ticks, (before, keep, which) => {
        const plan = planOf(planMerge(before, { from: 'A-1', into: 'B-2', keep }));
        const back = undone(before, ticked(applyToTables(before, plan), plan, which), plan);
        for (const sheet of SHEET_KEYS) expect(multiset(back, sheet)).toEqual(multiset(before, sheet));
      }),
    );
  });

  test('after a merge no person holds less: whoever had either code on a day has the other code on it', () => {
    fc.assert(
      fc.property(workbooks(anyWriting), keeps, (before, keep) => {
        const after = applyToTables(before, planOf(planMerge(before, { from: 'A-1', into: 'B-2', keep })));
        const held = (workbook: Workbook, keys: string[]) =>
          new Set(
            rowsOf(workbook, 'records')
              .filter((row) => keys.includes(codeKey(String(row.code))))
              .map((row) => `${row.name}|${row.completionDate}`),
          );
        expect(held(after, ['b-2'])).toEqual(held(before, ['a-1', 'b-2']));
        expect(held(after, ['a-1'])).toEqual(new Set());
      }),
    );
  });

  test('a code is deletable exactly when no cell carries it in any writing that counts as the same', () => {
    fc.assert(
      fc.property(workbooks(anyWriting), fc.constantFrom(...EXACT), (workbook, code) => {
        const carried = (['content', 'paths', 'records'] as const).some((sheet) =>
          (workbook[sheet].cells.code ?? []).some((cell) => codeKey(String(cell)) === codeKey(code)),
        );
        expect(planDeleteCode(workbook, code).ok).toBe(!carried);
      }),
    );
  });
});
