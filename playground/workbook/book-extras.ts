import * as z from 'zod/mini';
import type { LocaleRules } from '../sheets/locale.ts';
import type { Area, BookModel, LinkRun, SheetModel } from '../sheets/model.ts';
import { filterTest } from './filter-file.ts';
import { MAX_CELLS } from './limits.ts';
import { clip } from './references.ts';
import { rowFor } from './sheet-reader.ts';
import type { Look } from './styles-reader.ts';
import { layValidation, validationAreas } from './validation-areas.ts';
import { escapeCell, unescapeOffice } from './xml-text.ts';
import { parseXml } from './xml-tree.ts';

// What an .xlsx cannot hold travels in one part of the file's own (customXml, which other programs carry along or drop):
// the spreadsheet's locale, time zone and properties, and all sheet settings word for word. The settings count only as
// long as nobody but us has saved the file since; after that, what the file itself says is right.

export const EXTRAS_PART = 'customXml/item1.xml';
const NAMESPACE = 'urn:qualification-codes:playground';
/** The program's name in docProps/app.xml: another program that saves the file puts its own there. */
export const PROGRAM = 'Qualification Codes playground';

const whole = z.int().check(z.nonnegative());
const stored = z.union([z.string(), z.number(), z.boolean()]);
const area = z.object({ row: whole, column: whole, rows: whole, columns: whole });
const texts = z.record(z.string(), z.string());
const runs = z.array(z.object({ start: whole, end: whole, url: z.string() }));
/** Known settings are checked, for anybody can write such a part; ones that the model has gained since are kept. */
const settings = z.looseObject({
  id: whole,
  name: z.string(),
  hidden: z.boolean(),
  rowCount: z.int().check(z.positive()),
  columnCount: z.int().check(z.positive()),
  frozenRows: whole,
  frozenColumns: whole,
  columnWidths: z.record(z.string(), z.number()),
  hiddenColumns: z.record(z.string(), z.literal(true)),
  conditionalFormats: z.array(
    z.looseObject({ areas: z.array(area), criteria: z.string(), args: z.array(stored) }),
  ),
  protections: z.array(
    z.looseObject({
      id: z.string(),
      area: z.nullable(area),
      description: z.string(),
      editors: z.array(z.string()),
    }),
  ),
  merges: z.array(area),
  filter: z.nullable(z.object({ area, hiddenValues: z.record(z.string(), z.array(z.string())) })),
  bandings: z.array(z.looseObject({ area })),
  charts: z.array(z.looseObject({ areas: z.array(area), options: z.record(z.string(), stored) })),
  tabColor: z.nullable(z.string()),
});
const schema = z.object({
  version: z.literal(1),
  book: z.looseObject({
    title: z.string(),
    locale: z.string(),
    timeZone: z.string(),
    activeSheet: whole,
    selection: z.record(z.string(), area),
    properties: z.object({ document: texts, script: texts, user: texts }),
    owner: z.string(),
    lastId: whole,
  }),
  sheets: z.array(
    z.object({
      settings,
      validations: z.array(
        z.object({
          model: z.looseObject({
            criteria: z.string(),
            args: z.array(z.unknown()),
            allowInvalid: z.boolean(),
          }),
          areas: z.array(area),
        }),
      ),
      /** Links that are not one plain link over the whole text: row, column, stretches. */
      links: z.array(z.tuple([whole, whole, runs])),
      /** Rows that a person has hidden among those that the filter hides. */
      hiddenRows: z.array(whole),
    }),
  ),
  /** By the number in a cell's `s`. */
  looks: z.array(z.object({ format: z.optional(z.string()), style: z.optional(z.looseObject({})) })),
});

export type BookExtras = z.infer<typeof schema>;
export type SheetExtras = BookExtras['sheets'][number];

