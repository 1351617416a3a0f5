// The CSV job by the product's own rules: the readers, checks, planners and writers of src/domain, without a second copy.
import { readFileSync, writeFileSync } from 'node:fs';
import type { Cell } from '../../src/domain/cell.ts';
import { checkWorkbook } from '../../src/domain/checks/index.ts';
import { whereUsed } from '../../src/domain/codes/where-used.ts';
import { decodeBytes } from '../../src/domain/csv/decode.ts';
import { parseCsv } from '../../src/domain/csv/parse-csv.ts';
import { unguard } from '../../src/domain/formula-guard.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { planDeleteFlagged } from '../../src/domain/records/delete-flagged.ts';
import { exportRecords, liveRows } from '../../src/domain/records/export.ts';
import { planImport } from '../../src/domain/records/import/plan-import.ts';
import { findUsage } from '../../src/domain/usage.ts';
import type { Workbook } from '../../src/domain/workbook.ts';
import { workbookOf } from '../data/workbook.ts';
import { type JobRun, Phases } from './answer.ts';

export function run({ folder }: { folder: string }): JobRun {
  const phases = new Phases();
  const read = (name: string): { rows: string[][]; lines: number[] } => {
    const decoded = decodeBytes(readFileSync(`${folder}/${name}.csv`));
    const parsed = decoded.ok ? parseCsv(decoded.text) : decoded;
    if (!parsed.ok) throw new Error(`${name}.csv cannot be read`);
    return parsed;
  };
  // Columns alone stay: rows of a file that was read need no memory any more.
  const columns = {
    codes: columnsOf(read('codes').rows),
    content: columnsOf(read('content').rows),
    paths: columnsOf(read('paths').rows),
    records: columnsOf(read('records').rows),
  };
  const file = { name: 'import.csv', ...read('import') };
  let workbook = workbookOf((sheet, heading) => columns[sheet].get(heading) ?? []);
  phases.mark('read');

  const issues = checkWorkbook(workbook);
  phases.mark('validate');

  const usage = findUsage(workbook);
  const used = (workbook.codes.cells.code ?? []).map((code) => whereUsed(workbook, usage, String(code)));
  phases.mark('where used');

  const planned = planImport(workbook, file, {});
  if (!planned.ok) throw new Error(planned.refusal.reason);
  workbook = applied(workbook, planned.plan);
  phases.mark('upsert');

  const going = planDeleteFlagged(workbook);
  if (!going.ok) throw new Error(going.refusal.reason);
  workbook = applied(workbook, going.plan);
  phases.mark('delete');

  writeFileSync(`${folder}/ours.csv`, exportRecords(workbook, liveRows(workbook), [], 'ours').text);
  phases.mark('write');

  const { counts, rejections } = planned;
  return {
    phases: phases.ms,
    answer: {
      findings: [
        ...new Set(issues.flatMap(({ rule, at }) => at.map(({ sheet, row }) => `${rule} ${sheet} ${row}`))),
      ].sort(),
      uses: used
        .map(({ code, kinds, people }) => {
          const of = (...names: string[]) =>
            kinds.reduce((sum, { kind, count }) => sum + (names.includes(kind) ? count : 0), 0);
          const content = of('course', 'quiz', 'trainingEvent', 'otherContent');
          return [code, content, of('path'), of('step'), of('record'), people].join(' ');
        })
        .sort(),
      rejections: rejections.map(({ row, field, reason }) => `${row} ${field} ${reason}`).sort(),
      counts: `${counts.new} ${counts.updated} ${counts.same} ${counts.errors}`,
      deleted: going.plan.removals.length,
    },
  };
}

/** The columns of a file by heading, formula guards off. */
function columnsOf(rows: readonly (readonly string[])[]): ReadonlyMap<string, Cell[]> {
  const [headings = [], ...body] = rows;
  const columns = headings.map(() => new Array<Cell>(body.length).fill(''));
  body.forEach((row, i) => {
    for (let j = 0; j < columns.length; j++) (columns[j] as Cell[])[i] = unguard(row[j] ?? '');
  });
  return new Map(headings.map((heading, j) => [heading, columns[j] as Cell[]]));
}

/** The plan carried out on the columns of Records, where the sheet gateway would write cells. */
function applied(workbook: Workbook, { edits, appends, removals }: Plan): Workbook {
  const { records } = workbook;
  const going = new Uint8Array(records.length);
  for (const { row } of removals) going[row - 2] = 1;
  const rows = appends.filter(({ sheet }) => sheet === 'records');
  const length = records.length - removals.length + rows.length;
  const columns = new Map(
    Object.entries(records.cells).map(([field, cells]) => {
      const column = new Array<Cell>(length).fill('');
      let at = 0;
      for (let i = 0; i < cells.length; i++) if (going[i] === 0) column[at++] = cells[i] as Cell;
      for (const { values } of rows) column[at++] = values[field] ?? '';
      return [field, column];
    }),
  );
  for (const { row, field, after } of edits) {
    const cells = columns.get(field);
    if (cells) cells[row - 2] = after;
  }
  return { ...workbook, records: { ...records, length, cells: Object.fromEntries(columns) } };
}
