import { cellText } from '../../cell.ts';
import { addTo } from '../../checks/context.ts';
import { codeKey } from '../../code.ts';
import { LAYOUT } from '../../layout.ts';
import { type CellEdit, type Plan, type Planned, type RowAppend, refuse } from '../../plan.ts';
import { rowKey } from '../../row-key.ts';
import { customHeading, sheetRow, type Workbook } from '../../workbook.ts';
import { exchangeLayer, type LastExchange } from '../last-exchange.ts';
import { comparable } from './compare.ts';
import { FileCodes } from './file-codes.ts';
import { type FileColumns, fileColumns, type TakenColumns, takenColumns } from './file-columns.ts';
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
  if (!records.exists) return refuse('sheet-missing', { sheet: records.name });
  const [problem] = records.headingProblems;
  if (problem) {
    return refuse(problem.kind === 'missing' ? 'heading-missing' : 'heading-doubled', {
      sheet: records.name,
      heading: problem.heading,
    });
  }
  const columns = fileColumns(file.rows[0] ?? []);
  if ('ok' in columns) return columns;
  if (file.rows.length < 2) return refuse('file-empty');
  return new Import(workbook, file, columns, answers, last).plan();
}

class Import {
  private readonly workbook: Workbook;
  private readonly file: ImportedFile;
  private readonly answers: ImportAnswers;
  private readonly taken: TakenColumns;
  private readonly fields: readonly string[];
  private readonly codes: FileCodes;
  private readonly judge: RowJudge;
  private readonly rows: readonly FileRow[];
  /** Rows of the file by their ids. */
  private readonly inFile = new Map<string, number[]>();
  private readonly standing: StandingRows;
  private readonly threeWay: ThreeWay;
  private readonly formulas: ReadonlySet<string>;
  private readonly remarks: Remarks;
  private readonly edits: CellEdit[] = [];
  private readonly appends: RowAppend[] = [];
  private readonly conflicts: Conflict[] = [];
  private readonly crossed: [id: string, texts: readonly string[]][] = [];
  private readonly waiting = new Set<string>();
  private readonly counts = { new: 0, updated: 0, same: 0, flagged: 0, errors: 0, conflicts: 0, kept: 0 };

  constructor(
    workbook: Workbook,
    file: ImportedFile,
    columns: FileColumns,
    answers: ImportAnswers,
    last: LastExchange | null,
  ) {
    this.workbook = workbook;
    this.file = file;
    this.answers = answers;
    this.taken = takenColumns(workbook, columns, answers.customColumns === 'add');
    this.fields = [...this.taken.at.keys()];
    this.codes = new FileCodes(workbook, answers);
    const at = columns.at.get('completionDate');
    const dates = at === undefined ? [] : file.rows.slice(1).map((row) => row[at] ?? '');
    this.rows = fileRows(file, this.taken.at, columns.width);
    for (const { id, row } of this.rows) if (id !== '') addTo(this.inFile, id, row);
    this.standing = new StandingRows(workbook.records, this.fields, this.inFile);
    this.threeWay = new ThreeWay(last, answers);
    this.formulas = new Set(workbook.records.formulas.map(({ row, field }) => `${field} ${row}`));
    this.remarks = new Remarks(file, columns);
    const rules = { dates: dateColumn(dates, answers.dates), codes: this.codes, today: workbook.today };
    this.judge = new RowJudge(this.fields, rules, this.standing, this.remarks);
  }

  plan(): Planned<ImportFindings> {
    for (const row of this.rows) {
      const [index] = this.standing.rowsOf(row.id);
      if (index !== undefined)
        this.take(row, this.judge.texts(row, index), (texts) => this.update(row, index, texts));
    }
    this.addNew(this.rows.filter(({ id }) => this.standing.rowsOf(id).length === 0));
    const rejected = this.rows.filter(({ rejections }) => rejections.length > 0);
    this.counts.errors = rejected.length;
    this.counts.conflicts = new Set(this.conflicts.map(({ row }) => row)).size;
    return { ok: true, plan: this.made(), ...this.findings(rejected) };
  }

  /** Goes on with a row that nothing speaks against. */
  private take(
    row: FileRow,
    texts: readonly string[],
    go: (texts: readonly string[]) => void,
    held = false,
  ): void {
    this.judge.whole(row, texts, this.inFile.get(row.id) ?? [], held);
    if (row.rejections.length > 0) return;
    if (row.waits) this.waiting.add(row.texts[this.fields.indexOf('completionDate')]?.trim() ?? '');
    else go(texts);
  }

