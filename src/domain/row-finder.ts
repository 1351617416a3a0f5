import { type Cell, cellText, textOf } from './cell.ts';
import { addTo } from './groups.ts';
import { type FieldLayout, LAYOUT, type SheetKey } from './layout.ts';
import type { CellEdit, RowAppend, RowRemoval, RunKind } from './plan.ts';
import { isBlankKey, otherText, rowKey } from './row-key.ts';
import { isFlagged } from './usage.ts';
import { cellAt, cellsOf, customHeading, sheetRow, type Table, type Workbook } from './workbook.ts';

/** Something a run changed that undo or continue leaves as it is, and why. */
export interface Kept {
  readonly sheet: SheetKey;
  readonly row: number;
  readonly field?: string;
  readonly reason: 'edited-since' | 'row-gone' | 'row-changed' | 'back-at-the-end' | 'formula-as-value';
  /** What the cell holds now; how many rows came back at the end, or cells as values. */
  readonly now?: string;
}

/** Finds rows again by their keys: sheets are indexed once per edited field, and no row is taken twice. */
export class RowFinder {
  private readonly workbook: Partial<Workbook>;
  private readonly indexes = new Map<string, Map<string, number[]>>();
  private readonly taken = new Set<string>();

  constructor(workbook: Partial<Workbook>) {
    this.workbook = workbook;
  }

  table(sheet: SheetKey): Table<SheetKey> {
    return this.workbook[sheet] as Table<SheetKey>;
  }

  /**
   * The row whose cell holds what a whole run wrote; 'there' when it holds the old value again; or why neither. Rows may
   * share a key (a Record Id twice): one that holds the old value always did, as long as another holds the new one.
   */
  written(edit: CellEdit): number | 'there' | Kept {
    const now = this.holding(edit, edit.after);
    const hit = nearest(now.length > 0 ? now : this.holding(edit, edit.before), edit.row);
    if (hit === null) return this.changed(edit);
    this.take(edit.sheet, hit, edit.field);
    return now.includes(hit) ? hit : 'there';
  }

  /** Why a cell is neither: what the nearest of its rows holds now. */
  changed(edit: CellEdit): Kept {
    const { sheet, field, row } = edit;
    const other = nearest(this.matching(edit), row);
    return other === null
      ? { sheet, field, row, reason: 'row-gone' }
      : {
          sheet,
          field,
          row: sheetRow(other),
          reason: 'edited-since',
          now: textOf(this.column(sheet, field), other),
        };
  }

  /** Of the edit's rows those that hold this value, and that nobody has taken. */
  holding(edit: CellEdit, value: Cell): readonly number[] {
    const { sheet, field } = edit;
    const column = this.column(sheet, field);
    return this.matching(edit).filter(
      (i) => textOf(column, i) === cellText(value) && this.free(sheet, i, field),
    );
  }

  /** The rows with the edit's key; of several those whose other text is still the same, if there is one. */
  matching({ sheet, field, key, twin }: CellEdit): readonly number[] {
    const rows = this.rows(sheet, key, field);
    if (twin === undefined) return rows;
    const same = rows.filter((i) => otherText(this.table(sheet), i, field) === twin);
    return same.length > 0 ? same : rows;
  }

  /**
   * The rows with a removal's key. Records without an id may share theirs, so only those that are flagged are meant where
   * the flagged go. `image`: only rows with these texts are.
   */
  standing(
    { sheet, key }: RowRemoval,
    kind: RunKind,
    image?: Readonly<Record<string, string>>,
  ): readonly number[] {
    const records = this.table('records');
    return this.rows(sheet, key).filter(
      (i) =>
        (kind !== 'deleteFlagged' || isFlagged(cellAt(records, 'delete', i))) &&
        (!image || this.holds(sheet, i, image)),
    );
  }

  /** The rows that hold just what this one brings, and where it comes back whole nothing else in our columns. */
  like(added: RowAppend): readonly number[] {
    return this.byText(added.sheet, this.fieldsOf(added)).get(this.textOf(added)) ?? [];
  }

  /** What an added row is told by: rows of which it is the same are equal. */
  name(added: RowAppend): string {
    return [added.sheet, this.fieldsOf(added), this.textOf(added)].join('=');
  }

  private textOf(added: RowAppend): string {
    return this.fieldsOf(added)
      .map((field) => unlessFalse(added.values[field] ?? ''))
      .join('\u001f');
  }

