import { unguard } from '../../formula-guard.ts';
import { comparable } from './compare.ts';
import type { ImportedFile, Rejection } from './imported-file.ts';

/** A row of the file: its texts by the import's fields, formula guards off. */
export interface FileRow {
  /** As a spreadsheet shows it. */
  readonly row: number;
  readonly cells: readonly string[];
  readonly texts: readonly string[];
  /** The texts in the form in which they are compared with the sheet's. */
  readonly asItIs: readonly string[];
  /** '' for a new record. */
  readonly id: string;
  /** What keeps it out; more may come while it is judged. */
  readonly rejections: Rejection[];
  /** It has a date that nobody can read before people say how dates are written. */
  waits: boolean;
}

/**
 * The rows below the headings. A row that ends early has blanks there; one that goes on beyond the last heading is kept
 * out, because a comma in text without quotes moves every cell behind it.
 */
export function fileRows(
  { rows, lines }: ImportedFile,
  at: ReadonlyMap<string, number>,
  width: number,
): FileRow[] {
  const [fields, columns] = [[...at.keys()], [...at.values()]];
  const id = fields.indexOf('recordId');
  return rows.slice(1).map((cells, i): FileRow => {
    const texts = columns.map((column) => unguard(cells[column] ?? ''));
    const asItIs = texts.map((text, j) => comparable(fields[j] ?? '', text));
    const row = lines[i + 1] ?? i + 2;
    const rejections: Rejection[] = [];
    for (let column = width; column < cells.length; column++) {
      const value = cells[column] ?? '';
      if (value.trim() === '') continue;
      rejections.push({ row, field: '', value, reason: 'no-heading', args: { column: column + 1 } });
      break;
    }
    return { row, cells, texts, asItIs, id: asItIs[id] ?? '', rejections, waits: false };
  });
}

export function reject(
  { row, rejections }: FileRow,
  field: string,
  value: string,
  reason: Rejection['reason'],
  args: Rejection['args'] = {},
): void {
  rejections.push({ row, field, value, reason, args });
}
