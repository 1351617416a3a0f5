import { cellText, textOf } from './cell.ts';
import { codeKey } from './code.ts';
import { contentFinder, verdict } from './codes/checklist.ts';
import type { JournalEntry, RemovedRow } from './journal-entry.ts';
import { headingKey, LAYOUT, type SheetKey } from './layout.ts';
import type { CellEdit, Plan, RowAppend, RowRemoval } from './plan.ts';
import { type Kept, nearest, RowFinder } from './row-finder.ts';
import { rowKey } from './row-key.ts';
import { cellAt, sheetRow, type Workbook } from './workbook.ts';

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
  const text = (i: number): string => textOf(content.cells.code, i);
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
    const before = cellAt(content, 'code', row);
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
