import { damaged, tooBig } from './workbook-file-error.ts';
import { decodeEntities } from './xml-text.ts';

/** No tag and no text between two tags of an honest sheet is longer: a cell's text is at most 50,000 characters. */
const MAX_TEXT = 4_000_000;

/** What an XML scanner calls. Names come without their prefix; `attributes` is the raw text between name and `>`. */
export interface XmlEvents {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
}

/**
 * Reads XML piece by piece, so that the cells of a big sheet never stand in memory as text. It knows what office files
 * use; a document type (the way to entity bombs) makes the file damaged.
 */
export class XmlScanner {
  private rest = '';
  private readonly events: XmlEvents;

  constructor(events: XmlEvents) {
    this.events = events;
  }

  write(piece: string): void {
    const text = this.rest + piece;
    let at = 0;
    for (;;) {
      const open = text.indexOf('<', at);
      if (open < 0) break;
      if (open > at) this.events.text(decodeEntities(lineEnds(text.slice(at, open))));
      const after = this.markup(text, open);
      if (after < 0) {
        at = open;
        break;
      }
      at = after;
    }
    this.rest = at === 0 ? text : text.slice(at);
    if (this.rest.length > MAX_TEXT) throw tooBig();
  }

  end(): void {
    if (this.rest.trim() !== '') throw damaged('a part ends in the middle');
  }

  /** Handles the markup at `open`; returns where it ends, or -1 when it is not all there yet. */
  private markup(text: string, open: number): number {
    const second = text.charCodeAt(open + 1);
    if (second === 0x21 /* ! */ || second === 0x3f /* ? */) return this.special(text, open);
    const end = tagEnd(text, open);
    if (end < 0) return -1;
    if (second === 0x2f /* / */) {
      this.events.close(localName(text.slice(open + 2, end).trimEnd()));
      return end + 1;
    }
    const empty = text.charCodeAt(end - 1) === 0x2f;
    const inner = text.slice(open + 1, empty ? end - 1 : end);
    const space = inner.search(/\s/);
    const name = localName(space < 0 ? inner : inner.slice(0, space));
    this.events.open(name, space < 0 ? '' : inner.slice(space));
    if (empty) this.events.close(name);
    return end + 1;
  }

  private special(text: string, open: number): number {
    if (text.startsWith('<!--', open)) return after(text, '-->', open + 4);
    if (text.startsWith('<![CDATA[', open)) {
      const end = after(text, ']]>', open + 9);
      if (end >= 0) this.events.text(lineEnds(text.slice(open + 9, end - 3)));
      return end;
    }
    if (text.startsWith('<!DOCTYPE', open)) throw damaged('a part holds a document type');
    if (text.startsWith('<?', open)) return after(text, '?>', open + 2);
    return text.length - open < 9 ? -1 : after(text, '>', open);
  }
}

/** XML reads every line end as one line feed (XML 1.0, 2.11); a return that is meant is written as `&#13;` or `_x000D_`. */
function lineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

/** Where a tag's `>` stands, or -1: one inside an attribute's value is none. */
function tagEnd(text: string, open: number): number {
  let quote = 0;
  for (let i = open; i < text.length; i++) {
    const letter = text.charCodeAt(i);
    if (quote !== 0) {
      if (letter === quote) quote = 0;
    } else if (letter === 0x3e) return i;
    else if (letter === 0x22 || letter === 0x27) quote = letter;
  }
  return -1;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** One attribute by its full name out of raw attribute text; undefined when it is not there. Made for speed: one cell has three. */
export function attribute(attributes: string, name: string): string | undefined {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    const before = attributes.charCodeAt(at - 1);
    if (before !== 0x20 && before !== 0x0a && before !== 0x0d && before !== 0x09) continue;
    let open = at + name.length;
    while (attributes.charCodeAt(open) === 0x20) open++;
    if (attributes.charCodeAt(open++) !== 0x3d) continue;
    while (attributes.charCodeAt(open) === 0x20) open++;
    const close = attributes.indexOf(attributes.charAt(open), open + 1);
    return close < 0 ? undefined : decodeEntities(attributes.slice(open + 1, close));
  }
  return undefined;
}

/** An on/off attribute: Google and Excel write 1, LibreOffice true. */
export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
