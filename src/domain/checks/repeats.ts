/**
 * Groups of rows that are the same, each with its first row ahead, in the order in which their second was found. `hashOf`
 * gives the same number (0 or more) for the same rows, and -1 for a row that takes no part. A plain table of row numbers: a
 * Map with an entry for each of 100,000 rows costs more than all the rest of a check.
 */
export function repeatGroups(
  length: number,
  hashOf: (row: number) => number,
  same: (first: number, row: number) => boolean,
): number[][] {
  let size = 16;
  while (size < length * 2) size *= 2;
  // Row + 1; 0 is a free place.
  const table = new Int32Array(size);
  const groups = new Map<number, number[]>();
  for (let row = 0; row < length; row++) {
    const hash = hashOf(row);
    if (hash < 0) continue;
    for (let at = hash & (size - 1); ; at = (at + 1) & (size - 1)) {
      const first = (table[at] as number) - 1;
      if (first < 0) {
        table[at] = row + 1;
        break;
      }
      if (!same(first, row)) continue;
      const group = groups.get(first);
      if (group) group.push(row);
      else groups.set(first, [first, row]);
      break;
    }
  }
  return [...groups.values()];
}

/** Three numbers as one of 30 bits. */
export function tripleHash(a: number, b: number, c: number): number {
  const hash = Math.imul(Math.imul(Math.imul(a, MIX) + b, MIX) + c, MIX);
  return (hash ^ (hash >>> 15)) & 0x3fffffff;
}

const MIX = 0x9e3779b1;
