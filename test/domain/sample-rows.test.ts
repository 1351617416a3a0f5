import { checkWorkbook } from '../../src/domain/checks/index.ts';
import { SHEET_KEYS } from '../../src/domain/layout.ts';
import { hasSampleRows, planSampleRows } from '../../src/domain/sample-rows.ts';
import type { Workbook } from '../../src/domain/workbook.ts';
import { applyToTables, book, rowsOf } from './codes/book.ts';

const own = book({
  codes: [{ code: 'FIRE' }],
  content: [{ objectId: '1', type: 'Course', title: 'Fire', usedInRecords: 'TRUE', code: 'FIRE' }],
  paths: [{ pathId: 'P', step: '', title: 'Path', code: 'FIRE' }],
  records: [{ recordId: '1', name: 'alex', recordType: 'Training Record', code: 'FIRE' }],
});

function changed(workbook: Workbook, how: 'add' | 'remove'): Workbook {
  const planned = planSampleRows(workbook, how);
  if (!planned.ok) throw new Error(planned.refusal.reason);
  return applyToTables(workbook, planned.plan);
}

test('sample rows stand in all four sheets, and have no problem of their own', () => {
  const sample = changed(book({}), 'add');
  expect(SHEET_KEYS.map((sheet) => sample[sheet].length)).toEqual([3, 2, 3, 3]);
  expect(checkWorkbook(sample)).toEqual([]);
  expect(hasSampleRows(sample)).toBe(true);
  expect(hasSampleRows(own)).toBe(false);
  expect(hasSampleRows(book({ codes: [{ code: 'SAMPLE-FIRE' }] }))).toBe(true);
});

test('every sample row is told by its id or code, so that no row of people’s is taken for one', () => {
  const sample = changed(book({}), 'add');
  const firsts = { codes: 'code', content: 'objectId', paths: 'pathId', records: 'recordId' } as const;
  for (const sheet of SHEET_KEYS)
    for (const row of rowsOf(sample, sheet)) expect(row[firsts[sheet]]).toMatch(/^SAMPLE-/);
});

test('added and removed again, the sheets are what they were', () => {
  const back = changed(changed(own, 'add'), 'remove');
  for (const sheet of SHEET_KEYS) expect(rowsOf(back, sheet)).toEqual(rowsOf(own, sheet));
});

test('what people wrote into a sample row goes with it, what they wrote elsewhere stays', () => {
  const sample = changed(own, 'add');
  const more = book({
    ...Object.fromEntries(SHEET_KEYS.map((sheet) => [sheet, rowsOf(sample, sheet)])),
    records: [
      ...rowsOf(sample, 'records'),
      { recordId: '2', name: 'sam', objectId: 'SAMPLE-101', title: 'SAMPLE-FIRE', code: 'SAMPLE-FIRE' },
    ],
  });
  expect(rowsOf(changed(more, 'remove'), 'records').map(({ recordId }) => recordId)).toEqual(['1', '2']);
});

test('they come once, and go once', () => {
  expect(planSampleRows(changed(own, 'add'), 'add')).toMatchObject({
    refusal: { reason: 'nothing-to-do', args: { what: 'add: the sample rows stand already' } },
  });
  expect(planSampleRows(own, 'remove')).toMatchObject({
    refusal: { reason: 'nothing-to-do', args: { what: 'remove: no sample rows' } },
  });
});

test('the plan is part of setting up, and tells how many rows', () => {
  expect(planSampleRows(own, 'add')).toMatchObject({
    plan: { kind: 'setUp', edits: [], removals: [], summary: { rows: 11 } },
  });
  expect(planSampleRows(changed(own, 'add'), 'remove')).toMatchObject({ plan: { appends: [] } });
});
