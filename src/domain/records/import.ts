import { type Cell, cellText } from '../cell.ts';
import { addTo } from '../checks/context.ts';
import { RECORD_TYPES } from '../checks/records.ts';
import { codeKey } from '../code.ts';
import type { CsvFile } from '../csv/csv-file.ts';
import { formatCsv } from '../csv/format-csv.ts';
import { unguard } from '../formula-guard.ts';
import { headingKey, LAYOUT } from '../layout.ts';
import { codeSkeleton } from '../look-alike.ts';
import { type CellEdit, type Plan, type Planned, type RowAppend, refuse } from '../plan.ts';
import { rowKey } from '../row-key.ts';
import { flagProblem, isFlagged } from '../usage.ts';
import { cellsOf, customField, customHeading, sheetRow, type Workbook } from '../workbook.ts';
import { type FileColumns, fileColumns, type RecordField } from './import-columns.ts';
import { bothReadings, type DateColumn, type DateOrder, dateColumn, importedDate } from './import-dates.ts';
import { exchangeLayer, type LastExchange, textPrint } from './last-exchange.ts';

export interface ImportedFile {
  readonly name: string;
  /** Heading row first. */
  readonly rows: readonly (readonly string[])[];
  /** Sheet row of each row, as a spreadsheet shows the file. */
  readonly lines: readonly number[];
}

export interface ImportAnswers {
  readonly dates?: DateOrder;
  readonly customColumns?: 'add' | 'leaveOut';
  readonly addCodes?: readonly string[];
  readonly useNewCodes?: boolean;
  /** For cells that changed here since the last export or import: all alike, or by `Conflict.item`. */
  readonly conflicts?: 'sheet' | 'file' | Readonly<Record<string, 'sheet' | 'file'>>;
}

export type RejectReason =
  | 'name-missing'
  | 'type-missing'
  | 'type-unknown'
  | 'code-unknown'
  | 'code-former'
  | 'date-impossible'
  | 'date-future'
  | 'date-mixed'
  | 'delete-value'
  | 'id-twice-in-file'
  | 'id-twice-in-sheet'
  | 'too-long';

export interface Rejection {
  readonly row: number;
  readonly field: string;
  readonly value: string;
  readonly reason: RejectReason;
  readonly args: Readonly<Record<string, string | number>>;
}

/** A cell that changed both here and in the file since the records last crossed. */
export interface Conflict {
  /** Names the cell in the answers. */
  readonly item: string;
  readonly who: string;
  readonly row: number;
  readonly field: string;
  readonly sheet: string;
  readonly file: string;
  readonly decision: 'sheet' | 'file' | null;
}

export interface ImportFindings {
  /** `kept`: cells that changed here and not in the file, which stay. The others are rows. */
  readonly counts: {
    new: number;
    updated: number;
    same: number;
    flagged: number;
    errors: number;
    conflicts: number;
    kept: number;
  };
  readonly rejections: readonly Rejection[];
  readonly rejected: CsvFile | null;
  readonly questions: {
    readonly dates: { count: number; example: string; dayFirst: string; monthFirst: string } | null;
    readonly customColumns: string[];
    readonly unknownCodes: { code: string; rows: number; suggestion: string | null }[];
    readonly formerCodes: { code: string; now: string; rows: number }[];
    readonly conflicts: readonly Conflict[];
  };
  /** Known columns that the file lacks: they are left alone. */
  readonly missing: readonly string[];
  /** Cells that a blank in the file clears. */
  readonly cleared: number;
  /** New rows that stand twice in the file: the second is the same. */
  readonly doubledRows: readonly number[];
}

/** A row's texts by field, people's own columns among them. */
type Texts = ReadonlyMap<string, string>;

const LONGEST = 50_000;
const TYPES = new Map(RECORD_TYPES.map((type) => [type.toLowerCase(), type]));

