import { parseCsv } from '../../../src/domain/csv/parse-csv.ts';
import type {
  ImportAnswers,
  ImportedFile,
  ImportRemarks,
} from '../../../src/domain/records/import/imported-file.ts';
import { planImport } from '../../../src/domain/records/import/plan-import.ts';
import type { Workbook } from '../../../src/domain/workbook.ts';

/** A file of these lines, as the sidebar would send it. */
export function fileOf(...lines: string[]): ImportedFile {
  const parsed = parseCsv(lines.join('\n'));
  if (!parsed.ok) throw new Error(parsed.reason);
  return { name: 'lms.csv', rows: parsed.rows, lines: parsed.lines };
}

/** What the file would do; it must not be refused. */
export function imported(book: Workbook, file: ImportedFile, answers: ImportAnswers = {}) {
  const planned = planImport(book, file, answers);
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
