import { type Cell, cellText, textOf } from './cell.ts';
import { imagesOf, placeOf, type RemovedRow } from './journal-entry.ts';
import type { SheetKey } from './layout.ts';
import type { CellEdit, Plan, RowAppend, RowRemoval } from './plan.ts';
import { RowFinder } from './row-finder.ts';
import { otherText, rowKey } from './row-key.ts';
import { cellsOf, sheetRow, type Table, type Workbook } from './workbook.ts';

/**
 * The plan as the journal keeps it: with how many other rows look like those that it changes, adds or takes out. After a
 * run that was stopped nothing but their number tells how far it came: equal rows cannot be told apart.
 */
export function withTwins(workbook: Workbook, plan: Plan, removed: readonly RemovedRow[]): Plan {
  const edits = editsWithTwins(workbook, plan.edits);
  // What is new was looked for among the rows before it was planned: only rows that come back may stand there already.
  const back = plan.appends.some(({ whole }) => whole !== undefined);
  if (!back && plan.removals.length === 0) return { ...plan, edits };
  const finder = new RowFinder(withEdits(workbook, plan.edits));
  return {
    ...plan,
    edits,
    appends: back ? plan.appends.map((row) => counted(row, finder.like(row).length)) : plan.appends,
    removals: removalsWithTwins(finder, plan, removed),
  };
}

/** The workbook as it is when these cells are written. */
export function withEdits(
  workbook: Workbook,
  edits: readonly Pick<CellEdit, 'sheet' | 'row' | 'field' | 'after'>[],
): Workbook {
  const tables: { [S in SheetKey]?: Table<SheetKey> } = {};
  const copies = new Map<string, Cell[]>();
  for (const { sheet, row, field, after } of edits) {
    const name = `${sheet} ${field}`;
    let copy = copies.get(name);
    if (!copy) {
      const table = tables[sheet] ?? (workbook[sheet] as Table<SheetKey>);
      copy = [...(cellsOf(table, field) ?? [])];
      copies.set(name, copy);
      if (field in table.cells) tables[sheet] = { ...table, cells: { ...table.cells, [field]: copy } };
    }
    copy[row - sheetRow(0)] = after;
  }
  return { ...workbook, ...tables } as Workbook;
}

/** Where a row's key is another row's too, its other text goes along, and how many hold the old and the new value. */
function editsWithTwins(workbook: Workbook, edits: readonly CellEdit[]): readonly CellEdit[] {
  const doubled = new Map<SheetKey, ReadonlySet<string>>();
  const finder = new RowFinder(workbook);
  const edited = new Set(edits.map(({ sheet, row, field }) => `${sheet} ${row} ${field}`));
  return edits.map((edit) => {
    const table = workbook[edit.sheet] as Table<SheetKey>;
    const keys = doubled.get(edit.sheet) ?? doubledKeys(table);
    doubled.set(edit.sheet, keys);
    // A row's own id is one row's alone.
    if (edit.key.startsWith('#') ? !keys.has(edit.key) : finder.matching(edit).length < 2) return edit;
    const twin = otherText(table, edit.row - 2, edit.field);
    const column = cellsOf(table, edit.field);
    const others = finder
      .matching({ ...edit, twin })
      .filter((i) => !edited.has(`${edit.sheet} ${sheetRow(i)} ${edit.field}`));
    const holding = (value: CellEdit['before']) =>
      others.filter((i) => textOf(column, i) === cellText(value)).length;
    const alike = [holding(edit.before), holding(edit.after)] as const;
    return { ...edit, twin, ...(alike[0] + alike[1] > 0 ? { alike } : {}) };
  });
}

function doubledKeys(table: Table<SheetKey>): ReadonlySet<string> {
  const seen = new Set<string>();
  const doubled = new Set<string>();
  for (let i = 0; i < table.length; i++) {
    const key = rowKey(table, i);
    if (seen.has(key)) doubled.add(key);
    seen.add(key);
  }
  return doubled;
}

function removalsWithTwins(
  finder: RowFinder,
  plan: Plan,
  removed: readonly RemovedRow[],
): readonly RowRemoval[] {
  const images = imagesOf(plan, removed);
  const going = new Set(plan.removals.map(placeOf));
  return plan.removals.map((removal) => {
    const { sheet } = removal;
    const standing = finder.standing(removal, plan.kind, images.get(placeOf(removal)));
    return counted(removal, standing.filter((i) => !going.has(placeOf({ sheet, row: sheetRow(i) }))).length);
  });
}

function counted<R extends RowAppend | RowRemoval>(row: R, alike: number): R {
  return alike > 0 ? { ...row, alike } : row;
}
