// The CSV job by the product's own rules: the readers, checks, planners and writers of src/domain, without a second copy.
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { Cell } from '../../src/domain/cell.ts';
import { checkWorkbook } from '../../src/domain/checks/index.ts';
import { whereUsed } from '../../src/domain/codes/where-used.ts';
import { decodeBytes } from '../../src/domain/csv/decode.ts';
import { csvParts } from '../../src/domain/csv/format-csv.ts';
import { parseCsv, readRows } from '../../src/domain/csv/parse-csv.ts';
import { unguard } from '../../src/domain/formula-guard.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { planDeleteFlagged } from '../../src/domain/records/delete-flagged.ts';
import { exportedRows, liveRows } from '../../src/domain/records/export.ts';
import { planImport } from '../../src/domain/records/import/plan-import.ts';
import { findUsage } from '../../src/domain/usage.ts';
import type { Workbook } from '../../src/domain/workbook.ts';
import { workbookOf } from '../data/workbook.ts';
import { type JobRun, Phases } from './answer.ts';

export function run({ folder }: { folder: string }): JobRun {
  const phases = new Phases();
  const textOf = (name: string): string => {
    const decoded = decodeBytes(readFileSync(`${folder}/${name}.csv`));
    if (!decoded.ok) throw new Error(`${name}.csv cannot be read`);
    return decoded.text;
  };
  const columns = {
    codes: columnsOf(textOf('codes')),
    content: columnsOf(textOf('content')),
    paths: columnsOf(textOf('paths')),
    records: columnsOf(textOf('records')),
  };
  const parsed = parseCsv(textOf('import'));
  if (!parsed.ok) throw new Error('import.csv cannot be read');
  const file = { name: 'import.csv', ...parsed };
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

  const out = openSync(`${folder}/ours.csv`, 'w');
  for (const part of csvParts(exportedRows(workbook, liveRows(workbook), []))) writeSync(out, part);
  closeSync(out);
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

/** The columns of a file by heading, formula guards off. A row is needed no longer than it takes to read it. */
function columnsOf(text: string): ReadonlyMap<string, Cell[]> {
  // Columns that grow cell by cell are moved again and again.
  const length = lineEnds(text);
  let headings: readonly string[] | null = null;
  let columns: Cell[][] = [];
  let rows = 0;
  const read = readRows(text, (cells) => {
    if (headings === null) {
      headings = cells.slice();
      columns = headings.map(() => new Array<Cell>(length + (length >> 3)));
      return;
    }
    for (let j = 0; j < columns.length; j++) (columns[j] as Cell[])[rows] = unguard(cells[j] ?? '');
    rows++;
  });
  if (!read.ok) throw new Error(read.reason);
  for (const column of columns) column.length = rows;
  return new Map((headings ?? []).map((heading, j) => [heading, columns[j] ?? []]));
}

function lineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** The plan carried out on the columns of Records as they stand, as the sheet gateway and the databases do. */
function applied(workbook: Workbook, { edits, appends, removals }: Plan): Workbook {
  const { records } = workbook;
  const columns = records.cells as Record<string, Cell[]>;
  for (const { row, field, after } of edits) {
    const cells = columns[field];
    if (cells) cells[row - 2] = after;
  }
  const rows = appends.filter(({ sheet }) => sheet === 'records');
  const going = new Uint8Array(records.length);
  for (const { row } of removals) going[row - 2] = 1;
  for (const [field, cells] of Object.entries(columns)) {
    for (const { values } of rows) cells.push(values[field] ?? '');
    if (removals.length === 0) continue;
    let kept = 0;
    for (let i = 0; i < cells.length; i++) if (going[i] !== 1) cells[kept++] = cells[i] ?? '';
    cells.length = kept;
  }
  return { ...workbook, records: { ...records, length: records.length + rows.length - removals.length } };
}
