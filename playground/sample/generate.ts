import type { BookModel } from '../sheets/model.ts';
import { makeRecords, type SampleContent, type SamplePath } from './make-records.ts';
import { seededChance } from './random.ts';
import { seedRecordProblems } from './record-problems.ts';
import { type ExpectedFinding, expectedFindings, type SampleRow, type SampleSheets } from './rows.ts';
import { toBook } from './to-book.ts';
import { dayNumber } from './training-days.ts';

export interface GenerateOptions {
  readonly records: number;
  /** Content items; at least as many as codes carry a code, one each. Default: codes + a third. */
  readonly content?: number;
  /** Codes, those of paths included. Default 40. */
  readonly codes?: number;
  /** Default 8. */
  readonly paths?: number;
  /** Default: one for every 20 records, at least 12. */
  readonly people?: number;
  readonly seed?: number;
  /** Breaks the records in the ways of the sample workbook; needs 1,500 records. */
  readonly problems?: boolean;
  /** Records with `Delete?` = 1, scattered evenly. */
  readonly flagged?: number;
}

/**
 * A workbook of any size for measurements: the same for the same options, and without a single finding unless problems
 * are asked for. Completion dates end on 2026-11-13 and go back three years, more where few people have many records.
 */
export function generateBook(options: GenerateOptions): { book: BookModel; expected: ExpectedFinding[] } {
  const sheets = generateSheets(options);
  return { book: toBook(sheets, `${options.records} records`), expected: expectedFindings(sheets) };
}

export function generateSheets(options: GenerateOptions): SampleSheets {
  const chance = seededChance(options.seed ?? 1);
  const pathCount = options.paths ?? 8;
  const codeCount = options.codes ?? 40;
  const stepCodes = Array.from({ length: codeCount - pathCount }, (_, i) => `QC${number(i)}`);
  if (stepCodes.length < 5) throw new Error('Ask for at least five codes more than paths.');
  const content = contentItems(options.content ?? Math.ceil(codeCount * 1.3), stepCodes);
  const carried = stepCodes.slice(0, content.length);
  const paths = Array.from({ length: pathCount }, (_, i): SamplePath => {
    const steps = chance.shuffled(carried).slice(0, 3 + (i % 3));
    return { pathId: `LP-${number(i)}`, title: `Path ${number(i)}`, code: `PATH${number(i)}`, steps };
  });
  const people = options.people ?? Math.max(12, Math.ceil(options.records / 20));
  const last = dayNumber('2026-11-13');
  const records = makeRecords({
    count: options.records,
    people: Array.from({ length: people }, (_, i) => `person.${number(i)}`),
    content,
    paths,
    // Nobody has two records on one day, and nobody has more than about four times the average.
    first: last - Math.max(1078, Math.ceil((options.records / people) * 5)),
    last,
    firstId: 100_001,
    provider: 'Tarn Valley Outdoor Trust',
    otherProviders: ['Lakeside First Aid', 'County Fire Training'],
    sites: ['Tarn House', 'Mill Wall'],
    chance,
  });
  if (options.problems) seedRecordProblems(records, carried[0] as string);
  flag(records, options.flagged ?? 0);
  return {
    codes: [
      ...stepCodes.map((code, i) =>
        row({
          Code: code,
          Description: `Qualification ${number(i)}`,
          ...(i % 4 === 0 && { 'Valid For (Months)': 12 }),
        }),
      ),
      ...paths.map(({ code, title }) => row({ Code: code, Description: `Learning path: ${title}` })),
    ],
    content: content.map((item) =>
      row({
        'Object Id': item.objectId,
        Type: item.type,
        Title: item.title,
        'Used In Training Records': true,
        ...(item.code !== '' && { 'Qualification Code': item.code }),
        Owner: `person.${number(Number(item.objectId) % people)}`,
      }),
    ),
    paths: paths.flatMap((path) => [
      row({ 'Path Id': path.pathId, Title: path.title, 'Qualification Code': path.code }),
      ...path.steps.map((code, i) =>
        row({ 'Path Id': path.pathId, Step: i + 1, Title: `Step ${i + 1}`, 'Qualification Code': code }),
      ),
    ]),
    records,
  };
}

function contentItems(count: number, codes: readonly string[]): SampleContent[] {
  const types = ['Course', 'Quiz', 'Training Event'];
  return Array.from({ length: count }, (_, i) => ({
    objectId: String(1001 + i),
    type: types[i % 3] as string,
    title: `${types[i % 3]} ${number(i)}`,
    code: codes[i] ?? '',
  }));
}

function flag(records: readonly SampleRow[], count: number): void {
  const step = records.length / Math.max(1, count);
  for (let i = 0; i < count; i++) {
    const record = records[Math.floor(i * step)];
    if (record) record.cells['Delete?'] = 1;
  }
}

function row(cells: SampleRow['cells']): SampleRow {
  return { cells, problems: [] };
}

function number(index: number): string {
  return String(index + 1).padStart(4, '0');
}
