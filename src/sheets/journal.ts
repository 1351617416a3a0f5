import type { JournalEntry } from '../domain/journal-entry.ts';
import type { Plan } from '../domain/plan.ts';
import {
  ACTIVITY,
  appendOwnRows,
  BEFORE_IMAGES,
  dropOwnRows,
  findOwnSheet,
  readOwnRows,
} from './own-sheet.ts';
import { columnLetters, type Spreadsheet } from './platform.ts';

/** A cell takes at most 50,000 characters: a longer journal entry is cut into parts. */
const PART_LENGTH = 45_000;

/** Older runs than this many lose their before-images (and with them their undo). */
const RUNS_KEPT = 40;

export type RunState = 'running' | 'done' | 'undone' | 'partlyUndone';

/** A line of Activity. */
export interface ActivityLine {
  readonly run: string;
  readonly when: string;
  readonly who: string;
  readonly kind: Plan['kind'];
  readonly what: string;
  readonly state: RunState;
}

/** With what people alone read there. */
export interface ActivityEntry extends ActivityLine {
  readonly edits: number;
  readonly appends: number;
  readonly removals: number;
}

/** Rows of the journal, 1-based. */
export interface JournalRows {
  readonly from: number;
  readonly to: number;
}

/** Writes the before-images of a run ahead of the change itself, and returns the rows that they take. */
export function writeJournal(spreadsheet: Spreadsheet, entry: JournalEntry): JournalRows {
  const rows = inParts(JSON.stringify(entry)).map((part, i) => [
    entry.run,
    String(i),
    kindOf(entry.plan),
    part,
  ]);
  const from = appendOwnRows(spreadsheet, BEFORE_IMAGES, rows);
  return { from, to: from + rows.length - 1 };
}

/** An undo is a run too, and cannot itself be undone. */
export type JournalKind = Plan['kind'] | 'undo';
const kindOf = (plan: Plan): JournalKind => (plan.undoes === undefined ? plan.kind : 'undo');

export function inParts(text: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length; at += PART_LENGTH) parts.push(text.slice(at, at + PART_LENGTH));
  return parts;
}

/**
 * The journal entries of runs, but for those that are gone (older than the runs kept) or never were. `andUndos`: those of
 * every undo as well.
 */
export function readJournal(
  spreadsheet: Spreadsheet,
  runs: readonly string[],
  andUndos = false,
): JournalEntry[] {
  const rows = readOwnRows(spreadsheet, BEFORE_IMAGES);
  const undos = rows.flatMap(([run = '', part, kind]) =>
    andUndos && kind === 'undo' && part === '0' ? [run] : [],
  );
  return [...runs, ...undos].flatMap((run) => {
    const texts = rows.filter((row) => row[0] === run).sort((a, b) => Number(a[1]) - Number(b[1]));
    if (texts.length === 0) return [];
    return [JSON.parse(texts.map((row) => row[3] ?? '').join('')) as JournalEntry];
  });
}

/** Takes a run's before-images away again: it changed nothing. */
export function dropJournal(spreadsheet: Spreadsheet, run: string): void {
  dropOwnRows(spreadsheet, BEFORE_IMAGES, (row) => row[0] === run);
}

/** Runs that have before-images, oldest first, each once, with their kind. */
export function journalRuns(spreadsheet: Spreadsheet): { run: string; kind: JournalKind }[] {
  const sheet = findOwnSheet(spreadsheet, BEFORE_IMAGES);
  const last = sheet?.getLastRow() ?? 0;
  if (!sheet || last < 2) return [];
  return sheet
    .getRange(/* row= */ 2, /* column= */ 1, last - 1, 3)
    .getValues()
    .filter((row) => String(row[1]) === '0')
    .map((row) => ({ run: String(row[0]), kind: String(row[2]) as JournalKind }));
}

/**
 * Drops the before-images of the oldest runs. `written` is where the newest stand: a look costs a call, so it is taken only
 * when they reach another hundred rows. True when it looked and wrote nothing.
 */
export function pruneJournal(spreadsheet: Spreadsheet, written: JournalRows): boolean {
  const hundreds = (row: number): number => Math.floor(row / 100);
  const { from, to: last } = written;
  const sheet = findOwnSheet(spreadsheet, BEFORE_IMAGES);
  if (!sheet || hundreds(last) === hundreds(from - 1)) return false;
  const runs = sheet
    .getRange(2, 1, last - 1, 1)
    .getValues()
    .map((row) => wholeRun(String(row[0])));
  const kept = new Set([...new Set(runs)].slice(-RUNS_KEPT));
  const firstKept = runs.findIndex((run) => kept.has(run));
  if (firstKept > 0) sheet.deleteRows(2, firstKept);
  return firstKept <= 0;
}

/** One line of Activity for a finished run. A run with before-images but no line here was stopped in the middle. */
export function writeActivity(spreadsheet: Spreadsheet, entry: ActivityEntry): void {
  const { run, when, who, kind, what, edits, appends, removals, state } = entry;
  appendOwnRows(spreadsheet, ACTIVITY, [
    [run, when, who, kind, what, String(edits), String(appends), String(removals), state],
  ]);
}

export function readActivity(spreadsheet: Spreadsheet): (ActivityLine & { row: number })[] {
  return readOwnRows(spreadsheet, ACTIVITY)
    .map((row, i) => ({
      row: i + 2,
      run: row[0] ?? '',
      when: row[1] ?? '',
      who: row[2] ?? '',
      kind: (row[3] ?? '') as Plan['kind'],
      what: row[4] ?? '',
      state: (row[8] ?? 'done') as RunState,
    }))
    .filter((entry) => entry.run !== '');
}

export function setRunState(spreadsheet: Spreadsheet, runs: readonly string[], state: RunState): void {
  const sheet = findOwnSheet(spreadsheet, ACTIVITY);
  const column = columnLetters(ACTIVITY.headings.indexOf('State') + 1);
  const cells = readActivity(spreadsheet)
    .filter(({ run }) => runs.includes(run))
    .map(({ row }) => `${column}${row}`);
  if (cells.length > 0) sheet?.getRangeList(cells).setValue(state);
}

/**
 * A run's name: short, sortable by time, and another one for runs of the same millisecond. A long import goes on in parts,
 * each a run by itself; they are named after the first.
 */
export function newRun(now: Date): string {
  const chance = Math.floor(Math.random() * 36 ** 5);
  return `R${now.getTime().toString(36)}${chance.toString(36).padStart(5, '0')}`;
}

export const partOf = (run: string, part: number): string => (part === 1 ? run : `${run}.${part}`);

/** The run that this one is a part of, which may be itself. */
export const wholeRun = (run: string): string => run.replace(/\.\d+$/, '');
