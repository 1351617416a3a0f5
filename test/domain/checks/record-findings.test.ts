import { type Builder, type Case, findingsOf } from './findings.ts';

/** Codes A and B on the courses 1 and 2, path X with code P. */
const stocked = (b: Builder): Builder =>
  b.code('A').code('B').code('P').course('1', 'A').course('2', 'B').path('X', 'P').step('X', 1, 'A');
const on = (make: (b: Builder) => Builder) => findingsOf((b) => make(stocked(b)));
const r = (more: Record<string, string | number | boolean | { iso: string }>) => (b: Builder) =>
  b.record('bob', 'A', more);

test.each<Case>([
  [
    'no name',
    (b) => b.record(' ', 'A'),
    ['error record-name-missing @ records:2:name | title="Title" code="A"'],
  ],
  [
    'nothing but a code',
    (b) => b.row('records', { code: 'A' }),
    [
      'error record-name-missing @ records:2:name | title="" code="A"',
      'warning record-type-missing @ records:2:recordType | title="" code="A" | fix set-record-type',
    ],
  ],
  [
    'nothing but a tick',
    (b) => b.row('records', { delete: true }),
    [
      'error record-name-missing @ records:2:name | title="" code=""',
      'warning record-type-missing @ records:2:recordType | title="" code="" | fix set-record-type',
    ],
  ],
  [
    'no type',
    r({ recordType: ' ' }),
    ['warning record-type-missing @ records:2:recordType | title="Title" code="A" | fix set-record-type'],
  ],
  ...['training record', ' Learning Path ', 'E-LEARNING'].map(
    (recordType): Case => [`the type ${recordType}`, r({ recordType }), []],
  ),
  [
    'another type',
    r({ recordType: 'Course' }),
    ['error record-type-unknown @ records:2:recordType | value="Course"'],
  ],
  ['today', r({ completionDate: '2026-06-30' }), []],
  [
    'tomorrow',
    r({ completionDate: '2026-07-01' }),
    ['error record-date-future @ records:2:completionDate | value="2026-07-01" name="bob" code="A"'],
  ],
  [
    'tomorrow as a date',
    r({ completionDate: { iso: '2026-07-01' } }),
    ['error record-date-future @ records:2:completionDate | value="2026-07-01" name="bob" code="A"'],
  ],
  [
    'a date that does not exist',
    r({ completionDate: '2025-02-30' }),
    ['error record-date-invalid @ records:2:completionDate | value="2025-02-30" name="bob" code="A"'],
  ],
  [
    'a date that reads one way only',
    r({ completionDate: '25/12/2025' }),
    ['error record-date-invalid @ records:2:completionDate | value="25/12/2025" name="bob" code="A"'],
  ],
  [
    'a date that reads two ways',
    r({ completionDate: '3/4/2025' }),
    ['error record-date-invalid @ records:2:completionDate | value="3/4/2025" name="bob" code="A"'],
  ],
  [
    'words for a date',
    r({ completionDate: 'soon' }),
    ['error record-date-invalid @ records:2:completionDate | value="soon" name="bob" code="A"'],
  ],
  ...['2', 'yes', 'true1', '11', '00', 'x0', 'falsey', 2].map(
    (flag): Case => [
      `${JSON.stringify(flag)} in Delete?`,
      r({ delete: flag }),
      [`error record-delete-value @ records:2:delete | value=${JSON.stringify(String(flag))}`],
    ],
  ),
  ...[' 1 ', 'True', 1, true, 0, '0', 'false', ' ', false].map(
    (flag): Case => [`${JSON.stringify(flag)} in Delete? is fine`, r({ delete: flag }), []],
  ),
])('record rows: %s', (_, make, expected) => {
  expect(on(make)).toEqual(expected);
});

