import { holdingsOf } from '../progress/holdings.ts';
import type { Workbook } from '../workbook.ts';
import { activityReport, type DeletedActivity } from './activity-report.ts';
import { auditReport } from './audit-report.ts';
import { expiryReport } from './expiry-report.ts';
import { pathReport } from './path-report.ts';
import { recordReport } from './record-report.ts';
import type { Report } from './report.ts';

/** The report sheets, on the day asked for. Values in, values out: nothing is read or written here. */
export function reportsOf(workbook: Workbook, deleted: readonly DeletedActivity[], asOf: string): Report[] {
  const holdings = holdingsOf(workbook, asOf);
  return [
    pathReport(workbook, holdings, asOf),
    recordReport(workbook),
    activityReport(workbook, deleted),
    expiryReport(workbook, holdings, asOf),
    ...(asOf === workbook.today ? [] : [auditReport(workbook, holdings, asOf)]),
  ];
}
