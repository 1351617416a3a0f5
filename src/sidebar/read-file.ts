import type { ImportSource } from '../contract/api.ts';
import { csvFileMessage } from '../contract/words/csv-file.ts';
import { readCsv } from '../domain/csv/read-csv.ts';

/** The rows of a file, or a sentence why there are none. */
export function readFile(file: File): Promise<ImportSource | string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onerror = () => resolve(`${file.name} could not be read. Nothing was changed.`);
    reader.onload = () => {
      const csv = readCsv(new Uint8Array(reader.result as ArrayBuffer));
      if (csv.ok) resolve({ name: file.name, rows: csv.rows, lines: csv.lines });
      else resolve(`${file.name}: ${csvFileMessage(csv.refusal)}`);
    };
    reader.readAsArrayBuffer(file);
  });
}
