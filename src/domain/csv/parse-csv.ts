// Reads a CSV in the sidebar and in Node, never on the server.
import { isLineEnd, readCells } from './read-cells.ts';

/** `row` is the sheet row in which reading ended: there a quote is opened and never closed. */
export interface UnreadableCsv {
  readonly ok: false;
  readonly reason: 'file-empty' | 'file-unreadable';
  readonly row: number;
}

export type ParsedCsv =
  | {
      readonly ok: true;
      readonly rows: string[][];
      /** Sheet row (1-based) of each row, as a spreadsheet would show it: quoted newlines do not count. */
      readonly lines: number[];
      readonly delimiter: string;
    }
  | UnreadableCsv;

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** Rows of text, ragged as they come. */
export function parseCsv(source: string): ParsedCsv {
  const rows: string[][] = [];
  const lines: number[] = [];
  const read = readRows(source, (cells, line) => {
    rows.push(cells.slice());
    lines.push(line);
  });
  return read.ok ? { ...read, rows, lines } : read;
}

/**
 * Hands out the rows of a CSV one by one, with the sheet row (1-based) of each: a long file need never be held whole. The
 * array is the reader's own: who keeps a row copies it. The delimiter is decided from the heading row (or a `sep=` line),
 * because guesses over the whole file fail on tab files whose text holds commas. Rows of nothing but blanks are left out,
 * but count.
 */
export function readRows(
  source: string,
  take: (cells: readonly string[], line: number) => void,
): { readonly ok: true; readonly delimiter: string } | UnreadableCsv {
  const [mark = '', , named] = /^\ufeff?("?sep=(.)"?(\r\n|\r|\n|$))?/i.exec(source) ?? [];
  const text = source.slice(mark.length);
  let row = named ? 2 : 1;
  if (text.trim() === '') return { ok: false, reason: 'file-empty', row };
  const delimiter = named ?? delimiterOf(text);
  const whole = readCells(text, delimiter, (cells) => {
    if (cells.some(hasText)) take(cells, row);
    row++;
  });
  return whole ? { ok: true, delimiter } : { ok: false, reason: 'file-unreadable', row };
}

function hasText(cell: string): boolean {
  const first = cell.charCodeAt(0);
  // Nearly every row begins with a letter or a figure.
  return (first > 32 && first < 127) || cell.trim() !== '';
}

/** The delimiter that the heading row, the first with text, holds most often outside quotes; a comma when it holds none. */
function delimiterOf(text: string): string {
  const counts = new Map<string, number>();
  let quoted = false;
  for (const letter of text) {
    if (letter === '"') quoted = !quoted;
    else if (!quoted && !isLineEnd(letter)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    else if (!quoted && counts.size > 0) break;
  }
  return DELIMITERS.reduce(
    (best, each) => ((counts.get(each) ?? 0) > (counts.get(best) ?? 0) ? each : best),
    ',' as string,
  );
}
