import type { Input, Preview, RunResult } from '../contract/api.ts';
import { previewOf, rowLinkTo } from '../contract/views/preview.ts';
import { fixSummary } from '../contract/words/issues.ts';
import { planFix } from '../domain/fixes/index.ts';
import type { Refused } from '../domain/plan.ts';
import type { Workbook } from '../domain/workbook.ts';
import { apply, type Change, plan } from './change.ts';
import type { Context } from './context.ts';

/** As many rows as are named before people confirm. */
const LISTED = 20;

/** What a fix would change: of one problem, or of all of its kind. */
export function previewFix(context: Context, input: Input<'previewFix'>): Preview | Refused {
  const { workbook, planned } = plan(context, fixing(input));
  if (!planned.ok) return planned;
  const words = fixSummary(input.fix, planned.plan);
  const going = planned.plan.removals
    .slice(0, LISTED)
    .map(({ sheet, row }) => rowLinkTo(workbook, sheet, row).label);
  const more = planned.plan.removals.length - going.length;
  const gone = going.length > 0 ? [`Leaves: ${going.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`] : [];
  return previewOf(workbook, planned.plan, { ...words, summary: [...words.summary, ...gone] });
}

export function fix(context: Context, input: Input<'fix'>): RunResult | Refused {
  return apply(context, fixing(input), input.basedOn, (done) => {
    const { title, done: message } = fixSummary(input.fix, done);
    return { what: title, message };
  });
}

function fixing(input: Input<'previewFix'>): Change {
  return {
    formulas: true,
    formulasIn: ['code', 'step'],
    plan: (workbook: Workbook) => planFix(workbook, input),
  };
}
