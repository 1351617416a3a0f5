// Our own reader: Papa Parse is a quarter of the sidebar, most of it for downloads, workers and types that nothing here
// uses. The tests hold the two side by side.

/**
 * The cells of a text, rows as they come, whichever line ends part them (LF, CRLF, CR, mixed); within quotes a line end is
 * text and stays what it is. A quote opens a cell only at its start and ends it only before a delimiter, a line end or the
 * end (spaces between are dropped); any other quote is text. Null when a quote is left open.
 */
export function readCells(text: string, delimiter: string): string[][] | null {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  let stop = -1;
  let feed = -1;
  let back = -1;
  for (;;) {
    if (text.charCodeAt(at) === 34) {
      const end = closingQuote(text, at + 1, delimiter);
      if (end < 0) return null;
      row.push(text.slice(at + 1, end).replace(/""/g, '"'));
      at = afterSpaces(text, end + 1, delimiter);
    } else {
      // Each search is kept until it is passed: a text is gone over once for delimiters and once for line ends.
      if (stop < at) stop = positionOf(text, delimiter, at);
      if (feed < at) feed = positionOf(text, '\n', at);
      if (back < at) back = positionOf(text, '\r', at);
      const end = Math.min(stop, feed, back);
      row.push(text.slice(at, end));
      at = end;
    }
    if (at < text.length && text.charAt(at) === delimiter) {
      at++;
      continue;
    }
    rows.push(row);
    if (at >= text.length) return rows;
    row = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
}

function positionOf(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  return at < 0 ? text.length : at;
}

/** Where a quoted cell ends; -1 when it never does. */
function closingQuote(text: string, from: number, delimiter: string): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    if (text.charCodeAt(at + 1) === 34) {
      at++;
      continue;
    }
    const next = text.charAt(afterSpaces(text, at + 1, delimiter));
    if (next === '' || isLineEnd(next) || next === delimiter) return at;
  }
  return -1;
}

function afterSpaces(text: string, from: number, delimiter: string): number {
  let at = from;
  for (; at < text.length; at++) {
    const letter = text.charAt(at);
    if (letter === delimiter || isLineEnd(letter) || letter.trim() !== '') break;
  }
  return at;
}

function isLineEnd(letter: string): boolean {
  return letter === '\n' || letter === '\r';
}
