// A date is a day, in whatever zone the spreadsheet lives: no zone, and no day on which clocks change, may move it.
import { rawTimeZones } from '@vvo/tzdb';
import { generateBook } from '../../playground/sample/generate.ts';
import { parseCsv } from '../../src/domain/csv/parse-csv.ts';
import { openAs } from '../support/product.ts';

/** Days on which clocks change somewhere (in Santiago, Havana and the Azores at midnight), ends of months and of February. */
const DAYS = [
  '2024-02-29',
  '2024-03-10',
  '2024-03-31',
  '2024-10-27',
  '2024-11-03',
  '2025-03-30',
  '2025-04-06',
  '2025-09-07',
  '2025-10-05',
  '2025-12-31',
  '2026-01-01',
  '2018-11-04',
  '1999-12-31',
];
const ZONES = rawTimeZones.map(({ name }) => name);

test(`dates come back from the sheet as they went in, in ${ZONES.length} time zones`, async () => {
  const rows = [
    ['Record Id', 'Name', 'Record Type', 'Completion Date'],
    ...DAYS.map((day, i) => [`9${i}`, `p${i}`, 'Training Record', day]),
  ];
  const wrong: string[] = [];
  for (const zone of ZONES) {
    const { book } = generateBook({ records: 1, codes: 16, paths: 3, seed: 1 });
    book.timeZone = zone;
    const person = await openAs(book);
    const input = { name: 'days.csv', rows };
    person.get('importRecords', { ...input, basedOn: person.get('previewImport', input).basedOn });
    const out = parseCsv(person.get('exportRecords', { which: 'all' }).text);
    const days = out.ok ? out.rows.slice(2).map((row) => row[6]) : [];
    DAYS.forEach((day, i) => {
      if (days[i] !== day) wrong.push(`${zone}: ${day} came back as ${days[i]}`);
    });
    if (person.get('previewImport', input).counts.same !== DAYS.length)
      wrong.push(`${zone}: not the same again`);
  }
  expect(wrong).toEqual([]);
}, 300_000);
