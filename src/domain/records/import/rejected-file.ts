import type { CsvFile } from '../../csv/csv-file.ts';
import { formatCsv } from '../../csv/format-csv.ts';
import { unguard } from '../../formula-guard.ts';
import type { ImportedFile } from './imported-file.ts';

/** The rejected rows as they came, under the file's own headings: mended, they are a file to import, with nothing to strip. */
export function rejectedFile(
  { name, rows }: ImportedFile,
  rejected: readonly { readonly cells: readonly string[] }[],
): CsvFile | null {
  if (rejected.length === 0) return null;
  const cells = [rows[0] ?? [], ...rejected.map((row) => row.cells)];
  return {
    name: `rejected-${name.replace(/(\.\w+)?$/, '.csv')}`,
    text: formatCsv(cells.map((row) => row.map(unguard))),
    rows: rejected.length,
    notes: [],
  };
}
