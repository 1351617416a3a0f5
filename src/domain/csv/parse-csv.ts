// Reads a CSV in the sidebar and in Node, never on the server.
import { isLineEnd, readCells } from './read-cells.ts';

export type ParsedCsv =
  | {
      readonly ok: true;
      readonly rows: string[][];
      /** Sheet row (1-based) of each row, as a spreadsheet would show it: quoted newlines do not count. */
      readonly lines: number[];
      readonly delimiter: string;
    }
  /** `row` is the sheet row in which reading ended: there a quote is opened and never closed. */
  | { readonly ok: false; readonly reason: 'file-empty' | 'file-unreadable'; readonly row: number };

const DELIMITERS = [',', ';', '\t', '|'] as const;

/**
 * Rows of text, ragged as they come. The delimiter is decided from the heading row (or a `sep=` line), because guesses over
 * the whole file fail on tab files whose text holds commas. Rows of nothing but blanks are left out, but count.
 */
export function parseCsv(source: string): ParsedCsv {
  let text = source.replace(/^\ufeff/, '');
  let row = 1;
  let delimiter: string | null = null;
  const sep = /^"?sep=(.)"?(?:\r\n|\r|\n|$)/i.exec(text);
  if (sep) {
    delimiter = sep[1] ?? ',';
    text = text.slice(sep[0].length);
    row = 2;
  }
  if (text.trim() === '') return { ok: false, reason: 'file-empty', row };
  delimiter ??= delimiterOf(text);
  const rows: string[][] = [];
  const lines: number[] = [];
  const whole = readCells(text, delimiter, (cells) => {
    if (cells.some(hasText)) {
      rows.push(cells.slice());
      lines.push(row);
    }
    row++;
  });
  if (!whole) return { ok: false, reason: 'file-unreadable', row };
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
    else if (!quoted && !isLineEnd(letter)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    else if (!quoted && counts.size > 0) break;
  }
  return DELIMITERS.reduce(
    (best, each) => ((counts.get(each) ?? 0) > (counts.get(best) ?? 0) ? each : best),
    ',' as string,
  );
}
