import { readFile } from 'node:fs/promises';
import { Package } from './package-reader.ts';
import { child, children } from './xml-tree.ts';
import { listZipParts } from './zip-reader.ts';

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
  const main = (await office.relations('')).find(({ kind }) => kind === 'officeDocument')?.target;
  const defined =
    main === undefined ? [] : children(child(await office.tree(main), 'definedNames'), 'definedName');
  if (defined.some(({ attributes }) => !attributes.name?.startsWith('_xlnm.'))) unkept.push('named ranges');
  return unkept;
}
