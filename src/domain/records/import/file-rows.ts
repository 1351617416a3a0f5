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
  /** A date that nobody can read before people say how dates are written, if it has one. */
  waits: string | null;
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
  const fields = [...at.keys()];
  const columns = [...at.values()];
  const idAt = fields.indexOf('recordId');
  return rows.slice(1).map((cells, i): FileRow => {
    const texts = columns.map((column) => unguard(cells[column] ?? ''));
    const asItIs = texts.map((text, j) => comparable(fields[j] ?? '', text));
    const made: FileRow = {
      row: lines[i + 1] ?? i + 2,
      cells,
      texts,
      asItIs,
      id: asItIs[idAt] ?? '',
      rejections: [],
      waits: null,
    };
    const beyond = cells.findIndex((cell, j) => j >= width && cell.trim() !== '');
    if (beyond >= 0) reject(made, '', cells[beyond] ?? '', 'no-heading', { column: beyond + 1 });
    return made;
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