const twin = { recordId: '9', completionDate: '2025-05-05' };
test.each<Case>([
  [
    'rows that are the same: drop comes first',
    (b) => b.record('ann', 'A', twin).record('ann', 'A', twin),
    [
      'error record-id-duplicate @ records:2:recordId records:3:recordId | id="9" same=1 | fix drop-copied-row make-record-new',
    ],
  ],
  [
    'rows that differ: make new comes first',
    (b) => b.record('ann', 'A', twin).record('bob', 'A', twin),
    [
      'error record-id-duplicate @ records:2:recordId records:3:recordId | id="9" same=0 | fix make-record-new drop-copied-row',
    ],
  ],
  [
    'three rows, the last differs',
    (b) =>
      b
        .record('ann', 'A', twin)
        .record('ann', 'A', twin)
        .record('ann', 'A', { ...twin, title: 'Other' }),
    [
      'error record-id-duplicate @ records:2:recordId records:3:recordId records:4:recordId | id="9" same=0 | fix make-record-new drop-copied-row',
    ],
  ],
  [
    'a number and its text with spaces',
    (b) => b.record('ann', 'A', { recordId: 9 }).record('bob', 'A', { recordId: ' 9 ' }),
    [
      'error record-id-duplicate @ records:2:recordId records:3:recordId | id="9" same=0 | fix make-record-new drop-copied-row',
    ],
  ],
  [
    '0 and blank in every writing',
    (b) =>
      ['0', 0, ' 0 ', '', ' '].reduce(
        (book: Builder, recordId, i) => book.record(`p${i}`, 'A', { recordId }),
        b,
      ),
    [],
  ],
])('a Record Id twice: %s', (_, make, expected) => {
  expect(on(make)).toEqual(expected);
});

test.each<Case>([
  [
    'copies below another row are compared with the first of them',
    (b) => b.record('bob', 'B').record('ann', 'A', twin).record('ann', 'A', twin),
    [
      'error record-id-duplicate @ records:3:recordId records:4:recordId | id="9" same=1 | fix drop-copied-row make-record-new',
    ],
  ],
  [
    'with spaces around one of them it is still a copy, not a record twice',
    (b) => b.record('ann', 'A', twin).record('ann', 'A', { ...twin, recordId: ' 9 ' }),
    [
      'error record-id-duplicate @ records:2:recordId records:3:recordId | id="9" same=0 | fix make-record-new drop-copied-row',
    ],
  ],
])('a copied row: %s', (_, make, expected) => {
  expect(on(make)).toEqual(expected);
});

const day = { completionDate: '2025-05-05' };
test.each<Case>([
  [
    'in three writings',
    (b) =>
      b
        .record('Ann', 'A', day)
        .record('ann ', 'A', { completionDate: { iso: '2025-05-05T10:00:00' } })
        .record('ANN', 'A', { completionDate: ' 2025-05-05' }),
    ['warning record-duplicate @ records:2 records:3 records:4 | name="Ann" code="A" date="2025-05-05"'],
  ],
  [
    'below another record',
    (b) => b.record('bob', 'B').record('ann', 'A', day).record('ann', 'A', day),
    ['warning record-duplicate @ records:3 records:4 | name="ann" code="A" date="2025-05-05"'],
  ],
  [
    'nobody is not one person',
    (b) => b.record('', 'A', day).record(' ', 'A', day),
    [
      'error record-name-missing @ records:2:name | title="Title" code="A"',
      'error record-name-missing @ records:3:name | title="Title" code="A"',
    ],
  ],
  ['another person', (b) => b.record('ann', 'A', day).record('bob', 'A', day), []],
  ['another code', (b) => b.record('ann', 'A', day).record('ann', 'B', day), []],
  ['another day', (b) => b.record('ann', 'A', day).record('ann', 'A', { completionDate: '2025-05-06' }), []],
  ['no code', (b) => b.record('ann', '', day).record('ann', ' ', day), []],
  [
    'no day',
    (b) => b.record('ann', 'A', { completionDate: '' }).record('ann', 'A', { completionDate: ' ' }),
    [],
  ],
  [
    'new rows, with id 0',
    (b) => b.record('ann', 'A', { ...day, recordId: '0' }).record('ann', 'A', { ...day, recordId: '0' }),
    ['warning record-duplicate @ records:2 records:3 | name="ann" code="A" date="2025-05-05"'],
  ],
  [
    'new rows, without id',
    (b) => b.record('ann', 'A', { ...day, recordId: '' }).record('ann', 'A', { ...day, recordId: '' }),
    ['warning record-duplicate @ records:2 records:3 | name="ann" code="A" date="2025-05-05"'],
  ],
])('a record twice: %s', (_, make, expected) => {
  expect(on(make)).toEqual(expected);
});

