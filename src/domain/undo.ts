import { type Cell, cellText } from './cell.ts';
import { codeKey } from './code.ts';
import { contentFinder, verdict } from './codes/checklist.ts';
import type { JournalEntry, RemovedRow } from './journal-entry.ts';
import { type FieldLayout, headingKey, LAYOUT, type SheetKey } from './layout.ts';
import type { CellEdit, Plan, RowAppend, RowRemoval } from './plan.ts';
import { contentKey, rowKey } from './row-key.ts';
import { isFlagged } from './usage.ts';
import { customHeading, sheetRow, type Table, type Workbook } from './workbook.ts';

/** Something a run changed that undo or continue leaves as it is, and why. */
export interface Kept {
  readonly sheet: SheetKey;
  readonly row: number;
  readonly field?: string;
  readonly reason: 'edited-since' | 'row-gone' | 'row-changed' | 'back-at-the-end' | 'formula-as-value';
  /** What the cell holds now; how many rows came back at the end, or cells as values. */
  readonly now?: string;
}

export interface Reversal {
  readonly plan: Plan;
  readonly kept: readonly Kept[];
}

/**
 * Turns a run round: puts back what nobody has edited since, and names what it leaves. A run that was stopped (not
 * `finished`) may not have removed all its rows: those that still stand are not put back a second time.
 */
export function planUndo(workbook: Workbook, entry: JournalEntry, finished = true): Reversal {
  const finder = new RowFinder(workbook);
  const kept: Kept[] = [];
  const edits: CellEdit[] = [];
  for (const edit of [...entry.plan.edits].reverse()) {
    const found = finder.cell(edit, edit.after, edit.before, !finished);
    if (found === 'there') continue;
    if (typeof found === 'object') kept.push(found);
    else edits.push({ ...edit, row: sheetRow(found), before: edit.after, after: edit.before });
  }
  edits.push(...untickedContent(workbook, entry.plan));
  const removals: RowRemoval[] = [];
  for (const added of entry.plan.appends) {
    const index = finder.identical(added, true);
    if (index === null) {
      if (finished) kept.push({ sheet: added.sheet, row: 0, reason: 'row-changed' });
    } else
      removals.push({
        sheet: added.sheet,
        row: sheetRow(index),
        key: rowKey(finder.table(added.sheet), index),
      });
  }
  const flagged = entry.plan.kind === 'deleteFlagged';
  const gone = entry.removed.filter((row) => finished || finder.row(row, flagged) === null);
  // Above a row stand as many as did, but for those that went with it.
  const above = rowsAbove(entry.removed);
  const appends = gone.map((row) => backAgain(row, row.row - 1 - (above.get(row) ?? 0), finder));
  const formulas = gone.reduce((sum, row) => sum + (row.formulas ?? 0), 0);
  const lost = gone.filter(({ above }, i) => above !== undefined && appends[i]?.below === undefined);
  const [first] = lost;
  if (first) kept.push({ sheet: first.sheet, row: 0, reason: 'back-at-the-end', now: String(lost.length) });
  if (formulas > 0 && gone[0])
    kept.push({ sheet: gone[0].sheet, row: 0, reason: 'formula-as-value', now: String(formulas) });
  return {
    plan: {
      kind: entry.plan.kind,
      edits,
      appends,
      removals,
      ...formerAgain(workbook, entry.plan),
      undoes: entry.run,
      ...(entry.plan.archive ? { unarchives: true } : {}),
      ...(entry.plan.newColumns ? { dropColumns: entry.plan.newColumns } : {}),
      summary: entry.plan.summary,
    },
    kept,
  };
}

/** Codes that the run took back into use are former again; a run that was stopped may not have forgotten them yet. */
function formerAgain({ formerCodes }: Workbook, { revivedCodes }: Plan): Pick<Plan, 'formerCodes'> {
  if (!revivedCodes) return {};
  const known = new Set(formerCodes.map(({ code, now }) => `${codeKey(code)}\u001f${codeKey(now)}`));
  return {
    formerCodes: revivedCodes.filter(({ code, now }) => !known.has(`${codeKey(code)}\u001f${codeKey(now)}`)),
  };
}

/** What is left to do of a run that was stopped in the middle. Done cells and rows are recognised, never done twice. */
export function planContinue(workbook: Workbook, entry: JournalEntry): Reversal {
  const finder = new RowFinder(workbook);
  const kept: Kept[] = [];
  const edits: CellEdit[] = [];
  for (const edit of entry.plan.edits) {
    const found = finder.cell(edit, edit.before, edit.after, true);
    if (found === 'there') continue;
    if (typeof found === 'object') kept.push(found);
    else edits.push({ ...edit, row: sheetRow(found) });
  }
  const removals: RowRemoval[] = [];
  const images = new Map(entry.removed.map((row) => [placeOf(row), valuesOf(row)]));
  for (const removal of entry.plan.removals) {
    // An undo takes out rows that its run had added: another's row with the same id, or one edited since, is none of them.
    const image = entry.plan.undoes === undefined ? undefined : images.get(placeOf(removal));
    const index = finder.row(removal, entry.plan.kind === 'deleteFlagged', image);
    if (index !== null) removals.push({ ...removal, row: sheetRow(index) });
  }
  // Of equal rows those that belong lowest were written first.
  const appends = [...entry.plan.appends].reverse().filter((row) => finder.identical(row) === null);
  return { plan: { ...entry.plan, edits, appends: appends.reverse(), removals }, kept };
}

