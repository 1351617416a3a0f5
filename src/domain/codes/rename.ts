import { codeKey } from '../code.ts';
import type { CellEdit, ChecklistEntry, Planned } from '../plan.ts';
import { refuse } from '../plan.ts';
import { isPathRow } from '../usage.ts';
import { sheetRow, type Workbook } from '../workbook.ts';
import { refuseUnexplained, revive } from './add-code.ts';
import {
  codeEdits,
  findCode,
  isInOpenRename,
  refuseFormulas,
  refuseUnreadable,
  rowsOfCode,
  textAt,
} from './code-cells.ts';
import { type CodeJudgement, judgeCode } from './judge-code.ts';
import { findMentions, type Mentions } from './mentions.ts';
import { peopleOf } from './where-used.ts';

/** What a rename or merge reaches. What must be changed by hand is the plan's `checklist`. */
export interface RenameReach {
  /** Cells that the plan changes. */
  readonly forYou: {
    readonly codes: number;
    readonly paths: number;
    readonly steps: number;
    readonly records: number;
  };
  /** Whom it concerns, whether or not the records are changed too: "41 records of 12 people; 2 paths". */
  readonly impact: { readonly records: number; readonly people: number; readonly paths: number };
  readonly mentions: Mentions;
}

export const ALL_SHEETS = ['codes', 'content', 'paths', 'records'] as const;

/**
 * Renames a code: Codes rows, paths and steps, and records unless they are left out. Content is changed by hand in the
 * LMS, so it is not edited but listed; ticking an item edits it. Only code cells change.
 */
export function planRename(
  workbook: Workbook,
  {
    from: asked,
    to: typed,
    records = true,
    reason = '',
  }: {
    from: string;
    to: string;
    records?: boolean;
    reason?: string;
  },
): Planned<RenameReach & { judgement: CodeJudgement }> {
  const unreadable = refuseUnreadable(workbook, ALL_SHEETS);
  if (unreadable) return unreadable;
  const found = findCode(workbook, asked);
  if ('refusal' in found) return found;
  const from = found.code;
  if (isInOpenRename(workbook, from)) return refuse('code-in-open-rename', { code: from });
  const judgement = judgeCode(workbook, typed, { from });
  const { code: to, refusal, former } = judgement;
  if (refusal) return { ok: false, refusal };
  const unexplained = refuseUnexplained(former, reason);
  if (unexplained) return unexplained;

  const carried = carriers(workbook, from, to, records);
  const codes = codeEdits(workbook.codes, found.rows, to);
  const edits = [...codes, ...carried.edits];
  const formula = refuseFormulas(workbook, edits);
  if (formula) return formula;
  const checklist = contentToChange(workbook, from, to);
  const another = codeKey(from) === codeKey(to);
  const forYou = { codes: codes.length, ...carried.counts };
  return {
    ok: true,
    judgement,
    forYou,
    impact: carried.impact,
    mentions: findMentions(workbook, from),
    plan: {
      kind: 'rename',
      edits,
      appends: [],
      removals: [],
      // Another writing leaves no former code behind: it is the same code.
      ...(another ? {} : { formerCodes: [formerEntry(from, to, reason)], ...revive(workbook, to) }),
      checklist,
      summary: { from, to, ...forYou, content: checklist.length, people: carried.impact.people },
    },
  };
}

export function formerEntry(
  code: string,
  now: string,
  reason = '',
): { code: string; now: string; reason?: string } {
  return { code, now, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) };
}

/** The path, step and record cells that carry `from`, turned into `to`, and whom that concerns. `skip` leaves out records. */
export function carriers(
  workbook: Workbook,
  from: string,
  to: string,
  withRecords: boolean,
  skip?: ReadonlySet<number>,
) {
  const rows = rowsOfCode(workbook.paths, from);
  const own = codeEdits(
    workbook.paths,
    rows.filter((i) => isPathRow(workbook.paths, i)),
    to,
  );
  const steps = codeEdits(
    workbook.paths,
    rows.filter((i) => !isPathRow(workbook.paths, i)),
    to,
  );
  const held = rowsOfCode(workbook.records, from);
  const records = withRecords
    ? codeEdits(workbook.records, skip ? held.filter((i) => !skip.has(i)) : held, to)
    : [];
  const paths = new Set(rows.map((i) => textAt(workbook.paths, 'pathId', i).trim() || `\u0000${i}`));
  return {
    edits: [...own, ...steps].concat(records) as CellEdit[],
    counts: { paths: own.length, steps: steps.length, records: records.length },
    impact: { records: held.length, people: peopleOf(workbook, held).length, paths: paths.size },
  };
}

/** The content that carries the code, to be worked through by hand. Each remembers its own writing, for unticking. */
export function contentToChange({ content }: Workbook, from: string, to: string): ChecklistEntry[] {
  const entries: ChecklistEntry[] = [];
  for (const i of rowsOfCode(content, from)) {
    const written = textAt(content, 'code', i);
    if (written === to) continue;
    const [type, objectId, title, owner] = ['type', 'objectId', 'title', 'owner'].map((field) =>
      textAt(content, field, i),
    ) as [string, string, string, string];
    entries.push({ from: written, to, type, objectId, title, owner, row: sheetRow(i) });
  }
  return entries;
}
