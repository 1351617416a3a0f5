import fc from 'fast-check';
import { fromClipboard, toClipboard } from '../../playground/page/clipboard.ts';
import { letters } from '../../playground/page/letters.ts';
import { roomFor } from '../../playground/page/spill.ts';

describe('the clipboard', () => {
  test.each([
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"two\nlines"\tx', [['two\nlines', 'x']]],
    ['5" pipe\t"open', [['5" pipe', '"open']]],
    ['\ta\t', [['', 'a', '']]],
    ['one', [['one']]],
  ])('%j', (text, rows) => {
    expect(fromClipboard(text)).toEqual(rows);
  });

  test('gives back what was copied', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', ' ', 'é') });
    const table = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      )
      // A last empty cell alone in its row is what a last line end means.
      .filter((rows) => rows.at(-1)?.join('') !== '');
    fc.assert(fc.property(table, (rows) => expect(fromClipboard(toClipboard(rows))).toEqual(rows)));
  });
});

test('a long text runs over empty neighbours, up to the next one that holds something', () => {
  const cells = [{ text: 'a text that is longer than its cell' }, {}, { text: 'next' }];
  const room = (column: number) => roomFor(column, [100, 80, 60], (c) => cells[c] ?? {});
  expect([room(0), room(1), room(2)]).toEqual([180, 80, 60]);
});

test('columns are lettered as spreadsheets letter them', () => {
  expect([0, 25, 26, 701, 702].map(letters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
});