/**
 * What a file would do, and the plan that does it: upsert by Record Id. Rows that are right go in although others are
 * rejected; a row missing from the file is never a deletion; importing the same file twice adds nothing.
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
  private readonly columns: FileColumns;
  private readonly answers: ImportAnswers;
  private readonly last: LastExchange | null;
  /** 0-based file column of each field that is taken over. */
  private readonly at: ReadonlyMap<string, number>;
  private readonly fields: readonly string[];
  /** Headings of the file that neither the LMS nor the sheet has. */
  private readonly unknownColumns: readonly string[];
  private readonly dates: DateColumn;
  private readonly live: ReadonlyMap<string, string>;
  private readonly added: ReadonlySet<string>;
  private readonly rejections: Rejection[] = [];
  private readonly unknown = new Map<string, { code: string; rows: number }>();
  private readonly former = new Map<string, { code: string; now: string; rows: number }>();
  private readonly edits: CellEdit[] = [];
  private readonly appends: RowAppend[] = [];
  private readonly counts = { new: 0, updated: 0, same: 0, flagged: 0, errors: 0, conflicts: 0, kept: 0 };
  private readonly conflicts: Conflict[] = [];
  private readonly decisions: 'sheet' | 'file' | ReadonlyMap<string, 'sheet' | 'file'>;
  private readonly crossed: [id: string, texts: string[]][] = [];
  private readonly doubledRows: number[] = [];
  private cleared = 0;
  private waiting = 0;

  constructor(
    workbook: Workbook,
    file: ImportedFile,
    columns: FileColumns,
    answers: ImportAnswers,
    last: LastExchange | null,
  ) {
    this.workbook = workbook;
    this.file = file;
    this.columns = columns;
    this.answers = answers;
    this.last = last;
    const { conflicts } = answers;
    this.decisions = typeof conflicts === 'string' ? conflicts : new Map(Object.entries(conflicts ?? {}));
    const { at: taken, unknown } = takenColumns(workbook, columns, answers.customColumns === 'add');
    this.at = taken;
    this.unknownColumns = unknown;
    this.fields = [...taken.keys()];
    const at = columns.at.get('completionDate');
    this.dates = dateColumn(
      at === undefined ? [] : file.rows.slice(1).map((row) => row[at] ?? ''),
      answers.dates,
    );
    this.live = new Map(
      (workbook.codes.cells.code ?? []).map((cell) => [codeKey(cellText(cell)), cellText(cell)]),
    );
    this.added = new Set((answers.addCodes ?? []).map(codeKey));
  }

  plan(): Planned<ImportFindings> {
    const inFile = this.fileIds();
    const inSheet = this.sheetIds(inFile);
    const rejectedRows: (readonly string[])[] = [];
    const news: { texts: Texts; row: number }[] = [];
    this.file.rows.slice(1).forEach((cells, i) => {
      const row = this.file.lines[i + 1] ?? i + 2;
      const before = this.rejections.length;
      const texts = this.read(cells, row);
      const id = texts.get('recordId') ?? '';
      const twice = id === '' ? undefined : inFile.get(id);
      if (twice && twice.length > 1) {
        this.reject(row, 'recordId', id, 'id-twice-in-file', {
          other: twice.find((other) => other !== row) ?? row,
        });
      }
      const standing = inSheet.get(id) ?? [];
      if (standing.length > 1) {
        this.reject(row, 'recordId', id, 'id-twice-in-sheet', { rows: standing.map(sheetRow).join(', ') });
      }
      const index = standing[0];
      this.require(texts, row, index !== undefined, before);
      if (this.rejections.length > before) rejectedRows.push(cells);
      else if (texts.get('completionDate') === WAITING) this.waiting++;
      else {
        this.crossed.push([id, this.fields.map((field) => texts.get(field) ?? '')]);
        if (index !== undefined) this.update(index, texts, id);
        else news.push({ texts, row });
      }
    });
    this.addNew(news);
    this.counts.errors = rejectedRows.length;
    this.counts.conflicts = new Set(this.conflicts.map(({ row }) => row)).size;
    return { ok: true, plan: this.made(), ...this.findings(rejectedRows) };
  }

  /** The row's texts as they would be written: ids, types, codes and dates in their one form, other text untouched. */
  private read(cells: readonly string[], row: number): Texts {
    const texts = new Map<string, string>();
    for (const [field, at] of this.at) {
      const text = unguard(cells[at] ?? '');
      if (text.length > LONGEST) this.reject(row, field, `${text.slice(0, 40)}…`, 'too-long', {});
      texts.set(field, this.form(field, text, row));
    }
    return texts;
  }

  private form(field: string, text: string, row: number): string {
    const trimmed = text.trim();
    switch (field) {
      case 'recordId':
        return trimmed === '0' ? '' : trimmed;
      case 'name':
      case 'objectId':
        return trimmed;
      case 'recordType': {
        const type = TYPES.get(trimmed.toLowerCase());
        if (type === undefined && trimmed !== '') this.reject(row, field, text, 'type-unknown', {});
        return type ?? '';
      }
      case 'completionDate':
        return this.date(text, row);
      case 'code':
        return trimmed === '' ? '' : this.code(trimmed, row);
      case 'delete':
        if (flagProblem(trimmed)) this.reject(row, field, text, 'delete-value', {});
        return isFlagged(trimmed) ? '1' : '';
      default:
        return text;
    }
  }

  private date(text: string, row: number): string {
    const date = importedDate(text, this.dates);
    if (date === 'ambiguous') {
      if (!this.dates.mixed) return WAITING;
      this.reject(row, 'completionDate', text, 'date-mixed', {});
      return '';
    }
    if (date === 'impossible') this.reject(row, 'completionDate', text, 'date-impossible', {});
    else if (date.iso > this.workbook.today) this.reject(row, 'completionDate', text, 'date-future', {});
    return date === 'impossible' ? '' : date.iso;
  }

  private code(code: string, row: number): string {
    const key = codeKey(code);
    // Nothing but characters that nobody sees is no code.
    if (key === '') return '';
    if (this.live.has(key) || this.added.has(key)) return code;
    const old = this.workbook.openRenames.find(({ from }) => codeKey(from) === key);
    if (old) return code;
    const former = [...this.workbook.formerCodes].reverse().find((each) => codeKey(each.code) === key);
    const now = former ? this.live.get(codeKey(former.now)) : undefined;
    if (now !== undefined) {
      if (this.answers.useNewCodes) return now;
      const entry = this.former.get(key) ?? { code, now, rows: 0 };
      entry.rows++;
      this.former.set(key, entry);
      this.reject(row, 'code', code, 'code-former', { now });
      return code;
    }
    const entry = this.unknown.get(key) ?? { code, rows: 0 };
    entry.rows++;
    this.unknown.set(key, entry);
    this.reject(row, 'code', code, 'code-unknown', {});
    return code;
  }

  /** `before` is how many rejections there were when the row began. */
  private require(texts: Texts, row: number, standing: boolean, before: number): void {
    const name = texts.get('name');
    if (name === '' || (name === undefined && !standing)) this.reject(row, 'name', '', 'name-missing', {});
    const rejected = this.rejections.slice(before).some(({ field }) => field === 'recordType');
    if (texts.get('recordType') === '' && standing && !rejected)
      this.reject(row, 'recordType', '', 'type-missing', {});
  }

  private update(index: number, texts: Texts, id: string): void {
    const { records } = this.workbook;
    const [edits, conflicts] = [this.edits.length, this.conflicts.length];
    for (const [field, after] of texts) {
      if (field === 'recordId') continue;
      const cell = cellsOf(records, field)?.[index] ?? '';
      const now = comparable(field, cell);
      if (now === after || this.staysAsItIs({ index, id, field, now, after })) continue;
      if (after === '') this.cleared++;
      if (field === 'delete' && after === '1') this.counts.flagged++;
      const key = rowKey(records, index, field);
      this.edits.push({ sheet: 'records', row: sheetRow(index), field, key, before: cell, after });
    }
    if (this.edits.length > edits) this.counts.updated++;
    else if (this.conflicts.length === conflicts) this.counts.same++;
  }

  /**
   * Three ways: the sheet, the file, and what both were when they last crossed. A change that only the file has comes in; one
   * that only the sheet has stays; where both changed, people decide, and until then the cell waits.
   */
  private staysAsItIs(cell: {
    index: number;
    id: string;
    field: string;
    now: string;
    after: string;
  }): boolean {
    const { index, id, field, now, after } = cell;
    const was = this.last?.print(id, field);
    if (was === undefined || was === textPrint(now)) return false;
    const item = `${id}|${field}`;
    const decision = (typeof this.decisions === 'string' ? this.decisions : this.decisions.get(item)) ?? null;
    if (was === textPrint(after)) {
      if (decision === 'file') return false;
      this.counts.kept++;
      return true;
    }
    const who = cellText(this.workbook.records.cells.name?.[index] ?? '');
    this.conflicts.push({ item, who, row: sheetRow(index), field, sheet: now, file: after, decision });
    return decision !== 'file';
  }

  /** Same compares every column of the file but the id, against any row of the sheet and against new rows before it. */
  private addNew(news: readonly { texts: Texts; row: number }[]): void {
    if (news.length === 0) return;
    const compared = this.fields.filter((field) => field !== 'recordId');
    const { records } = this.workbook;
    // A row can only be the same when each of its texts stands in some new row: most fall out at the first.
    const columns = compared.map((field) => ({
      field,
      cells: cellsOf(records, field),
      among: new Set(news.map(({ texts }) => texts.get(field) ?? '')),
    }));
    const textAt = ({ field, cells }: (typeof columns)[number], i: number) =>
      comparable(field, cells?.[i] ?? '');
    const standing = new Set<string>();
    for (let i = 0; i < records.length; i++) {
      if (columns.every((column) => column.among.has(textAt(column, i))))
        standing.add(columns.map((column) => textAt(column, i)).join('\u001f'));
    }
    const fresh = new Set<string>();
    for (const { texts, row } of news) {
      const text = compared.map((field) => texts.get(field) ?? '').join('\u001f');
      if (standing.has(text) || fresh.has(text)) {
        if (!standing.has(text)) this.doubledRows.push(row);
        this.counts.same++;
        continue;
      }
      fresh.add(text);
      this.counts.new++;
      if (texts.get('delete') === '1') this.counts.flagged++;
      this.appends.push(newRow(texts));
    }
  }

  private made(): Plan {
    const wanted = new Map((this.answers.addCodes ?? []).map((code) => [codeKey(code), code.trim()]));
    const used = new Set([
      ...this.appends.map((row) => codeKey(row.values.code ?? '')),
      ...this.edits.filter(({ field }) => field === 'code').map(({ after }) => codeKey(cellText(after))),
    ]);
    const codes = [...wanted].filter(([key]) => key !== '' && used.has(key) && !this.live.has(key));
    const { columns: own } = this.workbook.records;
    const newColumns = this.fields.flatMap((field) => {
      const heading = customHeading(field);
      return heading === undefined || field in own ? [] : [heading];
    });
    return {
      kind: 'import',
      edits: this.edits,
      appends: [
        ...codes.map(([, code]) => ({ sheet: 'codes' as const, values: { code, description: '' } })),
        ...this.appends,
      ],
      removals: [],
      ...(newColumns.length > 0 ? { newColumns } : {}),
      exchange: exchangeLayer(this.fields, this.crossed),
      summary: { file: this.file.name },
    };
  }

  private findings(rejectedRows: readonly (readonly string[])[]): ImportFindings {
    const [example] = this.dates.ambiguous;
    const asks = this.waiting > 0 && example !== undefined;
    const skeletons = new Map([...this.live.values()].map((code) => [codeSkeleton(code), code]));
    const headings = this.file.rows[0] ?? [];
    return {
      counts: this.counts,
      rejections: this.rejections,
      rejected:
        rejectedRows.length === 0
          ? null
          : {
              name: `rejected-${this.file.name}`,
              text: formatCsv([headings, ...rejectedRows.map((row) => row.map(unguard))]),
              rows: rejectedRows.length,
              notes: [],
            },
      questions: {
        dates: asks ? { count: this.dates.ambiguous.length, example, ...bothReadings(example) } : null,
        customColumns: this.answers.customColumns === undefined ? [...this.unknownColumns] : [],
        unknownCodes: [...this.unknown.values()].map((each) => ({
          ...each,
          suggestion: skeletons.get(codeSkeleton(each.code)) ?? null,
        })),
        formerCodes: [...this.former.values()],
        conflicts: this.conflicts,
      },
      missing: (Object.keys(LAYOUT.records) as RecordField[])
        .filter((field) => !this.columns.at.has(field) && field !== 'recordId')
        .map((field) => LAYOUT.records[field].heading),
      cleared: this.cleared,
      doubledRows: this.doubledRows,
    };
  }

  /** Rows of the sheet by their ids, as far as the file names them. */
  private sheetIds(named: ReadonlyMap<string, unknown>): Map<string, number[]> {
    const ids = new Map<string, number[]>();
    (this.workbook.records.cells.recordId ?? []).forEach((cell, i) => {
      const id = comparable('recordId', cell);
      if (named.has(id)) addTo(ids, id, i);
    });
    return ids;
  }

  private fileIds(): Map<string, number[]> {
    const at = this.columns.at.get('recordId');
    const ids = new Map<string, number[]>();
    if (at === undefined) return ids;
    this.file.rows.slice(1).forEach((row, i) => {
      const id = unguard(row[at] ?? '').trim();
      if (id !== '' && id !== '0') addTo(ids, id, this.file.lines[i + 1] ?? i + 2);
    });
    return ids;
  }

  private reject(
    row: number,
    field: string,
    value: string,
    reason: RejectReason,
    args: Rejection['args'],
  ): void {
    this.rejections.push({ row, field, value, reason, args });
  }
}

