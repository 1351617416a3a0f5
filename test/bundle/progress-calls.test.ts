import { generateBook } from '../../playground/sample/generate.ts';
import type { SampleCell, SampleRow } from '../../playground/sample/rows.ts';
import { toBook } from '../../playground/sample/to-book.ts';
import { openAs } from '../support/product.ts';

const row = (cells: Record<string, SampleCell>): SampleRow => ({ cells, problems: [] });
const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** Paths of five steps, people and records that go round them. */
function company(paths: number, people: number, records: number) {
  const codes = numbers(paths * 6).map((i) => `CODE-${i}`);
  const sheets = {
    codes: codes.map((Code, i) =>
      row({ Code, Description: Code, 'Valid For (Months)': i % 4 === 0 ? 12 : '' }),
    ),
    content: [],
    paths: numbers(paths).flatMap((p) =>
      numbers(6).map((step) =>
        row({
          'Path Id': `P${p}`,
          Step: step === 0 ? '' : step,
          Title: `Path ${p}`,
          'Qualification Code': codes[p * 6 + step] ?? '',
        }),
      ),
    ),
    records: numbers(records).map((i) =>
      row({
        'Record Id': String(i + 1),
        Name: `person-${i % people}`,
        'Record Type': 'Training Record',
        'Completion Date': `2025-0${1 + (i % 9)}-15`,
        'Qualification Code': codes[(i * 7) % codes.length] ?? '',
      }),
    ),
  };
  return toBook(sheets, 'Company');
}

test('progress takes up to 8 calls and reports up to 20, the same at 200 paths, 2,000 people and 100,000 records', async () => {
  const counts: { progress: number; reports: number }[] = [];
  for (const [paths, people, records] of [
    [5, 20, 500],
    [200, 2_000, 100_000],
  ] as const) {
    const person = await openAs(company(paths, people, records));
    expect(person.get('progress').counts.people).toBe(people);
    const progress = person.calls;
    person.get('makeReports');
    // The first making also makes the sheets and their charts.
    person.get('makeReports');
    counts.push({ progress, reports: person.calls });
  }
  expect(counts[0]).toEqual(counts[1]);
  expect(counts[1]?.progress).toBeLessThanOrEqual(8);
  expect(counts[1]?.reports).toBeLessThanOrEqual(20);
}, 120_000);

test('rows of the reports lead to the rows they speak of', async () => {
  const { book } = generateBook({ records: 40, seed: 3 });
  (await openAs(book)).get('makeReports');
  const sheet = (name: string) => book.sheets.find((each) => each.name === name);
  const first = sheet('Training Record Report')?.rows[3];
  const at = sheet('Codes')?.rows.findIndex((row) => row?.values[0] === first?.values[0]) ?? -1;
  expect(at).toBeGreaterThan(0);
  expect(first?.links?.[0]).toEqual([
    expect.objectContaining({ url: `#gid=${sheet('Codes')?.id}&range=${at + 1}:${at + 1}` }),
  ]);
});
