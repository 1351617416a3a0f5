import { issueWords } from '../../src/contract/words/issues.ts';
import type { Issue } from '../../src/domain/issue.ts';

const duplicate = (rows: readonly number[]): Issue => ({
  rule: 'code-duplicate',
  severity: 'error',
  at: rows.map((row) => ({ sheet: 'codes', row, field: 'code' })),
  args: { code: 'CPR' },
});

test.each<[rows: number[], words: string]>([
  [[6], 'Row 6'],
  [[6, 31], 'Rows 6 and 31'],
  [[31, 6, 44], 'Rows 6, 31 and 44'],
  [[2, 3, 4, 5], 'Rows 2\u20135'],
  [[2, 3, 7], 'Rows 2, 3 and 7'],
  [[2, 3, 4, 1000, 1001, 1002], 'Rows 2\u20134 and 1,000\u20131,002'],
])('a group names all its rows: %j', (rows, words) => {
  expect(issueWords(duplicate(rows)).detail).toBe(`${words} share the code.`);
});

test('past as many runs as people read the rest is counted; as many as asked for are named', () => {
  const scattered = Array.from({ length: 40 }, (_, i) => 2 + 2 * i);
  expect(issueWords(duplicate(scattered)).detail).toContain('24 and 28 more');
  const all = issueWords(duplicate(scattered), 100).detail;
  for (const row of scattered) expect(all).toMatch(new RegExp(`\\b${row}\\b`));
});

test.each([
  [[8], 'Row 8 is its step.'],
  [[3, 5], 'Rows 3 and 5 are its steps.'],
])('rows %j of a path whose numbers have a gap', (rows, detail) => {
  const at = rows.map((row) => ({ sheet: 'paths', row }) as const);
  const args = { path: 'P', missing: '1', pathId: 'P' };
  expect(issueWords({ rule: 'step-gap', severity: 'error', at, args }).detail).toBe(detail);
});
