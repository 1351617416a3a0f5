import type { Holdings } from '../progress/holdings.ts';
import { learningPaths } from '../progress/learning-paths.ts';
import { pathProgress } from '../progress/path-progress.ts';
import type { Workbook } from '../workbook.ts';
import type { Report } from './report.ts';

const STATES = { finished: 'Finished', inProgress: 'In progress', notStarted: 'Not started' } as const;
/** Past this many rows people who have not started a path are left out of its list; the counts beside it have them. */
const ROWS = 20_000;

/** People and steps of every path: who finished, who is on the way, and when each step was done. */
export function pathReport(workbook: Workbook, holdings: Holdings, asOf: string): Report {
  const paths = learningPaths(workbook);
  const all = paths.map((path) => ({ path, people: pathProgress(path, holdings, asOf) }));
  const most = paths.reduce((max, path) => Math.max(max, path.steps.length), 0);
  const onlyStarted = all.reduce((sum, { people }) => sum + people.length, 0) > ROWS;
  const rows = all.flatMap(({ path, people }) =>
    people.flatMap((person, p) => {
      if (onlyStarted && person.state === 'notStarted') return [];
      const marks = path.steps.map(({ code }, i) => {
        const date = holdings.dateAt(holdings.recordOf(p, code));
        return person.steps[i] === 'expired' ? `${date} (expired)` : date;
      });
      const blanks = Array<string>(most - marks.length).fill('');
      const about = [path.title || path.pathId, person.name, STATES[person.state]];
      return [[...about, person.done, marks.length, ...marks, ...blanks]];
    }),
  );
  const counts = all.map(({ path, people }) => {
    const inState = (state: string) => people.filter((person) => person.state === state).length;
    return [path.title || path.pathId, inState('finished'), inState('inProgress'), inState('notStarted')];
  });
  const steps = Array.from({ length: most }, (_, i) => `Step ${i + 1}`);
  return {
    name: 'Path Progress',
    about: `People and steps of ${paths.length} learning paths, by the codes in their live records${asOf === workbook.today ? '' : ` on ${asOf}`}${onlyStarted ? '; people who have not started are counted, not listed' : ''}`,
    tables: [
      {
        headings: ['Path', 'Finished', 'In progress', 'Not started'],
        rows: counts,
        leads: { sheet: 'paths', rows: paths.map(({ row }) => row) },
      },
      { headings: ['Path', 'Person', 'State', 'Done', 'Steps', ...steps], rows },
    ],
    chart: { title: 'People by path', series: 3, stacked: true },
  };
}