/**
 * Content that was ticked on the run's checklist goes back too: ticks belong to the rename. An item whose content holds
 * its old code again is done with; other content that had the new code before the run is never touched.
 */
function untickedContent(workbook: Workbook, plan: Plan): CellEdit[] {
  const { content } = workbook;
  if (!plan.checklist || !content.cells.code) return [];
  const rowsOf = contentFinder(workbook);
  const taken = new Set<number>();
  const edits: CellEdit[] = [];
  const text = (i: number): string => cellText(content.cells.code?.[i] ?? '');
  for (const item of plan.checklist) {
    const rows = rowsOf(item).filter((i) => !taken.has(i));
    const back = nearest(
      rows.filter((i) => text(i) === item.from),
      item.row,
    );
    const ticked = nearest(
      rows.filter((i) => verdict(text(i), item) === 'done'),
      item.row,
    );
    const row = back ?? ticked;
    if (row === null) continue;
    taken.add(row);
    if (back !== null) continue;
    const key = rowKey(content, row, 'code');
    const before = content.cells.code[row] ?? '';
    edits.push({ sheet: 'content', row: sheetRow(row), field: 'code', key, before, after: item.from });
  }
  return edits;
}

const placeOf = ({ sheet, row }: RowRemoval): string => `${sheet} ${row}`;

/** What our own columns held in a row that a run took out. */
function valuesOf(row: RemovedRow): Record<string, string> {
  const values: Record<string, string> = {};
  const fields = new Map(
    Object.entries(LAYOUT[row.sheet]).flatMap(([name, field]) =>
      [field.heading, ...field.aliases].map((heading) => [headingKey(heading), name] as const),
    ),
  );
  for (const [heading, cell] of Object.entries(row.cells)) {
    const name = fields.get(headingKey(heading));
    if (name !== undefined) values[name] = cellText(cell);
  }
  return values;
}

/** How many of the rows stood above each of them, on its sheet. */
function rowsAbove(rows: readonly RemovedRow[]): ReadonlyMap<RemovedRow, number> {
  const counts = new Map<SheetKey, number>();
  return new Map(
    [...rows]
      .sort((a, b) => a.row - b.row)
      .map((row) => {
        const count = counts.get(row.sheet) ?? 0;
        counts.set(row.sheet, count + 1);
        return [row, count];
      }),
  );
}

/**
 * The row as it was, in its place below the neighbour that stayed, if that one is still to be found: where several rows
 * have its key, only at the sheet row where it is `expected`.
 */
function backAgain(row: RemovedRow, expected: number, finder: RowFinder): RowAppend {
  const values = valuesOf(row);
  const below = row.above === undefined ? undefined : finder.neighbour(row.sheet, row.above, expected);
  return {
    sheet: row.sheet,
    values,
    whole: row.cells,
    ...(below === undefined ? {} : { below }),
    ...(row.notes ? { notes: row.notes } : {}),
  };
}

/** Finds rows again by their keys: sheets are indexed once per edited field, and no row is taken twice. */
class RowFinder {
  private readonly workbook: Workbook;
  private readonly indexes = new Map<string, Map<string, number[]>>();
  private readonly taken = new Set<string>();

  constructor(workbook: Workbook) {
    this.workbook = workbook;
  }

  table(sheet: SheetKey): Table<SheetKey> {
    return this.workbook[sheet] as Table<SheetKey>;
  }

  /**
   * The row whose cell holds `wanted`; 'there' when the cell already holds `goal`; or why neither. Rows may share a key (a
   * Record Id twice). After a run that was `stopped` the cell holds either, so the row nearest to where it stood says which;
   * after a whole one a twin that holds `goal` always did.
   */
  cell(edit: CellEdit, wanted: Cell, goal: Cell, stopped: boolean): number | 'there' | Kept {
    const column = this.column(edit.sheet, edit.field);
    const rows = this.twins(edit);
    const holding = (value: Cell) =>
      rows.filter((i) => sameCell(column?.[i] ?? '', value) && this.free(edit, i));
    const [done, left] = [holding(goal), holding(wanted)];
    const hit = nearest(stopped ? [...left, ...done] : left.length > 0 ? left : done, edit.row);
    if (hit !== null) {
      this.taken.add(`${edit.sheet}|${edit.field}|${hit}`);
      return left.includes(hit) ? hit : 'there';
    }
    const other = nearest(rows, edit.row);
    const place = { sheet: edit.sheet, field: edit.field };
    return other === null
      ? { ...place, row: edit.row, reason: 'row-gone' }
      : { ...place, row: sheetRow(other), reason: 'edited-since', now: cellText(column?.[other] ?? '') };
  }

