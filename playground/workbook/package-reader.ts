import { damaged, tooBig } from './workbook-file-error.ts';
import { child, children, parseXml, type XmlNode } from './xml-tree.ts';
import { unpackText, type ZipPart } from './zip-reader.ts';

/** A link from one part to another: the target's part name, or the address for a target outside the file. */
export interface Relation {
  readonly id: string;
  /** The last word of the type's address: `worksheet`, `sharedStrings`, `comments` … */
  readonly kind: string;
  readonly target: string;
  readonly external: boolean;
}

/** A part read as a tree is held whole: larger ones than this are no honest styles, notes or links. */
const MAX_TREE_BYTES = 100_000_000;

/** The parts of an office file and the links between them. */
export class Package {
  readonly parts: ReadonlyMap<string, ZipPart>;

  constructor(parts: ReadonlyMap<string, ZipPart>) {
    this.parts = parts;
  }

  /** A part by its name; letters' case is not told apart, as in office programs. */
  find(name: string): ZipPart | undefined {
    return (
      this.parts.get(name) ??
      [...this.parts.values()].find((part) => part.name.toLowerCase() === name.toLowerCase())
    );
  }

  get(name: string): ZipPart {
    const part = this.find(name);
    if (!part) throw damaged(`the part ${name} is missing`);
    return part;
  }

  /** A part held whole as text. */
  async text(name: string): Promise<string> {
    const part = this.get(name);
    if (part.declaredBytes > MAX_TREE_BYTES) throw tooBig();
    return unpackText(part);
  }

  async tree(name: string): Promise<XmlNode> {
    return parseXml(await this.text(name));
  }

  /** Links of a part, or of the whole file for ''. */
  async relations(of: string): Promise<Relation[]> {
    const slash = of.lastIndexOf('/') + 1;
    const name = `${of.slice(0, slash)}_rels/${of.slice(slash)}.rels`;
    if (!this.find(name)) return [];
    return children(await this.tree(name), 'Relationship').map(({ attributes }) => {
      const { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode } = attributes;
      const external = mode === 'External';
      const kind = type.slice(type.lastIndexOf('/') + 1);
      return { id, kind, external, target: external ? target : resolve(of.slice(0, slash), target) };
    });
  }
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** All text below a node, as in the runs of a rich text; reading aids of Japanese text are no part of it. */
export function textOf(node: XmlNode | undefined): string {
  if (!node) return '';
  const own = child(node, 't')?.text ?? '';
  return (
    own +
    children(node, 'r')
      .map((run) => child(run, 't')?.text ?? '')
      .join('')
  );
}
