import { fingerprint } from '../domain/fingerprint.ts';
import { addTo } from '../domain/groups.ts';
import type { Issue } from '../domain/issue.ts';
import { SHEET_KEYS, type SheetKey } from '../domain/layout.ts';
import type { Workbook } from '../domain/workbook.ts';
import { CODES_IN_USE, PROBLEM_MARKS, setOwnRule } from './own-rule.ts';
import { attempt, columnLetters, rowRuns, type Spreadsheet } from './platform.ts';
import { findSheet } from './read-table.ts';

const MARKS_PROPERTY = 'marks';
/** The highlight of codes in use, beside the sheets' marks. */
const IN_USE = 'inUse';
const NO_MARKS: Record<string, string> = Object.fromEntries(SHEET_KEYS.map((key) => [key, '']));

/**
 * Marks the cells (or rows) of the findings. Reading and writing a sheet's rules costs two calls, so the last marks are
 * remembered in one document property and only sheets whose marks changed are touched. A sheet that takes no marks (it is
 * protected, say) goes without; all findings are in Problems. `inUse` are the rows of codes in use, for the highlight.
 * A file that was never `checkedBefore` has no marks to look for.
 */
export function markProblems(
  spreadsheet: Spreadsheet,
  workbook: Workbook,
  issues: readonly Issue[],
  inUse: readonly number[],
  checkedBefore: boolean,
): void {
  const last = lastMarks() ?? (checkedBefore ? {} : NO_MARKS);
  const next: Record<string, string> = {};
  if (last[IN_USE] !== undefined) {
    const addresses = codeCells(workbook, inUse);
    next[IN_USE] = fingerprint(addresses);
    const sheet = next[IN_USE] === last[IN_USE] ? null : findSheet(spreadsheet, workbook.codes.name);
    if (sheet) attempt(() => setOwnRule(sheet, CODES_IN_USE, addresses));
  }
  for (const key of SHEET_KEYS) {
    const addresses = addressesOf(workbook, key, issues);
    next[key] = addresses.length === 0 ? '' : fingerprint(addresses);
    const sheet = next[key] === last[key] ? null : findSheet(spreadsheet, workbook[key].name);
    if (sheet && attempt(() => setOwnRule(sheet, PROBLEM_MARKS, addresses)) === null) delete next[key];
  }
  if (JSON.stringify(next) !== JSON.stringify(last)) remember(next);
}

/** Colours the cells of the codes in use, or takes the colour off. While it is on, every check brings it up to date. */
export function highlightCodes(
  spreadsheet: Spreadsheet,
  workbook: Workbook,
  inUse: readonly number[],
  on: boolean,
): void {
  const sheet = findSheet(spreadsheet, workbook.codes.name);
  if (!sheet) return;
  const addresses = on ? codeCells(workbook, inUse) : [];
  setOwnRule(sheet, CODES_IN_USE, addresses);
  const { [IN_USE]: before, ...marks } = lastMarks() ?? {};
  const now = on ? fingerprint(addresses) : undefined;
  if (now !== before) remember(now === undefined ? marks : { [IN_USE]: now, ...marks });
}

function codeCells({ codes }: Workbook, rows: readonly number[]): string[] {
  const letters = columnLetters(codes.columns.code ?? 1);
  return rowRuns(rows).map((run) => `${letters}${run.from}:${letters}${run.from + run.count - 1}`);
}

function remember(marks: Record<string, string>): void {
  attempt(() =>
    PropertiesService.getDocumentProperties()?.setProperty(MARKS_PROPERTY, JSON.stringify(marks)),
  );
}

function addressesOf(workbook: Workbook, key: SheetKey, issues: readonly Issue[]): string[] {
  const columns = workbook[key].columns as Readonly<Record<string, number | undefined>>;
  const all = Object.values(columns).filter((column) => column !== undefined);
  const rowsByColumns = new Map<string, number[]>();
  for (const issue of issues) {
    for (const place of issue.at) {
      if (place.sheet !== key || place.row < 2) continue;
      const column = place.field === undefined ? undefined : columns[place.field];
      const letters =
        column === undefined
          ? `${columnLetters(Math.min(1, ...all))}|${columnLetters(Math.max(1, ...all))}`
          : `${columnLetters(column)}|${columnLetters(column)}`;
      addTo(rowsByColumns, letters, place.row);
    }
  }
  return [...rowsByColumns].flatMap(([letters, rows]) => {
    const [left, right] = letters.split('|');
    return rowRuns(rows).map((run) => `${left}${run.from}:${right}${run.from + run.count - 1}`);
  });
}

/**
 * Nothing is known in a copy of a file, which has the marks and not the properties, nor where there is no store: it is
 * null for a script that is bound to no file (Properties reference).
 */
function lastMarks(): Record<string, string> | null {
  try {
    const text = PropertiesService.getDocumentProperties()?.getProperty(MARKS_PROPERTY);
    return text ? (JSON.parse(text) as Record<string, string>) : null;
  } catch {
    return null;
  }
}
