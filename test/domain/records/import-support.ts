import { parseCsv } from '../../../src/domain/csv/parse-csv.ts';
import type {
  ImportAnswers,
  ImportedFile,
  ImportRemarks,
} from '../../../src/domain/records/import/imported-file.ts';
import { planImport } from '../../../src/domain/records/import/plan-import.ts';
import type { LastExchange } from '../../../src/domain/records/last-exchange.ts';
import type { Workbook } from '../../../src/domain/workbook.ts';
import { workbook } from '../../builders/workbook.ts';

/** Ann's record 1 in row 2 and Bob's record 2 in row 3. */
export const book = () =>
  workbook().code('CPR').code('0012').code('MAR1').record('ann', 'CPR').record('bob', '0012');

/** The sheet with a column of people's own after the ten. */
export function withColumn(workbook: Workbook, heading: string, ...cells: string[]): Workbook {
  const { records } = workbook;
  const field = `custom:${heading}`;
  const [columns, all] = [
    { ...records.columns, [field]: 11 },
    { ...records.cells, [field]: cells },
  ];
  return { ...workbook, records: { ...records, columns, cells: all } };
}

/** A file of these lines, as the sidebar would send it. */
export function fileOf(...lines: string[]): ImportedFile {
  const parsed = parseCsv(lines.join('\n'));
  if (!parsed.ok) throw new Error(parsed.reason);
  return { name: 'lms.csv', rows: parsed.rows, lines: parsed.lines };
}

/** What the file would do; it must not be refused. */
export function imported(
  book: Workbook,
  file: ImportedFile,
  answers: ImportAnswers = {},
  last: LastExchange | null = null,
) {
  const planned = planImport(book, file, answers, last);
  if (!planned.ok) throw new Error(planned.refusal.reason);
  return planned;
}

/** `2 Completion Date: date-impossible` of each rejection. */
export function reasons(book: Workbook, file: ImportedFile, answers: ImportAnswers = {}): string[] {
  return imported(book, file, answers).rejections.map(
    ({ row, field, reason }) => `${row} ${field}: ${reason}`,
  );
}

export function refusal(book: Workbook, file: ImportedFile) {
  const planned = planImport(book, file, {});
  if (planned.ok) throw new Error('it was not refused');
  return planned.refusal;
}

export function remarks(book: Workbook, ...lines: string[]): ImportRemarks {
  return imported(book, fileOf(...lines)).remarks;
}
