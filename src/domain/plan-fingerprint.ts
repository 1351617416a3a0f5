import { fingerprint } from './fingerprint.ts';
import type { Plan } from './plan.ts';

/** What a preview was based on: the plan itself, before-values and row keys included. An equal plan is the same preview. */
export function planFingerprint(plan: Plan): string {
  return fingerprint(planParts(plan));
}

function* planParts(plan: Plan): Generator<string> {
  yield plan.kind;
  for (const e of plan.edits) {
    yield e.sheet;
    yield String(e.row);
    yield e.field;
    yield e.key;
    yield JSON.stringify(e.before);
    yield JSON.stringify(e.after);
  }
  for (const a of plan.appends) yield JSON.stringify(a);
  for (const r of plan.removals) {
    yield r.sheet;
    yield String(r.row);
    yield r.key;
  }
  yield JSON.stringify([
    plan.newColumns,
    plan.formerCodes,
    plan.revivedCodes,
    plan.checklist,
    plan.undoes,
    plan.summary,
  ]);
}
