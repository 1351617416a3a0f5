import { stepNumber } from '../../../src/domain/checks/paths.ts';
import { type Builder, type Case, findingsOf } from './findings.ts';

/** Codes A to E on a course each, and the codes P, Q of paths. */
const stocked = (b: Builder): Builder =>
  ['A', 'B', 'C', 'D', 'E']
    .reduce((book, code, i) => book.code(code).course(`c${i}`, code), b)
    .code('P')
    .code('Q');
const on = (make: (b: Builder) => Builder) => findingsOf((b) => make(stocked(b)));

test.each<Case>([
  [
    'a row without Path Id',
    (b) => b.row('paths', { step: '1', title: 'Lost', code: 'A' }),
    ['error path-id-missing @ paths:2:pathId | title="Lost"'],
  ],
  [
    'a step number alone',
    (b) => b.row('paths', { step: '1' }),
    [
      'error path-id-missing @ paths:2:pathId | title=""',
      'error path-code-missing @ paths:2:code | title="" step="1"',
    ],
  ],
  [
    'a code alone',
    (b) => b.row('paths', { pathId: ' ', code: 'A' }),
    ['error path-id-missing @ paths:2:pathId | title=""'],
  ],
  [
    'steps without their path',
    (b) => b.step('X', 1, 'A').step('X', 2, 'B'),
    ['error path-row-missing @ paths:2:pathId paths:3:pathId | pathId="X" path="X"'],
  ],
  [
    'two own rows',
    (b) => b.path('X', 'P').step('X', 1, 'A').path(' X ', 'P'),
    ['error path-row-duplicate @ paths:2:pathId paths:4:pathId | path="Path X" pathId="X"'],
  ],
  [
    'a path without steps',
    (b) => b.path('X', 'P'),
    ['warning path-without-steps @ paths:2:pathId | path="Path X" pathId="X"'],
  ],
  [
    'a path without steps or a title',
    (b) => b.row('paths', { pathId: 'X', code: 'P' }),
    ['warning path-without-steps @ paths:2:pathId | path="X" pathId="X"'],
  ],
  [
    'two own rows without steps',
    (b) => b.path('X', 'P').path('X', 'P'),
    [
      'error path-row-duplicate @ paths:2:pathId paths:3:pathId | path="Path X" pathId="X"',
      'warning path-without-steps @ paths:2:pathId | path="Path X" pathId="X"',
    ],
  ],
])('path rows: %s', (_, make, expected) => {
  expect(on(make)).toEqual(expected);
});

