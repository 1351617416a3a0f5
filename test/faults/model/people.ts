// What people do to the sheets between two runs.
import type { Layer, RowModel, SheetModel } from '../../../playground/sheets/model.ts';
import { deleteRows, insertRows, sortSheet, typeInto } from '../../../playground/sheets/user-edit.ts';
import type { Stage } from './book.ts';
import { HEADINGS } from './book.ts';
import type { SheetName } from './world.ts';

export type Edit =
  | {
      readonly edit: 'type';
      readonly sheet: SheetName;
      readonly row: number;
      readonly column: number;
      readonly text: string;
    }
  | {
      readonly edit: 'paste';
      readonly sheet: SheetName;
      readonly row: number;
      readonly texts: readonly (readonly string[])[];
    }
  | { readonly edit: 'insert' | 'delete'; readonly sheet: SheetName; readonly row: number }
  | { readonly edit: 'sort'; readonly sheet: SheetName; readonly column: number; readonly ascending: boolean }
  | { readonly edit: 'move column'; readonly sheet: SheetName; readonly column: number; readonly to: number };

/** Carries out an edit. Typing and pasting fire the add-on's own trigger, as they do in Google Sheets. */
export function carryOutEdit(stage: Stage, edit: Edit): void {
  const sheet = stage.sheet(edit.sheet);
  const { host } = stage.person;
  const rows = stage.read()[edit.sheet].length;
  const headings = (sheet.rows[0]?.values ?? []).map(String);
  const columnOf = (n: number): number =>
    headings.indexOf(HEADINGS[edit.sheet][n % HEADINGS[edit.sheet].length] as string);
  const place = 'row' in edit ? 1 + (edit.row % Math.max(1, rows)) : 1;
  switch (edit.edit) {
    case 'type': {
      const column = columnOf(edit.column);
      const heading = headings[column] ?? '';
      if (heading === 'Used In' || rows === 0) return;
      const text = heading === 'Completion Date' ? '2024-02-29' : textFor(heading, edit.text);
      const left = (sheet.rows[place]?.values ?? []).some(
        (value, i) => i !== column && value !== '' && headings[i] !== 'Used In',
      );
      // A row is never emptied by typing: its mark would then stand on nothing.
      if (text !== '' || left) typeInto(host, sheet, place, column, [[text]]);
      return;
    }
    case 'paste': {
      const standing = HEADINGS[edit.sheet].every((heading, i) => headings[i] === heading);
      if (standing) typeInto(host, sheet, rows + 1, 0, edit.texts);
      return;
    }
    case 'insert':
      insertRows(sheet, place, 1);
      return;
    case 'delete':
      if (rows > 0) deleteRows(sheet, place, 1);
      return;
    case 'sort':
      if (rows > 0) sortSheet(host, sheet, columnOf(edit.column), edit.ascending);
      return;
    case 'move column':
      moveColumn(sheet, columnOf(edit.column), columnOf(edit.to));
  }
}

const textFor = (heading: string, text: string): string =>
  heading === 'Delete?' ? (text === '' ? '' : '1') : text;

/** A column dragged to another place takes all that its cells have with it. */
function moveColumn(sheet: SheetModel, from: number, to: number): void {
  const order = Array.from({ length: sheet.columnCount }, (_, i) => i);
  order.splice(to, 0, ...order.splice(from, 1));
  const layer = <T>(old: Layer<T> | undefined): Layer<T> | undefined =>
    old &&
    (Object.fromEntries(order.flatMap((was, now) => (was in old ? [[now, old[was]]] : []))) as Layer<T>);
  sheet.rows = sheet.rows.map((row): RowModel | undefined => {
    if (!row) return row;
    const { values, ...rest } = row;
    const moved: Record<string, unknown> = { values: order.map((was) => values[was] ?? '') };
    for (const [name, old] of Object.entries(rest))
      moved[name] = typeof old === 'object' ? layer(old as Layer<unknown>) : old;
    return moved as unknown as RowModel;
  });
}
