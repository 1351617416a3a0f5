import { useEffect, useRef, useState } from 'preact/hooks';
import { ask, type RowView } from './server.ts';

const CHUNK = 100;
/** Chunks in one answer: the server gives 500 rows at most. */
const TOGETHER = 5;

type Cells = RowView['cells'];

/** Rows that are wanted: `from` to `to` at once, then as many as `ahead` around them; there is none from `end` on. */
interface Wanted {
  readonly from: number;
  readonly to: number;
  readonly ahead: number;
  readonly end: number;
}

/** Rows of a sheet, fetched by the hundred and kept until the workbook changes. */
export function useRows(
  sheet: number,
  version: number,
  { from, to, ahead, end }: Wanted,
): (row: number) => Cells | undefined {
  const chunks = useRef(new Map<number, readonly Cells[]>()).current;
  const asked = useRef({ version: 0, chunks: new Set<number>() });
  const [, redraw] = useState(0);
  useEffect(() => {
    const [first, last] = [chunkOf(from - ahead), chunkOf(Math.min(to + ahead, end - 1))];
    if (asked.current.version !== version) {
      asked.current = { version, chunks: new Set() };
      // Those in sight stay until new ones are here, so that nothing flickers.
      for (const chunk of chunks.keys()) if (chunk < first || chunk > last) chunks.delete(chunk);
    }
    const now = asked.current;
    const fetchRows = async (missing: readonly number[]): Promise<void> => {
      for (const chunk of missing) now.chunks.add(chunk);
      const [start, rows] = [(missing[0] ?? 0) * CHUNK, missing.length * CHUNK];
      const input = { sheet, from: start, to: Math.min(start + rows, end) };
      const views = await ask<RowView[]>('rows', input);
      if (asked.current !== now) return;
      const fresh = missing.map((): Cells[] => []);
      for (const { row, cells } of views) {
        const chunk = fresh[Math.floor((row - start) / CHUNK)];
        if (chunk) chunk[row % CHUNK] = cells;
      }
      for (const [i, chunk] of missing.entries()) chunks.set(chunk, fresh[i] ?? []);
      redraw((times) => times + 1);
    };
    const fetchMissing = (a: number, b: number): Promise<unknown> =>
      Promise.all(runs(a, b, (chunk) => !now.chunks.has(chunk)).map(fetchRows));
    // What is seen comes first: an edit shows sooner than its neighbours come again.
    void fetchMissing(chunkOf(from), chunkOf(to)).then(() => {
      if (asked.current === now) return fetchMissing(first, last);
    });
  }, [sheet, version, from, to, ahead, end]);
  return (row) => chunks.get(Math.floor(row / CHUNK))?.[row % CHUNK];
}

const chunkOf = (row: number): number => Math.floor(Math.max(0, row) / CHUNK);

/** Numbers from `first` to `last` that are wanted, those that follow each other together, a few at a time. */
function runs(first: number, last: number, wanted: (n: number) => boolean): number[][] {
  const all: number[][] = [];
  for (let n = first; n <= last; n++) {
    if (!wanted(n)) continue;
    const run = all.at(-1);
    if (run?.at(-1) === n - 1 && run.length < TOGETHER) run.push(n);
    else all.push([n]);
  }
  return all;
}
