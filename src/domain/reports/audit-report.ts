import { liveCodes } from '../live-codes.ts';
import type { Holdings } from '../progress/holdings.ts';
import type { Workbook } from '../workbook.ts';
import type { Report } from './report.ts';

/** Who held which code on the day, with the record's date: one sheet to hand to an auditor. */
export function auditReport(workbook: Workbook, holdings: Holdings, asOf: string): Report {
  const rows: string[][] = [];
  for (const written of liveCodes(workbook).values()) {
    const code = written.trim();
    for (const [person, record] of holdings.holdersOf(code)) {
      const months = holdings.months.get(holdings.keyOf(code));
      rows.push([
        holdings.people[person] ?? '',
        code,
        holdings.dateAt(record),
        months === undefined ? '' : `${months} months`,
      ]);
    }
  }
  return {
    name: `Held on ${asOf}`,
    about: `Who held which code on ${asOf}`,
    tables: [{ headings: ['Person', 'Code', 'Completed', 'Valid for'], rows }],
    chart: null,
  };
}
