import { cellText } from '../../cell.ts';
import { codeKey } from '../../code.ts';
import { formulasInTheWay } from '../../formulas-in-the-way.ts';
import { addTo } from '../../groups.ts';
import { LAYOUT } from '../../layout.ts';
import {
  type CellEdit,
  type Plan,
  type Planned,
  type RowAppend,
  refuse,
  refuseHeading,
  refuseSheet,
} from '../../plan.ts';
import { rowKey } from '../../row-key.ts';
import { flagFor, isFlagged } from '../../usage.ts';
import { customHeading, sheetRow, type Workbook } from '../../workbook.ts';
import { exchangeLayer, type LastExchange } from '../last-exchange.ts';
import { comparable } from './compare.ts';
import { FileCodes } from './file-codes.ts';
import { type FileColumns, fileColumns, takenColumns } from './file-columns.ts';
import { bothReadings, dateColumn } from './file-dates.ts';
import { type FileRow, fileRows, reject } from './file-rows.ts';
import type { Conflict, ImportAnswers, ImportedFile, ImportFindings } from './imported-file.ts';
import { rejectedFile } from './rejected-file.ts';
import { Remarks } from './remarks.ts';
import { RowJudge } from './row-judge.ts';
import { StandingRows } from './standing-rows.ts';
import { ThreeWay } from './three-way.ts';

/**
 * What a file would do, and the plan that does it: upsert by Record Id. Rows that are right go in although others are
 * rejected; a row missing from the file is never a deletion; importing the same file twice adds nothing. Only what would be
 * written is judged: a cell that the file leaves as it is may be as wrong as it was.
 */
export function planImport(
  workbook: Workbook,
  file: ImportedFile,
  answers: ImportAnswers,
  last: LastExchange | null = null,
): Planned<ImportFindings> {
  const { records } = workbook;
  if (!records.exists) return refuseSheet(records.name);
  const [problem] = records.headingProblems;
  if (problem) return refuseHeading(records.name, problem);
  const columns = fileColumns(file.rows[0] ?? []);
  if ('ok' in columns) return columns;
  if (file.rows.length < 2) return refuse('file-empty');
  return planRows(workbook, file, columns, answers, last);
}

