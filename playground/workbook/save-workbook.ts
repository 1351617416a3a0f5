import { randomBytes } from 'node:crypto';
import { type FileHandle, open, realpath, rename, unlink } from 'node:fs/promises';
import { basename } from 'node:path';
import { toA1 } from '../sheets/a1.ts';
import { localeRules } from '../sheets/locale.ts';
import type { BookModel } from '../sheets/model.ts';
import { EXTRAS_PART, makeExtras, PROGRAM } from './book-extras.ts';
import { writeNotes } from './notes-and-links.ts';
import { fixedReference, quoteSheet } from './references.ts';
import { OFFICE, type SheetParts, StringTable, writeSheet } from './sheet-writer.ts';
import { MAIN, StyleTable } from './styles-writer.ts';
import { WorkbookFileError } from './workbook-file-error.ts';
import { escapeXml } from './xml-text.ts';
import { ZipWriter } from './zip-writer.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument';

/**
 * Saves a workbook as .xlsx. The file at `path` is replaced as a whole, at the very end: whatever goes wrong before, what
 * stood there stands there still.
 * @throws WorkbookFileError with one plain sentence when the folder cannot be written or the disk is full
 */
export async function saveWorkbook(book: BookModel, path: string): Promise<void> {
  requireXlsxName(path);
  // A link to a file stays a link: the file it leads to is replaced.
  const target = await realpath(path).catch(() => path);
  const draft = `${target}.${randomBytes(6).toString('hex')}.tmp`;
  let file: FileHandle | null = null;
  try {
    file = await open(draft, 'wx');
    await writeBook(book, file);
    await file.sync();
    await file.close();
    file = null;
    await rename(draft, target);
  } catch (error) {
    await file?.close().catch(() => undefined);
    await unlink(draft).catch(() => undefined);
    throw cannotWrite(path, error);
  }
}

/** Under other names, such as that of a workbook with macros (.xlsm), programs refuse what is saved here. */
export function isXlsxName(path: string): boolean {
  return /\.xlsx$/i.test(path);
}

/** @throws WorkbookFileError */
export function requireXlsxName(path: string): void {
  if (isXlsxName(path)) return;
  throw new WorkbookFileError(
    `Save the workbook under a name that ends in .xlsx: ${basename(path)} would not open again.`,
  );
}

function cannotWrite(path: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  const name = basename(path);
  if (code === 'ENOENT') return new WorkbookFileError(`${name} was not saved: there is no such folder.`);
  if (code === 'ENOSPC')
    return new WorkbookFileError(`${name} was not saved: the disk is full. What stood there is unchanged.`);
  if (code === 'EISDIR') return new WorkbookFileError(`${name} was not saved: a folder has that name.`);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new WorkbookFileError(
      `${name} was not saved: its folder may not be written. Save it in another folder.`,
    );
  }
  return error;
}

