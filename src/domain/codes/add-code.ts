import { codeKey } from '../code.ts';
import { type Plan, type Planned, type Refused, refuse } from '../plan.ts';
import type { FormerCode, Workbook } from '../workbook.ts';
import { refuseUnreadable } from './code-cells.ts';
import { type CodeJudgement, judgeCode } from './judge-code.ts';

/** A new code below the last one. A former code comes back only with a reason, and is then former no more. */
export function planAddCode(
  workbook: Workbook,
  { code: typed, description = '', reason = '' }: { code: string; description?: string; reason?: string },
): Planned<{ judgement: CodeJudgement }> {
  const unreadable = refuseUnreadable(workbook, ['codes']);
  if (unreadable) return unreadable;
  const judgement = judgeCode(workbook, typed);
  const { code, refusal, former } = judgement;
  if (refusal) return { ok: false, refusal };
  if (description.length > 50_000) return refuse('too-long');
  const unexplained = refuseUnexplained(former, reason);
  if (unexplained) return unexplained;
  const revived = revive(workbook, code);
  return {
    ok: true,
    judgement,
    plan: {
      kind: 'addCode',
      edits: [],
      appends: [{ sheet: 'codes', values: { code, description } }],
      removals: [],
      ...revived,
      summary: { code, ...(former ? { reason: reason.trim() } : {}) },
    },
  };
}

export function refuseUnexplained(former: FormerCode | undefined, reason: string): Refused | null {
  return former && reason.trim() === ''
    ? refuse('code-former', { code: former.code, now: former.now })
    : null;
}

/** What a plan says when it takes a former code back into use. */
export function revive({ formerCodes }: Workbook, code: string): Pick<Plan, 'revivedCodes'> {
  const key = codeKey(code);
  const revived = formerCodes.filter((each) => codeKey(each.code) === key);
  return revived.length > 0 ? { revivedCodes: revived.map(({ code, now }) => ({ code, now })) } : {};
}
