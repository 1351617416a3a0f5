import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { localeRules } from '../sheets/locale.ts';
import { type BookModel, emptyBook, emptySheet } from '../sheets/model.ts';
import {
  applyBookExtras,
  applyOldSheetExtras,
  applySheetExtras,
  type BookExtras,
  PROGRAM,
  parseExtras,
} from './book-extras.ts';
import { readTheme } from './colours.ts';
import { readConditionalFormats } from './conditional-format-file.ts';
import { requireWorkbook, requireZip } from './file-kind.ts';
import { readFilter } from './filter-file.ts';
import { MAX_CELLS, MAX_FILE_BYTES } from './limits.ts';
import { readLinks, readNotes } from './notes-and-links.ts';
import { Package } from './package-reader.ts';
import type { CellSources } from './sheet-cells.ts';
import { placeRows, readSheetPart, readSheetView } from './sheet-reader.ts';
import { readSharedStrings } from './strings-reader.ts';
import { type Look, readStyles } from './styles-reader.ts';
import { readValidations } from './validation-file.ts';
import { damaged, tooBig, WorkbookFileError } from './workbook-file-error.ts';
import { child, children, type XmlNode } from './xml-tree.ts';
import { listZipParts } from './zip-reader.ts';

/**
 * Opens an .xlsx (a Google Sheets download, or saved by LibreOffice Calc, Excel or `saveWorkbook`) as a workbook model.
 * Macros, links to other files, images and foreign charts are not read. Nothing outside the file is ever fetched.
 * @throws WorkbookFileError with one plain sentence: not there, not an .xlsx, locked, damaged, or too big
 */
export async function openWorkbook(path: string): Promise<BookModel> {
  let file: Buffer;
  try {
    if ((await stat(path)).size > MAX_FILE_BYTES) throw tooBig();
    file = await readFile(path);
  } catch (error) {
    throw error instanceof WorkbookFileError ? error : cannotRead(path, error);
  }
  return readWorkbook(file, basename(path).replace(/\.xlsx$/i, ''));
}

function cannotRead(path: string, error: unknown): WorkbookFileError {
  const code = (error as NodeJS.ErrnoException).code;
  const name = basename(path);
  if (code === 'ENOENT')
    return new WorkbookFileError(`There is no file ${name} here. Check the name and the folder.`);
  if (code === 'EISDIR')
    return new WorkbookFileError(`${name} is a folder, not a workbook. Name the .xlsx file in it.`);
  if (code === 'EACCES')
    return new WorkbookFileError(`The file ${name} may not be read. Ask its owner for access.`);
  return new WorkbookFileError(
    `The file ${name} could not be read. Try again, or copy it to this computer first.`,
  );
}

/**
 * Reads the bytes of an .xlsx.
 * @param title what the workbook is called when the file does not say
 * @throws WorkbookFileError as for `openWorkbook`
 */