test.each<Case>([
  [
    'a half',
    (b) => b.path('X', 'P').step('X', 1, 'A').step('X', 1.5, 'B'),
    ['error step-not-whole @ paths:4:step | path="Path X" step="1.5"'],
  ],
  [
    'words, on a path without a title',
    (b) => b.row('paths', { pathId: 'X', code: 'P' }).step('X', 'first', 'A'),
    ['error step-not-whole @ paths:3:step | path="X" step="first"'],
  ],
  [
    'a number twice',
    (b) => b.path('X', 'P').step('X', 1, 'A').step('X', '1', 'B'),
    ['error step-duplicate @ paths:3:step paths:4:step | path="Path X" step=1'],
  ],
  [
    'a number thrice and a gap: no one right order',
    (b) => b.path('X', 'P').step('X', 3, 'A').step('X', 3, 'B').step('X', 3, 'C'),
    [
      'error step-duplicate @ paths:3:step paths:4:step paths:5:step | path="Path X" step=3',
      'error step-gap @ paths:3:step paths:4:step paths:5:step | path="Path X" missing="1 to 2" pathId="X"',
    ],
  ],
  [
    'one left out',
    (b) => b.path('X', 'P').step('X', 3, 'A').step('X', 1, 'B'),
    [
      'error step-gap @ paths:3:step paths:4:step | path="Path X" missing="2" pathId="X" | fix renumber-steps',
    ],
  ],
  [
    'the first left out',
    (b) => b.path('X', 'P').step('X', 2, 'A'),
    ['error step-gap @ paths:3:step | path="Path X" missing="1" pathId="X" | fix renumber-steps'],
  ],
  [
    'several left out, in two places',
    (b) => b.path('X', 'P').step('X', 9, 'A').step('X', 4, 'B').step('X', 7, 'C').step('X', 10, 'D'),
    [
      'error step-gap @ paths:3:step paths:4:step paths:5:step paths:6:step | path="Path X" missing="1 to 3, 5 to 6, 8" pathId="X" | fix renumber-steps',
    ],
  ],
  [
    'a gap and a number that is none: no order to give',
    (b) => b.path('X', 'P').step('X', 2, 'A').step('X', 'x', 'B'),
    [
      'error step-gap @ paths:3:step | path="Path X" missing="1" pathId="X"',
      'error step-not-whole @ paths:4:step | path="Path X" step="x"',
    ],
  ],
  [
    'the numbers of two paths are their own',
    (b) => b.path('X', 'P').step('X', 1, 'A').path('Y', 'Q').step('Y', 1, 'B'),
    [],
  ],
  [
    'a path below others is told by its own title',
    (b) => b.path('X', 'P').step('X', 1, 'A').path('Y', 'Q').step('Y', 2, 'B'),
    ['error step-gap @ paths:5:step | path="Path Y" missing="1" pathId="Y" | fix renumber-steps'],
  ],
  [
    'a path without its own row is told by its id, whatever stands above',
    (b) => b.path('X', 'P').step('X', 1, 'A').step('Y', 2, 'B'),
    [
      'error path-row-missing @ paths:4:pathId | pathId="Y" path="Y"',
      'error step-gap @ paths:4:step | path="Y" missing="1" pathId="Y" | fix renumber-steps',
    ],
  ],
  [
    'a gap on a path without its own row',
    (b) => b.step('X', 2, 'A'),
    [
      'error path-row-missing @ paths:2:pathId | pathId="X" path="X"',
      'error step-gap @ paths:2:step | path="X" missing="1" pathId="X" | fix renumber-steps',
    ],
  ],
])('step numbers: %s', (_, make, expected) => {
  expect(on(make)).toEqual(expected);
});

