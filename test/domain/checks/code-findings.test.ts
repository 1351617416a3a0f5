import { type Case, findingsOf } from './findings.ts';

test.each<Case>([
  [
    'a description without a code',
    (b) => b.code('', 'Lonely'),
    ['error code-missing @ codes:2:code | description="Lonely"'],
  ],
  [
    'months alone',
    (b) => b.row('codes', { validForMonths: 12 }),
    ['error code-missing @ codes:2:code | description=""'],
  ],
  [
    'two descriptions without a code are no duplicate',
    (b) => b.code('', 'One').code(' ', 'Two'),
    [
      'error code-missing @ codes:2:code | description="One"',
      'error code-missing @ codes:3:code | description="Two"',
    ],
  ],
  [
    'a code of more than 50,000 characters',
    (b) => b.code('X'.repeat(50_001)),
    ['error code-too-long @ codes:2:code | length=50001'],
  ],
  ['a code without a description', (b) => b.code('CPR', ''), []],
  ['a blank row between two codes', (b) => b.code('CPR').row('codes', {}).code('FIRE'), []],
  [
    'the same code three times',
    (b) => b.code('Cpr').code('FIRE').code('CPR').code(' cpr'),
    [
      'error code-duplicate @ codes:2:code codes:4:code codes:5:code | code="Cpr"',
      'warning code-stray-spaces @ codes:5:code | code=" cpr" written="cpr" | fix tidy-code',
    ],
  ],
  [
    'two codes twice each',
    (b) => b.code('A-X').code('B-X').code('a-x').code('b-x'),
    [
      'error code-duplicate @ codes:2:code codes:4:code | code="A-X"',
      'error code-duplicate @ codes:3:code codes:5:code | code="B-X"',
    ],
  ],
  [
    'three look-alikes',
    (b) => b.code('CO-A').code('C0-A').code('FIRE').code('CΟ-A'),
    ['warning code-look-alike @ codes:2:code codes:3:code codes:5:code | code="CO-A" other="C0-A" retired=0'],
  ],
  [
    'a look-alike of a code that stands twice names its first row',
    (b) => b.code('OX').code('0X').code('ox'),
    [
      'error code-duplicate @ codes:2:code codes:4:code | code="OX"',
      'warning code-look-alike @ codes:2:code codes:3:code | code="OX" other="0X" retired=0',
    ],
  ],
  [
    'a former code that looks like a live one',
    (b) => b.code('FIRE').code('C0-A').former('CO-A', ''),
    ['warning code-look-alike @ codes:3:code | code="C0-A" other="CO-A" retired=1'],
  ],
  [
    'a former code that looks like two live ones',
    (b) => b.code('CO-A').code('C0-A').former('C\u041e-A', ''),
    [
      'warning code-look-alike @ codes:2:code codes:3:code | code="CO-A" other="C0-A" retired=0',
      'warning code-look-alike @ codes:2:code codes:3:code | code="CO-A" other="CО-A" retired=1',
    ],
  ],
  ['a former code that became the one that looks like it', (b) => b.code('C0-A').former('CO-A', 'c0-a'), []],
  [
    'a former code that became the one that looks like it, two renames on',
    (b) => b.code('C0-A').former('CO-A', 'MID').former('MID', 'C0-A'),
    [],
  ],
  ['a former code that is live again', (b) => b.code('CO-A').former('co-a', ''), []],
  [
    'a former code that is live again looks like another as a live one only',
    (b) => b.code('CO-A').code('C0-A').former('co-a', ''),
    ['warning code-look-alike @ codes:2:code codes:3:code | code="CO-A" other="C0-A" retired=0'],
  ],
  ['a former code of nothing', (b) => b.code('CO-A').former(' ', ''), []],
  [
    'months that are no whole number',
    (b) => b.row('codes', { code: 'V', validForMonths: 'x1' }),
    ['warning code-validity @ codes:2:validForMonths | value="x1" code="V"'],
  ],
  [
    'months below nothing',
    (b) => b.row('codes', { code: 'V', validForMonths: -1 }),
    ['warning code-validity @ codes:2:validForMonths | value="-1" code="V"'],
  ],
  [
    'months with a unit',
    (b) => b.row('codes', { code: 'V', validForMonths: '12 months' }),
    ['warning code-validity @ codes:2:validForMonths | value="12 months" code="V"'],
  ],
  [
    'a date for months',
    (b) => b.row('codes', { code: 'V', validForMonths: { iso: '2026-01-01' } }),
    ['warning code-validity @ codes:2:validForMonths | value="2026-01-01" code="V"'],
  ],
])('codes: %s', (_, make, expected) => {
  expect(findingsOf(make)).toEqual(expected);
});

