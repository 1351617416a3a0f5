import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import { unguard } from '../../src/domain/formula-guard.ts';
import type { Answer } from './answer.ts';

/** Whoever does the job must come to the same. */
export function requireSameAnswer(one: Answer, other: Answer): void {
  for (const what of ['findings', 'uses', 'rejections'] as const) {
    const [ours, theirs] = [new Set(one[what]), new Set(other[what])];
    const missing = [...ours].filter((each) => !theirs.has(each));
    const extra = [...theirs].filter((each) => !ours.has(each));
    if (missing.length + extra.length > 0) {
      throw new Error(`The ${what} differ: ${[...missing, ...extra].slice(0, 5).join('; ')}`);
    }
  }
  const counts = ({ counts: made, deleted }: Answer): string => `${made}, ${deleted} deleted`;
  if (counts(one) !== counts(other)) throw new Error(`The counts differ: ${counts(one)}; ${counts(other)}`);
}

/** The files that were written hold the same records, in whatever order. */
export async function requireSameRows(folder: string, names: readonly string[]): Promise<void> {
  const texts = await Promise.all(names.map((name) => rowsOf(`${folder}/${name}.csv`)));
  texts.forEach((text, i) => {
    if (text !== texts[0]) throw new Error(`${names[i]}.csv holds other records than ${names[0]}.csv`);
  });
}

async function rowsOf(file: string): Promise<string> {
  const text = (await readFile(file, 'utf8')).replace(/^\ufeff/, '').replace(/\r\n/g, '\n');
  const { data } = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n', skipEmptyLines: true });
  return data
    .slice(1)
    .map((row) => row.map(unguard).join('\u001f'))
    .sort()
    .join('\n');
}