test.each<Case>([
  [
    'a path without a code',
    (b) => b.path('X', '').step('X', 1, 'A'),
    ['error path-code-missing @ paths:2:code | title="Path X" step=""'],
  ],
  [
    'paths and steps without codes have none in common',
    (b) => b.path('X', '').step('X', 1, '').step('X', 2, '').path('Y', '').step('Y', 1, 'A'),
    [
      'error path-code-missing @ paths:2:code | title="Path X" step=""',
      'error path-code-missing @ paths:3:code | title="Step 1" step="1"',
      'error path-code-missing @ paths:4:code | title="Step 2" step="2"',
      'error path-code-missing @ paths:5:code | title="Path Y" step=""',
    ],
  ],
  [
    'a code twice on a path below others',
    (b) => b.path('X', 'P').step('X', 1, 'A').path('Y', 'Q').step('Y', 1, 'B').step('Y', 2, 'B'),
    ['error step-code-twice @ paths:5:code paths:6:code | code="B" path="Path Y"'],
  ],
  [
    'a step without a code or a title',
    (b) => b.path('X', 'P').row('paths', { pathId: 'X', step: 1 }),
    ['error path-code-missing @ paths:3:code | title="X" step="1"'],
  ],
  ['a wholly blank row', (b) => b.path('X', 'P').step('X', 1, 'A').row('paths', { code: ' ' }), []],
  [
    'the path’s code on its own step',
    (b) => b.path('X', 'P').step('X', 1, 'A').step('X', 2, 'p'),
    [
      'error path-code-reused @ paths:2:code paths:4:code | code="P" path="Path X"',
      'warning code-spelling @ paths:4:code | code="p" written="P" | fix use-codes-spelling',
    ],
  ],
  [
    'the path’s code on a step above it',
    (b) => b.step('X', 1, 'P').path('X', 'P'),
    ['error path-code-reused @ paths:2:code paths:3:code | code="P" path="Path X"'],
  ],
  [
    'one code on two paths',
    (b) => b.path('X', 'P').step('X', 1, 'A').path('Y', 'P').step('Y', 1, 'B'),
    ['error path-code-reused @ paths:2:code paths:4:code | code="P" path="Path X"'],
  ],
  [
    'one code on two own rows of a path is the doubled row only',
    (b) => b.path('X', 'P').path('X', 'P').step('X', 1, 'A'),
    ['error path-row-duplicate @ paths:2:pathId paths:3:pathId | path="Path X" pathId="X"'],
  ],
  [
    'a path’s code on a step of another path',
    (b) => b.path('X', 'P').step('X', 1, 'Q').path('Y', 'Q').step('Y', 1, 'A'),
    ['warning path-code-on-other-step @ paths:3:code paths:4:code | code="Q" path="Path Y"'],
  ],
  [
    'its own and another path’s step',
    (b) => b.path('X', 'P').step('X', 1, 'P').path('Y', 'Q').step('Y', 1, 'P'),
    [
      'error path-code-reused @ paths:2:code paths:3:code | code="P" path="Path X"',
      'warning path-code-on-other-step @ paths:2:code paths:5:code | code="P" path="Path X"',
    ],
  ],
  [
    'one code on three steps of a path',
    (b) => b.path('X', 'P').step('X', 1, 'A').step('X', 2, 'B').step('X', 3, 'A').step('X', 4, 'A'),
    ['error step-code-twice @ paths:3:code paths:5:code paths:6:code | code="A" path="Path X"'],
  ],
  [
    'one code on steps of a path without own row',
    (b) => b.step('X', 1, 'A').step('X', 2, 'A'),
    [
      'error path-row-missing @ paths:2:pathId paths:3:pathId | pathId="X" path="X"',
      'error step-code-twice @ paths:2:code paths:3:code | code="A" path="X"',
    ],
  ],
  [
    'no content carries a step’s code, on two paths',
    (b) => b.code('Z').path('X', 'P').step('X', 1, 'Z').path('Y', 'Q').step('Y', 1, 'z'),
    [
      'warning step-without-content @ paths:3:code paths:5:code | code="Z"',
      'warning code-spelling @ paths:5:code | code="z" written="Z" | fix use-codes-spelling',
    ],
  ],
  [
    'an unknown code is not also without content',
    (b) => b.path('X', 'P').step('X', 1, 'NO'),
    ['error path-unknown-code @ paths:3:code | code="NO" now="" deleted=0 | fix add-code'],
  ],
  [
    'content carries the old code of an open rename',
    (b) => b.code('NEW').renaming('OLD', 'NEW').course('9', 'OLD').path('X', 'P').step('X', 1, 'NEW'),
    [],
  ],
  [
    'a step still carries the old code of an open rename',
    (b) =>
      b
        .code('NEW')
        .renaming('OLD', 'NEW')
        .course('9', 'NEW')
        .path('X', 'P')
        .step('X', 1, 'OLD')
        .step('X', 2, 'NEW'),
    ['error step-code-twice @ paths:3:code paths:4:code | code="OLD" path="Path X"'],
  ],
])('path codes: %s', (_, make, expected) => {
  expect(on(make)).toEqual(expected);
});

test.each([
  [1, 1],
  [12, 12],
  ['1', 1],
  [' 7 ', 7],
  ['007', 7],
  [0, null],
  ['0', null],
  [-1, null],
  ['-1', null],
  [1.5, null],
  ['1.5', null],
  ['1x', null],
  ['x1', null],
  ['+1', null],
  ['1e3', null],
  ['9'.repeat(400), null],
  ['1 2', null],
  ['', null],
  [true, null],
  [Number.POSITIVE_INFINITY, null],
  [{ iso: '2026-01-01' }, null],
])('step %j is the number %j', (cell, number) => {
  expect(stepNumber(cell)).toBe(number);
});
