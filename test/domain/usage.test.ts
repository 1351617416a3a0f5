import { findUsage, isFlagged, sameKeys } from '../../src/domain/usage.ts';
import { type Book, book } from './codes/book.ts';

const renames = (...pairs: [string, string][]) => pairs.map(([from, to]) => ({ run: 'R', from, to }));

describe('a code is used when any one of these carries it', () => {
  test.each<[string, Book]>([
    ['content', { content: [{ code: 'FIRE' }] }],
    ['a path', { paths: [{ pathId: 'P', step: '', code: 'FIRE' }] }],
    ['a step', { paths: [{ pathId: 'P', step: '1', code: 'FIRE' }] }],
    ['a record', { records: [{ code: 'FIRE' }] }],
    ['a flagged record, in another writing', { records: [{ code: ' fire', delete: '1' }] }],
  ])('%s', (_, given) => {
    const usage = findUsage(book({ codes: [{ code: 'LIFT' }], ...given }));
    expect(usage.isUsed('FIRE')).toBe(true);
    expect(usage.isUsed('LIFT')).toBe(false);
  });

  test('or a cell that Sheets made a number', () => {
    const { of } = findUsage(book({ content: [{ code: 12 }], records: [{ code: '12' }] }));
    expect(of('12')).toEqual({ content: [0], paths: [], steps: [], records: [0] });
  });
});

test('blanks are no code, however they are written', () => {
  const usage = findUsage(book({ content: [{ code: ' ' }, { code: '\u200b' }], records: [{ code: '' }] }));
  expect(['', ' '].map(usage.isUsed)).toEqual([false, false]);
});

describe('while a rename is open its old code counts as the new one', () => {
  test.each<[string, [string, string][], [string, string][]]>([
    ['none', [], []],
    ['one', [['A', 'B']], [['a', 'b']]],
    [
      'one after the other',
      [
        ['A', 'B'],
        ['B', 'C'],
        ['C', 'D'],
      ],
      [
        ['a', 'd'],
        ['b', 'd'],
        ['c', 'd'],
      ],
    ],
    [
      'there and back',
      [
        ['A', 'B'],
        ['B', 'A'],
      ],
      [],
    ],
    ['another writing of the same code', [['a', 'A']], []],
  ])('%s', (_, open, same) => {
    expect([...sameKeys(book({ openRenames: renames(...open) }))]).toEqual(same);
  });
});

test.each([
  [1, true],
  [true, true],
  ['1', true],
  [' true ', true],
  [0, false],
  [false, false],
  ['', false],
  ['11', false],
  ['untrue', false],
])('Delete? %j flags its row: %s', (cell, flags) => {
  expect(isFlagged(cell)).toBe(flags);
});