  private update(row: FileRow, index: number, texts: readonly string[]): void {
    const { records } = this.workbook;
    const edits: CellEdit[] = [];
    const conflicts: Conflict[] = [];
    let kept = 0;
    this.fields.forEach((field, j) => {
      const cell = this.standing.cell(index, j);
      const [now, after] = [comparable(field, cell), texts[j] ?? ''];
      if (field === 'recordId' || now === after) return;
      const who = cellText(records.cells.name?.[index] ?? '');
      const place = { row: sheetRow(index), field };
      const verdict = this.threeWay.judge({ id: row.id, who, ...place, sheet: now, file: after });
      if (typeof verdict === 'object') conflicts.push(verdict);
      if (verdict === 'keep') kept++;
      if (verdict === 'keep' || (typeof verdict === 'object' && verdict.decision !== 'file')) return;
      if (this.formulas.has(`${field} ${place.row}`))
        reject(row, field, after, 'formula-in-the-way', { row: place.row });
      edits.push({ sheet: 'records', ...place, key: rowKey(records, index, field), before: cell, after });
    });
    if (row.rejections.length > 0) return;
    this.crossed.push([row.id, texts]);
    this.edits.push(...edits);
    this.conflicts.push(...conflicts);
    this.counts.kept += kept;
    this.remarks.cleared += edits.filter(({ after }) => after === '').length;
    if (edits.some(({ field, after }) => field === 'delete' && after === '1')) this.counts.flagged++;
    if (edits.length > 0) this.counts.updated++;
    else if (conflicts.length === 0) this.counts.same++;
  }

  /**
   * Same compares every column of the file but the id, against any row of the sheet and against new rows before it. A new row
   * that the sheet holds just as it is writes nothing, so nothing of it is judged.
   */
  private addNew(rows: readonly FileRow[]): void {
    const news: { row: FileRow; texts: readonly string[]; compared: readonly string[] }[] = [];
    const asTheyAre = this.standing.holding(
      rows.map(({ asItIs }) => asItIs),
      this.edits,
    );
    for (const row of rows) {
      const held = asTheyAre.has(this.standing.print(row.asItIs));
      const judged = held ? row.asItIs : this.judge.texts(row, undefined);
      const keep = (texts: readonly string[]) => {
        const compared = texts.map((text, j) => comparable(this.fields[j] ?? '', text));
        news.push({ row, texts, compared });
      };
      this.take(row, judged, keep, held);
    }
    // What the file has just as it would be written was looked for already.
    const others = news.filter(({ row, compared }) => compared.some((text, j) => text !== row.asItIs[j]));
    const held = new Set([
      ...asTheyAre,
      ...this.standing.holding(
        others.map(({ compared }) => compared),
        this.edits,
      ),
    ]);
    const fresh = new Set<string>();
    for (const { row, texts, compared } of news) {
      this.crossed.push([row.id, texts]);
      const print = this.standing.print(compared);
      if (held.has(print) || fresh.has(print)) {
        if (!held.has(print)) this.remarks.doubledRows.push(row.row);
        this.counts.same++;
      } else {
        fresh.add(print);
        this.add(texts);
      }
    }
  }

  private add(texts: readonly string[]): void {
    this.counts.new++;
    if (texts[this.fields.indexOf('delete')] === '1') this.counts.flagged++;
    this.appends.push(newRow(this.fields, texts));
  }

  private made(): Plan {
    const used = new Set([
      ...this.appends.map((row) => codeKey(row.values.code ?? '')),
      ...this.edits.filter(({ field }) => field === 'code').map(({ after }) => codeKey(cellText(after))),
    ]);
    const added = this.codes.added(used);
    const { columns: own } = this.workbook.records;
    const newColumns = this.fields.flatMap((field) => {
      const heading = customHeading(field);
      return heading === undefined || field in own ? [] : [heading];
    });
    return {
      kind: 'import',
      edits: this.edits,
      appends: [
        ...added.map((code) => ({ sheet: 'codes' as const, values: { code, description: '' } })),
        ...this.appends,
      ],
      removals: [],
      ...(newColumns.length > 0 ? { newColumns } : {}),
      exchange: exchangeLayer(this.fields, this.crossed),
      summary: { file: this.file.name },
    };
  }

  private findings(rejected: readonly FileRow[]): ImportFindings {
    const [example] = this.waiting;
    const { unknown, leftOut } = this.taken;
    const added = this.codes.added(new Set(this.appends.map(({ values }) => codeKey(values.code ?? ''))));
    return {
      counts: this.counts,
      rejections: rejected.flatMap(({ rejections }) => rejections),
      rejected: rejectedFile(this.file, rejected),
      questions: {
        dates: example === undefined ? null : { count: this.waiting.size, example, ...bothReadings(example) },
        customColumns: this.answers.customColumns === undefined ? [...unknown] : [],
        ...this.codes.questions(),
        conflicts: this.conflicts,
      },
      remarks: this.remarks.all({
        missing: Object.entries(LAYOUT.records).flatMap(([field, { heading }]) =>
          field === 'recordId' || this.fields.includes(field) ? [] : [heading],
        ),
        leftOut,
        unsafeCodes: this.codes.unsafe(added),
        // Where the file has ids at all.
        notInFile: this.fields.includes('recordId') ? this.standing.unnamed : 0,
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