async function writeBook(book: BookModel, file: FileHandle): Promise<void> {
  const zip = new ZipWriter(file);
  const styles = new StyleTable();
  const strings = new StringTable();
  const rules = localeRules(book.locale);
  const types = new ContentTypes();
  for (const [i, sheet] of book.sheets.entries()) {
    const number = i + 1;
    const relations = new Relations();
    const notes = writeNotes(sheet);
    let notesDrawing: string | null = null;
    if (notes) {
      notesDrawing = relations.add('vmlDrawing', `../drawings/vmlDrawing${number}.vml`);
      relations.add('comments', `../comments${number}.xml`);
      await zip.add(`xl/comments${number}.xml`, HEAD + notes.comments);
      await zip.add(`xl/drawings/vmlDrawing${number}.vml`, notes.drawing);
      types.add(`/xl/comments${number}.xml`, `${TYPES}.spreadsheetml.comments+xml`);
    }
    const addRelation = (url: string): string => relations.add('hyperlink', url, true);
    const parts: SheetParts = { book, rules, styles, strings, notesDrawing, addRelation };
    await zip.add(`xl/worksheets/sheet${number}.xml`, withHead(writeSheet(sheet, parts)));
    types.add(`/xl/worksheets/sheet${number}.xml`, `${TYPES}.spreadsheetml.worksheet+xml`);
    if (!relations.empty)
      await zip.add(`xl/worksheets/_rels/sheet${number}.xml.rels`, HEAD + relations.xml());
  }
  await zip.add('xl/sharedStrings.xml', withHead(strings.xml()));
  await zip.add('xl/styles.xml', HEAD + styles.xml());
  const relations = new Relations();
  const ids = book.sheets.map((_, i) => relations.add('worksheet', `worksheets/sheet${i + 1}.xml`));
  relations.add('styles', 'styles.xml');
  relations.add('sharedStrings', 'sharedStrings.xml');
  relations.add('customXml', `../${EXTRAS_PART}`);
  await zip.add('xl/workbook.xml', HEAD + workbookXml(book, ids));
  await zip.add('xl/_rels/workbook.xml.rels', HEAD + relations.xml());
  await zip.add(EXTRAS_PART, HEAD + makeExtras(book, styles.looks, rules));
  await zip.add(
    'docProps/app.xml',
    `${HEAD}<Properties xmlns="${OFFICE.replace('relationships', 'extended-properties')}"><Application>${PROGRAM}</Application></Properties>`,
  );
  await zip.add(
    'docProps/core.xml',
    `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(book.title)}</dc:title></cp:coreProperties>`,
  );
  types.add('/xl/workbook.xml', `${TYPES}.spreadsheetml.sheet.main+xml`);
  types.add('/xl/styles.xml', `${TYPES}.spreadsheetml.styles+xml`);
  types.add('/xl/sharedStrings.xml', `${TYPES}.spreadsheetml.sharedStrings+xml`);
  types.add('/docProps/app.xml', `${TYPES}.extended-properties+xml`);
  types.add('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml');
  const root = new Relations();
  root.add('officeDocument', 'xl/workbook.xml');
  root.add('extended-properties', 'docProps/app.xml');
  root.addOf(`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml');
  await zip.add('_rels/.rels', HEAD + root.xml());
  await zip.add('[Content_Types].xml', HEAD + types.xml());
  await zip.end();
}

function* withHead(pieces: Iterable<string>): Generator<string> {
  yield HEAD;
  yield* pieces;
}

function workbookXml(book: BookModel, ids: readonly string[]): string {
  const active = Math.max(
    0,
    book.sheets.findIndex(({ id }) => id === book.activeSheet),
  );
  const sheets = book.sheets.map(({ name, hidden }, i) => {
    const state = hidden ? ' state="hidden"' : '';
    return `<sheet name="${escapeXml(name)}" sheetId="${i + 1}"${state} r:id="${ids[i]}"/>`;
  });
  // Excel looks for a filter's range under this name.
  const filters = book.sheets.flatMap(({ name, filter }, i) =>
    filter
      ? `<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">${escapeXml(`${quoteSheet(name)}!${fixedReference(toA1(filter.area))}`)}</definedName>`
      : [],
  );
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="${active}"/></bookViews><sheets>${sheets.join('')}</sheets>${
    filters.length > 0 ? `<definedNames>${filters.join('')}</definedNames>` : ''
  }</workbook>`;
}

class Relations {
  private readonly items: string[] = [];

  get empty(): boolean {
    return this.items.length === 0;
  }
  /** @returns the relation's id */
  add(kind: string, target: string, external = false): string {
    return this.addOf(`${OFFICE}/${kind}`, target, external);
  }
  addOf(type: string, target: string, external = false): string {
    const id = `rId${this.items.length + 1}`;
    const mode = external ? ' TargetMode="External"' : '';
    this.items.push(`<Relationship Id="${id}" Type="${type}" Target="${escapeXml(target)}"${mode}/>`);
    return id;
  }
  xml(): string {
    return `<Relationships xmlns="${PACKAGE}/relationships">${this.items.join('')}</Relationships>`;
  }
}

class ContentTypes {
  private readonly items: string[] = [
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
    '<Default Extension="xml" ContentType="application/xml"/>',
    `<Default Extension="vml" ContentType="${TYPES}.vmlDrawing"/>`,
  ];

  add(part: string, type: string): void {
    this.items.push(`<Override PartName="${part}" ContentType="${type}"/>`);
  }
  xml(): string {
    return `<Types xmlns="${PACKAGE}/content-types">${this.items.join('')}</Types>`;
  }
}
