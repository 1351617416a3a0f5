import type { ImportInput, ImportPreview, ImportResult, Input } from '../contract/api.ts';
import { count, headingOf, previewOf } from '../contract/views/preview.ts';
import { importNotes, rejectionView } from '../contract/words/import.ts';
import { cellText } from '../domain/cell.ts';
import { guard } from '../domain/formula-guard.ts';
import { type Plan, type Planned, type Refused, refuse } from '../domain/plan.ts';
import { planFingerprint } from '../domain/plan-fingerprint.ts';
import { fileColumns } from '../domain/records/import/file-columns.ts';
import type { ImportAnswers, ImportedFile, ImportFindings } from '../domain/records/import/imported-file.ts';
import { planImport } from '../domain/records/import/plan-import.ts';
import type { Workbook } from '../domain/workbook.ts';
import { withDateCells } from '../sheets/date-cells.ts';
import { readLastExchange } from '../sheets/last-exchange.ts';
import { findSheet, startReading } from '../sheets/read-table.ts';
import type { Wanted } from '../sheets/read-workbook.ts';
import { applied, type Change, plan } from './change.ts';
import type { Context } from './context.ts';

const IMPORT: Wanted = { content: [], paths: [] };
/** Rows changed by one call: each stays far below the six minutes, and says how far it is. */
const ROWS_PER_CALL = 5_000;
const LISTED = 200;
/** Every rejected row is told, as far as one answer carries them. */
const ERRORS_LISTED = 10_000;

const WITH_FORMULAS = '.formulas';

/** Looking for formulas costs a call: only where the preview saw some in Records is it done again. */
function basedOnWithFormulas(plan: Plan, formulas: boolean): string {
  return planFingerprint(plan) + (formulas ? WITH_FORMULAS : '');
}

/** What a file (or another sheet) would do: nothing is written. */
export function previewImport(context: Context, input: Input<'previewImport'>): ImportPreview | Refused {
  const file = source(context, input);
  if ('ok' in file) return file;
  const { workbook, planned } = plan(context, { ...importing(context, file, input), formulas: true });
  if (!planned.ok) return planned;
  const formulas = workbook.records.formulas.length > 0;
  const { counts, questions, rejections, rejected } = planned;
  const rows = count(counts.new + counts.updated, 'row');
  const counted = (n: number): string => n.toLocaleString('en-GB');
  return {
    ...previewOf(workbook, planned.plan, {
      title: 'Import preview',
      summary: [
        `${counted(counts.new)} new, ${counted(counts.updated)} updated, ${counted(counts.same)} the same, ${counted(counts.errors)} with errors.`,
      ],
      confirm: `Import ${rows}`,
    }),
    basedOn: basedOnWithFormulas(planned.plan, formulas),
    name: file.name,
    counts,
    questions: {
      ...questions,
      conflicts: questions.conflicts.map(({ field, ...each }) => ({
        ...each,
        heading: headingOf('records', field),
      })),
    },
    errors: rejections.slice(0, ERRORS_LISTED).map(rejectionView),
    notes: [
      ...importNotes(planned.remarks, counts.kept),
      ...(rejections.length > ERRORS_LISTED
        ? [
            `The first ${ERRORS_LISTED.toLocaleString('en-GB')} of ${count(rejections.length, 'error')} are listed.`,
          ]
        : []),
    ],
    rejected,
    updates: updatesOf(workbook, planned.plan),
  };
}

/** Imports what was previewed, a chunk a call. A chunk is a run of its own; the rest follows with the next call. */
export function importRecords(context: Context, input: Input<'importRecords'>): ImportResult | Refused {
  const file = source(context, input);
  if ('ok' in file) return file;
  const formulas = input.basedOn.endsWith(WITH_FORMULAS);
  const whole = { ...importing(context, file, input), formulas };
  let rest: Plan | null = null;
  let left = 0;
  const chunk: Change = {
    ...whole,
    previewed: true,
    plan: (workbook): Planned => {
      const planned = whole.plan(workbook);
      if (!planned.ok) return planned;
      if (planned.questions.dates) return refuse('file-dates-ambiguous');
      if (planned.questions.customColumns.length > 0) return refuse('custom-columns-undecided');
      if (planned.questions.conflicts.some(({ decision }) => decision === null))
        return refuse('conflicts-undecided');
      if (basedOnWithFormulas(planned.plan, formulas) !== input.basedOn) return refuse('sheet-changed');
      if (planned.plan.edits.length + planned.plan.appends.length === 0)
        return refuse('nothing-to-do', {
          what: `import: every row is the same${planned.counts.errors > 0 ? ' or has an error' : ''}`,
        });
      const [first, after] = cut(planned.plan, ROWS_PER_CALL);
      rest = after;
      left = rowsOf(after);
      return { ok: true, plan: first };
    },
  };
  const run = applied(context, chunk, null, (done) => {
    const rows = count(rowsOf(done), 'row');
    // Parts of one import stand apart in Activity, each with an undo of its own: this tells that they belong together.
    const more = left > 0 ? `, ${left.toLocaleString('en-GB')} more to follow` : '';
    return { what: `Imported ${rows} from ${file.name}${more}`, message: `${rows} imported.` };
  });
  if ('ok' in run) return run;
  const { plan: done, workbook: _, ...result } = run;
  const total = rowsOf(done) + left;
  return {
    ...result,
    done: rowsOf(done),
    total,
    ...(rest && left > 0 ? { basedOn: basedOnWithFormulas(rest, formulas) } : {}),
  };
}