export async function readWorkbook(file: Buffer, title: string): Promise<BookModel> {
  requireZip(file);
  const parts = listZipParts(file);
  requireWorkbook(parts);
  const office = new Package(parts);
  const main = (await office.relations('')).find(({ kind }) => kind === 'officeDocument')?.target;
  if (main === undefined) throw damaged('it does not say where its sheets are');
  const workbook = await office.tree(main);
  const relations = await office.relations(main);
  const partOf = (kind: string): string | undefined => {
    const target = relations.find((relation) => relation.kind === kind && !relation.external)?.target;
    return target !== undefined && office.find(target) ? target : undefined;
  };

  const extras = await readExtras(office);
  const book = emptyBook(title);
  const entries = sheetEntries(workbook, relations);
  if (entries.length === 0) throw new WorkbookFileError('This workbook has no sheets. Open one that has.');
  const ours = extras?.sheets.length === entries.length && (await program(office)) === PROGRAM;
  book.sheets = entries.map(({ name, hidden }, id) => ({ ...emptySheet(id, name), hidden }));
  book.lastId = entries.length - 1;
  book.activeSheet = activeSheet(workbook, book);
  if (extras) applyBookExtras(book, extras, ours);

  const rules = localeRules(book.locale);
  const themePart = partOf('theme');
  const theme = readTheme(themePart === undefined ? undefined : await office.tree(themePart));
  const stylesPart = partOf('styles');
  const styles = readStyles(
    stylesPart === undefined ? undefined : await office.tree(stylesPart),
    theme,
    rules.date.toLowerCase(),
  );
  const stringsPart = partOf('sharedStrings');
  const date1904 = child(workbook, 'workbookPr')?.attributes.date1904;
  const sources: CellSources = {
    strings: stringsPart === undefined ? [] : await readSharedStrings(office.get(stringsPart)),
    looks: ours ? (extras.looks as Look[]) : styles.looks,
    from1904: date1904 === '1' || date1904 === 'true',
    usualHeight: ours ? null : 15.75,
    cells: 0,
    styled: 0,
    sharedText: 0,
  };

  let cellsLeft = MAX_CELLS;
  for (const [i, { target }] of entries.entries()) {
    const sheet = book.sheets[i] as BookModel['sheets'][number];
    const part = await readSheetPart(office.get(target), sources);
    const known = ours
      ? extras.sheets[i]
      : extras?.sheets.find(({ settings }) => settings.name === sheet.name);
    if (ours && known) {
      sheet.rows = part.cells.rows;
      sheet.rowCount = known.settings.rowCount;
      sheet.columnCount = known.settings.columnCount;
    } else {
      placeRows(sheet, part, cellsLeft);
    }
    cellsLeft -= sheet.rowCount * sheet.columnCount;
    readSheetView(sheet, part.around, theme, book.owner);
    const links = await office.relations(target);
    const notes = links.find(({ kind }) => kind === 'comments')?.target;
    if (notes !== undefined && office.find(notes)) readNotes(sheet, await office.tree(notes));
    readLinks(sheet, part.around, links, book);
    if (ours && known) {
      applySheetExtras(sheet, known, rules);
      continue;
    }
    readValidations(sheet, part.around, book);
    readConditionalFormats(sheet, part.around, styles.ruleLooks);
    readFilter(sheet, part.around, rules);
    if (known) applyOldSheetExtras(sheet, known);
  }
  return book;
}

interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly target: string;
}

/** The worksheets in order; chart sheets and macro sheets hold no cells and are left out. */
function sheetEntries(workbook: XmlNode, relations: Awaited<ReturnType<Package['relations']>>): SheetEntry[] {
  return children(child(workbook, 'sheets'), 'sheet').flatMap(({ attributes }) => {
    const id = Object.entries(attributes).find(([name]) => /(?:^|:)id$/.test(name))?.[1];
    const relation = relations.find((one) => one.id === id);
    if (relation?.kind !== 'worksheet' || relation.external) return [];
    const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden';
    return [{ name: attributes.name ?? '', hidden, target: relation.target }];
  });
}

function activeSheet(workbook: XmlNode, book: BookModel): number {
  const tab = Number(child(child(workbook, 'bookViews'), 'workbookView')?.attributes.activeTab ?? 0);
  const shown = book.sheets.find(({ hidden }) => !hidden);
  const sheet = book.sheets[tab]?.hidden === false ? book.sheets[tab] : shown;
  return sheet?.id ?? 0;
}

async function program(office: Package): Promise<string | null> {
  if (!office.find('docProps/app.xml')) return null;
  return child(await office.tree('docProps/app.xml'), 'Application')?.text ?? null;
}

async function readExtras(office: Package): Promise<BookExtras | null> {
  for (const name of office.parts.keys()) {
    // Another program may have given our part another number.
    if (!/^customXml\/item\d+\.xml$/.test(name)) continue;
    const text = await office.text(name);
    const extras = parseExtras(text);
    if (extras) return extras;
  }
  return null;
}
