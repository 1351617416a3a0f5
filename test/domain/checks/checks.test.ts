import fc from 'fast-check';
import { checkWorkbook } from '../../../src/domain/checks/index.ts';
import { planFix } from '../../../src/domain/fixes/index.ts';
import type { RuleId } from '../../../src/domain/issue.ts';
import type { Workbook } from '../../../src/domain/workbook.ts';
import { workbook } from '../../builders/workbook.ts';

type Builder = ReturnType<typeof workbook>;

/** Findings as "rule sheet rows". */
function found(book: Workbook): string[] {
  return checkWorkbook(book).map(({ rule, at }) => `${rule} ${at[0]?.sheet} ${at.map(({ row }) => row)}`);
}

/** A workbook in which all is well: codes A and P, a course, a path of one step, a record. */
const clean = (): Builder =>
  workbook()
    .code('CODE-A')
    .code('PATH-P')
    .course('1', 'CODE-A')
    .path('P1', 'PATH-P')
    .step('P1', '1', 'CODE-A')
    .record('ann', 'CODE-A');

const CASES: [rule: RuleId, what: string, make: (b: Builder) => Builder, where: string][] = [
  ['code-missing', 'a description without a code', (b) => b.code(''), 'codes 4'],
  ['code-duplicate', 'the same code in other case and spaces', (b) => b.code(' code-a '), 'codes 2,4'],
  [
    'code-duplicate',
    'full-width letters and a zero-width space',
    (b) => b.code('ＣＯＤＥ-A\u200b'),
    'codes 2,4',
  ],
  ['code-look-alike', 'O and 0', (b) => b.code('C0DE-A'), 'codes 2,4'],
  ['code-look-alike', 'a Cyrillic letter', (b) => b.code('СODE-A'), 'codes 2,4'],
  ['code-look-alike', 'a retired code', (b) => b.former('C0DE-A', ''), 'codes 2'],
  ['code-not-text', 'a number', (b) => b.code(12), 'codes 4'],
  ['code-not-text', 'a date', (b) => b.code({ iso: '2026-03-01', shown: '1-Mar' }), 'codes 4'],
  ['code-not-text', 'a formula that failed', (b) => b.course('2', '#N/A'), 'content 3'],
  ['code-stray-spaces', 'a space at the end', (b) => b.code('TAIL '), 'codes 4'],
  ['code-stray-spaces', 'a zero-width character', (b) => b.code('TA\u200bIL'), 'codes 4'],
  [
    'code-validity',
    'words for a number',
    (b) => b.row('codes', { code: 'V', validForMonths: 'a year' }),
    'codes 4',
  ],
  ['code-validity', 'half a month', (b) => b.row('codes', { code: 'V', validForMonths: 1.5 }), 'codes 4'],
  ['code-unsafe', 'leading zeros', (b) => b.code('0012'), 'codes 4'],
  ['code-unsafe', 'an exponent', (b) => b.code('1E5'), 'codes 4'],
  ['code-unsafe', 'a date', (b) => b.code('MAR1'), 'codes 4'],
  ['code-unsafe', 'a fraction', (b) => b.code('1-2'), 'codes 4'],
  ['code-unsafe', 'a formula', (b) => b.code('=X'), 'codes 4'],
  ['code-too-long', 'more than a cell takes', (b) => b.code('X'.repeat(50_001)), 'codes 4'],
  ['code-control-characters', 'a line end', (b) => b.code('AB\nC'), 'codes 4'],
  ['code-spelling', 'other case on content', (b) => b.course('2', 'path-p'), 'content 3'],
  ['code-spelling', 'a space on a record', (b) => b.record('bob', 'CODE-A '), 'records 3'],
  ['content-unknown-code', 'a number that Codes lacks', (b) => b.course('2', 999), 'content 3'],
  ['content-unknown-code', 'a code that Codes lacks', (b) => b.course('2', 'NOPE'), 'content 3'],
  [
    'content-code-not-in-records',
    'a code on content that is not used in records',
    (b) => b.course('2', 'PATH-P', { usedInRecords: false }),
    'content 3',
  ],
  [
    'content-used-in-records',
    'neither yes nor no',
    (b) => b.course('2', '', { usedInRecords: 'maybe' }),
    'content 3',
  ],
  ['content-type', 'an unknown type', (b) => b.content('Webinar', '2', ''), 'content 3'],
  ['content-type', 'no type', (b) => b.content('', '2', ''), 'content 3'],
  ['content-duplicate', 'a type and id twice', (b) => b.course('1', ''), 'content 2,3'],
  ['content-code-shared', 'two contents with one code', (b) => b.course('2', 'CODE-A'), 'content 2,3'],
  ['content-object-id-missing', 'no id', (b) => b.course('', ''), 'content 3'],
  ['content-title-missing', 'no title', (b) => b.course('2', '', { title: '' }), 'content 3'],
  ['path-id-missing', 'a step of nothing', (b) => b.step('', '1', 'CODE-A'), 'paths 4'],
  ['path-row-missing', 'steps without their path', (b) => b.step('P2', '1', 'CODE-A'), 'paths 4'],
  ['path-row-duplicate', 'two own rows', (b) => b.code('Q').path('P1', 'Q'), 'paths 2,4'],
  ['path-without-steps', 'a path alone', (b) => b.code('Q').path('P2', 'Q'), 'paths 4'],
  ['path-code-missing', 'a step without a code', (b) => b.step('P1', '2', ''), 'paths 4'],
  ['path-unknown-code', 'a code that Codes lacks', (b) => b.step('P1', '2', 'NOPE'), 'paths 4'],
  ['path-code-reused', 'on one of its own steps', (b) => b.step('P1', '2', 'PATH-P'), 'paths 2,4'],
  [
    'path-code-reused',
    'on another path',
    (b) => b.path('P2', 'PATH-P').step('P2', '1', 'CODE-A'),
    'paths 2,4',
  ],
  [
    'path-code-on-other-step',
    'on a step of another path',
    (b) => b.code('Q').path('P2', 'Q').step('P2', '1', 'PATH-P'),
    'paths 2,5',
  ],
  ['step-code-twice', 'one code on two steps of a path', (b) => b.step('P1', '2', 'CODE-A'), 'paths 3,4'],
  ['step-not-whole', 'a half', (b) => b.code('B').course('2', 'B').step('P1', '1.5', 'B'), 'paths 4'],
  ['step-duplicate', 'a number twice', (b) => b.code('B').course('2', 'B').step('P1', 1, 'B'), 'paths 3,4'],
  ['step-gap', 'a number left out', (b) => b.code('B').course('2', 'B').step('P1', 3, 'B'), 'paths 3,4'],
  [
    'step-without-content',
    'a code that no content carries',
    (b) => b.code('B').step('P1', 2, 'B'),
    'paths 4',
  ],
  ['record-id-duplicate', 'an id twice', (b) => b.record('bob', '', { recordId: '1' }), 'records 2,3'],
  ['record-name-missing', 'no name', (b) => b.record('', 'CODE-A'), 'records 3'],
  ['record-type-missing', 'no type', (b) => b.record('bob', '', { recordType: '' }), 'records 3'],
  [
    'record-type-unknown',
    'a slip in the type',
    (b) => b.record('bob', '', { recordType: 'Traning' }),
    'records 3',
  ],
  [
    'record-date-invalid',
    '30 February',
    (b) => b.record('bob', '', { completionDate: '2025-02-30' }),
    'records 3',
  ],
  [
    'record-date-invalid',
    'a time without a day',
    (b) => b.record('bob', '', { completionDate: { iso: '1899-12-30T10:30:00' } }),
    'records 3',
  ],
  [
    'record-date-future',
    'tomorrow',
    (b) => b.record('bob', '', { completionDate: '2026-07-01' }),
    'records 3',
  ],
  ['record-unknown-code', 'a code that Codes lacks', (b) => b.record('bob', 'NOPE'), 'records 3'],
  [
    'record-object-unknown',
    'an object that Content lacks',
    (b) => b.record('bob', '', { objectId: '99' }),
    'records 3',
  ],
  [
    'record-object-other-code',
    'an object that carries another code',
    (b) => b.record('bob', 'PATH-P', { objectId: '1' }),
    'records 3',
  ],
  [
    'record-duplicate',
    'the same person, code and day',
    (b) => b.record(' ANN', 'code-a', { completionDate: { iso: '2025-01-01' } }).code('x'),
    'records 2,3',
  ],
  ['record-delete-value', 'a word', (b) => b.record('bob', '', { delete: 'yes' }), 'records 3'],
  [
    'record-formula-text',
    'text that begins with =',
    (b) => b.record('bob', '', { otherInformation: '=1+1' }),
    'records 3',
  ],
];

