import type { SampleCell, SampleSheets } from '../../playground/sample/rows.ts';
import type { Cell, DateCell } from '../../src/domain/cell.ts';
import { type FieldLayout, LAYOUT, SHEET_KEYS, SHEET_NAMES, type SheetKey } from '../../src/domain/layout.ts';
import type { Table, Workbook } from '../../src/domain/workbook.ts';
import { TODAY } from './training.ts';

/** The sheets as the domain sees them once they were read: columns, and one date object for each different day. */
export function makeWorkbook(sheets: SampleSheets): Workbook {
  const dates = new Map<string, DateCell>();
  const cellOf = (cell: SampleCell | undefined): Cell => {
    if (cell === undefined) return '';
    if (typeof cell !== 'object') return cell;
    if ('formula' in cell) return cell.shows;
    const known = dates.get(cell.date) ?? { iso: cell.date };
    dates.set(cell.date, known);
    return known;
  };
  return workbookOf((sheet, heading) => sheets[sheet].map(({ cells }) => cellOf(cells[heading])));
}

/** A workbook with every heading once, its columns asked for by heading. */
export function workbookOf(columnOf: (sheet: SheetKey, heading: string) => Cell[]): Workbook {
  const tables = SHEET_KEYS.map((sheet) => {
    const fields = Object.entries(LAYOUT[sheet]) as [string, FieldLayout][];
    const cells = Object.fromEntries(fields.map(([field, { heading }]) => [field, columnOf(sheet, heading)]));
    const columns = Object.fromEntries(fields.map(([field], i) => [field, i + 1]));
    const length = Math.max(...Object.values(cells).map((column) => column.length));
    return [
      sheet,
      {
        sheet,
        exists: true,
        name: SHEET_NAMES[sheet],
        length,
        cells,
        columns,
        headingProblems: [],
        formulas: [],
      },
    ] as const;
  });
  const { codes, content, paths, records } = Object.fromEntries(tables) as unknown as {
    [S in SheetKey]: Table<S>;
  };
  return { codes, content, paths, records, formerCodes: [], openRenames: [], today: TODAY };
}
