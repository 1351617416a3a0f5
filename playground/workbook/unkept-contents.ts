import { readFile } from 'node:fs/promises';
import { Package } from './package-reader.ts';
import { child, children } from './xml-tree.ts';
import { listZipParts, unpack, type ZipPart } from './zip-reader.ts';

const BY_PART: readonly (readonly [RegExp, string])[] = [
  [/^xl\/media\//, 'images'],
  [/^xl\/charts\//, 'charts'],
  [/^xl\/pivotTables\//, 'pivot tables'],
  [/^xl\/tables\//, 'tables (their cells are kept)'],
  [/^xl\/vbaProject/, 'macros'],
  [/^xl\/externalLinks\//, 'links to other workbooks'],
  [/^xl\/threadedComments\//, 'comment threads (their first texts are kept as notes)'],
  [/^xl\/slicers\//, 'slicers'],
];

const WORKSHEET = /^xl\/worksheets\/[^/]+$/i;

/** By what stands in a part: the kinds of rules that the model has are left out here. */
const BY_TEXT: readonly (readonly [part: RegExp, text: RegExp, words: string])[] = [
  [
    WORKSHEET,
    /cfRule [^>]*\btype="(?!expression|cellIs|(?:notC|c)ontains(?:Blanks|Text)"|beginsWith|endsWith|colorScale)|<x14:cfRule /,
    'conditional formats of other kinds (such as data bars and duplicates)',
  ],
  [WORKSHEET, /dataValidation [^>]*\btype="(?:textLength|time)"/, 'rules for times and lengths of text'],
  [
    WORKSHEET,
    /\btype="list"[^>]*>\s*<(?:\w+:)?formula1>(?:<\w+:f>)?(?:[^<"&']*\(|(?!\$?[A-Z]{1,3}\$?\d+<)[^<"&'!:$]+<)/,
    'choices out of named ranges or formulas',
  ],
  [
    WORKSHEET,
    /<(?:\w+:)?f (?=[^>]*\bt="array")[^>]*\bref="\w+:|DUMMYFUNCTION\((?:"|&quot;){3}COMPUTED_VALUE/,
    'what array formulas fill in (their cells are kept as values)',
  ],
  [WORKSHEET, /<(?:row|col) [^>]*\boutlineLevel="[1-9]/, 'groups of rows or columns'],
  [/^xl\/sharedStrings\.xml$/i, /<(?:\w+:)?rPr[ />]/, 'formats of single words in a cell'],
];

/**
 * What an .xlsx holds that `openWorkbook` does not read and saving over it would lose, in words for people; empty for a
 * workbook that is kept whole. Borders and underlines of cells are not looked for.
 * @param path a workbook that `openWorkbook` opens
 */
export async function findUnkeptContents(path: string): Promise<string[]> {
  const office = new Package(listZipParts(await readFile(path)));
  const names = [...office.parts.keys()];
  const unkept = BY_PART.filter(([pattern]) => names.some((name) => pattern.test(name))).map(
    ([, words]) => words,
  );
  for (const part of office.parts.values()) {
    const wanted = BY_TEXT.filter(([place, , words]) => place.test(part.name) && !unkept.includes(words));
    if (wanted.length > 0) unkept.push(...(await wordsFor(part, wanted)));
  }
  const main = (await office.relations('')).find(({ kind }) => kind === 'officeDocument')?.target;
  const defined =
    main === undefined ? [] : children(child(await office.tree(main), 'definedNames'), 'definedName');
  if (defined.some(({ attributes }) => !attributes.name?.startsWith('_xlnm.'))) unkept.push('named ranges');
  return unkept;
}

/** A tag is never cut where two pieces meet: the end of each is looked at again with the next. */
async function wordsFor(part: ZipPart, wanted: typeof BY_TEXT): Promise<string[]> {
  const found = new Set<string>();
  let rest = '';
  for await (const piece of unpack(part)) {
    const all = rest + piece.toString('latin1');
    for (const [, text, words] of wanted) if (!found.has(words) && text.test(all)) found.add(words);
    if (found.size === wanted.length) break;
    rest = all.slice(-1000);
  }
  return [...found];
}
