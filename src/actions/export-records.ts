import type { CsvFile, Input } from '../contract/api.ts';
import { codeKey } from '../domain/code.ts';
import type { Field } from '../domain/layout.ts';
import { nothingTo, type Refused, refuse, refuseHeading, refuseSheet } from '../domain/plan.ts';
import {
  type CustomColumn,
  doubledHeading,
  exportRecords as file,
  liveRows,
  templateCsv,
} from '../domain/records/export.ts';
import { comparable } from '../domain/records/import/compare.ts';
import { exchangeLayer } from '../domain/records/last-exchange.ts';
import { findUsage, isFlagged } from '../domain/usage.ts';
import { customField, type Workbook } from '../domain/workbook.ts';
import { readCustomColumns } from '../sheets/custom-columns.ts';
import { newRun } from '../sheets/journal.ts';
import { rememberExchange } from '../sheets/last-exchange.ts';
import { attempt } from '../sheets/platform.ts';
import { readWorkbook, type Wanted } from '../sheets/read-workbook.ts';
import { guarded, locked } from './change.ts';
import type { Context } from './context.ts';

const RECORDS_ONLY: Wanted = { codes: [], content: [], paths: [] };

export function recordsTemplate(): CsvFile {
  return templateCsv();
}

/** The LMS's import file of all records, the selected rows, the records of a code, or the flagged ones. */
export function exportRecords(context: Context, input: Input<'exportRecords'>): CsvFile | Refused {
  const { which } = input;
  const workbook = readWorkbook(context.spreadsheet, context.now, { wanted: RECORDS_ONLY });
  const { records } = workbook;
  if (!records.exists) return refuseSheet(records.name);
  if (records.moving) return refuse('unfinished-run');
  const problem = records.headingProblems.find(
    // Without ids every record would be new to the LMS, and stand there twice.
    ({ kind, heading }) =>
      kind === 'doubled' || (records.length > 0 && (heading === 'Record Id' || heading === 'Name')),
  );
  if (problem) return refuseHeading(records.name, problem);
  const chosen = choose(context, workbook, input);
  if ('ok' in chosen) return chosen;
  if (chosen.rows.length === 0) return nothingTo('export: no record fits');
  const custom = readCustomColumns(context.spreadsheet, records);
  const twice = doubledHeading(custom);
  if (twice !== undefined) return refuse('heading-doubled', { sheet: records.name, heading: twice });
  const made = file(workbook, chosen.rows, custom, chosen.name);
  return remembered(context, workbook, chosen.rows, custom, which === 'all')
    ? made
    : { ...made, notes: [...made.notes, NOT_REMEMBERED] };
}

const NOT_REMEMBERED =
  'This export could not be remembered, so a later import cannot tell what changed here since.';

/**
 * Keeps what went out, so that a later import can tell a change made here from one made in the LMS. Somebody who may only
 * read the file still gets the export.
 */
function remembered(
  context: Context,
  { records }: Workbook,
  rows: readonly number[],
  custom: readonly CustomColumn[],
  all: boolean,
): boolean {
  const columns = [
    ...(Object.keys(records.cells) as Field<'records'>[]).map(
      (field) => [field, records.cells[field]] as const,
    ),
    ...custom.flatMap(({ heading, cells }) =>
      heading.trim() === '' ? [] : [[customField(heading), cells] as const],
    ),
  ].filter(([field]) => field !== 'recordId');
  const layer = exchangeLayer(
    columns.map(([field]) => field),
    rows.map((i) => [
      comparable('recordId', records.cells.recordId?.[i] ?? ''),
      columns.map(([field, cells]) => comparable(field, cells?.[i] ?? '')),
    ]),
  );
  if (layer.ids.length === 0) return true;
  const done = locked(() =>
    guarded(() => {
      rememberExchange(context.spreadsheet, newRun(context.now), layer, { alone: all });
      return {};
    }),
  );
  return !('ok' in done);
}

function choose(
  { spreadsheet }: Context,
  workbook: Workbook,
  { which, code }: Input<'exportRecords'>,
): { rows: number[]; name: string } | Refused {
  const all = liveRows(workbook);
  if (which === 'all') return { rows: all, name: 'records' };
  if (which === 'flagged') {
    const flags = workbook.records.cells.delete;
    return { rows: all.filter((i) => isFlagged(flags?.[i] ?? '')), name: 'flagged-records' };
  }
  if (which === 'code') {
    if (code === undefined || codeKey(code) === '') return refuse('code-blank');
    return { rows: [...findUsage(workbook).of(code).records], name: `records-${code.trim()}` };
  }
  // Of several selected ranges getActiveRange gives the last alone (Spreadsheet reference).
  const ranges =
    attempt(() => spreadsheet.getActiveRangeList()?.getRanges()) ??
    [spreadsheet.getActiveRange()].flatMap((range) => range ?? []);
  const [first] = ranges;
  if (!first || first.getSheet().getName() !== workbook.records.name) {
    return nothingTo('export: select rows of the Records sheet first');
  }
  const spans = ranges.map((range) => [range.getRow(), range.getLastRow()] as const);
  const isSelected = (i: number): boolean => spans.some(([from, to]) => i + 2 >= from && i + 2 <= to);
  return { rows: all.filter(isSelected), name: 'selected-records' };
}