test.each<Case>([
  [
    'a number, which text mends',
    (b) => b.code(12),
    ['error code-not-text @ codes:2:code | code="12" because="number" | fix make-code-text'],
  ],
  ['a tick', (b) => b.code(true), ['error code-not-text @ codes:2:code | code="TRUE" because="boolean"']],
  [
    'a date',
    (b) => b.code({ iso: '2026-03-01', shown: '1-Mar' }),
    ['error code-not-text @ codes:2:code | code="1-Mar" because="date"'],
  ],
  [
    'a date that nobody saw',
    (b) => b.code({ iso: '2026-03-01' }),
    ['error code-not-text @ codes:2:code | code="2026-03-01" because="date"'],
  ],
  ...['#N/A', '#NAME?', '#REF!', '#DIV/0!'].map(
    (failed): Case => [
      `a failed formula, ${failed}`,
      (b) => b.code(failed),
      [`error code-not-text @ codes:2:code | code="${failed}" because="formula"`],
    ],
  ),
  ...['x#N/A', '#N/AX', '#NAME', '#NAME?X', '#ref!', '#1', '#!', '#REF!X', 'A #REF!'].map(
    (text): Case => [`no failed formula, ${text}`, (b) => b.code(text), []],
  ),
  ['50,000 characters', (b) => b.code('X'.repeat(50_000)), []],
  [
    'a control character and a space at the end',
    (b) => b.code('A\u0007B '),
    ['error code-control-characters @ codes:2:code | code="A\\u0007B "'],
  ],
  [
    'a doubled space inside',
    (b) => b.code('A  B'),
    ['warning code-stray-spaces @ codes:2:code | code="A  B" written="A B" | fix tidy-code'],
  ],
  [
    'a space ahead',
    (b) => b.code(' AB'),
    ['warning code-stray-spaces @ codes:2:code | code=" AB" written="AB" | fix tidy-code'],
  ],
  [
    'an unsafe code in every sheet',
    (b) => b.code('MAR1').course('1', 'MAR1').path('P', 'MAR1').record('ann', 'MAR1'),
    [
      'warning code-unsafe @ codes:2:code | code="MAR1" because="date"',
      'warning code-unsafe @ content:2:code | code="MAR1" because="date"',
      'warning code-unsafe @ paths:2:code | code="MAR1" because="date"',
      'warning path-without-steps @ paths:2:pathId | path="Path P" pathId="P"',
      'warning code-unsafe @ records:2:code | code="MAR1" because="date"',
    ],
  ],
  [
    'one writing in several rows is one finding',
    (b) => b.code('CPR').record('ann', 'cpr').record('bob', 'CPR').record('cem', 'cpr'),
    [
      'warning code-spelling @ records:2:code records:4:code | code="cpr" written="CPR" | fix use-codes-spelling',
    ],
  ],
  [
    'two writings are two findings',
    (b) => b.code('CPR').record('ann', 'cpr').record('bob', 'Cpr'),
    [
      'warning code-spelling @ records:2:code | code="cpr" written="CPR" | fix use-codes-spelling',
      'warning code-spelling @ records:3:code | code="Cpr" written="CPR" | fix use-codes-spelling',
    ],
  ],
  [
    'a writing of a code that stands in two, one of them exactly',
    (b) => b.code('CPR').code('cpr').record('ann', 'cpr'),
    ['error code-duplicate @ codes:2:code codes:3:code | code="CPR"'],
  ],
  [
    'a writing of a code that stands in two, neither of them',
    (b) => b.code('CPR').code('cpr').record('ann', 'Cpr'),
    [
      'error code-duplicate @ codes:2:code codes:3:code | code="CPR"',
      'warning code-spelling @ records:2:code | code="Cpr" written="CPR"',
    ],
  ],
  [
    'a writing of a code that is a number in Codes',
    (b) => b.code(12).record('ann', ' 12'),
    ['error code-not-text @ codes:2:code | code="12" because="number" | fix make-code-text'],
  ],
  [
    'a number in Codes and in a record',
    (b) => b.code(12).record('ann', 12),
    [
      'error code-not-text @ codes:2:code | code="12" because="number" | fix make-code-text',
      'error code-not-text @ records:2:code | code="12" because="number" | fix make-code-text',
    ],
  ],
])('code cells: %s', (_, make, expected) => {
  expect(findingsOf(make)).toEqual(expected);
});

