import type { Input, Value } from '../contract/api.ts';
import { type Refused, refuseName } from '../domain/plan.ts';
import { planSampleRows } from '../domain/sample-rows.ts';
import { takenName } from '../sheets/own-sheet.ts';
import { setUp } from '../sheets/set-up.ts';
import { apply, locked } from './change.ts';
import { type Context, noteRun } from './context.ts';

/** Makes or adopts the four sheets; on request adds the sample rows, or takes them out again. */
export function setUpSheets(
  context: Context,
  { sampleRows }: Input<'setUpSheets'>,
): Value<'setUpSheets'> | Refused {
  const report = locked(() => {
    const taken = refuseName(takenName(context.spreadsheet));
    if (taken) return taken;
    const done = setUp(context.spreadsheet);
    if (done.made.length + done.changed.length > 0) noteRun(context, 'setUp', `Set up: ${inWords(done)}`);
    return done;
  });
  if ('ok' in report) return report;
  if (sampleRows) {
    const what = sampleRows === 'add' ? 'Added sample rows' : 'Removed the sample rows';
    const change = {
      plan: (workbook: Parameters<typeof planSampleRows>[0]) => planSampleRows(workbook, sampleRows),
    };
    const run = apply(context, change, null, () => ({ what, message: what }));
    if ('ok' in run) return run;
    report.changed.push(what);
  }
  return { ...report, message: inWords(report) || 'Everything is set up already. Nothing was changed.' };
}

function inWords({ made, changed }: { made: readonly string[]; changed: readonly string[] }): string {
  return [...(made.length > 0 ? [`Made ${made.join(', ')}`] : []), ...changed]
    .map((part) => `${part}.`)
    .join(' ');
}
