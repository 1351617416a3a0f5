import type { SheetKey } from './layout.ts';
import type { RowRemoval } from './plan.ts';
import { rowKey } from './row-key.ts';
import { sheetRow, type Table } from './workbook.ts';

/** Takes out data rows, by index in sheet order, each with the row above it that stays: where undo puts it back. */
export function removalsOf<S extends SheetKey>(table: Table<S>, indexes: readonly number[]): RowRemoval[] {
  const going = new Set(indexes);
  let above = -1;
  let next = 0;
  return indexes.map((index) => {
    for (; next < index; next++) if (!going.has(next)) above = next;
    const under = above < 0 ? '' : rowKey(table, above);
    return { sheet: table.sheet, row: sheetRow(index), key: rowKey(table, index), above: under };
  });
}
