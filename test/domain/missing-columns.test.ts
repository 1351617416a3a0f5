import { checkWorkbook } from '../../src/domain/checks/index.ts';
import { planAddCode } from '../../src/domain/codes/add-code.ts';
import { checklistState } from '../../src/domain/codes/checklist.ts';
import { planDeleteCode, planFlagRecords } from '../../src/domain/codes/delete-code.ts';
import { listCodes } from '../../src/domain/codes/list-codes.ts';
import { findMentions } from '../../src/domain/codes/mentions.ts';
import { planMerge } from '../../src/domain/codes/merge.ts';
import { planRename } from '../../src/domain/codes/rename.ts';
import { usedInOf } from '../../src/domain/codes/used-in.ts';
import { whereUsed } from '../../src/domain/codes/where-used.ts';
import { SHEET_KEYS, type SheetKey } from '../../src/domain/layout.ts';
import { expiryOf } from '../../src/domain/progress/expiry.ts';
import { holdingsOf } from '../../src/domain/progress/holdings.ts';
import { learningPaths } from '../../src/domain/progress/learning-paths.ts';
import { pathProgress, planAddPathRecords } from '../../src/domain/progress/path-progress.ts';
import { whyNot } from '../../src/domain/progress/why-not.ts';
import { exportRecords, liveRows } from '../../src/domain/records/export.ts';
import { reportsOf } from '../../src/domain/reports/index.ts';
import { rowKey } from '../../src/domain/row-key.ts';
import { planSampleRows } from '../../src/domain/sample-rows.ts';
import { findUsage } from '../../src/domain/usage.ts';
import type { Table, Workbook } from '../../src/domain/workbook.ts';
import { book } from './codes/book.ts';

const whole = book({
  codes: [
    { code: 'FIRE', description: 'Fire safety', validForMonths: '12' },
    { code: 'LIFT', description: 'Lifting' },
    { code: 'START', description: 'Starter path' },
  ],
  content: [
    { objectId: '1', type: 'Course', title: 'Fire', usedInRecords: 'TRUE', code: 'FIRE', owner: 'kim' },
    { objectId: '2', type: 'Quiz', title: 'FIRE and LIFT', usedInRecords: 'TRUE', code: 'LIFT' },
  ],
  paths: [
    { pathId: 'P', step: '', title: 'Starter', code: 'START' },
    { pathId: 'P', step: '1', title: 'First', code: 'FIRE' },
    { pathId: 'P', step: '2', title: 'Second', code: 'LIFT' },
  ],
  records: [
    {
      recordId: '7',
      name: 'alex',
      recordType: 'Training Record',
      objectId: '1',
      title: 'Fire',
      completionDate: '2025-01-31',
      code: 'FIRE',
      otherInformation: 'said FIRE',
    },
    {
      recordId: '8',
      name: 'alex',
      recordType: 'Training Record',
      completionDate: '2025-02-28',
      code: 'LIFT',
    },
    { recordId: '9', name: 'sam', recordType: 'Training Record', code: 'fire', delete: '1' },
  ],
});

const columns = SHEET_KEYS.flatMap((sheet) =>
  Object.keys(whole[sheet].cells).map((field) => [sheet, field] as const),
);

function changed(sheet: SheetKey, field: string, how: 'missing' | 'blank'): Workbook {
  const table = whole[sheet] as Table<SheetKey>;
  const cells = { ...table.cells } as Record<string, readonly string[]>;
  const at = { ...table.columns } as Record<string, number>;
  delete cells[field];
  delete at[field];
  if (how === 'blank') cells[field] = Array.from({ length: table.length }, () => '');
  return { ...whole, [sheet]: { ...table, cells, columns: how === 'blank' ? table.columns : at } };
}

const blankUse = () => ({ text: '', note: '' });

/** Everything that only reads: the answers, as values. */
const READINGS: Readonly<Record<string, (workbook: Workbook) => unknown>> = {
  'the list of codes': (workbook) => listCodes(workbook, findUsage(workbook), { search: 'i' }),
  'where a code is used': (workbook) =>
    ['FIRE', 'LIFT', 'START', ''].map((code) => whereUsed(workbook, findUsage(workbook), code)),
  // Without codes there is no row to say it of.
  'Used In': (workbook) =>
    workbook.codes.cells.code ? usedInOf(workbook, findUsage(workbook), 'now') : ['', '', ''].map(blankUse),
  mentions: (workbook) => findMentions(workbook, 'FIRE'),
  paths: learningPaths,
  progress: (workbook) =>
    learningPaths(workbook).map((path) =>
      pathProgress(path, holdingsOf(workbook, '2026-03-01'), '2026-03-01'),
    ),
  expiry: (workbook) => expiryOf(workbook, holdingsOf(workbook, workbook.today), workbook.today),
  'why not': (workbook) =>
    learningPaths(workbook).flatMap((path) =>
      ['alex', 'sam'].map((person) => whyNot(workbook, path, person, workbook.today)),
    ),
  'records for a path': (workbook) => planAddPathRecords(workbook, 'P'),
  'the items of a checklist': (workbook) =>
    checklistState(workbook, [{ from: 'FIRE', to: 'NEW', type: 'Course', objectId: '1', title: 'Fire' }]),
  export: (workbook) => exportRecords(workbook, liveRows(workbook), [], 'records').text,
  'keys of rows': (workbook) =>
    SHEET_KEYS.map((sheet) =>
      Array.from({ length: workbook[sheet].length }, (_, i) => rowKey(workbook[sheet] as Table<SheetKey>, i)),
    ),
  reports: (workbook) => [reportsOf(workbook, [], workbook.today), reportsOf(workbook, [], '2025-02-10')],
};

describe.each(Object.entries(READINGS))('a missing column is as a blank one: %s', (_, read) => {
  test.each(columns)('%s, %s', (sheet, field) => {
    expect(read(changed(sheet, field, 'missing'))).toEqual(read(changed(sheet, field, 'blank')));
  });
});

/** Plans may refuse a column that is not there, and never fall over. */
const PLANS: Readonly<Record<string, (workbook: Workbook) => { ok: boolean }>> = {
  rename: (workbook) => planRename(workbook, { from: 'FIRE', to: 'NEW' }),
  merge: (workbook) => planMerge(workbook, { from: 'FIRE', into: 'LIFT', keep: 'first' }),
  'delete a code': (workbook) => planDeleteCode(workbook, 'START'),
  'flag records': (workbook) => planFlagRecords(workbook, 'LIFT'),
  'add a code': (workbook) => planAddCode(workbook, { code: 'NEW' }),
  'sample rows': (workbook) => planSampleRows(workbook, 'add'),
};

describe.each(Object.entries(PLANS))('a missing column makes no plan fall over: %s', (_, plan) => {
  test.each(columns)('%s, %s', (sheet, field) => {
    expect(typeof plan(changed(sheet, field, 'missing')).ok).toBe('boolean');
  });
});

describe('checks of a sheet that lacks a column', () => {
  test.each(columns)('%s, %s: say nothing about the cells that are not there', (sheet, field) => {
    const lacking = changed(sheet, field, 'missing');
    const found = checkWorkbook(lacking);
    expect(
      found.flatMap(({ at }) => at).filter((place) => place.sheet === sheet && place.field === field),
    ).toEqual([]);
  });
});
