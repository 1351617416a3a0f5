import type { Input, Value } from '../contract/api.ts';
import type { Refused } from '../domain/plan.ts';
import { planSampleRows } from '../domain/sample-rows.ts';
import { setUp } from '../sheets/set-up.ts';
import { apply, locked } from './change.ts';
import type { Context } from './context.ts';

/** Makes or adopts the four sheets; on request adds the sample rows, or takes them out again. */
export function setUpSheets(
  context: Context,
  { sampleRows }: Input<'setUpSheets'>,
): Value<'setUpSheets'> | Refused {
  const report = locked(() => setUp(context.spreadsheet));
  if ('ok' in report) return report;
  if (sampleRows) {
    const what = sampleRows === 'add' ? 'Added sample rows' : 'Removed the sample rows';
    const change = {
      plan: (workbook: Parameters<typeof planSampleRows>[0]) => planSampleRows(workbook, sampleRows),
    };
    const run = apply(context, change, null, () => ({ what, message: what }));
    if ('ok' in run) return run;
    report.changed.push(`${what.toLowerCase()}`);
  }
  const parts = [
    ...(report.made.length > 0 ? [`Made ${report.made.join(', ')}.`] : []),
    ...(report.changed.length > 0 ? [`${report.changed.join('. ')}.`] : []),
  ];
  return {
    ...report,
    message: parts.length > 0 ? parts.join(' ') : 'Everything is set up already. Nothing was changed.',
  };
}