  /** The rows with the edit's key; of several those whose other text is still the same, if there is one. */
  private twins({ sheet, field, key, twin }: CellEdit): readonly number[] {
    const rows = this.rows(sheet, field, key);
    if (twin === undefined) return rows;
    const same = rows.filter((i) => contentKey(this.table(sheet), i, field) === twin);
    return same.length > 0 ? same : rows;
  }

  /**
   * `flagged`: records without an id may share their key, so only one that is still flagged is meant. `image`: only a row with
   * these texts is.
   */
  row(removal: RowRemoval, flagged: boolean, image?: Readonly<Record<string, string>>): number | null {
    const { sheet, key } = removal;
    const flags = this.workbook.records.cells.delete;
    const rows = this.rows(sheet, '', key).filter(
      (i) =>
        this.free({ ...removal, field: '' }, i) &&
        (!flagged || isFlagged(flags?.[i] ?? '')) &&
        (!image || this.holds(sheet, i, image)),
    );
    const hit = nearest(rows, removal.row);
    if (hit !== null) this.taken.add(`${removal.sheet}||${hit}`);
    return hit;
  }

  /**
   * Sheet row of the row with this key; the heading row for ''. Of several it is the one where it is expected; nothing when
   * none stands there, or the row is gone.
   */
  neighbour(sheet: SheetKey, key: string, expected: number): number | undefined {
    if (key === '') return 1;
    const rows = this.rows(sheet, '', key).map(sheetRow);
    return rows.length === 1 ? rows[0] : rows.find((row) => row === expected);
  }

  /**
   * A row that holds exactly these values: an added row. The last one, if several. `untouched`: nobody has written into its
   * other cells either.
   */
  identical(added: RowAppend, untouched = false): number | null {
    const fields = Object.keys(added.values).filter((field) => this.column(added.sheet, field) !== undefined);
    const text = fields.map((field) => added.values[field]?.trim()).join('\u001f');
    const rows = this.byText(added.sheet, fields).get(text) ?? [];
    const hit = [...rows]
      .reverse()
      .find(
        (i) => this.free({ sheet: added.sheet, field: '' }, i) && (!untouched || this.isUntouched(added, i)),
      );
    if (hit === undefined) return null;
    this.taken.add(`${added.sheet}||${hit}`);
    return hit;
  }

  private holds(sheet: SheetKey, index: number, image: Readonly<Record<string, string>>): boolean {
    const layout = Object.entries(LAYOUT[sheet]) as [string, FieldLayout][];
    return layout.every(([field, { kind }]) => {
      const cells = kind === 'text' ? this.column(sheet, field) : undefined;
      // A blank cell is not among the texts.
      return cells === undefined || cellText(cells[index] ?? '') === (image[field] ?? '');
    });
  }

  /** Used In is the add-on's own, and a box that is not ticked holds nothing. */
  private isUntouched({ sheet, values, custom = {} }: RowAppend, index: number): boolean {
    return Object.entries(this.table(sheet).cells).every(([field, cells]) => {
      const cell = cells?.[index] ?? '';
      if (field in values || field === 'usedIn' || cell === false) return true;
      return cellText(cell).trim() === (custom[customHeading(field) ?? ''] ?? '').trim();
    });
  }

  private byText(sheet: SheetKey, fields: readonly string[]): Map<string, number[]> {
    const columns = fields.map((field) => this.column(sheet, field));
    return this.indexed(`${sheet}=${fields.join('|')}`, sheet, (i) =>
      columns.map((column) => cellText(column?.[i] ?? '').trim()).join('\u001f'),
    );
  }

  private free(at: { sheet: SheetKey; field: string }, index: number): boolean {
    return !this.taken.has(`${at.sheet}|${at.field}|${index}`);
  }

  private column(sheet: SheetKey, field: string): readonly Cell[] | undefined {
    return (this.workbook[sheet].cells as Readonly<Record<string, readonly Cell[] | undefined>>)[field];
  }

  private rows(sheet: SheetKey, field: string, key: string): readonly number[] {
    const table = this.table(sheet);
    const except = field === '' ? undefined : field;
    return this.indexed(`${sheet}|${field}`, sheet, (i) => rowKey(table, i, except)).get(key) ?? [];
  }

  private indexed(name: string, sheet: SheetKey, textOf: (index: number) => string): Map<string, number[]> {
    let index = this.indexes.get(name);
    if (!index) {
      index = new Map();
      for (let i = 0; i < this.table(sheet).length; i++) {
        const text = textOf(i);
        const rows = index.get(text);
        if (rows) rows.push(i);
        else index.set(text, [i]);
      }
      this.indexes.set(name, index);
    }
    return index;
  }
}

function sameCell(a: Cell, b: Cell): boolean {
  return cellText(a) === cellText(b);
}

/** Of several equal rows, the one that still stands where it stood, else the nearest. */
function nearest(rows: readonly number[], row: number): number | null {
  let best: number | null = null;
  for (const i of rows) {
    if (best === null || Math.abs(sheetRow(i) - row) < Math.abs(sheetRow(best) - row)) best = i;
  }
  return best;
}
