import { impactWords } from '../../src/contract/words/codes.ts';

test('a rename’s effect in people', () => {
  expect(impactWords({ records: 41, people: 12, paths: 2 })).toBe('41 records of 12 people; 2 paths');
  expect(impactWords({ records: 1, people: 1, paths: 1 })).toBe('1 record of 1 person; 1 path');
});
