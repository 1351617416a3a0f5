import { writeFile } from 'node:fs/promises';
import { serialize } from 'node:v8';
import { LAYOUT } from '../../src/domain/layout.ts';
import type { ImportedFile } from '../../src/domain/records/import/imported-file.ts';
import { cellsOf, type Workbook } from '../../src/domain/workbook.ts';
import { importRows, makeSheets, textRows } from '../data/training.ts';
import { makeWorkbook } from '../data/workbook.ts';

export interface Prepared {
  readonly workbook: Workbook;
  /** The same records, rows of ten cells, as JSON. */
  readonly rowsJson: string;
  readonly imported: ImportedFile;
}

/** Writes what the jobs work on into one file, so that no process pays for making it. */
export async function prepare(file: string, records: number): Promise<void> {
  const sheets = makeSheets(records);
  const workbook = makeWorkbook(sheets);
  const columns = Object.keys(LAYOUT.records).map((field) => cellsOf(workbook.records, field) ?? []);
  const rows = Array.from({ length: records }, (_, i) =>
    columns.map((cells) => {
      const cell = cells[i] ?? '';
      return typeof cell === 'object' ? cell.iso : cell;
    }),
  );
  const imports = importRows(textRows('records', sheets.records));
  const imported = { name: 'import.csv', rows: imports, lines: imports.map((_, i) => i + 1) };
  await writeFile(file, serialize({ workbook, rowsJson: JSON.stringify(rows), imported } satisfies Prepared));
}
