import fc from 'fast-check';
import { codeKey } from '../../../src/domain/code.ts';
import { holdingsOf } from '../../../src/domain/progress/holdings.ts';
import { learningPaths } from '../../../src/domain/progress/learning-paths.ts';
import { pathProgress } from '../../../src/domain/progress/path-progress.ts';
import { book, rowsOf } from '../codes/book.ts';

const today = '2026-03-01';
const workbooks = fc
  .record({
    paths: fc.array(
      fc.record({
        pathId: fc.constantFrom('P', 'Q'),
        step: fc.constantFrom('', '1', '2', '3'),
        code: fc.constantFrom('A', 'b', 'C', ''),
      }),
      { maxLength: 8 },
    ),
    records: fc.array(
      fc.record({
        name: fc.constantFrom('alex', 'Alex ', 'sam', ''),
        code: fc.constantFrom('A', ' a', 'B', 'C', ''),
        completionDate: fc.constantFrom('2025-01-01', '2026-03-01', '2026-03-02', '', 'x'),
        delete: fc.constantFrom('', '1', 'FALSE', 'yes'),
      }),
      { maxLength: 14 },
    ),
  })
  .map((rows) => book({ ...rows, today }));

test('progress is what looking up each person, step and record one by one says', () => {
  fc.assert(
    fc.property(workbooks, (workbook) => {
      const records = rowsOf(workbook, 'records').map((row) => ({
        who: String(row.name).trim().toLowerCase(),
        code: codeKey(String(row.code)),
        counts: ['2025-01-01', '2026-03-01'].includes(String(row.completionDate)) && row.delete !== '1',
      }));
      const people = [...new Set(records.map(({ who }) => who))].filter((who) => who !== '');
      const holdings = holdingsOf(workbook, today);
      expect(holdings.people.map((name) => name.toLowerCase())).toEqual(people);
      const has = (who: string, code: string) =>
        codeKey(code) !== '' &&
        records.some((each) => each.counts && each.who === who && each.code === codeKey(code));
      for (const path of learningPaths(workbook)) {
        const expected = people.map((who) =>
          path.steps.map(({ code }) => (has(who, code) ? 'done' : 'todo')),
        );
        const found = pathProgress(path, holdings, today);
        expect(found.map(({ steps }) => steps)).toEqual(expected);
        found.forEach(({ state, done, lacksPathCode }, p) => {
          const all = path.steps.length > 0 && done === path.steps.length;
          expect(state).toBe(all ? 'finished' : done > 0 ? 'inProgress' : 'notStarted');
          expect(lacksPathCode).toBe(all && path.code !== '' && !has(people[p] ?? '', path.code));
        });
      }
    }),
    { numRuns: 500 },
  );
});

test('200 paths, 2,000 people and 100,000 records take no longer than parsing the records', () => {
  const records = Array.from({ length: 100_000 }, (_, i) => ({
    recordId: String(i + 1),
    name: `person${i % 2_000}`,
    recordType: 'Training Record',
    objectId: String(i % 800),
    title: `Course ${i % 800}`,
    trainingProvider: 'In house',
    completionDate: `20${20 + (i % 6)}-0${1 + (i % 9)}-1${i % 10}`,
    otherInformation: '',
    code: `CODE-${((i % 2_000) * 7 + Math.floor(i / 2_000) * 13) % 1_000}`,
    delete: '',
  }));
  const paths = Array.from({ length: 200 }, (_, p) =>
    ['', '1', '2', '3', '4', '5'].map((step) => ({
      pathId: `P${p}`,
      step,
      code: `CODE-${(p * 5 + Number(step)) % 1_000}`,
    })),
  ).flat();
  const codes = Array.from({ length: 1_000 }, (_, i) => ({
    code: `CODE-${i}`,
    validForMonths: i % 3 === 0 ? 12 : '',
  }));
  const workbook = book({ codes, paths, records, today });
  const json = JSON.stringify(records.map((row) => Object.values(row)));
  const timed = (work: () => void) => {
    const started = performance.now();
    work();
    return performance.now() - started;
  };
  // In turn, the best of each: other work on the machine then slows both.
  const rounds = Array.from({ length: 6 }, () => ({
    parsing: timed(() => JSON.parse(json)),
    progress: timed(() => {
      const holdings = holdingsOf(workbook, today);
      for (const path of learningPaths(workbook)) pathProgress(path, holdings, today);
    }),
  }));
  const best = (what: 'parsing' | 'progress') => Math.min(...rounds.map((round) => round[what]));
  expect(best('progress')).toBeLessThan(best('parsing'));
});
