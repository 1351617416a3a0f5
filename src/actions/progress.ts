import type { Input, Preview, ProgressView, RunResult, Value } from '../contract/api.ts';
import { count, previewOf, rowLinkTo } from '../contract/views/preview.ts';
import { whyWords } from '../contract/words/progress.ts';
import { refuseUnreadable } from '../domain/codes/code-cells.ts';
import { parseIso } from '../domain/plain-date.ts';
import { type Refused, refuse, refuseSheet } from '../domain/plan.ts';
import { holdingsOf, personKey } from '../domain/progress/holdings.ts';
import { learningPaths } from '../domain/progress/learning-paths.ts';
import { pathProgress, planAddPathRecords } from '../domain/progress/path-progress.ts';
import { whyNot } from '../domain/progress/why-not.ts';
import { deletedRecords } from '../sheets/archive.ts';
import { readWorkbook, type Wanted } from '../sheets/read-workbook.ts';
import { apply, plan } from './change.ts';
import type { Context } from './context.ts';

/** Content is not needed: a step is done by the code in the person's records. */
const PROGRESS: Wanted = { content: [], records: ['name', 'completionDate', 'code', 'delete'] };
const NEEDED = { paths: ['pathId', 'step', 'code'], records: ['name', 'completionDate', 'code'] } as const;
/** A row is written into the columns that were read: all those of a new record. */
const ADD: Wanted = {
  content: [],
  records: ['recordId', 'name', 'recordType', 'objectId', 'title', 'completionDate', 'code', 'delete'],
};

/** One path, person by person; with a person, why each step is done or not. Without a path, the first. */
export function progress(context: Context, input: Input<'progress'>): Value<'progress'> | Refused {
  const workbook = readWorkbook(context.spreadsheet, context.now, { wanted: PROGRESS });
  for (const sheet of ['paths', 'records'] as const) {
    const table = workbook[sheet];
    if (!table.exists) return refuseSheet(table.name);
    // Without one of these everybody would seem not to have started.
    for (const field of NEEDED[sheet]) {
      const unreadable = refuseUnreadable(workbook, [sheet], field);
      if (unreadable) return unreadable;
    }
  }
  const asOf = input.asOf === undefined ? workbook.today : parseIso(input.asOf);
  if (asOf === null) return refuse('bad-request', { detail: 'asOf is a date such as 2026-03-31' });
  const paths = learningPaths(workbook);
  const path = input.path === undefined ? paths[0] : paths.find((each) => each.pathId === input.path?.trim());
  if (input.path !== undefined && !path) return refuse('no-such-path', { path: input.path });
  const list = paths.map(({ pathId, title, steps }) => ({ pathId, title, steps: steps.length }));
  const none = { people: 0, finished: 0, inProgress: 0, notStarted: 0, percent: 0 };
  if (!path) return { paths: list, path: null, counts: none, people: [], lackPathCode: 0, why: null };
  const holdings = holdingsOf(workbook, asOf);
  if (input.person !== undefined && !holdings.personAt.has(personKey(input.person)))
    return refuse('no-such-person', { person: input.person });
  const people = pathProgress(path, holdings, asOf);
  const inState = (state: string) => people.filter((person) => person.state === state).length;
  const done = people.reduce((sum, person) => sum + person.done, 0);
  const all = people.length * path.steps.length;
  const view: ProgressView = {
    paths: list,
    path: {
      pathId: path.pathId,
      title: path.title,
      steps: path.steps.map(({ step, title, code }) => ({ step, title, code })),
    },
    counts: {
      people: people.length,
      finished: inState('finished'),
      inProgress: inState('inProgress'),
      notStarted: inState('notStarted'),
      percent: all === 0 ? 0 : Math.round((100 * done) / all),
    },
    people: people.map((person) => ({ ...person, steps: [...person.steps] })),
    lackPathCode: people.filter((person) => person.lacksPathCode).length,
    why: null,
  };
  if (input.person === undefined) return view;
  return {
    ...view,
    why: whyNot(workbook, path, input.person, asOf, deletedRecords(context.spreadsheet)).map((step) => ({
      step: step.step,
      title: step.title,
      code: step.code,
      state: step.state,
      reason: whyWords(step),
      link: step.row > 0 ? rowLinkTo(workbook, 'records', step.row) : null,
    })),
  };
}

/** People who finished all steps but lack the path's own code, and the records that would give it to them. */
export function previewAddPathRecords(
  context: Context,
  { path }: Input<'previewAddPathRecords'>,
): Preview | Refused {
  const { workbook, planned } = plan(context, {
    wanted: ADD,
    plan: (book) => planAddPathRecords(book, path),
  });
  if (!planned.ok) return planned;
  const many = count(planned.plan.appends.length, 'record');
  const people = planned.plan.appends.map((row) => row.values.name ?? '');
  return previewOf(workbook, planned.plan, {
    title: `Add ${many}`,
    summary: [
      `New Learning Path records, dated by the last step, for: ${people.slice(0, 20).join(', ')}${people.length > 20 ? ` and ${people.length - 20} more` : ''}.`,
    ],
    confirm: `Add ${many}`,
  });
}

export function addPathRecords(context: Context, input: Input<'addPathRecords'>): RunResult | Refused {
  return apply(
    context,
    { wanted: ADD, plan: (book) => planAddPathRecords(book, input.path) },
    input.basedOn,
    (done) => ({
      what: `Added ${count(done.appends.length, 'record')} for the path ${done.summary.path}`,
      message: `${count(done.appends.length, 'record')} added.`,
    }),
  );
}
