import { codeKey } from '../code.ts';
import type { FixId, Issue, Place, RuleId, Severity } from '../issue.ts';
import type { SheetKey } from '../layout.ts';
import { becameOf, liveCodes } from '../live-codes.ts';
import { sameKeys } from '../usage.ts';
import { cellsOf, sheetRow, type Workbook } from '../workbook.ts';
import { type Distinct, distinctOf } from './distinct.ts';

/** What all rules share: which codes are live, which were, and where findings go. */
export interface CheckContext {
  readonly workbook: Workbook;
  /** Live codes by key: as first written in the Codes sheet. */
  readonly live: ReadonlyMap<string, string>;
  /** What a former code has become by now, by its key; '' when it was deleted, undefined when it never was a code. */
  became(key: string): string | undefined;
  /** A column's different cells, looked for once for all rules; nothing where the sheet lacks the column. */
  distinct(sheet: SheetKey, field: string): Distinct | undefined;
  /** The key under which a code counts: while a rename is open, its old code counts as the new one. */
  canonical(key: string): string;
  /** In the Codes sheet, or the old code of an open rename: unfinished work, not an unknown code. */
  isKnown(key: string): boolean;
  report(
    rule: RuleId,
    severity: Severity,
    at: readonly Place[],
    args?: Issue['args'],
    fixes?: readonly FixId[],
  ): void;
}

/** A rule (or a tight family of rules that share one pass): reads the workbook, reports what is wrong. */
export type Check = (context: CheckContext) => void;

export function openContext(workbook: Workbook, issues: Issue[]): CheckContext {
  const live = liveCodes(workbook);
  const same = sameKeys(workbook);
  const open = new Set(workbook.openRenames.map(({ from }) => codeKey(from)));
  const columns = new Map<string, Distinct>();
  return {
    workbook,
    live,
    became: becameOf(workbook.formerCodes, live),
    distinct(sheet, field) {
      const cells = cellsOf(workbook[sheet], field);
      if (!cells) return undefined;
      const key = `${sheet} ${field}`;
      const column = columns.get(key) ?? distinctOf(cells);
      columns.set(key, column);
      return column;
    },
    canonical: (key) => same.get(key) ?? key,
    isKnown: (key) => live.has(key) || open.has(key),
    report(rule, severity, at, args = {}, fixes) {
      issues.push(
        fixes && fixes.length > 0 ? { rule, severity, at, args, fixes } : { rule, severity, at, args },
      );
    },
  };
}

export function place(sheet: SheetKey, index: number, field?: string): Place {
  return field === undefined ? { sheet, row: sheetRow(index) } : { sheet, row: sheetRow(index), field };
}

export function places(sheet: SheetKey, indexes: readonly number[], field?: string): Place[] {
  return indexes.map((index) => place(sheet, index, field));
}
