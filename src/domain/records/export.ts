import { type Cell, cellText, dayText, isBlank } from '../cell.ts';
import { columnLetters } from '../column-letters.ts';
import type { CsvFile } from '../csv/csv-file.ts';
import { formatCsv } from '../csv/format-csv.ts';
import { grouped } from '../grouped.ts';
import { type Field, headingKey, LAYOUT } from '../layout.ts';
import { dateOf } from '../plain-date.ts';
import { rowList } from '../row-list.ts';
import { flagProblem, isFlagged } from '../usage.ts';
import { isEmptyRow, sheetRow, type Workbook } from '../workbook.ts';

const FIELDS = Object.entries(LAYOUT.records) as [Field<'records'>, { heading: string }][];

/** The LMS's import headings, in its order. */
export const IMPORT_HEADINGS: readonly string[] = FIELDS.map(([, { heading }]) => heading);

/** What the LMS's import takes for a record that it does not know yet. */
const NEW_ID = '0';

/** Columns that LMS exports have and its import refuses. */
export const NOT_IMPORTED: ReadonlySet<string> = new Set(['email', 'firstname', 'lastname']);

export interface CustomColumn {
  /** '' where row 1 is blank. */
  readonly heading: string;
  /** 1-based sheet column. */
  readonly column: number;
  readonly cells: readonly Cell[];
}

/** Headings and nothing else. */
export function templateCsv(): CsvFile {
  return { name: 'records-template.csv', text: formatCsv([IMPORT_HEADINGS]), rows: 0, notes: [] };
}

/** Records as the LMS's import file: blank ids as 0, ISO dates, custom columns after the ten. What does not go out is said. */
export function exportRecords(
  workbook: Workbook,
  indexes: readonly number[],
  custom: readonly CustomColumn[],
  name: string,
): CsvFile {
  const isDropped = ({ heading }: CustomColumn): boolean => NOT_IMPORTED.has(headingKey(heading));
  const kept = custom.filter((column) => column.heading.trim() !== '' && !isDropped(column));
  const { recordId } = workbook.records.cells;
  const isNew = indexes.filter((i) => idText(recordId?.[i] ?? '') === NEW_ID).length;
  const dropped = custom.filter(isDropped).map(({ heading }) => heading);
  const unnamed = custom
    .filter(({ heading, cells }) => heading.trim() === '' && indexes.some((i) => !isBlank(cells[i] ?? '')))
    .map(({ column }) => columnLetters(column));
  const notes = [
    ...(dropped.length > 0 ? [`Left out, as the LMS asks: ${dropped.join(', ')}.`] : []),
    ...(unnamed.length > 0
      ? [`Left out, because row 1 has no heading there: column ${unnamed.join(', ')}.`]
      : []),
    ...(isNew > 0 ? [`${grouped(isNew)} new, with Record Id 0.`] : []),
    ...oddCells(workbook, indexes),
  ];
  const text = formatCsv(exportedRows(workbook, indexes, kept));
  return { name: `${name}.csv`, text, rows: indexes.length, notes };
}

/** A heading of people's own that stands twice: nobody could tell the two apart in the file. */
export function doubledHeading(custom: readonly CustomColumn[]): string | undefined {
  const seen = new Set<string>();
  return custom.find(({ heading }) => {
    if (heading.trim() === '') return false;
    const key = headingKey(heading);
    const twice = !NOT_IMPORTED.has(key) && seen.has(key);
    seen.add(key);
    return twice;
  })?.heading;
}

/** Cells that cannot go out as the LMS wants them. */
function oddCells({ records }: Workbook, indexes: readonly number[]): string[] {
  const { completionDate, delete: flags } = records.cells;
  const dates = indexes.filter((i) => !dateOf(completionDate?.[i] ?? '').ok);
  const wrong = indexes.filter((i) => flagProblem(flags?.[i] ?? ''));
  return [
    ...(dates.length > 0
      ? [`Completion Date is no real date and goes out as it stands: ${rowList(dates.map(sheetRow))}.`]
      : []),
    ...(wrong.length > 0
      ? [`Delete? is neither 1 nor blank and goes out blank: ${rowList(wrong.map(sheetRow))}.`]
      : []),
  ];
}

/** The file that deletes these records in the LMS. Records without an id are not known there, so they stay out. */
export function deleteFile(workbook: Workbook, indexes: readonly number[], name: string): CsvFile {
  const [headings = [], ...all] = exportedRows(workbook, indexes, []);
  const rows = all.filter(([id]) => id !== NEW_ID);
  const last = IMPORT_HEADINGS.length - 1;
  const unknown = indexes.length - rows.length;
  return {
    name: `${name}.csv`,
    text: formatCsv([headings, ...rows.map((row) => row.map((text, i) => (i === last ? '1' : text)))]),
    rows: rows.length,
    notes:
      unknown > 0 ? [`${unknown} ${unknown === 1 ? 'record' : 'records'} the LMS does not know yet.`] : [],
  };
}

/** Fields that the LMS takes in a form of their own; a date cell may carry a time, and it takes the day. */
const FORMS: { readonly [F in Field<'records'>]?: (cell: Cell) => string } = {
  recordId: idText,
  objectId: idText,
  completionDate: (cell) => dayText(cell).trim(),
  delete: (cell) => (isFlagged(cell) ? '1' : ''),
};

function idText(cell: Cell): string {
  return isBlank(cell) ? NEW_ID : cellText(cell).trim();
}

/**
 * The headings and the ten texts of each of these records, people's own columns after them: one row at a time, because all
 * of them at once are a second sheet in memory.
 */
export function* exportedRows(
  { records }: Workbook,
  indexes: readonly number[],
  custom: readonly CustomColumn[],
): Iterable<readonly string[]> {
  yield [...IMPORT_HEADINGS, ...custom.map(({ heading }) => heading)];
  const columns = FIELDS.map(([field]) => ({ cells: records.cells[field], form: FORMS[field] ?? cellText }));
  const all = [...columns, ...custom.map(({ cells }) => ({ cells, form: cellText }))];
  for (const i of indexes) yield all.map(({ cells, form }) => form(cells?.[i] ?? ''));
}

/** Data-row indexes of records that are not wholly blank. */
export function liveRows({ records }: Workbook): number[] {
  const columns = Object.values(records.cells);
  const rows: number[] = [];
  for (let i = 0; i < records.length; i++) {
    if (!isEmptyRow(columns, i)) rows.push(i);
  }
  return rows;
}