test('a workbook in which all is well has no findings', () => {
  expect(found(clean().build())).toEqual([]);
});

test.each(CASES)('%s: %s', (rule, _, make, where) => {
  expect(found(make(clean()).build())).toContain(`${rule} ${where}`);
});

describe('no finding', () => {
  test.each<[string, (b: Builder) => Builder]>([
    [
      'a wholly blank row',
      (b) => b.row('codes', {}).row('content', {}).row('paths', {}).row('records', { delete: false }),
    ],
    [
      'a row of spaces and zero-width characters',
      (b) =>
        b
          .row('codes', { code: ' ', description: '\u00a0' })
          .row('content', { objectId: ' ', type: '\u200b' })
          .row('paths', { pathId: ' ', step: ' ' })
          .row('records', { name: ' ', recordType: '\u200b', delete: false }),
    ],
    [
      'a validity of whole months, of 0 or of none',
      (b) =>
        b.row('codes', { code: 'V', validForMonths: 12 }).row('codes', { code: 'W', validForMonths: '0' }),
    ],
    ['a course and a quiz with one number', (b) => b.content('Quiz', '1', '')],
    ['Event as a type', (b) => b.content('event', '2', '')],
    ['a blank completion date', (b) => b.record('bob', 'CODE-A', { completionDate: '' })],
    ['a record without an object, or with object 0', (b) => b.record('bob', 'CODE-A', { objectId: '0' })],
    [
      'a path’s id on a Learning Path record',
      (b) => b.record('bob', 'PATH-P', { recordType: 'Learning Path', objectId: 'P1' }),
    ],
    [
      'new records, with id 0 or none',
      (b) =>
        b
          .record('bob', '', { recordId: '0' })
          .record('cem', '', { recordId: '0' })
          .record('dee', '', { recordId: '' }),
    ],
    ['one code on steps of two paths', (b) => b.code('Q').path('P2', 'Q').step('P2', '1', 'CODE-A')],
    ['101 as a code', (b) => b.code('101')],
    [
      'a tick, 1, TRUE, FALSE and 0 in Delete?',
      (b) =>
        [1, true, 'TRUE', false, '0'].reduce(
          (book: Builder, flag, i) => book.record(`p${i}`, '', { delete: flag }),
          b,
        ),
    ],
    ['signed numbers as text', (b) => b.record('bob', '', { otherInformation: '-5' })],
    [
      'content that still carries the old code of an open rename',
      (b) => b.code('NEW').renaming('OLD', 'NEW').course('2', 'OLD'),
    ],
  ])('%s', (_, make) => {
    expect(found(make(clean()).build())).toEqual([]);
  });
});

