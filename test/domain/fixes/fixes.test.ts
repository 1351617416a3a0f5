import { checkWorkbook } from '../../../src/domain/checks/index.ts';
import { fixesFor, isFixedWithOthers, issueId, planFix } from '../../../src/domain/fixes/index.ts';
import type { FixId, RuleId } from '../../../src/domain/issue.ts';
import type { Workbook } from '../../../src/domain/workbook.ts';
import { applyToTables, book, rowsOf } from '../codes/book.ts';

const record = (recordId: string, more: object = {}) => ({
  recordId,
  name: 'alex',
  recordType: 'Training Record',
  completionDate: '2025-03-14',
  code: 'FIRE',
  ...more,
});
const codes = [{ code: 'FIRE', description: 'Fire safety' }];

/** All problems of the rule fixed at once: the sheet's column afterwards. */
function fixed(workbook: Workbook, fix: FixId, rule: RuleId, column: string, issue?: string): unknown[] {
  const planned = planFix(workbook, { fix, rule, ...(issue === undefined ? {} : { issue }) });
  if (!planned.ok) throw new Error(planned.refusal.reason);
  const [sheet, field] = column.split('.') as ['records', string];
  return rowsOf(applyToTables(workbook, planned.plan), sheet).map((row) => row[field] ?? '');
}

