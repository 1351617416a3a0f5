import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { decodeBytes } from '../src/domain/csv/decode.ts';
import { parseCsv } from '../src/domain/csv/parse-csv.ts';

/** A CSV file as the sidebar would send it. Throws a plain sentence when it is none. */
export async function readCsvFile(
  path: string,
): Promise<{ name: string; rows: string[][]; lines: number[] }> {
  const name = basename(path);
  const decoded = decodeBytes(
    await readFile(path).catch(() => {
      throw new Error(`${name} cannot be opened.`);
    }),
  );
  if (!decoded.ok)
    throw new Error(`${name} is not a CSV file but ${decoded.kind}. Save it as CSV, then try again.`);
  const parsed = parseCsv(decoded.text);
  if (!parsed.ok) {
    throw new Error(
      parsed.reason === 'file-empty' ? `${name} is empty.` : `${name} has a quote that is never closed.`,
    );
  }
  return { name, rows: parsed.rows, lines: parsed.lines };
}
