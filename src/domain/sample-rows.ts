import { textOf } from './cell.ts';
import { SHEET_KEYS, type SheetKey } from './layout.ts';
import { nothingTo, type Planned, type RowAppend, type RowRemoval } from './plan.ts';
import { removalsOf } from './row-removal.ts';
import { cellsOf, type Table, type Workbook } from './workbook.ts';

/** Every sample row carries this in its id or code, so that exactly these rows can be taken out again. */
const MARK = 'SAMPLE-';

const MARKED: Readonly<Record<SheetKey, string>> = {
  codes: 'code',
  content: 'objectId',
  paths: 'pathId',
  records: 'recordId',
};

const ROWS: readonly (readonly [SheetKey, Readonly<Record<string, string>>])[] = [
  ['codes', { code: 'SAMPLE-FIRE', description: 'Fire safety basics' }],
  ['codes', { code: 'SAMPLE-LIFT', description: 'Lifting and carrying' }],
  ['codes', { code: 'SAMPLE-START', description: 'Starter path' }],
  ['content', course('SAMPLE-101', 'Course', 'Fire safety basics', 'SAMPLE-FIRE')],
  ['content', course('SAMPLE-102', 'Quiz', 'Lifting and carrying: quiz', 'SAMPLE-LIFT')],
  ['paths', { pathId: 'SAMPLE-P1', step: '', title: 'Starter path', code: 'SAMPLE-START' }],
  ['paths', { pathId: 'SAMPLE-P1', step: '1', title: 'Fire safety basics', code: 'SAMPLE-FIRE' }],
  ['paths', { pathId: 'SAMPLE-P1', step: '2', title: 'Lifting and carrying', code: 'SAMPLE-LIFT' }],
  [
    'records',
    record('SAMPLE-R1', 'alex.example', 'SAMPLE-101', 'Fire safety basics', '2025-03-14', 'SAMPLE-FIRE'),
  ],
  [
    'records',
    record('SAMPLE-R2', 'sam.example', 'SAMPLE-101', 'Fire safety basics', '2025-03-17', 'SAMPLE-FIRE'),
  ],
  [
    'records',
    record('SAMPLE-R3', 'alex.example', 'SAMPLE-102', 'Lifting and carrying', '2025-04-02', 'SAMPLE-LIFT'),
  ],
];

/** Adds a few rows that show how the sheets belong together, or takes exactly these out again. */
export function planSampleRows(workbook: Workbook, how: 'add' | 'remove'): Planned {
  const standing = SHEET_KEYS.flatMap((sheet) => sampleRows(workbook[sheet] as Table<SheetKey>));
  if (how === 'remove' && standing.length === 0) return nothingTo('remove: no sample rows');
  if (how === 'add' && standing.length > 0) return nothingTo('add: the sample rows stand already');
  const appends: RowAppend[] = how === 'add' ? ROWS.map(([sheet, values]) => ({ sheet, values })) : [];
  return {
    ok: true,
    plan: { kind: 'setUp', edits: [], appends, removals: standing, summary: { rows: ROWS.length } },
  };
}

export function hasSampleRows(workbook: Workbook): boolean {
  return SHEET_KEYS.some((sheet) => sampleRows(workbook[sheet] as Table<SheetKey>).length > 0);
}

function sampleRows(table: Table<SheetKey>): RowRemoval[] {
  const ids = cellsOf(table, MARKED[table.sheet]);
  const isSample = (i: number): boolean => textOf(ids, i).startsWith(MARK);
  return removalsOf(table, Array.from({ length: table.length }, (_, i) => i).filter(isSample));
}

function course(objectId: string, type: string, title: string, code: string): Record<string, string> {
  return { objectId, type, title, usedInRecords: 'TRUE', code, owner: 'alex.example' };
}

function record(
  recordId: string,
  name: string,
  objectId: string,
  title: string,
  completionDate: string,
  code: string,
): Record<string, string> {
  return { recordId, name, recordType: 'Training Record', objectId, title, completionDate, code };
}
