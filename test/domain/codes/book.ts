import type { Cell } from '../../../src/domain/cell.ts';
import { type Field, LAYOUT, SHEET_KEYS, SHEET_NAMES, type SheetKey } from '../../../src/domain/layout.ts';
import type { Plan } from '../../../src/domain/plan.ts';
import type { FormerCode, OpenRename, Table, Workbook } from '../../../src/domain/workbook.ts';

export type Rows<S extends SheetKey> = readonly { readonly [F in Field<S>]?: Cell }[];

export interface Book {
  readonly codes?: Rows<'codes'>;
  readonly content?: Rows<'content'>;
  readonly paths?: Rows<'paths'>;
  readonly records?: Rows<'records'>;
  readonly formerCodes?: readonly FormerCode[];
  readonly openRenames?: readonly OpenRename[];
  readonly today?: string;
}

/** A workbook from rows; every column of the layout stands. */
export function book(given: Book): Workbook {
  return {
    codes: table('codes', given.codes ?? []),
    content: table('content', given.content ?? []),
    paths: table('paths', given.paths ?? []),
    records: table('records', given.records ?? []),
    formerCodes: given.formerCodes ?? [],
    openRenames: given.openRenames ?? [],
    today: given.today ?? '2026-03-01',
  };
}

function table<S extends SheetKey>(sheet: S, rows: Rows<S>): Table<S> {
  const fields = Object.keys(LAYOUT[sheet]) as Field<S>[];
  const columns: { [F in Field<S>]?: number } = {};
  const cells: { [F in Field<S>]?: Cell[] } = {};
  fields.forEach((field, at) => {
    columns[field] = at + 1;
    cells[field] = rows.map((row) => row[field] ?? '');
  });
  return {
    sheet,
    exists: true,
    name: SHEET_NAMES[sheet],
    length: rows.length,
    cells,
    columns,
    headingProblems: [],
    formulas: [],
  };
}

/** The rows of a sheet as a person sees them. */
export function rowsOf(workbook: Workbook, sheet: SheetKey): Record<string, Cell>[] {
  const cells = workbook[sheet].cells as Record<string, readonly Cell[]>;
  return Array.from({ length: workbook[sheet].length }, (_, i) =>
    Object.fromEntries(Object.keys(cells).map((field) => [field, cells[field]?.[i] ?? ''])),
  );
}

/**
 * Carries out a plan on plain arrays, former codes and open renames too: cells by row, removals, then new rows.
 * Throws where an edit's before-value is not what the cell holds.
 */
export function applyToTables(workbook: Workbook, plan: Plan, run = 'run-1'): Workbook {
  const rows = Object.fromEntries(SHEET_KEYS.map((sheet) => [sheet, rowsOf(workbook, sheet)])) as Record<
    SheetKey,
    Record<string, Cell>[]
  >;
  for (const { sheet, row, field, before, after } of plan.edits) {
    const at = rows[sheet][row - 2];
    if (!at || at[field] !== before)
      throw new Error(`${sheet} row ${row} ${field} holds ${at?.[field]}, not ${before}`);
    at[field] = after;
  }
  for (const sheet of SHEET_KEYS) {
    const gone = new Set(plan.removals.filter((each) => each.sheet === sheet).map(({ row }) => row - 2));
    rows[sheet] = rows[sheet].filter((_, i) => !gone.has(i));
    for (const added of plan.appends) if (added.sheet === sheet) rows[sheet].push({ ...added.values });
  }
  const revived = new Set((plan.revivedCodes ?? []).map(({ code }) => code));
  const former = (plan.formerCodes ?? []).map(({ code, now }) => ({ code, now, when: '2026-03-01T10:00' }));
  const open = plan.checklist && plan.checklist.length > 0 ? former : [];
  return book({
    ...rows,
    formerCodes: [...workbook.formerCodes.filter(({ code }) => !revived.has(code)), ...former],
    openRenames: [...workbook.openRenames, ...open.map(({ code, now }) => ({ run, from: code, to: now }))],
    today: workbook.today,
  });
}