test.each<Case>([
  [
    'on content, a path, a step and a record',
    (b) => b.code('CPR').course('1', 'NO').path('P', 'NO1X').step('P', 1, 'NO').record('ann', 'NO'),
    [
      'error content-unknown-code @ content:2:code | code="NO" now="" deleted=0 | fix add-code',
      'error path-unknown-code @ paths:2:code | code="NO1X" now="" deleted=0 | fix add-code',
      'error path-unknown-code @ paths:3:code | code="NO" now="" deleted=0 | fix add-code',
      'error record-unknown-code @ records:2:code | code="NO" now="" deleted=0 | fix add-code',
    ],
  ],
  [
    'in two writings: the first is told, the rows in order',
    (b) => b.code('CPR').record('ann', 'No').record('bob', 'NO').record('cem', 'No'),
    [
      'error record-unknown-code @ records:2:code records:3:code records:4:code | code="No" now="" deleted=0 | fix add-code',
    ],
  ],
  [
    'a number in one row and its text in another',
    (b) => b.code('CPR').record('ann', '77').record('bob', 77).record('cem', '77'),
    [
      'error record-unknown-code @ records:2:code records:3:code records:4:code | code="77" now="" deleted=0 | fix add-code',
      'error code-not-text @ records:3:code | code="77" because="number" | fix make-code-text',
    ],
  ],
  [
    'a tick is no unknown code',
    (b) => b.code('CPR').record('ann', true),
    ['error code-not-text @ records:2:code | code="TRUE" because="boolean"'],
  ],
  [
    'with a control character: not to be added',
    (b) => b.code('CPR').record('ann', 'A\u0007'),
    [
      'error code-control-characters @ records:2:code | code="A\\u0007"',
      'error record-unknown-code @ records:2:code | code="A\\u0007" now="" deleted=0',
    ],
  ],
  [
    'a former code that was deleted',
    (b) => b.code('CPR').former('OLD', '').record('ann', 'old'),
    ['error record-unknown-code @ records:2:code | code="old" now="" deleted=1'],
  ],
  [
    'a former code that was renamed',
    (b) => b.code('Cpr').former('OLD', 'CPR').record('ann', 'OLD'),
    ['error record-unknown-code @ records:2:code | code="OLD" now="Cpr" deleted=0 | fix use-new-code'],
  ],
  [
    'a former code that was renamed twice is told as what it is by now',
    (b) => b.code('NEW').former('OLD', 'MID').former('MID', 'new').record('ann', 'OLD'),
    ['error record-unknown-code @ records:2:code | code="OLD" now="NEW" deleted=0 | fix use-new-code'],
  ],
  [
    'a former code whose new code was deleted',
    (b) => b.code('CPR').former('OLD', 'MID').former('MID', '').record('ann', 'OLD'),
    ['error record-unknown-code @ records:2:code | code="OLD" now="" deleted=1'],
  ],
  [
    'two former codes that became each other',
    (b) => b.code('CPR').former('OLD', 'MID').former('MID', 'OLD').record('ann', 'OLD'),
    ['error record-unknown-code @ records:2:code | code="OLD" now="" deleted=1'],
  ],
  [
    'a former code whose new code is gone too',
    (b) => b.code('CPR').former('OLD', 'GONE').record('ann', 'OLD'),
    ['error record-unknown-code @ records:2:code | code="OLD" now="" deleted=1'],
  ],
  [
    'the old code of an open rename is none',
    (b) => b.code('CPR').renaming('OLD', 'CPR').record('ann', 'old'),
    [],
  ],
  ['white space is none', (b) => b.code('CPR').record('ann', ' \u200b'), []],
])('an unknown code: %s', (_, make, expected) => {
  expect(findingsOf(make)).toEqual(expected);
});
