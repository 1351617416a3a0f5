// What every part of the bench works on: made by the seeded generator, the same for the same number of records.
import { type GenerateOptions, generateSheets } from '../../playground/sample/generate.ts';
import { seededChance } from '../../playground/sample/random.ts';
import type { SampleCell, SampleRow, SampleSheets } from '../../playground/sample/rows.ts';
import { type FieldLayout, LAYOUT, type SheetKey } from '../../src/domain/layout.ts';

/** The day on which all of this happens: shortly after the last completion. */
export const TODAY = '2026-11-25';
/** Rows of the file that is imported. */
const IMPORTED = 10_000;

const BROKEN = 100;

/** One record in twenty is flagged, 5,000 at most, in no block: 5,000 scattered rows of 100,000. */
export function optionsFor(records: number): GenerateOptions {
  return {
    records,
    codes: 300,
    content: 400,
    paths: 40,
    flagged: Math.min(5_000, Math.round(records / 20)),
    seed: 11,
  };
}

/** The four sheets of an organisation, a hundred of its records broken in the ways in which people break them. */
export function makeSheets(records: number): SampleSheets {
  const sheets = generateSheets(optionsFor(records));
  for (let kind = 0; kind < BROKEN; kind++) {
    const i = Math.floor(((kind + 0.5) * records) / BROKEN);
    const [row, next] = [sheets.records[i], sheets.records[i + 1]];
    if (row && next) SPOILED[kind % SPOILED.length]?.(row.cells, next.cells);
  }
  return sheets;
}

type Cells = SampleRow['cells'];

const SPOILED: readonly ((cells: Cells, next: Cells) => void)[] = [
  (cells) => put(cells, 'Qualification Code', `${codeOf(cells).toLowerCase()} `),
  (cells) => put(cells, 'Qualification Code', `${codeOf(cells)}X`),
  (cells) => put(cells, 'Completion Date', '2025-02-30'),
  (cells) => put(cells, 'Completion Date', { date: '2062-03-14' }),
  (cells) => put(cells, 'Name', ''),
  (cells) => put(cells, 'Record Type', 'Traning Record'),
  (cells) => put(cells, 'Record Type', ''),
  (cells) => put(cells, 'Object Id', '77'),
  (cells) => put(cells, 'Delete?', 'x'),
  (cells) => put(cells, 'Other Information', '=HYPERLINK("https://example.org/4471","certificate")'),
  // A copied row, and the same training typed in twice.
  (cells, next) => put(next, 'Record Id', cells['Record Id'] ?? ''),
  (cells, next) => {
    for (const heading of Object.keys(next)) delete next[heading];
    Object.assign(next, cells, { 'Record Id': `${cells['Record Id']}-2` });
  },
];

function put(cells: Cells, heading: string, value: SampleCell): void {
  cells[heading] = value;
}

function codeOf(cells: Cells): string {
  return String(cells['Qualification Code'] ?? 'QC0001');
}

export function headingsOf(sheet: SheetKey): string[] {
  return (Object.values(LAYOUT[sheet]) as FieldLayout[]).map(({ heading }) => heading);
}

/** Rows as a CSV export holds them. */
export function textRows(sheet: SheetKey, rows: readonly SampleRow[]): string[][] {
  const headings = headingsOf(sheet);
  return rows.map(({ cells }) => headings.map((heading) => textOf(cells[heading])));
}

function textOf(cell: SampleCell | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'object') return 'date' in cell ? cell.date : String(cell.shows);
  return typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell);
}

/**
 * The file to import, heading row first: of its rows two in five change a record, three in ten are as they stand, a quarter
 * is new, and one in twenty is wrong.
 */
export function importRows(records: readonly string[][]): string[][] {
  const chance = seededChance(23);
  const rows: string[][] = [];
  const step = Math.max(1, Math.floor(records.length / IMPORTED));
  for (let i = 0; i < IMPORTED; i++) {
    const row = [...(records[(i * step) % records.length] as string[])];
    const turn = chance.below(100);
    if (turn < 38) {
      row[4] = `${row[4]} (revised)`;
      if (turn < 8) row[6] = '2026-11-20';
      if (turn < 2) row[9] = '1';
    } else if (turn < 70) {
      // As it stands.
    } else if (turn < 95) {
      row[0] = turn % 2 === 0 ? '0' : '';
      row[1] = `new.person.${i}`;
      row[9] = '';
    } else {
      row[0] = '0';
      if (turn === 95) row[1] = '';
      else if (turn === 96) row[6] = '2025-02-31';
      else if (turn === 97) row[8] = 'NO-SUCH';
      else if (turn === 98) row[2] = 'Traning';
      else row[9] = 'maybe';
    }
    rows.push(row);
  }
  return [headingsOf('records'), ...rows];
}
