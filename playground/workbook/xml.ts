import { MAX_ELEMENTS } from './limits.ts';
import { damaged, tooBig } from './workbook-file-error.ts';

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
      if (open > at) this.events.text(decodeEntities(text.slice(at, open)));
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
      if (end >= 0) this.events.text(text.slice(open + 9, end - 3));
      return end;
    }
    if (text.startsWith('<!DOCTYPE', open)) throw damaged('a part holds a document type');
    if (text.startsWith('<?', open)) return after(text, '?>', open + 2);
    return text.length - open < 9 ? -1 : after(text, '>', open);
  }
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

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (name.startsWith('#')) {
      const point = /^#x/i.test(name)
        ? Number.parseInt(name.slice(2), 16)
        : Number.parseInt(name.slice(1), 10);
      return point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
    }
    return ENTITIES[name] ?? whole;
  });
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

/** A small part of a file as a tree. Element names come without their prefix, attribute names as written (`r:id`). */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
  text: string;
}

/** Builds a tree from scanner events; shared by whole parts and by the small elements of a sheet. */
export class XmlTreeBuilder implements XmlEvents {
  readonly root: XmlNode = { name: '', attributes: {}, children: [], text: '' };
  private readonly stack: XmlNode[] = [this.root];
  private count = 0;

  open(name: string, attributes: string): void {
    if (++this.count > MAX_ELEMENTS || this.stack.length > 200) throw tooBig();
    const node: XmlNode = { name, attributes: allAttributes(attributes), children: [], text: '' };
    this.stack[this.stack.length - 1]?.children.push(node);
    this.stack.push(node);
  }

  close(name: string): void {
    if (this.stack.length < 2 || this.stack.pop()?.name !== name) throw damaged('a part is not well-formed');
  }

  text(text: string): void {
    const top = this.stack[this.stack.length - 1];
    if (top) top.text += text;
  }

  /** True when every element that was opened is closed. */
  get done(): boolean {
    return this.stack.length === 1;
  }
}

function allAttributes(attributes: string): Record<string, string> {
  const all: Record<string, string> = Object.create(null);
  for (const [, name = '', double, single] of attributes.matchAll(
    /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  )) {
    all[name] = decodeEntities(double ?? single ?? '');
  }
  return all;
}

/** Reads a whole part as a tree and returns its first element. */
export function parseXml(text: string): XmlNode {
  const tree = new XmlTreeBuilder();
  const scanner = new XmlScanner(tree);
  scanner.write(text);
  scanner.end();
  const [first] = tree.root.children;
  if (!first || !tree.done) throw damaged('a part is not well-formed');
  return first;
}

/** An on/off attribute: Google and Excel write 1, LibreOffice true. */
export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((one) => one.name === name);
}

export function children(node: XmlNode | undefined, name: string): XmlNode[] {
  return node?.children.filter((one) => one.name === name) ?? [];
}

/** Text for XML content and attributes. Characters that XML cannot hold are dropped. */
export function escapeXml(text: string): string {
  return plainXml(text.replace(FORBIDDEN, ''));
}

/** Text of a cell, a note or a formula. Characters that XML cannot hold are written as office files do: `_x0001_`. */
export function escapeCell(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is escaped
  if (!/[&<>"\u0000-\u001f\ud800-\udfff\ufffe\uffff]|_x[0-9a-fA-F]{4}_/.test(text)) return text;
  const escaped = text
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replace(FORBIDDEN, (letter) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
  return plainXml(escaped);
}

function plainXml(text: string): string {
  if (!/[&<>"\t\n]/.test(text)) return text;
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/\t/g, '&#9;')
    .replace(/\n/g, '&#10;');
}

const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is escaped
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Undoes `_x0001_` in a text of a cell, where office files use it. */
export function unescapeOffice(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
