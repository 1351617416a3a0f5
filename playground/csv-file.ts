import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type ReadCsv, readCsv } from '../src/domain/csv/read-csv.ts';
import type { Refused } from '../src/domain/plan.ts';

/** A CSV file as the sidebar would send it, or refuse it. Throws a plain sentence when there is no such file. */
export async function readCsvFile(path: string): Promise<(ReadCsv & { name: string }) | Refused> {
  const name = basename(path);
  const bytes = await readFile(path).catch(() => {
    throw new Error(`${name} cannot be opened.`);
  });
  const read = readCsv(bytes);
  return read.ok ? { ...read, name } : read;
}
