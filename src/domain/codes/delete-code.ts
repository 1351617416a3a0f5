import { nothingTo, type Planned, type Refused, refuse } from '../plan.ts';
import { removalsOf } from '../row-removal.ts';
import { findUsage, flagFor, isFlagged } from '../usage.ts';
import { cellAt, type Workbook } from '../workbook.ts';
import { cellEdit, findCode, refuseFormulas, refuseUnreadable } from './code-cells.ts';
import { ALL_SHEETS } from './rename.ts';
import { type UsesOfKind, usesByKind } from './where-used.ts';

/** Why a code cannot be deleted: every use at once, content first, then paths, steps and records. */
export type DeleteRefused = Refused & { readonly blockers: readonly UsesOfKind[] };

/** Only a code that nothing uses can be deleted. All its Codes rows go, and it is remembered as a former code. */
export function planDeleteCode(workbook: Workbook, asked: string): Planned | DeleteRefused {
  const unreadable = refuseUnreadable(workbook, ALL_SHEETS);
  if (unreadable) return unreadable;
  const found = findCode(workbook, asked);
  if ('refusal' in found) return found;
  const { code, rows } = found;
  const use = findUsage(workbook).of(code);
  const blockers = usesByKind(workbook, use);
  if (blockers.length > 0) {
    const { content, paths, steps, records } = use;
    const counts = {
      content: content.length,
      paths: paths.length,
      steps: steps.length,
      records: records.length,
    };
    return { ...refuse('code-in-use', { code, ...counts }), blockers };
  }
  return {
    ok: true,
    plan: {
      kind: 'deleteCode',
      edits: [],
      appends: [],
      removals: removalsOf(workbook.codes, rows),
      formerCodes: [{ code, now: '' }],
      summary: { code, rows: rows.length },
    },
  };
}

/** Data-row indexes of the records that carry the code; while a rename is open, of both its codes. */
export function recordsOfCode(workbook: Workbook, code: string): readonly number[] {
  return findUsage(workbook).of(code).records;
}

/** Those of these records that are not flagged yet. */
export function unflagged({ records }: Workbook, rows: readonly number[]): readonly number[] {
  return rows.filter((i) => !isFlagged(cellAt(records, 'delete', i)));
}

/** The way out for a code that records still use: flags those that are not flagged yet. Deleting stays a second step. */
export function planFlagRecords(workbook: Workbook, code: string): Planned {
  const unreadable =
    refuseUnreadable(workbook, ['records']) ?? refuseUnreadable(workbook, ['records'], 'delete');
  if (unreadable) return unreadable;
  const { records } = workbook;
  const all = recordsOfCode(workbook, code);
  if (all.length === 0) return nothingTo('flag: no record carries this code');
  const rows = unflagged(workbook, all);
  if (rows.length === 0) return nothingTo('flag: every record of this code is flagged already');
  const edits = rows.map((i) => cellEdit(records, i, 'delete', flagFor(cellAt(records, 'delete', i))));
  const plan = {
    kind: 'flag',
    edits,
    appends: [],
    removals: [],
    summary: { code, records: edits.length },
  } as const;
  return refuseFormulas(workbook, edits) ?? { ok: true, plan };
}