  /** Used In is the add-on's own, whenever it likes. */
  private fieldsOf({ sheet, values, whole }: RowAppend): readonly string[] {
    const fields = Object.keys(whole ? LAYOUT[sheet] : values);
    return fields.filter((field) => field !== 'usedIn' && this.column(sheet, field) !== undefined);
  }

  /**
   * Sheet row of the row with this key; the heading row for ''. Of several it is the one where it is expected; nothing when
   * none stands there, or the row is gone. A blank row that would end the sheet is none: the row before it is meant.
   */
  neighbour(sheet: SheetKey, key: string, expected: number): number | undefined {
    if (key === '') return 1;
    const rows = this.rows(sheet, key).map(sheetRow);
    const last = this.table(sheet).length + 1;
    if (rows.length === 0 && expected > last && isBlankKey(key)) return last;
    return rows.length === 1 ? rows[0] : rows.find((row) => row === expected);
  }

  /**
   * A row that holds exactly these values: an added row. The last one, if several. `untouched`: nobody has written into its
   * other cells either.
   */
  identical(added: RowAppend, untouched = false): number | null {
    const hit = [...this.like(added)]
      .reverse()
      .find((i) => this.free(added.sheet, i) && (!untouched || this.isUntouched(added, i)));
    if (hit === undefined) return null;
    this.take(added.sheet, hit);
    return hit;
  }

  private holds(sheet: SheetKey, index: number, image: Readonly<Record<string, string>>): boolean {
    const layout = Object.entries(LAYOUT[sheet]) as [string, FieldLayout][];
    return layout.every(([field, { kind }]) => {
      const cells = kind === 'text' ? this.column(sheet, field) : undefined;
      // A blank cell is not among the texts.
      return cells === undefined || textOf(cells, index) === (image[field] ?? '');
    });
  }

  /** Used In is the add-on's own, and a box that is not ticked holds nothing. */
  private isUntouched({ sheet, values, custom = {} }: RowAppend, index: number): boolean {
    return Object.keys(this.table(sheet).cells).every((field) => {
      const cell = cellAt(this.table(sheet), field, index);
      if (field in values || field === 'usedIn' || cell === false) return true;
      return cellText(cell).trim() === (custom[customHeading(field) ?? ''] ?? '').trim();
    });
  }

  private byText(sheet: SheetKey, fields: readonly string[]): Map<string, number[]> {
    const columns = fields.map((field) => this.column(sheet, field));
    return this.indexed(`${sheet}=${fields.join('|')}`, sheet, (i) =>
      columns.map((column) => unlessFalse(textOf(column, i))).join('\u001f'),
    );
  }

  /** Nobody has taken the row yet; or that one field of it. */
  free(sheet: SheetKey, index: number, field?: string): boolean {
    return !this.taken.has(`${sheet}|${field}|${index}`);
  }

  /** The rows that were taken whole. */
  takenIn(sheet: SheetKey): ReadonlySet<number> {
    const rows = Array.from({ length: this.table(sheet).length }, (_, i) => i);
    return new Set(rows.filter((i) => !this.free(sheet, i)));
  }

  take(sheet: SheetKey, index: number, field?: string): void {
    this.taken.add(`${sheet}|${field}|${index}`);
  }

  private column(sheet: SheetKey, field: string): readonly Cell[] | undefined {
    return cellsOf(this.table(sheet), field);
  }

  private rows(sheet: SheetKey, key: string, except?: string): readonly number[] {
    const table = this.table(sheet);
    return this.indexed(`${sheet}|${except}`, sheet, (i) => rowKey(table, i, except)).get(key) ?? [];
  }

  private indexed(name: string, sheet: SheetKey, keyOf: (index: number) => string): Map<string, number[]> {
    let index = this.indexes.get(name);
    if (!index) {
      index = new Map();
      for (let i = 0; i < this.table(sheet).length; i++) addTo(index, keyOf(i), i);
      this.indexes.set(name, index);
    }
    return index;
  }
}

/** A box that is not ticked holds nothing, whether Sheets has made FALSE of it or not. */
const unlessFalse = (text: string): string => (text === 'FALSE' ? '' : text.trim());

/** Of several equal rows, the one that still stands where it stood, else the nearest. */
export function nearest(rows: readonly number[], row: number): number | null {
  let best: number | null = null;
  for (const i of rows) {
    if (best === null || Math.abs(sheetRow(i) - row) < Math.abs(sheetRow(best) - row)) best = i;
  }
  return best;
}
