import { guard } from '../formula-guard.ts';

/**
 * Rows as a CSV that Excel, Sheets and the LMS read alike: UTF-8 mark, CRLF, quotes where RFC 4180 asks for them, and
 * formula-like text guarded so that opening the file runs nothing (`unguard` gives it back).
 */
export function formatCsv(rows: Iterable<readonly string[]>): string {
  return [...csvParts(rows)].join('');
}

/** The same text in parts of some 20 KB, for a writer that need not hold a long file whole. */
export function* csvParts(rows: Iterable<readonly string[]>): Iterable<string> {
  yield '\ufeff';
  let lines: string[] = [];
  for (const row of rows) {
    lines.push(row.map(cell).join(','));
    if (lines.length < LINES_A_PART) continue;
    yield ended(lines);
    lines = [];
  }
  yield ended(lines);
}

const ended = (lines: readonly string[]): string => [...lines, ''].join('\r\n');

/** A text grown line by line is a tree of its lines until somebody needs it whole. */
const LINES_A_PART = 250;

function cell(text: string): string {
  // Nearly every text is such that nothing is to be done.
  if (text === '' || !/^['=+\-@\s]|[",\r\n]|\s$/.test(text)) return text;
  const guarded = guard(text);
  return /[",\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replace(/"/g, '""')}"` : guarded;
}
