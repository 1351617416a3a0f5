import { expiryOf } from '../progress/expiry.ts';
import type { Holdings } from '../progress/holdings.ts';
import { sheetRow, type Workbook } from '../workbook.ts';
import type { Report } from './report.ts';

/** Who holds what has run out or soon will. Windows include their last day and each other; a row names its smallest. */
export function expiryReport(workbook: Workbook, holdings: Holdings, asOf: string): Report {
  const all = expiryOf(workbook, holdings, asOf);
  const states = [0, 30, 60, 90] as const;
  const words = { 0: 'Expired', 30: 'Within 30 days', 60: 'Within 60 days', 90: 'Within 90 days' };
  return {
    name: 'Expiry Report',
    about: `Records that have expired or will within 90 days${asOf === workbook.today ? '' : `, seen on ${asOf}`}`,
    tables: [
      {
        headings: ['State', 'Records'],
        rows: states.map((state) => [words[state], all.filter(({ within }) => isIn(within, state)).length]),
      },
      {
        headings: ['Person', 'Code', 'Completed', 'Valid until', 'State'],
        rows: all.map(({ person, code, completed, until, within }) => [
          person,
          code,
          completed,
          until,
          words[within],
        ]),
        leads: { sheet: 'records', rows: all.map(({ record }) => sheetRow(record)) },
      },
    ],
    chart: { title: 'Expiry', series: 1, stacked: false },
  };
}

function isIn(within: number, window: number): boolean {
  return window === 0 ? within === 0 : within > 0 && within <= window;
}
