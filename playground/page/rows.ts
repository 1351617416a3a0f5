import { useEffect, useRef, useState } from 'preact/hooks';
import { ask, type RowView } from './server.ts';

const CHUNK = 100;

/** The rows near the window, fetched by the hundred and kept until the workbook changes. */
export function useRows(
  sheet: number,
  version: number,
  from: number,
  to: number,
): (row: number) => RowView['cells'] | undefined {
  const [rows, setRows] = useState<ReadonlyMap<number, RowView['cells']>>(new Map());
  const fetched = useRef({ version: 0, chunks: new Set<number>() });
  useEffect(() => {
    const fresh = fetched.current.version !== version;
    if (fresh) fetched.current = { version, chunks: new Set() };
    const { chunks } = fetched.current;
    let replace = fresh;
    for (let chunk = Math.floor(from / CHUNK); chunk <= Math.floor(to / CHUNK); chunk++) {
      if (chunks.has(chunk)) continue;
      chunks.add(chunk);
      void ask<RowView[]>('rows', { sheet, from: chunk * CHUNK, to: (chunk + 1) * CHUNK }).then((views) => {
        if (fetched.current.version !== version) return;
        const old = replace;
        replace = false;
        setRows((known) => {
          // Old rows stay until new ones are here, so that nothing flickers.
          const next = new Map(old && known.size > 2000 ? [] : known);
          for (let row = chunk * CHUNK; row < (chunk + 1) * CHUNK; row++) next.delete(row);
          for (const view of views) next.set(view.row, view.cells);
          return next;
        });
      });
    }
  }, [sheet, version, from, to]);
  return (row) => rows.get(row);
}
