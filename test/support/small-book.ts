import { type BookModel, emptyBook, emptySheet, type StoredValue } from '../../playground/sheets/model.ts';
import { LAYOUT, SHEET_KEYS, SHEET_NAMES } from '../../src/domain/layout.ts';

type SheetName = 'Codes' | 'Content' | 'Paths' | 'Records';

/** Rows below the headings by sheet, in the order of the headings (Codes: Code, Description). */
export type Rows = { readonly [S in SheetName]?: readonly (readonly StoredValue[])[] };

/** A workbook of the four sheets with a few rows, texts in plain-text cells. */
export function book(rows: Rows): BookModel {
  const made = emptyBook('Small');
  made.sheets = SHEET_KEYS.map((key, id) => {
    const headings = Object.values(LAYOUT[key]).map(({ heading }) => heading);
    const all: readonly (readonly StoredValue[])[] = [
      headings,
      ...(rows[SHEET_NAMES[key] as SheetName] ?? []),
    ];
    const sheet = emptySheet(id, SHEET_NAMES[key], Math.max(1_000, all.length + 10));
    sheet.rows = all.map((values) => ({
      values: [...values],
      formats: Object.fromEntries(
        values.flatMap((value, i) => (typeof value === 'string' ? [[i, '@']] : [])),
      ),
    }));
    return sheet;
  });
  made.lastId = SHEET_KEYS.length;
  return made;
}