/** Stands for a date that cannot be read before somebody says how: its row waits. */
const WAITING = '\u0000waiting';

/** The file's columns that are taken over, people's own among them, and the headings that only the file has. */
function takenColumns(
  { records }: Workbook,
  { at: known, custom }: FileColumns,
  add: boolean,
): { at: Map<string, number>; unknown: string[] } {
  const at = new Map<string, number>(known);
  const unknown: string[] = [];
  const standing = new Map(
    Object.keys(records.columns).flatMap((field) => {
      const heading = customHeading(field);
      return heading === undefined ? [] : [[headingKey(heading), field] as const];
    }),
  );
  for (const { heading, at: column } of custom) {
    const field = standing.get(headingKey(heading));
    if (field === undefined) unknown.push(heading);
    if (field !== undefined || add) at.set(field ?? customField(heading), column);
  }
  return { at, unknown };
}

function newRow(texts: Texts): RowAppend {
  const values: Record<string, string> = {};
  const custom: Record<string, string> = {};
  for (const [field, text] of texts) {
    const heading = customHeading(field);
    if (heading === undefined) values[field] = text;
    else custom[heading] = text;
  }
  return { sheet: 'records', values, ...(Object.keys(custom).length > 0 ? { custom } : {}) };
}

/** A cell in the form in which a file's text is compared with it, and in which exports are remembered. */
export function comparable(field: string, cell: Cell): string {
  if (cell === '') return '';
  switch (field) {
    case 'delete':
      return isFlagged(cell) ? '1' : flagProblem(cell) ? cellText(cell) : '';
    case 'completionDate':
      return typeof cell === 'object' ? cell.iso.slice(0, 10) : cellText(cell).trim();
    case 'recordId': {
      const id = cellText(cell).trim();
      return id === '0' ? '' : id;
    }
    case 'name':
    case 'objectId':
    case 'recordType':
    case 'code':
      return cellText(cell).trim();
    default:
      return cellText(cell);
  }
}
