import { type Cell, cellText } from '../cell.ts';
import { checkWorkbook } from '../checks/index.ts';
import { stepNumber } from '../checks/paths.ts';
import { codeKey } from '../code.ts';
import type { FixId, Issue, Place, RuleId } from '../issue.ts';
import type { SheetKey } from '../layout.ts';
import { readableDate } from '../plain-date.ts';
import { type CellEdit, type Plan, type Planned, type RowAppend, refuse } from '../plan.ts';
import { rowKey } from '../row-key.ts';
import { removalsOf } from '../row-removal.ts';
import { sheetRow, type Table, type Workbook } from '../workbook.ts';

/** What one fix does to one issue. */
interface Change {
  readonly edits?: readonly CellEdit[];
  readonly appends?: readonly RowAppend[];
  /** Data-row indexes of records. */
  readonly drops?: readonly number[];
}

type Fix = (workbook: Workbook, issue: Issue) => Change;

export function fixesFor(issue: Issue): readonly FixId[] {
  return issue.fixes ?? [];
}

/** A copy that differs from the row it was made of may be dropped after a look at it, never with all others at once. */
export function isFixedWithOthers(issue: Issue, fix: FixId): boolean {
  return fix !== 'drop-copied-row' || issue.args.same === 1;
}

/** Names an issue within one reading of the workbook. */
export function issueId(issue: Issue): string {
  const first = issue.at[0];
  return [
    issue.rule,
    first?.sheet ?? '',
    first?.row ?? 0,
    first?.field ?? '',
    issue.args.code ?? issue.args.id ?? '',
  ].join('|');
}

/**
 * The plan of a safe fix: of one issue, or of all of its kind that offer it. The workbook is checked afresh, so a problem
 * that is gone is refused rather than fixed by memory.
 */
export function planFix(workbook: Workbook, input: { fix: FixId; rule: RuleId; issue?: string }): Planned {
  const fix = Object.keys(FIXES).includes(input.fix) ? FIXES[input.fix] : undefined;
  const issues = checkWorkbook(workbook).filter(
    (issue) =>
      issue.rule === input.rule &&
      fixesFor(issue).includes(input.fix) &&
      (input.issue === undefined ? isFixedWithOthers(issue, input.fix) : issueId(issue) === input.issue),
  );
  if (!fix || issues.length === 0) return refuse('no-such-fix');
  const changes = issues.map((issue) => fix(workbook, issue));
  const edits = changes.flatMap((change) => change.edits ?? []);
  const appends = unique(changes.flatMap((change) => change.appends ?? []));
  const drops = changes.flatMap((change) => change.drops ?? []);
  const removals = removalsOf(
    workbook.records,
    [...new Set(drops)].sort((a, b) => a - b),
  );
  if (edits.length + appends.length + removals.length === 0) return refuse('no-such-fix');
  const formula = edits.find((edit) =>
    workbook[edit.sheet].formulas.some((f) => f.row === edit.row && f.field === edit.field),
  );
  if (formula) return refuse('formula-in-the-way', { sheet: workbook[formula.sheet].name, row: formula.row });
  const summary = { fix: input.fix, rule: input.rule, issues: issues.length };
  const plan: Plan = { kind: 'fix', edits, appends, removals, summary };
  return {
    ok: true,
    plan: removals.length > 0 ? { ...plan, archive: true } : plan,
  };
}

const FIXES: Readonly<Record<FixId, Fix>> = {
  'add-code': (_, issue) => ({
    appends: [{ sheet: 'codes', values: { code: String(issue.args.code).trim(), description: '' } }],
  }),
  'use-codes-spelling': (workbook, issue) => ({
    edits: edits(workbook, issue, () => String(issue.args.written)),
  }),
  'tidy-code': (workbook, issue) => ({ edits: edits(workbook, issue, () => String(issue.args.written)) }),
  'make-code-text': (workbook, issue) => ({ edits: edits(workbook, issue, (cell) => cellText(cell)) }),
  'use-new-code': (workbook, issue) => ({ edits: edits(workbook, issue, () => String(issue.args.now)) }),
  'renumber-steps': (workbook, issue) => {
    const { step } = workbook.paths.cells;
    const numbers = issue.at.map(({ row }) => stepNumber(step?.[row - 2] ?? '') ?? 0);
    const order = [...numbers].sort((a, b) => a - b);
    return {
      edits: edits(workbook, issue, (cell) => String(order.indexOf(stepNumber(cell) ?? 0) + 1)),
    };
  },
  'make-record-new': (workbook, issue) => ({
    // The first row keeps the id; blank means new, so the LMS gives the copies ids of their own.
    edits: edits(workbook, { ...issue, at: issue.at.slice(1) }, () => ''),
  }),
  'drop-copied-row': (_, issue) => ({ drops: issue.at.slice(1).map(({ row }) => row - 2) }),
  'set-record-type': (workbook, issue) => ({ edits: edits(workbook, issue, () => 'Training Record') }),
  'write-iso-date': (workbook, issue) => ({
    edits: edits(workbook, issue, (cell) => readableDate(cellText(cell)) ?? cellText(cell)),
  }),
};

/** Edits of exactly the issue's cells, where the new text differs. */
function edits(workbook: Workbook, issue: Issue, after: (cell: Cell, place: Place) => string): CellEdit[] {
  return issue.at.flatMap((place): CellEdit[] => {
    const { sheet, row, field } = place;
    if (field === undefined) return [];
    const table = workbook[sheet] as Table<SheetKey>;
    const before =
      (table.cells as Readonly<Record<string, readonly Cell[] | undefined>>)[field]?.[row - 2] ?? '';
    const text = after(before, place);
    if (before === text) return [];
    return [
      { sheet, row: sheetRow(row - 2), field, key: rowKey(table, row - 2, field), before, after: text },
    ];
  });
}

/** The same unknown code may stand on several sheets: it is added once. */
function unique(appends: readonly RowAppend[]): RowAppend[] {
  const seen = new Set<string>();
  return appends.filter(({ values }) => {
    const key = codeKey(values.code ?? '');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