export function makeExtras(model: BookModel, looks: readonly Look[], rules: LocaleRules): string {
  const { sheets, ...book } = model;
  const extras = {
    version: 1,
    book,
    sheets: sheets.map((sheet) => {
      const { rows, ...rest } = sheet;
      const filterHides = filterTest(sheet, rules);
      return {
        settings: rest,
        validations: [...validationAreas(sheet)].map(([rule, areas]) => ({ model: rule, areas })),
        links: rows.flatMap((row, index) =>
          Object.entries(row?.links ?? {})
            .filter(([column, own]) => !isWhole(own, String(row?.values[Number(column)] ?? '')))
            .map(([column, own]) => [index, Number(column), own] as const),
        ),
        hiddenRows: rows.flatMap((row, index) => (row?.hidden && filterHides(index) ? [index] : [])),
      };
    }),
    looks,
  };
  return `<book xmlns="${NAMESPACE}">${escapeCell(JSON.stringify(extras))}</book>`;
}

/** One link over the whole text, to an address or a cell: a link that an .xlsx holds as it is. */
function isWhole(own: readonly LinkRun[], text: string): boolean {
  const [run] = own;
  if (!run || own.length > 1 || run.start !== 0 || run.end !== text.length || run.end === 0) return false;
  return run.url.startsWith('#') ? /^#gid=\d+&range=[A-Z]+\d+$/.test(run.url) : /^[!-~]+$/.test(run.url);
}

/** The extras of a file that we saved; null when the part is not ours, or does not fit a spreadsheet. */
export function parseExtras(xml: string): BookExtras | null {
  if (!xml.includes(NAMESPACE)) return null;
  try {
    const extras = schema.parse(JSON.parse(unescapeOffice(parseXml(xml).text)));
    const cells = extras.sheets.reduce((sum, { settings: own }) => sum + own.rowCount * own.columnCount, 0);
    return cells <= MAX_CELLS ? extras : null;
  } catch {
    return null;
  }
}

/**
 * Before the sheets are read: the spreadsheet's own settings, and the ids of its sheets.
 * @param ours nobody else has saved the file, so its sheets are the extras' sheets one by one; else they go by name
 */
export function applyBookExtras(book: BookModel, { book: own, sheets }: BookExtras, ours: boolean): void {
  Object.assign(book, own);
  const ids = new Set<number>();
  for (const [i, sheet] of book.sheets.entries()) {
    const known = ours ? sheets[i] : sheets.find(({ settings: { name } }) => name === sheet.name);
    if (known && ours) sheet.name = known.settings.name;
    if (known && !ids.has(known.settings.id)) sheet.id = known.settings.id;
    else {
      book.lastId++;
      sheet.id = book.lastId;
    }
    ids.add(sheet.id);
  }
  if (!ours && !ids.has(book.activeSheet)) book.activeSheet = book.sheets[0]?.id ?? 0;
}

/** After a sheet is read from a file that nobody else has saved since: its settings word for word. */
export function applySheetExtras(sheet: SheetModel, extras: SheetExtras, rules: LocaleRules): void {
  Object.assign(sheet, extras.settings);
  sheet.rows.length = Math.min(sheet.rows.length, sheet.rowCount);
  const byPerson = new Set(extras.hiddenRows);
  const filterHides = filterTest(sheet, rules);
  sheet.rows.forEach((row, index) => {
    if (row?.hidden && !byPerson.has(index) && filterHides(index)) delete row.hidden;
  });
  for (const { model, areas } of extras.validations) {
    for (const whole of areas) {
      const inside = clip(whole, sheet.rowCount, sheet.columnCount);
      if (inside) layValidation(sheet, inside, model as unknown as Parameters<typeof layValidation>[2]);
    }
  }
  for (const [index, column, own] of extras.links) {
    if (index >= sheet.rowCount || column >= sheet.columnCount) continue;
    const row = rowFor(sheet, index);
    row.links = { ...row.links, [column]: own };
  }
}

/** After another program has saved the file: only what that program cannot have meant to change. */
export function applyOldSheetExtras(sheet: SheetModel, { settings: old }: SheetExtras): void {
  const { protections, bandings, charts } = old as unknown as SheetModel;
  const inside = (one: Area): boolean => clip(one, sheet.rowCount, sheet.columnCount) !== null;
  const locked = sheet.protections.some(({ type }) => type === 'SHEET');
  for (const protection of protections) {
    if (protection.area ? inside(protection.area) : !locked) sheet.protections.push(protection);
  }
  sheet.bandings = bandings.filter((banding) => inside(banding.area));
  sheet.charts = charts.filter(({ areas }) => areas.every(inside));
}
