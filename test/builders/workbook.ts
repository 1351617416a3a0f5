import type { Cell } from '../../src/domain/cell.ts';
import { LAYOUT, SHEET_KEYS, SHEET_NAMES, type SheetKey } from '../../src/domain/layout.ts';
import type { FormerCode, OpenRename, Workbook } from '../../src/domain/workbook.ts';

type Row = Readonly<Record<string, Cell>>;

/** Builds a workbook row by row: `workbook().code('CPR').course('1', 'CPR').record('ann', 'CPR').build()`. Row 2 is the first. */
export function workbook() {
  const rows: Record<SheetKey, Row[]> = { codes: [], content: [], paths: [], records: [] };
  const formerCodes: FormerCode[] = [];
  const openRenames: OpenRename[] = [];
  const builder = {
    row(sheet: SheetKey, row: Row) {
      rows[sheet].push(row);
      return builder;
    },
    code: (code: Cell, description = 'Described') => builder.row('codes', { code, description }),
    content: (type: string, objectId: Cell, code: Cell, more: Row = {}) =>
      builder.row('content', {
        type,
        objectId,
        title: `Title ${objectId}`,
        usedInRecords: true,
        code,
        ...more,
      }),
    course: (objectId: Cell, code: Cell, more: Row = {}) => builder.content('Course', objectId, code, more),
    path: (pathId: string, code: Cell) =>
      builder.row('paths', { pathId, step: '', title: `Path ${pathId}`, code }),
    step: (pathId: string, step: Cell, code: Cell) =>
      builder.row('paths', { pathId, step, title: `Step ${step}`, code }),
    record: (name: Cell, code: Cell, more: Row = {}) =>
      builder.row('records', {
        recordId: String(rows.records.length + 1),
        name,
        recordType: 'Training Record',
        objectId: '',
        title: 'Title',
        completionDate: `2025-01-${String((rows.records.length % 28) + 1).padStart(2, '0')}`,
        code,
        ...more,
      }),
    former(code: string, now: string) {
      formerCodes.push({ code, now, when: '2025-01-01' });
      return builder;
    },
    renaming(from: string, to: string) {
      openRenames.push({ run: 'R1', from, to });
      return builder;
    },
    build(): Workbook {
      const tables = Object.fromEntries(
        SHEET_KEYS.map((sheet) => {
          const fields = Object.keys(LAYOUT[sheet]);
          const cells = Object.fromEntries(
            fields.map((field) => [field, rows[sheet].map((row) => row[field] ?? '')]),
          );
          const columns = Object.fromEntries(fields.map((field, i) => [field, i + 1]));
          const table = { sheet, exists: true, name: SHEET_NAMES[sheet], length: rows[sheet].length };
          return [sheet, { ...table, cells, columns, headingProblems: [], formulas: [] }];
        }),
      );
      return { ...(tables as unknown as Workbook), formerCodes, openRenames, today: '2026-06-30' };
    },
  };
  return builder;
}
