import { becameOf, liveCodes } from '../../src/domain/live-codes.ts';
import { book } from './codes/book.ts';

test('live codes are those of the Codes sheet, as first written there; blanks are none', () => {
  const codes = [{ code: 'Fire' }, { code: ' ' }, { code: 'FIRE' }, { code: 12 }];
  expect([...liveCodes(book({ codes }))]).toEqual([
    ['fire', 'Fire'],
    ['12', '12'],
  ]);
});

test.each([
  ['a', 'C'],
  ['b', 'C'],
  ['x', ''],
  ['gone', ''],
  ['never', undefined],
])('what became of %s: %j', (key, now) => {
  const renamed = [
    ['A', 'B'],
    ['B', 'C'],
    ['X', 'Y'],
    ['Y', 'X'],
    ['GONE', ''],
  ].map(([code = '', to = '']) => ({ code, now: to, when: '' }));
  expect(becameOf(renamed, new Map([['c', 'C']]))(key)).toBe(now);
});
