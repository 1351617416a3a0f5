import fc from 'fast-check';
import { repeatGroups, tripleHash } from '../../../src/domain/checks/repeats.ts';
import { fingerprint32 } from '../../../src/domain/fingerprint.ts';

/** The groups as a Map finds them. */
function byMap(keys: readonly string[]): number[][] {
  const rows = new Map<string, number[]>();
  keys.forEach((key, i) => {
    if (key !== '') rows.set(key, [...(rows.get(key) ?? []), i]);
  });
  return [...rows.values()].filter((group) => group.length > 1);
}

const bySecond = (a: number[], b: number[]) => (a[1] ?? 0) - (b[1] ?? 0);

test('finds the rows that a Map finds, in the order of their second', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 2 }), { maxLength: 60 }), (keys) => {
      const found = repeatGroups(
        keys.length,
        (i) => (keys[i] === '' ? -1 : fingerprint32(keys[i] ?? '') >>> 2),
        (i, j) => keys[i] === keys[j],
      );
      expect(found).toEqual(byMap(keys).sort(bySecond));
    }),
  );
});

test('does so even when every hash is the same', () => {
  const keys = ['b', 'a', 'b', '', 'a', 'b', ''];
  const found = repeatGroups(
    keys.length,
    (i) => (keys[i] === '' ? -1 : 7),
    (i, j) => keys[i] === keys[j],
  );
  expect(found).toEqual([
    [0, 2, 5],
    [1, 4],
  ]);
});

test('a hash of three numbers is a whole number from 0 on', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.nat(), (a, b, c) => {
      const hash = tripleHash(a, b, c);
      expect(Number.isInteger(hash) && hash >= 0 && hash < 2 ** 30).toBe(true);
    }),
  );
});
