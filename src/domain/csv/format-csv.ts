import { guard } from '../formula-guard.ts';

/**
 * Rows as a CSV that Excel, Sheets and the LMS read alike: UTF-8 mark, CRLF, quotes where RFC 4180 asks for them, and
 * formula-like text guarded so that opening the file runs nothing (`unguard` gives it back).
 */
export function formatCsv(rows: readonly (readonly string[])[]): string {
  const parts = ['\ufeff'];
  for (let at = 0; at < rows.length; at += ROWS_JOINED) {
    const lines = rows.slice(at, at + ROWS_JOINED).map((row) => row.map(cell).join(','));
    parts.push(lines.join('\r\n'), '\r\n');
  }
  return parts.join('');
}

/** A text grown line by line is a tree of its lines until somebody needs it whole. */
const ROWS_JOINED = 1_000;

function cell(text: string): string {
  // Nearly every text is such that nothing is to be done.
  if (text === '' || !/^['=+\-@\s]|[",\r\n]|\s$/.test(text)) return text;
  const guarded = guard(text);
  return /[",\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replace(/"/g, '""')}"` : guarded;
}
