import { type Cell, cellText } from '../cell.ts';
import { checkWorkbook } from '../checks/index.ts';
import { stepNumber } from '../checks/paths.ts';
import { cellEdit, refuseFormulas } from '../codes/code-cells.ts';
import type { FixId, Issue, RuleId } from '../issue.ts';
import { readableDate } from '../plain-date.ts';
import { type CellEdit, type Plan, type Planned, type RowAppend, refuse } from '../plan.ts';
import { removalsOf } from '../row-removal.ts';
import { cellAt, type Workbook } from '../workbook.ts';

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
  const issues = checkWorkbook(workbook).filter(
    (issue) =>
      issue.rule === input.rule &&
      fixesFor(issue).includes(input.fix) &&
      (input.issue === undefined ? isFixedWithOthers(issue, input.fix) : issueId(issue) === input.issue),
  );
  // A fix that nobody knows is offered by no issue.
  const changes = issues.map((issue) => FIXES[input.fix](workbook, issue));
  const edits = changes.flatMap((change) => change.edits ?? []);
  const appends = changes.flatMap((change) => change.appends ?? []);
  const drops = changes.flatMap((change) => change.drops ?? []).sort((a, b) => a - b);
  const removals = removalsOf(workbook.records, drops);
  if ([edits, appends, removals].every(({ length }) => length === 0)) return refuse('no-such-fix');
  const formula = refuseFormulas(workbook, edits);
  if (formula) return formula;
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
    const numbers = issue.at.map(({ row }) => stepNumber(cellAt(workbook.paths, 'step', row - 2)));
    const order = numbers.map(Number).sort((a, b) => a - b);
    const renumbered = (cell: Cell): Cell => {
      const old = Number(stepNumber(cell));
      const now = order.indexOf(old) + 1;
      // A right number stays as it is written.
      return now === old ? cell : String(now);
    };
    return { edits: edits(workbook, issue, renumbered) };
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
function edits(workbook: Workbook, issue: Issue, after: (cell: Cell) => Cell): CellEdit[] {
  return issue.at.flatMap(({ sheet, row, field }) => {
    const table = workbook[sheet];
    // Every issue that offers such a fix names its cells.
    const edited = field as string;
    const before = cellAt(table, edited, row - 2);
    const now = after(before);
    return before === now ? [] : [cellEdit(table, row - 2, edited, String(now))];
  });
}