function importing(
  context: Context,
  file: ImportedFile,
  choices: ImportInput,
): Change<Planned<ImportFindings>> {
  const answers = choices as ImportAnswers;
  const columns = fileColumns(file.rows[0] ?? []);
  const custom = 'ok' in columns ? [] : columns.custom.map(({ heading }) => heading);
  return {
    wanted: IMPORT,
    ...(custom.length > 0 ? { custom } : {}),
    plan: (workbook) => planImport(workbook, file, answers, readLastExchange(context.spreadsheet)),
  };
}

/** The rows that came with the call, or those of another sheet of this spreadsheet, as people see them. */
function source(context: Context, input: ImportInput): ImportedFile | Refused {
  if (input.rows) {
    const lines = input.lines ?? input.rows.map((_, i) => i + 1);
    return { name: input.name ?? 'the file', rows: input.rows, lines };
  }
  if (input.sheet === undefined) return refuse('bad-request', { detail: 'name a file or a sheet' });
  const sheet = findSheet(context.spreadsheet, input.sheet);
  if (!sheet) return refuse('sheet-missing', { sheet: input.sheet, typed: 1 });
  const { timeZone, dates } = startReading(context.spreadsheet);
  // Guarded as in a file, where one apostrophe ahead of formula-like text is no part of it.
  const rows = withDateCells(sheet.getDataRange().getValues(), timeZone, dates).map((row) =>
    row.map((cell) => guard(cellText(cell))),
  );
  const kept = rows.flatMap((row, i) =>
    row.some((cell) => cell.trim() !== '') ? [{ row, line: i + 1 }] : [],
  );
  return { name: input.sheet, rows: kept.map(({ row }) => row), lines: kept.map(({ line }) => line) };
}

/**
 * The first rows of a plan, and what is left of it. New codes go with the first. What is too long for one call is cut
 * where the new rows begin, too: changing and adding rows each take calls of their own.
 */
function cut(whole: Plan, rows: number): [Plan, Plan] {
  const codes = whole.appends.filter(({ sheet }) => sheet === 'codes');
  const appends = whole.appends.filter(({ sheet }) => sheet === 'records');
  const edited = [...new Set(whole.edits.map(({ row }) => row))];
  const first = new Set(edited.slice(0, rows));
  const together = edited.length === 0 || edited.length + appends.length <= rows;
  const room = together ? rows - first.size : 0;
  const { newColumns, exchange, ...both } = whole;
  const rest = {
    ...both,
    edits: whole.edits.filter(({ row }) => !first.has(row)),
    appends: appends.slice(room),
    ...(exchange ? { exchange } : {}),
  };
  const now = {
    ...both,
    edits: whole.edits.filter(({ row }) => first.has(row)),
    appends: [...codes, ...appends.slice(0, room)],
    ...(newColumns ? { newColumns } : {}),
    // What crossed is remembered when all of it has.
    ...(exchange && rowsOf(rest) === 0 ? { exchange } : {}),
  };
  return [now, rest];
}

function rowsOf(of: Plan): number {
  return (
    new Set(of.edits.map(({ row }) => row)).size +
    of.appends.filter(({ sheet }) => sheet === 'records').length
  );
}

function updatesOf({ records }: Workbook, { edits }: Plan): ImportPreview['updates'] {
  const byRow = new Map<number, ImportPreview['updates'][number]>();
  for (const { row, field, before, after } of edits) {
    if (byRow.size >= LISTED && !byRow.has(row)) break;
    const who = cellText(records.cells.name?.[row - 2] ?? '');
    const update = byRow.get(row) ?? { who, row, changes: [] };
    update.changes.push({
      heading: headingOf('records', field),
      before: cellText(before),
      after: cellText(after),
    });
    byRow.set(row, update);
  }
  return [...byRow.values()];
}