test('what Codes writes with stray spaces is compared without them', () => {
  expect(found(clean().code('TAIL ').course('2', 'TAIL').build())).toEqual(['code-stray-spaces codes 4']);
});

test('a code that stands twice, differing only in stray spaces, has one right writing', () => {
  const fixesOf = (other: string) =>
    checkWorkbook(clean().code(other).record('bob', 'code-a').build()).find(
      ({ rule }) => rule === 'code-spelling',
    )?.fixes;
  expect(fixesOf('CODE-A ')).toEqual(['use-codes-spelling']);
  expect(fixesOf('Code-A')).toBeUndefined();
});

test('without the column of codes no code is unknown', () => {
  const book = clean().record('bob', 'NOPE').build();
  const headingProblems = [{ kind: 'missing', heading: 'Code' }] as const;
  const cells = { description: book.codes.cells.description ?? [] };
  expect(found({ ...book, codes: { ...book.codes, cells, headingProblems } })).toEqual([
    'heading-missing codes 1',
  ]);
});

test('a Record Id twice offers to make the copy new or to drop it; all at once only where the rows are the same', () => {
  const twice = (other: string) =>
    clean().record(other, '', { recordId: '9' }).record('bob', '', { recordId: '9' });
  const fixesOf = (book: Workbook) =>
    checkWorkbook(book).find(({ rule }) => rule === 'record-id-duplicate')?.fixes;
  const differing = twice('cem').build();
  expect(fixesOf(differing)).toEqual(['make-record-new', 'drop-copied-row']);
  const drop = { fix: 'drop-copied-row', rule: 'record-id-duplicate' } as const;
  expect(planFix(differing, drop)).toMatchObject({ ok: false });
  expect(planFix(differing, { ...drop, issue: 'record-id-duplicate|records|3|recordId|9' })).toMatchObject({
    ok: true,
  });
});

test('more than 16,384 codes are still told apart in records of one day', () => {
  const many = Array.from({ length: 20_000 }, (_, i) => `CODE-${i}`);
  const book = clean();
  for (const [i, code] of many.entries()) {
    book.code(code).record(`p${i % 2}`, code, { completionDate: '2025-01-01' });
  }
  expect(found(book.build()).filter((each) => each.startsWith('record-duplicate'))).toEqual([]);
});

test('a duplicate is not also a look-alike', () => {
  expect(found(clean().code('code-a').build())).toEqual(['code-duplicate codes 2,4']);
});

test('an unknown code that was renamed is told as what it is now, with that fix', () => {
  const [issue] = checkWorkbook(clean().former('OLD', 'CODE-A').record('bob', 'OLD').build());
  expect(issue).toMatchObject({
    rule: 'record-unknown-code',
    args: { now: 'CODE-A' },
    fixes: ['use-new-code'],
  });
});

test('the order of rows changes the rows that are named, not what is found', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(CASES, { minLength: 1, maxLength: 6 }), (cases) => {
      const rules = (list: typeof cases) =>
        checkWorkbook(list.reduce((b, [, , make]) => make(b), clean()).build())
          .map(({ rule }) => rule)
          .sort();
      expect(rules(cases)).toEqual(rules([...cases].reverse()));
    }),
  );
});
