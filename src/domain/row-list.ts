/** "row 7", "rows 7, 9", "rows 7, 9, 12 and 40 more". */
export function rowList(rows: readonly number[], shown = 10): string {
  const more = rows.length > shown ? ` and ${(rows.length - shown).toLocaleString('en-GB')} more` : '';
  return `row${rows.length === 1 ? '' : 's'} ${rows.slice(0, shown).join(', ')}${more}`;
}
