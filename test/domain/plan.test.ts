import fc from 'fast-check';
import { columnLetters } from '../../src/domain/column-letters.ts';
import { fingerprint, fingerprint32 } from '../../src/domain/fingerprint.ts';
import { type Plan, refuse } from '../../src/domain/plan.ts';
import { planFingerprint } from '../../src/domain/plan-fingerprint.ts';
import { rowList } from '../../src/domain/row-list.ts';
import { customField, customHeading, emptyTable } from '../../src/domain/workbook.ts';

const plan: Plan = {
  kind: 'import',
  edits: [{ sheet: 'records', row: 2, field: 'title', key: '#1', before: 'A', after: 'B' }],
  appends: [{ sheet: 'records', values: { name: 'alex' } }],
  removals: [{ sheet: 'records', row: 9, key: '#9' }],
  formerCodes: [{ code: 'OLD', now: 'NEW' }],
  checklist: [{ from: 'OLD', to: 'NEW', type: 'Course', objectId: '1', title: 'T', owner: '', row: 2 }],
  newColumns: ['Centre'],
  summary: { rows: 1 },
};
const [edit] = plan.edits;
const [removal] = plan.removals;
if (!edit || !removal) throw new Error('an edit and a removal');

describe('the fingerprint of a plan', () => {
  test('an equal plan has the same', () => {
    expect(planFingerprint(structuredClone(plan))).toBe(planFingerprint(plan));
  });

  test.each<[string, Partial<Plan>]>([
    ['its kind', { kind: 'fix' }],
    ['the sheet of a cell', { edits: [{ ...edit, sheet: 'paths' }] }],
    ['the row of a cell', { edits: [{ ...edit, row: 3 }] }],
    ['the field of a cell', { edits: [{ ...edit, field: 'name' }] }],
    ['which row it is', { edits: [{ ...edit, key: '#2' }] }],
    ['what the cell holds', { edits: [{ ...edit, before: 'C' }] }],
    ['whether it holds text or a number', { edits: [{ ...edit, before: 1 }] }],
    ['what it will hold', { edits: [{ ...edit, after: 'C' }] }],
    ['a cell less', { edits: [] }],
    ['a new row', { appends: [{ sheet: 'records', values: { name: 'sam' } }] }],
    ['no new row', { appends: [] }],
    ['the sheet of a row that goes', { removals: [{ ...removal, sheet: 'codes' }] }],
    ['the place of a row that goes', { removals: [{ ...removal, row: 8 }] }],
    ['which row goes', { removals: [{ ...removal, key: '#8' }] }],
    ['no row that goes', { removals: [] }],
    ['a former code', { formerCodes: [] }],
    ['the checklist', { checklist: [] }],
    ['a new column', { newColumns: [] }],
    ['what it undoes', { undoes: ['R1'] }],
    ['its summary', { summary: { rows: 2 } }],
  ])('changes with %s', (_, change) => {
    expect(planFingerprint({ ...plan, ...change })).not.toBe(planFingerprint(plan));
  });
});

describe('fingerprints of texts', () => {
  test('are sixteen hexadecimal digits, the first half of them from the first half of the work', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(fingerprint([text])).toMatch(/^[0-9a-f]{16}$/);
        expect(fingerprint32(text)).toBe(Number.parseInt(fingerprint([text]).slice(0, 8), 16));
      }),
    );
  });

  test('tell apart where one part ends and the next begins', () => {
    expect(fingerprint(['ab', 'c'])).not.toBe(fingerprint(['a', 'bc']));
    expect(fingerprint(['a', ''])).not.toBe(fingerprint(['a']));
    expect(fingerprint([])).not.toBe(fingerprint(['']));
  });

  test('differ in both halves for texts that differ', () => {
    const texts = Array.from({ length: 5_000 }, (_, i) => fingerprint([`row ${i}`, 'x']));
    expect(new Set(texts.map((text) => text.slice(0, 8))).size).toBe(5_000);
    expect(new Set(texts.map((text) => text.slice(8))).size).toBe(5_000);
  });

  // Exports of earlier versions are remembered by these.
  test('stay what they are', () => {
    expect(fingerprint(['Fire safety', ''])).toBe('3339683b98d77f39');
    expect(fingerprint32('Fire safety')).toBe(4_268_083_110);
  });
});

test('a refusal carries its reason and nothing else, if there is nothing else to say', () => {
  expect(refuse('busy')).toEqual({ ok: false, refusal: { reason: 'busy', args: {} } });
  expect(refuse('code-taken', { row: 3 }).refusal.args).toEqual({ row: 3 });
});

test.each([
  [[7], 'row 7'],
  [[7, 9], 'rows 7, 9'],
  [Array.from({ length: 10 }, (_, i) => i + 2), 'rows 2, 3, 4, 5, 6, 7, 8, 9, 10, 11'],
  [Array.from({ length: 11 }, (_, i) => i + 2), 'rows 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 1 more'],
  [Array.from({ length: 1_511 }, (_, i) => i + 2), 'rows 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 1,501 more'],
])('rows %j in words', (rows, words) => {
  expect(rowList(rows)).toBe(words);
});

test.each([
  [1, 'A'],
  [26, 'Z'],
  [27, 'AA'],
  [52, 'AZ'],
  [702, 'ZZ'],
  [703, 'AAA'],
])('column %i is %s', (column, letters) => {
  expect(columnLetters(column)).toBe(letters);
});

test('one of people’s own columns is a field by its heading, and no field of ours is one', () => {
  expect(customHeading(customField('Cost: Centre'))).toBe('Cost: Centre');
  expect(customHeading('code')).toBeUndefined();
  expect(customHeading('my custom:field')).toBeUndefined();
});

test('a sheet that is not there has no rows, no columns and no problems', () => {
  expect(emptyTable('codes', 'Codes')).toEqual({
    sheet: 'codes',
    exists: false,
    name: 'Codes',
    length: 0,
    cells: {},
    columns: {},
    headingProblems: [],
    formulas: [],
  });
});
