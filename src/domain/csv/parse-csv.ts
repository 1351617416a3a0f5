// Reads a CSV in the sidebar and in Node, never on the server.
import { readCells } from './read-cells.ts';

export type ParsedCsv =
  | {
      readonly ok: true;
      readonly rows: string[][];
      /** Sheet row (1-based) of each row, as a spreadsheet would show it: quoted newlines do not count. */
      readonly lines: number[];
      readonly delimiter: string;
    }
  | { readonly ok: false; readonly reason: 'file-empty' | 'file-unreadable' };

const DELIMITERS = [',', ';', '\t', '|'] as const;

/**
 * Rows of text, ragged as they come. The delimiter is decided from the heading row (or a `sep=` line), because guesses over
 * the whole file fail on tab files whose text holds commas. Rows of nothing but blanks are left out, but count.
 */
export function parseCsv(source: string): ParsedCsv {
  let text = source.charCodeAt(0) === 0xfeff ? source.slice(1) : source;
  let first = 1;
  let delimiter: string | null = null;
  const sep = /^"?sep=(.)"?(?:\r\n|\r|\n|$)/i.exec(text);
  if (sep) {
    delimiter = sep[1] ?? ',';
    text = text.slice(sep[0].length);
    first = 2;
  }
  if (text.trim() === '') return { ok: false, reason: 'file-empty' };
  delimiter ??= delimiterOf(text);
  const rows: string[][] = [];
  const lines: number[] = [];
  let line = first;
  const whole = readCells(text, delimiter, (row) => {
    if (row.some(hasText)) {
      rows.push(row.slice());
      lines.push(line);
    }
    line++;
  });
  if (!whole) return { ok: false, reason: 'file-unreadable' };
  return { ok: true, rows, lines, delimiter };
}

function hasText(cell: string): boolean {
  return cell.trim() !== '';
}

/** The delimiter that the heading row, the first with text, holds most often outside quotes; a comma when it holds none. */
function delimiterOf(text: string): string {
  const counts = new Map<string, number>();
  let quoted = false;
  for (const letter of text) {
    if (letter === '"') quoted = !quoted;
    else if (!quoted && (letter === '\n' || letter === '\r')) {
      if (counts.size > 0) break;
    } else if (!quoted) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  return DELIMITERS.reduce(
    (best, each) => ((counts.get(each) ?? 0) > (counts.get(best) ?? 0) ? each : best),
    ',' as string,
  );
}
