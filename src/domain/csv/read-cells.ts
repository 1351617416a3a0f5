// Our own reader: Papa Parse is a quarter of the sidebar, most of it for downloads, workers and types that nothing here
// uses. The tests hold the two side by side.

/**
 * Hands out the cells of a text row by row, as they come, whichever line ends part them (LF, CRLF, CR, mixed); within quotes
 * a line end is text and stays what it is. A quote opens a cell only at its start and ends it only before a delimiter, a line
 * end or the end (spaces between are dropped); any other quote is text. The array is the reader's own: who keeps a row copies
 * it. False when a quote is left open.
 */
export function readCells(text: string, delimiter: string, take: (row: readonly string[]) => void): boolean {
  const parting = delimiter.charCodeAt(0);
  const textOf = sharedTexts(text);
  const row: string[] = [];
  // Written over, never emptied: an emptied array asks for new memory with its next cell.
  let cells = 0;
  let at = 0;
  for (;;) {
    if (text.charCodeAt(at) === QUOTE) {
      const end = closingQuote(text, at + 1, delimiter);
      if (end < 0) return false;
      row[cells++] = text.slice(at + 1, end).replace(/""/g, '"');
      at = afterSpaces(text, end + 1, delimiter);
    } else {
      const from = at;
      let hash = 0;
      for (; at < text.length; at++) {
        const letter = text.charCodeAt(at);
        if (letter === parting || letter === LINE_FEED || letter === RETURN) break;
        hash = ((hash << 5) - hash + letter) | 0;
      }
      row[cells++] = textOf(from, at, hash);
    }
    if (text.charCodeAt(at) === parting) {
      at++;
      continue;
    }
    if (row.length > cells) row.length = cells;
    take(row);
    if (at >= text.length) return true;
    cells = 0;
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
}

const QUOTE = 34;
const LINE_FEED = 10;
const RETURN = 13;

/**
 * Gives the source's texts, those met lately once each: names, titles, codes and dates stand in many rows, and one text for
 * all of them takes less memory and is found faster ever after. `hash` is a number made of the text's letters.
 */
function sharedTexts(source: string): (from: number, to: number, hash: number) => string {
  // A short file needs few, and each takes memory.
  const places = source.length < 1e6 ? 4_096 : 65_536;
  const met = new Array<string | undefined>(places);
  return (from, to, hash) => {
    const place = hash & (places - 1);
    const known = met[place];
    if (known?.length === to - from && source.startsWith(known, from)) return known;
    const text = source.slice(from, to);
    met[place] = text;
    return text;
  };
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

export function isLineEnd(letter: string): boolean {
  return letter === '\n' || letter === '\r';
}
