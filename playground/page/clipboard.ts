/** Rows and columns as spreadsheets put them on the clipboard: tabs and line ends, quotes where a cell holds either. */
export function fromClipboard(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /("(?:[^"]|"")*"(?=[\t\n]|$)|[^\t\n]*)(\t|\n|$)/g;
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let match = cell.exec(lines); match; match = cell.exec(lines)) {
    const [, raw = '', end] = match;
    const quoted = /^"(?:[^"]|"")*"$/.test(raw);
    rows.at(-1)?.push(quoted ? raw.slice(1, -1).replace(/""/g, '"') : raw);
    if (end === '\n') rows.push([]);
    if (end === '' || end === undefined) break;
  }
  return rows;
}

export function toClipboard(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[\t\n"]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
  return rows.map((row) => row.map(cell).join('\t')).join('\n');
}
