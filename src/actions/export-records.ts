import type { CsvFile, Input } from '../contract/api.ts';
import { codeKey } from '../domain/code.ts';
import { type Refused, refuse } from '../domain/plan.ts';
import { exportRecords as file, liveRows, templateCsv } from '../domain/records/export.ts';
import { findUsage, isFlagged } from '../domain/usage.ts';
import type { Workbook } from '../domain/workbook.ts';
import { readCustomColumns } from '../sheets/custom-columns.ts';
import { readWorkbook, type Wanted } from '../sheets/read-workbook.ts';
import type { Context } from './context.ts';

const RECORDS_ONLY: Wanted = { codes: [], content: [], paths: [] };

export function recordsTemplate(): CsvFile {
  return templateCsv();
}

/** The LMS's import file of all records, the selected rows, the records of a code, or the flagged ones. */
export function exportRecords(context: Context, input: Input<'exportRecords'>): CsvFile | Refused {
  const workbook = readWorkbook(context.spreadsheet, context.now, { wanted: RECORDS_ONLY });
  const { records } = workbook;
  if (!records.exists) return refuse('sheet-missing', { sheet: records.name });
  const [doubled] = records.headingProblems.filter(({ kind }) => kind === 'doubled');
  if (doubled) return refuse('heading-doubled', { sheet: records.name, heading: doubled.heading });
  const chosen = choose(context, workbook, input);
  if ('ok' in chosen) return chosen;
  if (chosen.rows.length === 0) return refuse('nothing-to-do', { what: 'export: no record fits' });
  return file(workbook, chosen.rows, readCustomColumns(context.spreadsheet, records), chosen.name);
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
  const range = spreadsheet.getActiveRange();
  if (!range || range.getSheet().getName() !== workbook.records.name) {
    return refuse('nothing-to-do', { what: 'export: select rows of the Records sheet first' });
  }
  const [from, to] = [range.getRow() - 2, range.getLastRow() - 2];
  return { rows: all.filter((i) => i >= from && i <= to), name: 'selected-records' };
}
