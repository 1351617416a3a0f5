import { cellText } from './cell.ts';
import { codeKey } from './code.ts';
import { CONTENT_TYPE_NAMES } from './learning-content.ts';
import { expiryOf } from './progress/expiry.ts';
import { type Holdings, holdingsOf, personKey } from './progress/holdings.ts';
import { learningPaths } from './progress/learning-paths.ts';
import { pathProgress } from './progress/path-progress.ts';
import { contentType } from './usage.ts';
import type { Workbook } from './workbook.ts';

/** A table of a report. Text is written as text, numbers as numbers. */
export interface ReportTable {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** A report sheet: its tables stand side by side; the chart draws the first columns of the first one. */
export interface Report {
  readonly name: string;
  readonly about: string;
  readonly tables: readonly ReportTable[];
  readonly chart: { readonly title: string; readonly series: number; readonly stacked: boolean } | null;
}

/** A deleted record still counts in the Course Activity Report. */
export interface DeletedActivity {
  readonly objectId: string;
  readonly title: string;
}

const STATES = { finished: 'Finished', inProgress: 'In progress', notStarted: 'Not started' } as const;
/** Past this many rows people who have not started a path are left out of its list; the counts beside it have them. */
const ROWS = 20_000;

/** The report sheets, on the day asked for. Values in, values out: nothing is read or written here. */
export function reportsOf(workbook: Workbook, deleted: readonly DeletedActivity[], asOf: string): Report[] {
  const holdings = holdingsOf(workbook, asOf);
  return [
    pathReport(workbook, holdings, asOf),
    recordReport(workbook),
    activityReport(workbook, deleted),
    expiryReport(workbook, holdings, asOf),
    ...(asOf === workbook.today ? [] : [auditReport(workbook, holdings, asOf)]),
  ];
}

function pathReport(workbook: Workbook, holdings: Holdings, asOf: string): Report {
  const paths = learningPaths(workbook);
  const all = paths.map((path) => ({ path, people: pathProgress(path, holdings, asOf) }));
  const most = paths.reduce((max, path) => Math.max(max, path.steps.length), 0);
  const started = all.reduce((sum, { people }) => sum + people.length, 0) > ROWS;
  const rows = all.flatMap(({ path, people }) =>
    people
      .filter((person) => !started || person.state !== 'notStarted')
      .slice(0, ROWS)
      .map((person) => [
        path.title || path.pathId,
        person.name,
        STATES[person.state],
        person.done,
        path.steps.length,
        ...Array.from({ length: most }, (_, i) =>
          stepMark(holdings, path.steps[i]?.code, person.steps[i], person.name),
        ),
      ]),
  );
  const counts = all.map(({ path, people }) => {
    const inState = (state: string) => people.filter((person) => person.state === state).length;
    return [path.title || path.pathId, inState('finished'), inState('inProgress'), inState('notStarted')];
  });
  const steps = Array.from({ length: most }, (_, i) => `Step ${i + 1}`);
  return {
    name: 'Path Progress',
    about: `People and steps of ${paths.length} learning paths, by the codes in their live records`,
    tables: [
      { headings: ['Path', 'Finished', 'In progress', 'Not started'], rows: counts },
      { headings: ['Path', 'Person', 'State', 'Done', 'Steps', ...steps], rows },
    ],
    chart: { title: 'People by path', series: 3, stacked: true },
  };
}

function stepMark(
  holdings: Holdings,
  code: string | undefined,
  state: string | undefined,
  name: string,
): string {
  if (code === undefined || state === undefined || state === 'todo') return '';
  const date = holdings.dateAt(holdings.recordOf(holdings.personAt.get(personKey(name)) ?? -1, code));
  return state === 'expired' ? `${date} (expired)` : date;
}

/** Live records only: a deleted record is out of it. */
function recordReport(workbook: Workbook): Report {
  const { name, code, completionDate } = workbook.records.cells;
  const people = new Map<string, Tally>();
  const codes = new Map<string, Tally>();
  for (let i = 0; i < workbook.records.length; i++) {
    const who = cellText(name?.[i] ?? '').trim();
    const held = cellText(code?.[i] ?? '').trim();
    const date = cellText(completionDate?.[i] ?? '').slice(0, 10);
    if (who !== '') count(people, personKey(who), who, codeKey(held), date);
    if (codeKey(held) !== '') count(codes, codeKey(held), held, personKey(who), date);
  }
  const described = new Map(
    (workbook.codes.cells.code ?? []).map((cell, i) => [
      codeKey(cellText(cell)),
      cellText(workbook.codes.cells.description?.[i] ?? ''),
    ]),
  );
  const byCode = [...codes].sort((a, b) => b[1].records - a[1].records);
  return {
    name: 'Training Record Report',
    about: 'Live training records, by person and by code',
    tables: [
      {
        headings: ['Code', 'Records', 'People', 'Latest', 'Description'],
        rows: byCode.map(([key, tally]) => [...tallyRow(tally), described.get(key) ?? '']),
      },
      { headings: ['Person', 'Records', 'Codes', 'Latest'], rows: [...people.values()].map(tallyRow) },
    ],
    chart: { title: 'Records by code', series: 1, stacked: false },
  };
}

/** Live and deleted together: deleting a record does not change its total. */
function activityReport(workbook: Workbook, deleted: readonly DeletedActivity[]): Report {
  const { content, records } = workbook;
  const known = new Map<string, { title: string; type: string }>();
  (content.cells.objectId ?? []).forEach((cell, i) => {
    const id = cellText(cell).trim();
    const type = contentType(content.cells.type?.[i] ?? '');
    const title = cellText(content.cells.title?.[i] ?? '');
    if (id !== '' && !known.has(id)) known.set(id, { title, type: type ? CONTENT_TYPE_NAMES[type] : '' });
  });
  const found = new Map<string, { id: string; title: string; total: number }>();
  const add = (id: string, title: string): void => {
    const key = id === '' || id === '0' ? `title ${title}` : id;
    const entry = found.get(key) ?? { id: key === id ? id : '', title, total: 0 };
    entry.total++;
    found.set(key, entry);
  };
  for (let i = 0; i < records.length; i++) {
    const [id, title] = [records.cells.objectId?.[i], records.cells.title?.[i]].map((cell) =>
      cellText(cell ?? '').trim(),
    );
    if (cellText(records.cells.name?.[i] ?? '') !== '') add(id ?? '', title ?? '');
  }
  for (const { objectId, title } of deleted) add(objectId.trim(), title.trim());
  const rows = [...found.values()].sort((a, b) => b.total - a.total);
  return {
    name: 'Course Activity Report',
    about: 'Live and deleted records together, by content',
    tables: [
      {
        headings: ['Title', 'Completions', 'Type', 'Object Id'],
        rows: rows.map(({ id, title, total }) => [
          known.get(id)?.title || title,
          total,
          known.get(id)?.type ?? '',
          id,
        ]),
      },
    ],
    chart: { title: 'Completions by content', series: 1, stacked: false },
  };
}

function expiryReport(workbook: Workbook, holdings: Holdings, asOf: string): Report {
  const all = expiryOf(workbook, holdings, asOf);
  const states = [0, 30, 60, 90] as const;
  const words = { 0: 'Expired', 30: 'Within 30 days', 60: 'Within 60 days', 90: 'Within 90 days' };
  return {
    name: 'Expiry Report',
    about: 'Records that have expired or will within 90 days',
    tables: [
      {
        headings: ['State', 'Records'],
        rows: states.map((state) => [words[state], all.filter(({ within }) => within === state).length]),
      },
      {
        headings: ['Person', 'Code', 'Completed', 'Valid until', 'State'],
        rows: all.map(({ person, code, completed, until, within }) => [
          person,
          code,
          completed,
          until,
          words[within],
        ]),
      },
    ],
    chart: { title: 'Expiry', series: 1, stacked: false },
  };
}

/** Who held which code on the day, with the record's date: one sheet to hand to an auditor. */
function auditReport(workbook: Workbook, holdings: Holdings, asOf: string): Report {
  const rows: string[][] = [];
  for (const cell of workbook.codes.cells.code ?? []) {
    const code = cellText(cell).trim();
    if (code === '') continue;
    for (const [person, record] of holdings.holdersOf(code)) {
      const months = holdings.months.get(holdings.keyOf(code));
      rows.push([
        holdings.people[person] ?? '',
        code,
        holdings.dateAt(record),
        months === undefined ? '' : `${months} months`,
      ]);
    }
  }
  return {
    name: `Held on ${asOf}`,
    about: `Who held which code on ${asOf}`,
    tables: [{ headings: ['Person', 'Code', 'Completed', 'Valid for'], rows }],
    chart: null,
  };
}

interface Tally {
  readonly name: string;
  records: number;
  readonly others: Set<string>;
  latest: string;
}

function count(tallies: Map<string, Tally>, key: string, name: string, other: string, date: string): void {
  const tally = tallies.get(key) ?? { name, records: 0, others: new Set<string>(), latest: '' };
  tally.records++;
  if (other !== '') tally.others.add(other);
  if (date > tally.latest) tally.latest = date;
  tallies.set(key, tally);
}

function tallyRow(tally: Tally): (string | number)[] {
  return [tally.name, tally.records, tally.others.size, tally.latest];
}
