import type { Input, Value } from '../contract/api.ts';
import { parseIso } from '../domain/plain-date.ts';
import { type Refused, refuse, refuseName, refuseSheet } from '../domain/plan.ts';
import { reportsOf } from '../domain/reports/index.ts';
import { deletedRecords } from '../sheets/archive.ts';
import { hasRoomFor } from '../sheets/cell-limit.ts';
import { readWorkbook, type Wanted } from '../sheets/read-workbook.ts';
import { cellsToCome, isTaken, writeReport } from '../sheets/report-sheet.ts';
import { locked } from './change.ts';
import { type Context, localTime } from './context.ts';

const REPORTS: Wanted = { records: ['name', 'objectId', 'title', 'completionDate', 'code', 'delete'] };

/** Makes the report sheets, or remakes them in place; other sheets are never touched. */
export function makeReports(context: Context, input: Input<'makeReports'>): Value<'makeReports'> | Refused {
  const { spreadsheet, now } = context;
  return locked(() => {
    const workbook = readWorkbook(spreadsheet, now, { wanted: REPORTS });
    if (!workbook.records.exists) return refuseSheet(workbook.records.name);
    const asOf = input.asOf === undefined ? workbook.today : parseIso(input.asOf);
    if (asOf === null) return refuse('bad-request', { detail: 'asOf is a date such as 2026-03-31' });
    const reports = reportsOf(workbook, deletedRecords(spreadsheet), asOf);
    const taken = refuseName(reports.find((report) => isTaken(spreadsheet, report))?.name);
    if (taken) return taken;
    const more = reports.reduce((sum, report) => sum + cellsToCome(spreadsheet, report), 0);
    if (!hasRoomFor(spreadsheet, more)) return refuse('too-many-cells');
    for (const report of reports) writeReport(spreadsheet, report, localTime(context));
    const sheets = reports.map((report) => report.name);
    return { sheets, message: `Made ${sheets.join(', ')}.` };
  });
}