test.each<Case>([
  [
    'unknown, twice, and another',
    (b) =>
      b
        .record('ann', 'A', { objectId: '77' })
        .record('bob', 'A', { objectId: 77 })
        .record('cem', 'A', { objectId: '78' }),
    [
      'warning record-object-unknown @ records:2:objectId records:3:objectId | objectId="77" code="A"',
      'warning record-object-unknown @ records:4:objectId | objectId="78" code="A"',
    ],
  ],
  [
    'with another code, in two rows',
    (b) => b.record('ann', 'B', { objectId: '1' }).record('bob', 'B', { objectId: '1' }),
    ['warning record-object-other-code @ records:2:objectId records:3:objectId | objectId="1" code="B"'],
  ],
  [
    'unknown, with spaces around it',
    (b) => b.record('ann', 'A', { objectId: ' 77 ' }),
    ['warning record-object-unknown @ records:2:objectId | objectId="77" code="A"'],
  ],
  [
    'with spaces around it on Content and on Paths',
    (b) =>
      b
        .course(' 3 ', 'P')
        .record('ann', 'P', { objectId: '3' })
        .path(' Z ', '')
        .record('bob', 'P', { objectId: 'Z', recordType: 'Learning Path' }),
    [
      'error path-code-missing @ paths:4:code | title="Path  Z " step=""',
      'warning path-without-steps @ paths:4:pathId | path="Path  Z " pathId="Z"',
    ],
  ],
  ['with its code in another writing', (b) => b.record('ann', 'A', { objectId: ' 1 ' }), []],
  ['without a code', (b) => b.record('ann', '', { objectId: '1' }), []],
  [
    'with an unknown code',
    (b) => b.record('ann', 'NO', { objectId: '1' }),
    ['error record-unknown-code @ records:2:code | code="NO" now="" deleted=0 | fix add-code'],
  ],
  [
    'any content of its id carries the code',
    (b) => b.content('Quiz', '1', 'P').record('ann', 'P', { objectId: '1' }),
    [],
  ],
  ['0', (b) => b.record('ann', 'A', { objectId: 0 }), []],
  [
    'a path, on a learning path record',
    (b) => b.record('ann', 'P', { objectId: ' X ', recordType: ' learning path ' }),
    [],
  ],
  [
    'a path, on a training record',
    (b) => b.record('ann', 'P', { objectId: 'X' }),
    ['warning record-object-unknown @ records:2:objectId | objectId="X" code="P"'],
  ],
  [
    'no path, on a learning path record',
    (b) => b.record('ann', 'P', { objectId: 'Y', recordType: 'Learning Path' }),
    ['warning record-object-unknown @ records:2:objectId | objectId="Y" code="P"'],
  ],
  [
    'both codes of an open rename are one',
    (b) => b.renaming('OLD', 'A').record('ann', 'OLD', { objectId: '1' }),
    [],
  ],
])('the object: %s', (_, make, expected) => {
  expect(on(make)).toEqual(expected);
});

test.each(['recordId', 'name', 'recordType', 'objectId', 'title', 'trainingProvider', 'otherInformation'])(
  'text that would become a formula is found in %s',
  (field) => {
    const found = on((b) => r({ [field]: '=1+1' })(b.record('ann', 'A'))).filter((line) =>
      line.includes('formula'),
    );
    expect(found).toEqual([`error record-formula-text @ records:3:${field} | value="=1+1"`]);
  },
);
