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
  );
});
