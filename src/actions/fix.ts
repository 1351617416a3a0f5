import type { Input, Preview, RunResult } from '../contract/api.ts';
import { previewOf } from '../contract/views/preview.ts';
import { fixSummary } from '../contract/words/issues.ts';
import { planFix } from '../domain/fixes/index.ts';
import type { Refused } from '../domain/plan.ts';
import type { Workbook } from '../domain/workbook.ts';
import { apply, type Change, plan } from './change.ts';
import type { Context } from './context.ts';

/** What a fix would change: of one problem, or of all of its kind. */
export function previewFix(context: Context, input: Input<'previewFix'>): Preview | Refused {
  const { workbook, planned } = plan(context, fixing(input));
  return planned.ok ? previewOf(workbook, planned.plan, fixSummary(input.fix, planned.plan)) : planned;
}

export function fix(context: Context, input: Input<'fix'>): RunResult | Refused {
  return apply(context, fixing(input), input.basedOn, (done) => {
    const { title, done: message } = fixSummary(input.fix, done);
    return { what: title, message };
  });
}

function fixing(input: Input<'previewFix'>): Change {
  return { formulas: true, plan: (workbook: Workbook) => planFix(workbook, input) };
}
