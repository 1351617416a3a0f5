import { type Cell, cellText } from '../domain/cell.ts';
import { unsafeBecause } from '../domain/code.ts';
import { type FieldLayout, LAYOUT, type SheetKey } from '../domain/layout.ts';
import { columnLetters, rowRuns, type Sheet } from './platform.ts';

/** One value for one cell, the row already found again. */
export interface CellWrite {
  readonly row: number;
  readonly field: string;
  readonly after: Cell;
}

/** A1 addresses in one RangeList: few enough that the request stays small. */
const ADDRESSES_PER_CALL = 10_000;

/**
 * Writes single cells and nothing between them. Cells of one column that get the same text go in one call through a
 * RangeList; where the texts differ, neighbouring rows go in one `setValues`. Text columns get `@` first whenever Sheets
 * would read the text as something else (`0012`, `MAR1`, `=X`): setValue parses strings as if typed.
 */
export function writeCells(
  sheet: Sheet,
  key: SheetKey,
  columns: Readonly<Record<string, number | undefined>>,
  writes: readonly CellWrite[],
): void {
  for (const [field, group] of groupBy(writes, (write) => write.field)) {
    const column = columns[field];
    if (column === undefined) continue;
    if (isTextField(key, field)) {
      const odd = group.filter((w) => typeof w.after === 'string' && wouldBeParsed(w.after));
      for (const list of rangeLists(sheet, column, odd)) list.setNumberFormat('@');
      // A number or date that undo puts back must not become text: its cell takes the ordinary format again.
      const typed = group.filter((w) => typeof w.after !== 'string');
      for (const list of rangeLists(sheet, column, typed)) list.setNumberFormat('General');
    }
    const byText = groupBy(group, (write) => `${typeof write.after} ${cellText(write.after)}`);
    const runs = rowRuns(group.map((write) => write.row));
    if (byText.size <= runs.length) {
      for (const same of byText.values()) {
        const value = stored(same[0]?.after ?? '');
        for (const list of rangeLists(sheet, column, same)) list.setValue(value);
      }
    } else {
      const valueAt = new Map(group.map((write) => [write.row, stored(write.after)]));
      for (const run of runs) {
        const values = Array.from({ length: run.count }, (_, i) => [valueAt.get(run.from + i) ?? '']);
        sheet.getRange(run.from, column, run.count, 1).setValues(values);
      }
    }
  }
}

/** A safe code such as 101 is still a number to setValue: whatever begins like one is text only in a text cell. */
function wouldBeParsed(text: string): boolean {
  return unsafeBecause(text) !== null || /^\s*[-+(]?[\d.,$\u20ac\u00a3\u00a5]/.test(text);
}

/** ISO text is read as a date in every locale, so a date goes back as its text. */
function stored(cell: Cell): string | number | boolean {
  return typeof cell === 'object' ? cell.iso.replace('T', ' ') : cell;
}

export function isTextField(key: SheetKey, field: string): boolean {
  return (LAYOUT[key] as Readonly<Record<string, FieldLayout>>)[field]?.kind === 'text';
}

function rangeLists(
  sheet: Sheet,
  column: number,
  writes: readonly CellWrite[],
): GoogleAppsScript.Spreadsheet.RangeList[] {
  const letters = columnLetters(column);
  const addresses = rowRuns(writes.map((write) => write.row)).map((run) =>
    run.count === 1 ? `${letters}${run.from}` : `${letters}${run.from}:${letters}${run.from + run.count - 1}`,
  );
  const lists: GoogleAppsScript.Spreadsheet.RangeList[] = [];
  for (let i = 0; i < addresses.length; i += ADDRESSES_PER_CALL) {
    lists.push(sheet.getRangeList(addresses.slice(i, i + ADDRESSES_PER_CALL)));
  }
  return lists;
}

export function groupBy<T>(items: readonly T[], by: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(by(item));
    if (group) group.push(item);
    else groups.set(by(item), [item]);
  }
  return groups;
}