describe('each fix does what it says, and no more', () => {
  test('an unknown code is added once, without outer spaces, whatever sheets and writings it stands in', () => {
    const workbook = book({ codes, records: [record('1', { code: ' NEW ' }), record('2', { code: 'new' })] });
    expect(fixed(workbook, 'add-code', 'record-unknown-code', 'codes.code')).toEqual(['FIRE', 'NEW']);
    const planned = planFix(workbook, { fix: 'add-code', rule: 'record-unknown-code' });
    expect(planned).toMatchObject({
      plan: {
        kind: 'fix',
        edits: [],
        removals: [],
        appends: [{ sheet: 'codes', values: { code: 'NEW', description: '' } }],
        summary: { fix: 'add-code', rule: 'record-unknown-code', issues: 1 },
      },
    });
    expect(planned.ok && planned.plan.archive).toBeFalsy();
  });

  test('two unknown codes are two new rows', () => {
    const workbook = book({ codes, records: [record('1', { code: 'A' }), record('2', { code: 'B' })] });
    expect(fixed(workbook, 'add-code', 'record-unknown-code', 'codes.code')).toEqual(['FIRE', 'A', 'B']);
  });

  test('a code takes the writing of the Codes sheet', () => {
    const workbook = book({ codes, records: [record('1', { code: 'fire' }), record('2')] });
    expect(fixed(workbook, 'use-codes-spelling', 'code-spelling', 'records.code')).toEqual(['FIRE', 'FIRE']);
  });

  test('a number becomes the text of its digits', () => {
    const workbook = book({ codes: [{ code: 101 }] });
    expect(fixed(workbook, 'make-code-text', 'code-not-text', 'codes.code')).toEqual(['101']);
  });

  test('a former code becomes the one it is now', () => {
    const formerCodes = [{ code: 'OLD', now: 'FIRE', when: '' }];
    const workbook = book({ codes, formerCodes, records: [record('1', { code: 'old' }), record('2')] });
    expect(fixed(workbook, 'use-new-code', 'record-unknown-code', 'records.code')).toEqual(['FIRE', 'FIRE']);
  });

  test('steps are numbered from 1 in the order they have, each path for itself', () => {
    const paths = [
      { pathId: 'P', step: '', title: 'P', code: 'A' },
      { pathId: 'P', step: '7', code: 'C' },
      { pathId: 'P', step: '2', code: 'B' },
      { pathId: 'Q', step: '', title: 'Q', code: 'D' },
      { pathId: 'Q', step: '3', code: 'E' },
    ];
    expect(fixed(book({ paths }), 'renumber-steps', 'step-gap', 'paths.step')).toEqual([
      '',
      '2',
      '1',
      '',
      '1',
    ]);
  });

  test('a step that has its number already stays as it is written', () => {
    const steps = [1, ' 2 ', 5].map((step, i) => ({ pathId: 'P', step, code: `S${i}` }));
    const of = book({ paths: [{ pathId: 'P', step: '', title: 'P', code: 'A' }, ...steps] });
    const planned = planFix(of, { fix: 'renumber-steps', rule: 'step-gap' });
    expect(planned.ok && planned.plan.edits).toEqual([
      { sheet: 'paths', row: 5, field: 'step', key: expect.any(String), before: 5, after: '3' },
    ]);
  });

  test('spaces that nobody sees go from a code of the Codes sheet', () => {
    const workbook = book({ codes: [{ code: ' FIRE  01' }, { code: 'LIFT' }] });
    expect(fixed(workbook, 'tidy-code', 'code-stray-spaces', 'codes.code')).toEqual(['FIRE 01', 'LIFT']);
  });

  test('an edit is of the very cell, told again by the rest of its row', () => {
    const workbook = book({ codes, records: [record('1'), record('7', { code: 'fire' })] });
    expect(planFix(workbook, { fix: 'use-codes-spelling', rule: 'code-spelling' })).toEqual({
      ok: true,
      plan: {
        kind: 'fix',
        edits: [{ sheet: 'records', row: 3, field: 'code', key: '#7', before: 'fire', after: 'FIRE' }],
        appends: [],
        removals: [],
        summary: { fix: 'use-codes-spelling', rule: 'code-spelling', issues: 1 },
      },
    });
  });

  test('of records with one id the first keeps it', () => {
    const workbook = book({ codes, records: [record('1'), record('1', { name: 'sam' }), record('2')] });
    expect(fixed(workbook, 'make-record-new', 'record-id-duplicate', 'records.recordId')).toEqual([
      '1',
      '',
      '2',
    ]);
  });

  test('copies go, the row they were made of stays, and copies of them are kept', () => {
    const workbook = book({ codes, records: [record('1'), record('2'), record('1'), record('1')] });
    expect(fixed(workbook, 'drop-copied-row', 'record-id-duplicate', 'records.recordId')).toEqual(['1', '2']);
    const planned = planFix(workbook, { fix: 'drop-copied-row', rule: 'record-id-duplicate' });
    expect(planned).toMatchObject({ plan: { archive: true, edits: [], appends: [] } });
    expect(planned.ok && planned.plan.removals.map(({ row, key }) => [row, key])).toEqual([
      [4, '#1'],
      [5, '#1'],
    ]);
  });

  test('copies of several records go in the order of the sheet', () => {
    const workbook = book({ codes, records: [record('1'), record('2'), record('2'), record('1')] });
    const planned = planFix(workbook, { fix: 'drop-copied-row', rule: 'record-id-duplicate' });
    expect(planned.ok && planned.plan.removals).toEqual([
      { sheet: 'records', row: 4, key: '#2', above: '#2' },
      { sheet: 'records', row: 5, key: '#1', above: '#2' },
    ]);
  });

  test('a copy that differs is dropped one by one, never with all others', () => {
    const workbook = book({ codes, records: [record('1'), record('1', { name: 'sam' })] });
    const [issue] = checkWorkbook(workbook).filter(({ rule }) => rule === 'record-id-duplicate');
    if (!issue) throw new Error('no copy');
    expect(fixesFor(issue)).toEqual(['make-record-new', 'drop-copied-row']);
    expect(isFixedWithOthers(issue, 'drop-copied-row')).toBe(false);
    expect(isFixedWithOthers(issue, 'make-record-new')).toBe(true);
    const asked = { fix: 'drop-copied-row', rule: 'record-id-duplicate' } as const;
    expect(planFix(workbook, asked)).toMatchObject({ refusal: { reason: 'no-such-fix' } });
    expect(planFix(workbook, { ...asked, issue: issueId(issue) })).toMatchObject({ ok: true });
  });

  test('a blank type becomes Training Record', () => {
    const workbook = book({ codes, records: [record('1', { recordType: '' }), record('2')] });
    expect(fixed(workbook, 'set-record-type', 'record-type-missing', 'records.recordType')).toEqual([
      'Training Record',
      'Training Record',
    ]);
  });

  test('a date with one reading is written as ISO', () => {
    const workbook = book({ codes, records: [record('1', { completionDate: '2025/3/4' }), record('2')] });
    expect(fixed(workbook, 'write-iso-date', 'record-date-invalid', 'records.completionDate')).toEqual([
      '2025-03-04',
      '2025-03-14',
    ]);
  });
});

