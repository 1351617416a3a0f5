import type { ImportSource } from '../contract/api.ts';
import { csvFileMessage } from '../contract/words/csv-file.ts';
import { readCsv } from '../domain/csv/read-csv.ts';

/** The rows of a file, or a sentence why there are none. */
export async function readFile(file: File): Promise<ImportSource | string> {
  const { name } = file;
  const bytes = await file.arrayBuffer().catch(() => null);
  if (!bytes) return `${name} could not be read. Nothing was changed.`;
  const csv = readCsv(new Uint8Array(bytes));
  return csv.ok ? { name, rows: csv.rows, lines: csv.lines } : `${name}: ${csvFileMessage(csv.refusal)}`;
}
