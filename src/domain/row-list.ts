import { grouped } from './grouped.ts';

/** "row 7", "rows 7, 9", "rows 7, 9, 12 and 40 more". */
export function rowList(rows: readonly number[], shown = 10): string {
  const more = rows.length > shown ? ` and ${grouped(rows.length - shown)} more` : '';
  return `row${rows.length === 1 ? '' : 's'} ${rows.slice(0, shown).join(', ')}${more}`;
}
