import { mkdir, writeFile } from 'node:fs/promises';
import { formatCsv } from '../../src/domain/csv/format-csv.ts';
import { SHEET_KEYS } from '../../src/domain/layout.ts';
import { headingsOf, importRows, makeSheets, textRows } from './training.ts';

/** Writes the four sheets and the file to import as CSV files. */
export async function writeCsvFiles(folder: string, records: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const sheets = makeSheets(records);
  for (const sheet of SHEET_KEYS) {
    const rows = textRows(sheet, sheets[sheet]);
    await writeFile(`${folder}/${sheet}.csv`, formatCsv([headingsOf(sheet), ...rows]));
    if (sheet === 'records') await writeFile(`${folder}/import.csv`, formatCsv(importRows(rows)));
  }
}