describe('one problem of several', () => {
  const workbook = book({
    codes,
    records: [record('1', { recordType: '' }), record('2', { recordType: '' })],
  });
  const issues = checkWorkbook(workbook).filter(({ rule }) => rule === 'record-type-missing');

  test('is told by its rule, place and code', () => {
    expect(issues.map(issueId)).toEqual([
      'record-type-missing|records|2|recordType|FIRE',
      'record-type-missing|records|3|recordType|FIRE',
    ]);
    expect(issueId({ rule: 'code-missing', severity: 'error', at: [], args: { id: '7' } })).toBe(
      'code-missing||0||7',
    );
    expect(
      issueId({ rule: 'code-missing', severity: 'error', at: [{ sheet: 'codes', row: 2 }], args: {} }),
    ).toBe('code-missing|codes|2||');
  });

  test('is fixed alone', () => {
    const [, second] = issues;
    const types = fixed(
      workbook,
      'set-record-type',
      'record-type-missing',
      'records.recordType',
      second && issueId(second),
    );
    expect(types).toEqual(['', 'Training Record']);
  });
});

describe('what is not there is not fixed', () => {
  const workbook = book({
    codes,
    formerCodes: [{ code: 'OLD', now: 'FIRE', when: '' }],
    records: [record('1', { recordType: '' }), record('2', { code: 'OLD' })],
  });

  test.each<[string, string, string, string | undefined]>([
    [
      'a problem that is gone',
      'set-record-type',
      'record-type-missing',
      'record-type-missing|records|9|recordType|FIRE',
    ],
    ['another rule’s fix', 'add-code', 'record-type-missing', undefined],
    ['another rule’s problem with the same fix', 'use-new-code', 'content-unknown-code', undefined],
    ['a rule that finds nothing', 'add-code', 'record-unknown-code', undefined],
    ['a fix that nobody knows', 'constructor', 'record-type-missing', undefined],
  ])('%s', (_, fix, rule, issue) => {
    const input = { fix: fix as FixId, rule: rule as RuleId, ...(issue === undefined ? {} : { issue }) };
    expect(planFix(workbook, input)).toMatchObject({ ok: false, refusal: { reason: 'no-such-fix' } });
  });

  test('a formula is never written over', () => {
    const formulas = [{ row: 2, field: 'recordType' as const, formula: '=A1' }];
    const held = { ...workbook, records: { ...workbook.records, formulas } };
    const asked = { fix: 'set-record-type', rule: 'record-type-missing' } as const;
    expect(planFix(held, asked)).toMatchObject({
      refusal: { reason: 'formula-in-the-way', args: { sheet: 'Records', row: 2 } },
    });
    for (const other of [
      { row: 3, field: 'recordType' as const, formula: '=A1' },
      { row: 2, field: 'title' as const, formula: '=A1' },
    ])
      expect(planFix({ ...held, records: { ...held.records, formulas: [other] } }, asked)).toMatchObject({
        ok: true,
      });
  });

  test('a problem without a safe fix offers none', () => {
    const [issue] = checkWorkbook(book({ codes, records: [record('1', { name: '' })] }));
    expect(issue && fixesFor(issue)).toEqual([]);
  });
});
