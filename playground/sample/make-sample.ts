import type { BookModel } from '../sheets/model.ts';
import { makeRecords, type SampleContent, type SamplePath } from './make-records.ts';
import * as organisation from './organisation.ts';
import { parseLines } from './parse-lines.ts';
import { seededChance } from './random.ts';
import { seedRecordProblems } from './record-problems.ts';
import { type ExpectedFinding, expectedFindings, type SampleRow, type SampleSheets } from './rows.ts';
import { toBook } from './to-book.ts';
import { dayNumber } from './training-days.ts';

const SAMPLE_RECORDS = 1500;
const SAMPLE_PEOPLE = 120;

/**
 * The sample workbook: an outdoor trust's 4 sheets as set up leaves them, and the findings seeded in it, all others none.
 * The same on every call; completion dates lie between 2023-12-01 and 2026-11-13, but for one in 2062 that is a finding.
 */
export function sampleBook(): { book: BookModel; expected: ExpectedFinding[] } {
  const sheets = sampleSheets();
  return { book: toBook(sheets, 'Tarn Valley training'), expected: expectedFindings(sheets) };
}

/** The sample's rows before they become a workbook. */
export function sampleSheets(): SampleSheets {
  const codes = parseLines(organisation.CODES, ['Code', 'Description', 'Valid For (Months)']);
  const content = parseLines(organisation.CONTENT, [
    'Object Id',
    'Type',
    'Title',
    'Used In Training Records',
    'Qualification Code',
    'Owner',
  ]);
  const paths = parseLines(organisation.PATHS, ['Path Id', 'Step', 'Title', 'Qualification Code']);
  const chance = seededChance(20_231_127);
  const people = peopleNames(SAMPLE_PEOPLE, [...organisation.OWNERS]);
  const records = makeRecords({
    count: SAMPLE_RECORDS,
    people,
    content: content.filter(takesRecords).map(contentOf),
    paths: pathsOf(paths).filter(({ pathId }) => pathId <= 'LP-08'),
    first: dayNumber('2023-12-01'),
    last: dayNumber('2026-11-13'),
    firstId: 40_211,
    provider: organisation.PROVIDER,
    otherProviders: organisation.OTHER_PROVIDERS,
    sites: organisation.SITES,
    chance,
  });
  seedRecordProblems(records, 'CANOE');
  return { codes, content, paths, records };
}

function peopleNames(count: number, known: readonly string[]): string[] {
  const { FIRST_NAMES: first, LAST_NAMES: last } = organisation;
  const names = [...known];
  for (let i = 0; names.length < count; i++) {
    const turn = Math.floor(i / first.length);
    names.push(`${first[i % first.length]}.${last[((i % first.length) + turn * 7) % last.length]}`);
  }
  return names;
}

/** Content that is used in training records and is itself in order: only its records can be right. */
function takesRecords({ cells, problems }: SampleRow): boolean {
  const used = cells['Used In Training Records'];
  const owned = problems.every(({ rule }) => rule === 'content-code-shared' || rule === 'code-spelling');
  return (used === true || used === 'Yes') && owned;
}

function contentOf({ cells }: SampleRow): SampleContent {
  const text = (heading: string): string => String(cells[heading] ?? '');
  return {
    objectId: text('Object Id'),
    type: text('Type'),
    title: text('Title'),
    code: text('Qualification Code').toUpperCase(),
  };
}

function pathsOf(rows: readonly SampleRow[]): SamplePath[] {
  const text = (row: SampleRow, heading: string): string => String(row.cells[heading] ?? '');
  return rows
    .filter((row) => row.cells.Step === undefined)
    .map((own) => ({
      pathId: text(own, 'Path Id'),
      title: text(own, 'Title'),
      code: text(own, 'Qualification Code'),
      steps: rows
        .filter((row) => row.cells.Step !== undefined && row.cells['Path Id'] === own.cells['Path Id'])
        .map((row) => text(row, 'Qualification Code')),
    }));
}
