import { type Cell, cellText } from '../cell.ts';
import type { CsvFile } from '../csv/csv-file.ts';
import { formatCsv } from '../csv/format-csv.ts';
import { headingKey, LAYOUT } from '../layout.ts';
import { isFlagged } from '../usage.ts';
import type { Workbook } from '../workbook.ts';

const FIELDS = Object.entries(LAYOUT.records) as [keyof typeof LAYOUT.records, { heading: string }][];

/** The LMS's import headings, in its order. */
export const IMPORT_HEADINGS: readonly string[] = FIELDS.map(([, { heading }]) => heading);

/** Columns that LMS exports have and its import refuses. */
export const NOT_IMPORTED: ReadonlySet<string> = new Set(['email', 'firstname', 'lastname']);

export interface CustomColumn {
  readonly heading: string;
  readonly cells: readonly Cell[];
}

/** Headings and nothing else. */
export function templateCsv(): CsvFile {
  return { name: 'records-template.csv', text: formatCsv([IMPORT_HEADINGS]), rows: 0, notes: [] };
}

/** Records as the LMS's import file: new ones with id 0, ISO dates, custom columns after the ten. */
export function exportRecords(
  workbook: Workbook,
  indexes: readonly number[],
  custom: readonly CustomColumn[],
  name: string,
): CsvFile {
  const kept = custom.filter(({ heading }) => !NOT_IMPORTED.has(headingKey(heading)));
  const dropped = custom.filter(({ heading }) => NOT_IMPORTED.has(headingKey(heading)));
  const rows = indexes.map((i) => [
    ...recordRow(workbook, i),
    ...kept.map(({ cells }) => cellText(cells[i] ?? '')),
  ]);
  const headings = [...IMPORT_HEADINGS, ...kept.map(({ heading }) => heading)];
  const isNew = rows.filter(([id]) => id === '0').length;
  const notes = [
    ...(dropped.length > 0
      ? [`Left out, as the LMS asks: ${dropped.map(({ heading }) => heading).join(', ')}.`]
      : []),
    ...(isNew > 0 ? [`${isNew} new, with Record Id 0.`] : []),
  ];
  return { name: `${name}.csv`, text: formatCsv([headings, ...rows]), rows: rows.length, notes };
}

/** The file that deletes these records in the LMS. Records without an id are not known there, so they stay out. */
export function deleteFile(workbook: Workbook, indexes: readonly number[], name: string): CsvFile {
  const rows = indexes.map((i) => recordRow(workbook, i)).filter(([id]) => id !== '0');
  const last = IMPORT_HEADINGS.length - 1;
  const unknown = indexes.length - rows.length;
  return {
    name: `${name}.csv`,
    text: formatCsv([IMPORT_HEADINGS, ...rows.map((row) => row.map((text, i) => (i === last ? '1' : text)))]),
    rows: rows.length,
    notes:
      unknown > 0 ? [`${unknown} ${unknown === 1 ? 'record' : 'records'} the LMS does not know yet.`] : [],
  };
}

function recordRow({ records }: Workbook, index: number): string[] {
  return FIELDS.map(([field]) => {
    const cell = records.cells[field]?.[index] ?? '';
    if (field === 'recordId') return cellText(cell).trim() || '0';
    if (field === 'delete') return isFlagged(cell) ? '1' : '';
    // A date cell may carry a time; the LMS takes the day.
    return field === 'completionDate' && typeof cell === 'object' ? cell.iso.slice(0, 10) : cellText(cell);
  });
}

/** Data-row indexes of records that are not wholly blank. */
export function liveRows({ records }: Workbook): number[] {
  const columns = Object.values(records.cells);
  const rows: number[] = [];
  for (let i = 0; i < records.length; i++) {
    if (columns.some((cells) => cells?.[i] !== '' && cells?.[i] !== false)) rows.push(i);
  }
  return rows;
}