function planRows(
  workbook: Workbook,
  file: ImportedFile,
  columns: FileColumns,
  answers: ImportAnswers,
  last: LastExchange | null,
): Planned<ImportFindings> {
  const taken = takenColumns(workbook, columns, answers.customColumns === 'add');
  const fields = [...taken.at.keys()];
  const rows = fileRows(file, taken.at, columns.width);
  /** Rows of the file by their ids. */
  const inFile = new Map<string, number[]>();
  for (const { id, row } of rows) if (id !== '') addTo(inFile, id, row);
  const standing = new StandingRows(workbook.records, fields, inFile);
  const codes = new FileCodes(workbook, answers);
  const threeWay = new ThreeWay(last, answers);
  const remarks = new Remarks(file, columns);
  const dateAt = fields.indexOf('completionDate');
  const dates = rows.map(({ texts }) => texts[dateAt] ?? '');
  const rules = { dates: dateColumn(dates, answers.dates), codes, today: workbook.today };
  const judge = new RowJudge(fields, rules, standing, remarks);
  const isInTheWay = formulasInTheWay(workbook.records);
  const edits: CellEdit[] = [];
  const appends: RowAppend[] = [];
  const conflicts: Conflict[] = [];
  const crossed: [id: string, texts: readonly string[]][] = [];
  const waiting = new Set<string>();
  const counts = { new: 0, updated: 0, same: 0, flagged: 0, errors: 0, conflicts: 0, kept: 0 };

  for (const row of rows) {
    const [index] = standing.rowsOf(row.id);
    if (index !== undefined) take(row, judge.updated(row, index), (texts) => update(row, index, texts));
  }
  addNew(rows.filter(({ id }) => standing.rowsOf(id).length === 0));
  const rejected = rows.filter(({ rejections }) => rejections.length > 0);
  counts.errors = rejected.length;
  counts.conflicts = new Set(conflicts.map(({ row }) => row)).size;
  const added = addedCodes();
  return { ok: true, plan: made(added), ...findings(rejected, added) };

  /** Goes on with a row that nothing speaks against. */
  function take(row: FileRow, texts: readonly string[], go: (texts: readonly string[]) => void): void {
    judge.id(row, inFile.get(row.id));
    if (row.rejections.length > 0) return;
    if (row.waits !== null) waiting.add(row.waits);
    else go(texts);
  }

  function update(row: FileRow, index: number, texts: readonly string[]): void {
    const { records } = workbook;
    const changes: CellEdit[] = [];
    const open: Conflict[] = [];
    let kept = 0;
    fields.forEach((field, j) => {
      const cell = standing.cell(index, j);
      const now = comparable(field, cell);
      const after = texts[j] ?? '';
      if (now === after) return;
      const who = cellText(records.cells.name?.[index] ?? '');
      const place = { row: sheetRow(index), field };
      const verdict = threeWay.judge({ id: row.id, who, ...place, sheet: now, file: after });
      if (typeof verdict === 'object') open.push(verdict);
      if (verdict === 'keep') kept++;
      if (verdict === 'keep' || (typeof verdict === 'object' && verdict.decision !== 'file')) return;
      if (isInTheWay(field, place.row)) reject(row, field, after, 'formula-in-the-way', { row: place.row });
      const written = field === 'delete' && after === '1' ? flagFor(cell) : after;
      changes.push({
        sheet: 'records',
        ...place,
        key: rowKey(records, index, field),
        before: cell,
        after: written,
      });
    });
    if (row.rejections.length > 0) return;
    crossed.push([row.id, texts]);
    edits.push(...changes);
    conflicts.push(...open);
    counts.kept += kept;
    remarks.cleared += changes.filter(({ after }) => after === '').length;
    if (changes.some(({ field, after }) => field === 'delete' && isFlagged(after))) counts.flagged++;
    if (changes.length > 0) counts.updated++;
    else if (open.length === 0) counts.same++;
  }

  /**
   * Same compares every column of the file but the id, against any row of the sheet and against new rows before it. A new row
   * that the sheet holds just as it is writes nothing, so nothing of it is judged.
   */
  function addNew(unknown: readonly FileRow[]): void {
    const news: { row: FileRow; texts: readonly string[]; compared: readonly string[] }[] = [];
    const asTheyAre = standing.holding(
      unknown.map(({ asItIs }) => asItIs),
      edits,
    );
    const next = sheetRow(workbook.records.length);
    const filled = fields.filter((field) => isInTheWay(field, next));
    for (const row of unknown) {
      const held = asTheyAre.has(standing.print(row.asItIs));
      const judged = held ? row.asItIs : judge.added(row);
      for (const field of held ? [] : filled) {
        const text = judged[fields.indexOf(field)] ?? '';
        if (text !== '') reject(row, field, text, 'formula-in-the-way', { row: next });
      }
      const keep = (texts: readonly string[]) => {
        const compared = texts.map((text, j) => comparable(fields[j] ?? '', text));
        news.push({ row, texts, compared });
      };
      take(row, judged, keep);
    }
    // What the file has just as it would be written was looked for already.
    const others = news.filter(({ row, compared }) => compared.some((text, j) => text !== row.asItIs[j]));
    const held = new Set([
      ...asTheyAre,
      ...standing.holding(
        others.map(({ compared }) => compared),
        edits,
      ),
    ]);
    const fresh = new Set<string>();
    for (const { row, texts, compared } of news) {
      crossed.push([row.id, texts]);
      const print = standing.print(compared);
      if (held.has(print) || fresh.has(print)) {
        if (!held.has(print)) remarks.doubledRows.push(row.row);
        counts.same++;
      } else {
        fresh.add(print);
        add(texts);
      }
    }
  }

  function add(texts: readonly string[]): void {
    counts.new++;
    if (texts[fields.indexOf('delete')] === '1') counts.flagged++;
    appends.push(newRow(fields, texts));
  }

  /** The codes to add that rows which go in really carry. */
  function addedCodes(): string[] {
    const used = new Set([
      ...appends.map((row) => codeKey(row.values.code ?? '')),
      ...edits.filter(({ field }) => field === 'code').map(({ after }) => codeKey(cellText(after))),
    ]);
    return codes.added(used);
  }

  function made(added: readonly string[]): Plan {
    const { columns: own } = workbook.records;
    const newColumns = fields.flatMap((field) => {
      const heading = customHeading(field);
      return heading === undefined || field in own ? [] : [heading];
    });
    return {
      kind: 'import',
      edits: edits,
      appends: [
        ...added.map((code) => ({ sheet: 'codes' as const, values: { code, description: '' } })),
        ...appends,
      ],
      removals: [],
      ...(newColumns.length > 0 ? { newColumns } : {}),
      exchange: exchangeLayer(fields, crossed),
      summary: { file: file.name },
    };
  }

  function findings(rejected: readonly FileRow[], added: readonly string[]): ImportFindings {
    const [example] = waiting;
    const { unknown, leftOut } = taken;
    return {
      counts: counts,
      rejections: rejected.flatMap(({ rejections }) => rejections),
      rejected: rejectedFile(file, rejected),
      questions: {
        dates: example === undefined ? null : { count: waiting.size, example, ...bothReadings(example) },
        customColumns: answers.customColumns === undefined ? [...unknown] : [],
        ...codes.questions(),
        conflicts: conflicts,
      },
      remarks: remarks.all({
        missing: Object.entries(LAYOUT.records).flatMap(([field, { heading }]) =>
          field === 'recordId' || fields.includes(field) ? [] : [heading],
        ),
        leftOut,
        unsafeCodes: codes.unsafe(added),
        // Where the file has ids at all.
        notInFile: fields.includes('recordId') ? standing.unnamed : 0,
      }),
    };
  }
}

function newRow(fields: readonly string[], texts: readonly string[]): RowAppend {
  const known: [string, string][] = [];
  const own: [string, string][] = [];
  fields.forEach((field, j) => {
    const heading = customHeading(field);
    if (heading === undefined) known.push([field, texts[j] ?? '']);
    else own.push([heading, texts[j] ?? '']);
  });
  // From entries, so that a heading such as __proto__ is a heading like any other.
  const values = Object.fromEntries(known);
  return { sheet: 'records', values, ...(own.length > 0 ? { custom: Object.fromEntries(own) } : {}) };
}
