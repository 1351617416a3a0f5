import type { Act } from './server.ts';

/** Follows a link within the workbook: `#gid=3&range=7:7`. Others open in a tab of their own. */
export async function follow(address: string, act: Act): Promise<void> {
  const match = /^#gid=(\d+)&range=(?:[A-Z]*)(\d+)/.exec(address);
  if (match)
    await act('select', {
      sheet: Number(match[1]),
      row: Number(match[2]) - 1,
      column: 0,
      rows: 1,
      columns: 1,
    });
  else if (/^https?:/.test(address)) window.open(address, '_blank', 'noopener');
}
