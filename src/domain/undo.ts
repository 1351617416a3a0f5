import { textOf } from './cell.ts';
import { codeKey } from './code.ts';
import { contentFinder, verdict } from './codes/checklist.ts';
import { type JournalEntry, placeOf, type RemovedRow, valuesOf } from './journal-entry.ts';
import type { SheetKey } from './layout.ts';
import type { CellEdit, Plan, RowAppend, RowRemoval } from './plan.ts';
import { type Kept, nearest, RowFinder } from './row-finder.ts';
import { rowKey } from './row-key.ts';
import { withEdits } from './row-twins.ts';
import {
  appendsLeft,
  type EditsOfStoppedRun,
  editsOfStoppedRun,
  type Found,
  removalsLeft,
} from './stopped-run.ts';
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
  const stopped = finished ? null : editsOfStoppedRun(finder, entry);
  const { done, kept: changed } = stopped ?? editsOfWholeRun(finder, entry);
  const kept = [...changed];
  const edits = done.map(
    ({ edit: { alike: _, ...edit }, row }): CellEdit => ({
      ...edit,
      row,
      before: edit.after,
      after: edit.before,
    }),
  );
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
  const gone = stopped ? rowsGone(workbook, stopped, entry) : entry.removed;
  // Above a row stand as many as did, but for those that went with it.
  const above = rowsAbove(gone);
  // A neighbour may be told by a cell that goes back itself.
  const neighbours = new RowFinder(withEdits(workbook, edits));
  const appends = gone.map((row) => backAgain(row, row.row - 1 - (above.get(row) ?? 0), neighbours));
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
      undoes: entry.parts ?? [entry.run],
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

/** What a whole run wrote and nobody has changed since, the last change first. */
function editsOfWholeRun(
  finder: RowFinder,
  { plan }: JournalEntry,
): Pick<EditsOfStoppedRun, 'done' | 'kept'> {
  const done: Found[] = [];
  const kept: Kept[] = [];
  for (const edit of [...plan.edits].reverse()) {
    const found = finder.written(edit);
    if (found === 'there') continue;
    if (typeof found === 'object') kept.push(found);
    else done.push({ edit, row: sheetRow(found) });
  }
  return { done, kept };
}

/** The rows that a stopped run has taken out. */
function rowsGone(workbook: Workbook, { left }: EditsOfStoppedRun, entry: JournalEntry): RemovedRow[] {
  const standing = removalsLeft(new RowFinder(whenWritten(workbook, left)), entry);
  const stand = new Set(standing.map(({ removal }) => placeOf(removal)));
  return entry.removed.filter((row) => !stand.has(placeOf(row)));
}

/** The workbook as it is when these are written. */
const whenWritten = (workbook: Workbook, found: readonly Found[]): Workbook =>
  withEdits(
    workbook,
    found.map(({ edit, row }) => ({ ...edit, row })),
  );

/** What is left to do of a run that was stopped in the middle. Done cells and rows are recognised, never done twice. */
export function planContinue(workbook: Workbook, entry: JournalEntry): Reversal {
  const { left, kept } = editsOfStoppedRun(new RowFinder(workbook), entry);
  const finder = new RowFinder(whenWritten(workbook, left));
  const edits = left.map(({ edit, row }) => ({ ...edit, row }));
  const appends = appendsLeft(finder, entry);
  const removals = removalsLeft(finder, entry).map(({ removal, row }) => ({ ...removal, row }));
  return { plan: { ...entry.plan, edits, appends, removals }, kept };
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
