import { useEffect, useRef, useState } from 'preact/hooks';
import { ask, type RowView } from './server.ts';

const CHUNK = 100;

type Cells = RowView['cells'];

/** Rows of a sheet, fetched by the hundred and kept until the workbook changes. */
export function useRows(
  sheet: number,
  version: number,
  from: number,
  to: number,
): (row: number) => Cells | undefined {
  const chunks = useRef(new Map<number, readonly Cells[]>()).current;
  const asked = useRef({ version: 0, chunks: new Set<number>() });
  const [, redraw] = useState(0);
  useEffect(() => {
    const [first, last] = [Math.floor(from / CHUNK), Math.floor(to / CHUNK)];
    if (asked.current.version !== version) {
      asked.current = { version, chunks: new Set() };
      // Those in sight stay until new ones are here, so that nothing flickers.
      for (const chunk of chunks.keys()) if (chunk < first || chunk > last) chunks.delete(chunk);
    }
    for (let chunk = first; chunk <= last; chunk++) {
      if (asked.current.chunks.has(chunk)) continue;
      asked.current.chunks.add(chunk);
      void ask<RowView[]>('rows', { sheet, from: chunk * CHUNK, to: (chunk + 1) * CHUNK }).then((views) => {
        if (asked.current.version !== version) return;
        const rows: Cells[] = [];
        for (const { row, cells } of views) rows[row - chunk * CHUNK] = cells;
        chunks.set(chunk, rows);
        redraw((times) => times + 1);
      });
    }
  }, [sheet, version, from, to]);
  return (row) => chunks.get(Math.floor(row / CHUNK))?.[row % CHUNK];
}
