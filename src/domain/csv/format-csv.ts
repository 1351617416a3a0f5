import { guard } from '../formula-guard.ts';

/**
 * Rows as a CSV that Excel, Sheets and the LMS read alike: UTF-8 mark, CRLF, quotes where RFC 4180 asks for them, and
 * formula-like text guarded so that opening the file runs nothing (`unguard` gives it back).
 */
export function formatCsv(rows: readonly (readonly string[])[]): string {
  let text = '\ufeff';
  for (const row of rows) text += `${row.map(cell).join(',')}\r\n`;
  return text;
}

function cell(text: string): string {
  // Nearly every text is such that nothing is to be done.
  if (text === '' || !/^['=+\-@\s]|[",\r\n]|\s$/.test(text)) return text;
  const guarded = guard(text);
  return /[",\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replace(/"/g, '""')}"` : guarded;
}
