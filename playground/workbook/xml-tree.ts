import { MAX_ELEMENTS } from './limits.ts';
import { damaged, tooBig } from './workbook-file-error.ts';
import { type XmlEvents, XmlScanner } from './xml-scanner.ts';
import { decodeEntities } from './xml-text.ts';

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

export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((one) => one.name === name);
}

export function children(node: XmlNode | undefined, name: string): XmlNode[] {
  return node?.children.filter((one) => one.name === name) ?? [];
}
