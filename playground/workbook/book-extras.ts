import type { Area, BookModel, LinkRun, SheetModel, ValidationModel } from '../sheets/model.ts';
import { layValidation, validationAreas } from './validation-file.ts';
import { clip } from './references.ts';
import { rowFor } from './sheet-reader.ts';
import type { Look } from './styles-reader.ts';
import { escapeCell, parseXml, unescapeOffice } from './xml.ts';

// What an .xlsx cannot hold travels in one part of the file's own (customXml, which other programs carry along or drop):
// the spreadsheet's locale, time zone and properties, and all sheet settings word for word. The settings count only as
// long as nobody but us has saved the file since; after that, what the file itself says is right.

export const EXTRAS_PART = 'customXml/item1.xml';
/** The program's name in docProps/app.xml: another program that saves the file puts its own there. */
export const PROGRAM = 'Qualification Codes playground';

type SheetSettings = Omit<SheetModel, 'rows'>;

interface SheetExtras {
  readonly settings: SheetSettings;
  readonly validations: readonly { readonly model: ValidationModel; readonly areas: readonly Area[] }[];
  /** Links that are not one link over the whole text: row, column, stretches. */
  readonly links: readonly (readonly [number, number, readonly LinkRun[]])[];
}

export interface BookExtras {
  readonly version: 1;
  readonly book: Omit<BookModel, 'sheets'>;
  readonly sheets: readonly SheetExtras[];
  /** By the number in a cell's `s`. */
  readonly looks: readonly Look[];
}

export function makeExtras(model: BookModel, looks: readonly Look[]): string {
  const { sheets, ...book } = model;
  const extras: BookExtras = {
    version: 1,
    book,
    sheets: sheets.map((sheet) => {
      const { rows, ...settings } = sheet;
      return {
        settings,
        validations: [...validationAreas(sheet)].map(([rule, areas]) => ({ model: rule, areas })),
        links: rows.flatMap((row, index) =>
          Object.entries(row?.links ?? {})
            .filter(([column, runs]) => !isWhole(runs, String(row?.values[Number(column)] ?? '')))
            .map(([column, runs]) => [index, Number(column), runs] as const),
        ),
      };
    }),
    looks,
  };
  return `<book xmlns="urn:qualification-codes:playground">${escapeCell(JSON.stringify(extras))}</book>`;
}

function isWhole(runs: readonly LinkRun[], text: string): boolean {
  const [run] = runs;
  return runs.length === 1 && run !== undefined && run.start === 0 && run.end === text.length && text !== '';
}

/** The extras of a file that we saved; null for other files and for a part that is not ours after all. */
export function parseExtras(xml: string): BookExtras | null {
  try {
    const extras = JSON.parse(unescapeOffice(parseXml(xml).text)) as BookExtras;
    return extras.version === 1 && Array.isArray(extras.sheets) && typeof extras.book === 'object' ? extras : null;
  } catch {
    return null;
  }
}

/** Before the sheets are read: the spreadsheet's own settings, and the ids of the sheets that go by the same name. */
export function applyBookExtras(book: BookModel, { book: own, sheets }: BookExtras): void {
  Object.assign(book, own);
  const ids = new Set<number>();
  for (const sheet of book.sheets) {
    const known = sheets.find(({ settings }) => settings.name === sheet.name);
    let id = known?.settings.id ?? -1;
    if (!known || ids.has(id)) {
      book.lastId++;
      id = book.lastId;
    }
    ids.add(id);
    sheet.id = id;
  }
  if (!ids.has(book.activeSheet)) book.activeSheet = book.sheets[0]?.id ?? 0;
}

/** After a sheet is read from a file that nobody else has saved since: its settings word for word. */
export function applySheetExtras(sheet: SheetModel, { settings, validations, links }: SheetExtras): void {
  Object.assign(sheet, settings);
  sheet.rows.length = Math.min(sheet.rows.length, sheet.rowCount);
  for (const row of sheet.rows) if (row) delete row.validations;
  for (const { model, areas } of validations) {
    for (const area of areas) {
      const inside = clip(area, sheet.rowCount, sheet.columnCount);
      if (inside) layValidation(sheet, inside, model);
    }
  }
  for (const [index, column, runs] of links) {
    if (index >= sheet.rowCount) continue;
    const row = rowFor(sheet, index);
    row.links = { ...row.links, [column]: runs };
  }
}

/** After another program has saved the file: only what that program cannot have meant to change. */
export function applyOldSheetExtras(sheet: SheetModel, { settings }: SheetExtras): void {
  const inside = (area: Area): boolean => clip(area, sheet.rowCount, sheet.columnCount) !== null;
  const known = new Set(sheet.protections.map(({ type }) => type));
  for (const protection of settings.protections) {
    if (protection.area ? inside(protection.area) : !known.has('SHEET')) sheet.protections.push(protection);
  }
  sheet.bandings = settings.bandings.filter(({ area }) => inside(area));
  sheet.charts = settings.charts.filter(({ areas }) => areas.every(inside));
}
