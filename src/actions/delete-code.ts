import type { DeleteCodePreview, Input, Preview, RunResult } from '../contract/api.ts';
import { count, previewOf } from '../contract/views/preview.ts';
import { blockedWords } from '../contract/words/codes.ts';
import { planDeleteCode, planFlagRecords, recordsOfCode, unflagged } from '../domain/codes/delete-code.ts';
import { whereUsed } from '../domain/codes/where-used.ts';
import type { Plan, Refused } from '../domain/plan.ts';
import { deleteFile } from '../domain/records/export.ts';
import { findUsage } from '../domain/usage.ts';
import type { Wanted } from '../sheets/read-workbook.ts';
import { apply, plan } from './change.ts';
import { useKinds } from './codes.ts';
import type { Context } from './context.ts';

const FLAG: Wanted = { codes: ['code'], content: [], paths: [], records: ['recordId', 'code', 'delete'] };

/** Whether a code can be deleted; if not, every blocker at once and the way out for each kind. */
export function previewDeleteCode(
  context: Context,
  { code }: Input<'previewDeleteCode'>,
): DeleteCodePreview | Refused {
  const { workbook, planned } = plan(context, { plan: (book) => planDeleteCode(book, code) });
  if (planned.ok) {
    const title = `Delete ${code}`;
    const words = {
      title,
      summary: ['Nothing uses this code. It is remembered as a former code.'],
      confirm: title,
    };
    return {
      ...previewOf(workbook, planned.plan, words),
      canDelete: true,
      blockers: [],
      reason: null,
      records: 0,
      csv: null,
    };
  }
  if (planned.refusal.reason !== 'code-in-use') return planned;
  const found = whereUsed(workbook, findUsage(workbook), code, 500);
  const records = recordsOfCode(workbook, code);
  // As many as the button beside it flags.
  const toFlag = unflagged(workbook, records).length;
  const none: Plan = { kind: 'deleteCode', edits: [], appends: [], removals: [], summary: {} };
  const ways = [
    ...(planned.refusal.args.content ? ['Clear the code on the content, here and in the LMS.'] : []),
    ...(planned.refusal.args.steps || planned.refusal.args.paths
      ? ['Give the paths and steps another code.']
      : []),
    ...(records.length > 0
      ? [
          toFlag > 0
            ? `Flag ${count(toFlag, 'record')} for deletion, then delete the flagged records.`
            : 'Delete the flagged records.',
        ]
      : []),
  ];
  return {
    ...previewOf(workbook, none, { title: `Delete ${code}`, summary: ways, confirm: `Delete ${code}` }),
    canDelete: false,
    blockers: useKinds(workbook, found),
    reason: blockedWords(found.kinds),
    records: records.length,
    csv: records.length > 0 ? deleteFile(workbook, records, `delete ${code}`) : null,
  };
}

export function deleteCode(context: Context, { code, basedOn }: Input<'deleteCode'>): RunResult | Refused {
  return apply(context, { plan: (book) => planDeleteCode(book, code) }, basedOn, () => ({
    what: `Deleted the code ${code}`,
    message: `${code} is deleted.`,
  }));
}

export function previewFlagRecords(
  context: Context,
  { code }: Input<'previewFlagRecords'>,
): Preview | Refused {
  const { workbook, planned } = plan(context, {
    wanted: FLAG,
    formulasIn: ['delete'],
    plan: (book) => planFlagRecords(book, code),
  });
  if (!planned.ok) return planned;
  const many = count(planned.plan.edits.length, 'record');
  return previewOf(workbook, planned.plan, {
    title: `Flag ${many}`,
    summary: [`Sets Delete? to 1 on ${many} with ${code}. Deleting them stays a second step.`],
    confirm: `Flag ${many}`,
  });
}

export function flagRecords(context: Context, { code, basedOn }: Input<'flagRecords'>): RunResult | Refused {
  return apply(
    context,
    { wanted: FLAG, plan: (book) => planFlagRecords(book, code) },
    basedOn,
    ({ edits }) => ({
      what: `Flagged ${count(edits.length, 'record')} with ${code} for deletion`,
      message: `${count(edits.length, 'record')} flagged. Delete them under Records.`,
    }),
  );
}
