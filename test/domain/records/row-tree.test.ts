import fc from 'fast-check';
import { RowTree } from '../../../src/domain/records/import/row-tree.ts';

const columns = [{ j: 0 }, { j: 1 }, { j: 2 }];
const row = fc.tuple(...columns.map(() => fc.constantFrom('', 'a', 'b', '__proto__', 'A')));

test('finds a row by its texts, and no other', () => {
  fc.assert(
    fc.property(fc.array(row), row, (rows, asked) => {
      const found = new RowTree(rows, columns).find(({ j }) => asked[j] ?? '');
      const there = rows.some((each) => each.join('|') === asked.join('|'));
      expect(found?.join('|')).toBe(there ? asked.join('|') : undefined);
    }),
  );
});

test('most rows fall out at the column with the most different texts', () => {
  const tree = new RowTree(
    [
      ['x', '1'],
      ['x', '2'],
    ],
    [{ j: 0 }, { j: 1 }],
  );
  const asked: number[] = [];
  tree.find(({ j }) => {
    asked.push(j);
    return 'x';
  });
  expect(asked).toEqual([1]);
});

test('columns that are not asked for do not count', () => {
  expect(new RowTree([['7', 'a']], [{ j: 1 }]).find(() => 'a')).toEqual(['7', 'a']);
});
