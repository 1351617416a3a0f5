import { displayText, isDateFormat } from '../../playground/sheets/display.ts';
import { localeRules } from '../../playground/sheets/locale.ts';
import { type BookModel, contentSize, type SheetModel } from '../../playground/sheets/model.ts';
import { wallClock } from '../../playground/sheets/time-zone.ts';
import type { Cell } from '../../src/domain/cell.ts';
import { type Field, LAYOUT, SHEET_KEYS, SHEET_NAMES, type SheetKey } from '../../src/domain/layout.ts';
import type { Table, Workbook } from '../../src/domain/workbook.ts';

/** A workbook model as the checks see it, without the platform between: for orderly sheets with every heading once. */
export function domainWorkbook(book: BookModel, today: string): Workbook {
  const tables = SHEET_KEYS.map((key) => {
    const sheet = book.sheets.find(({ name }) => name === SHEET_NAMES[key]);
    if (!sheet) throw new Error(`No sheet ${key}`);
    return [key, table(key, sheet, book.locale)] as const;
  });
  return { ...(Object.fromEntries(tables) as unknown as Workbook), formerCodes: [], openRenames: [], today };
}

function table(key: SheetKey, sheet: SheetModel, locale: string): Table<SheetKey> {
  const length = Math.max(0, contentSize(sheet).rows - 1);
  const headings = sheet.rows[0]?.values ?? [];
  const cells: Record<string, Cell[]> = {};
  const columns: Record<string, number> = {};
  const formulas: { row: number; field: Field<SheetKey>; formula: string }[] = [];
  for (const [field, { heading }] of Object.entries(LAYOUT[key])) {
    const column = headings.indexOf(heading);
    if (column < 0) continue;
    columns[field] = column + 1;
    cells[field] = Array.from({ length }, (_, i) => cellAt(sheet, i + 1, column, locale));
    for (let row = 1; row <= length; row++) {
      const formula = sheet.rows[row]?.formulas?.[column];
      if (formula !== undefined) formulas.push({ row: row + 1, field: field as Field<SheetKey>, formula });
    }
  }
  const name = SHEET_NAMES[key];
  return { sheet: key, exists: true, name, length, cells, columns, headingProblems: [], formulas };
}

function cellAt(sheet: SheetModel, row: number, column: number, locale: string): Cell {
  const value = sheet.rows[row]?.values[column] ?? '';
  const format = sheet.rows[row]?.formats?.[column];
  if (typeof value !== 'number' || !isDateFormat(format)) return value;
  const { year, month, day } = wallClock(value);
  const pad = (n: number): string => String(n).padStart(2, '0');
  return { iso: `${year}-${pad(month)}-${pad(day)}`, shown: displayText(value, format, localeRules(locale)) };
}
