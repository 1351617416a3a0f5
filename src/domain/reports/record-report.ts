import { cellText, textOf } from '../cell.ts';
import { codeKey } from '../code.ts';
import { dateOf } from '../plain-date.ts';
import { personKey } from '../progress/holdings.ts';
import { sheetRow, type Workbook } from '../workbook.ts';
import type { Report } from './report.ts';

/** Live records only: a deleted record is out of it. */
export function recordReport(workbook: Workbook): Report {
  const { name, code, completionDate } = workbook.records.cells;
  const people = new Map<string, Tally>();
  const codes = new Map<string, Tally>();
  for (let i = 0; i < workbook.records.length; i++) {
    const who = textOf(name, i).trim();
    const held = textOf(code, i).trim();
    const date = dateOf(completionDate?.[i] ?? '');
    const day = date.ok ? date.iso : '';
    if (who !== '') count(people, personKey(who), who, codeKey(held), day);
    if (codeKey(held) !== '') count(codes, codeKey(held), held, personKey(who), day);
  }
  const { code: own, description } = workbook.codes.cells;
  const written = new Map(
    own?.map((cell, i) => [
      codeKey(cellText(cell)),
      { code: cellText(cell).trim(), about: textOf(description, i), row: sheetRow(i) },
    ]),
  );
  const byCode = [...codes].sort((a, b) => b[1].records - a[1].records);
  return {
    name: 'Training Record Report',
    about: 'Live training records, by person and by code',
    tables: [
      {
        headings: ['Code', 'Records', 'People', 'Latest', 'Description'],
        rows: byCode.map(([key, tally]) => {
          const known = written.get(key);
          return [known?.code ?? tally.name, ...figures(tally), known?.about ?? ''];
        }),
        leads: { sheet: 'codes', rows: byCode.map(([key]) => written.get(key)?.row ?? 0) },
      },
      {
        headings: ['Person', 'Records', 'Codes', 'Latest'],
        rows: [...people.values()].map((tally) => [tally.name, ...figures(tally)]),
      },
    ],
    chart: { title: 'Records by code', series: 1, stacked: false },
  };
}

interface Tally {
  readonly name: string;
  records: number;
  readonly others: Set<string>;
  latest: string;
}

function count(tallies: Map<string, Tally>, key: string, name: string, other: string, date: string): void {
  const tally = tallies.get(key) ?? { name, records: 0, others: new Set<string>(), latest: '' };
  tally.records++;
  if (other !== '') tally.others.add(other);
  if (date > tally.latest) tally.latest = date;
  tallies.set(key, tally);
}

function figures(tally: Tally): (string | number)[] {
  return [tally.records, tally.others.size, tally.latest];
}
