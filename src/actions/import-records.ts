import type { ImportInput, ImportPreview, ImportResult, Input } from '../contract/api.ts';
import { count, headingOf, previewOf } from '../contract/views/preview.ts';
import { importNotes, rejectionView } from '../contract/words/import.ts';
import { cellText } from '../domain/cell.ts';
import { guard } from '../domain/formula-guard.ts';
import { grouped } from '../domain/grouped.ts';
import { nothingTo, type Plan, type Planned, type Refused, refuse } from '../domain/plan.ts';
import { planFingerprint } from '../domain/plan-fingerprint.ts';
import { fileColumns } from '../domain/records/import/file-columns.ts';
import type { ImportAnswers, ImportedFile, ImportFindings } from '../domain/records/import/imported-file.ts';
import { planImport } from '../domain/records/import/plan-import.ts';
import type { Workbook } from '../domain/workbook.ts';
import { withDateCells } from '../sheets/date-cells.ts';
import { newRun, partOf } from '../sheets/journal.ts';
import { readLastExchange } from '../sheets/last-exchange.ts';
import { findSheet, startReading } from '../sheets/read-table.ts';
import type { Wanted } from '../sheets/read-workbook.ts';
import { apply, type Change, plan } from './change.ts';
import type { Context } from './context.ts';

const IMPORT: Wanted = { content: [], paths: [] };
/** Rows changed by one call: each stays far below the six minutes, and says how far it is. */
const ROWS_PER_CALL = 5_000;
/** A file this small is done in one call, with all that it changes and adds. */
const FEW_ROWS = 100;
const LISTED = 200;
/** Every rejected row is told, as far as one answer carries them. */
const ERRORS_LISTED = 10_000;

/** What a part of an import is based on, beside the plan. */
interface Basis {
  /** What else the preview saw to matter. Looking for it costs a call each, so it is looked for again only then. */
  readonly formulas: boolean;
  readonly exchange: boolean;
  /** The parts before this one: the name of the first, how many they are, and their rows. */
  readonly after?: { readonly run: string; readonly parts: number; readonly rows: number };
}

function basedOnText(plan: Plan, { formulas, exchange, after }: Basis): string {
  const looks = `${formulas ? 'F' : ''}${exchange ? 'X' : ''}`;
  return [planFingerprint(plan), looks, ...(after ? [after.run, after.parts, after.rows] : [])].join('.');
}

function basisOf(basedOn: string): Basis {
  const [, looks = '', run = '', parts, rows] = basedOn.split('.');
  return {
    formulas: looks.includes('F'),
    exchange: looks.includes('X'),
    ...(/^R\w+$/.test(run) ? { after: { run, parts: Number(parts), rows: Number(rows) } } : {}),
  };
}

/** What a file (or another sheet) would do: nothing is written. */
export function previewImport(context: Context, input: Input<'previewImport'>): ImportPreview | Refused {
  const file = source(context, input);
  if ('ok' in file) return file;
  const { workbook, planned } = plan(context, { ...importing(context, file, input), formulas: true });
  if (!planned.ok) return planned;
  const { counts, questions, rejections, rejected } = planned;
  const rows = count(counts.new + counts.updated, 'row');
  return {
    ...previewOf(workbook, planned.plan, {
      title: 'Import preview',
      summary: [
        `${grouped(counts.new)} new, ${grouped(counts.updated)} updated, ${grouped(counts.same)} the same, ${grouped(counts.errors)} with errors.`,
      ],
      confirm: `Import ${rows}`,
    }),
    basedOn: basedOnText(planned.plan, {
      formulas: workbook.records.formulas.length > 0,
      exchange: counts.kept + counts.conflicts > 0,
    }),
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
        ? [`The first ${grouped(ERRORS_LISTED)} of ${count(rejections.length, 'error')} are listed.`]
        : []),
    ],
    rejected,
    updates: updatesOf(workbook, planned.plan),
  };
}

/** Imports what was previewed, a part a call. Each part is a run of its own, and all of them are undone as one. */
export function importRecords(context: Context, input: Input<'importRecords'>): ImportResult | Refused {
  const file = source(context, input);
  if ('ok' in file) return file;
  const basis = basisOf(input.basedOn);
  const { formulas, exchange, after = { run: newRun(context.now), parts: 0, rows: 0 } } = basis;
  const whole = { ...importing(context, file, input, exchange), formulas };
  let rest: Plan | null = null;
  let left = 0;
  let rows = 0;
  const part: Change = {
    ...whole,
    previewed: true,
    run: partOf(after.run, after.parts + 1),
    plan: (workbook): Planned => {
      const planned = whole.plan(workbook);
      if (!planned.ok) return planned;
      if (planned.questions.dates) return refuse('file-dates-ambiguous');
      if (planned.questions.customColumns.length > 0) return refuse('custom-columns-undecided');
      if (planned.questions.conflicts.some(({ decision }) => decision === null))
        return refuse('conflicts-undecided');
      if (basedOnText(planned.plan, basis) !== input.basedOn) return refuse('sheet-changed');
      if (planned.plan.edits.length + planned.plan.appends.length === 0)
        return nothingTo(
          `import: every row is the same${planned.counts.errors > 0 ? ' or has an error' : ''}`,
        );
      const [first, others] = cut(planned.plan, ROWS_PER_CALL);
      rest = others;
      left = rowsOf(others);
      rows = rowsOf(first);
      return { ok: true, plan: first };
    },
  };
  const run = apply(context, part, null, () => {
    const soFar = after.rows + rows;
    const of = left > 0 ? `${grouped(soFar)} of ` : '';
    return {
      what: `Imported ${of}${count(soFar + left, 'row')} from ${file.name}`,
      message: `${count(rows, 'row')} imported.`,
    };
  });
  if ('ok' in run) return run;
  const next = { run: after.run, parts: after.parts + 1, rows: after.rows + rows };
  return {
    ...run,
    done: rows,
    total: rows + left,
    ...(rest && left > 0 ? { basedOn: basedOnText(rest, { ...basis, after: next }) } : {}),
  };
}

function importing(
  context: Context,
  file: ImportedFile,
  choices: ImportInput,
  exchange = true,
): Change<Planned<ImportFindings>> {
  const answers = choices as ImportAnswers;
  const columns = fileColumns(file.rows[0] ?? []);
  const custom = 'ok' in columns ? [] : columns.custom.map(({ heading }) => heading);
  return {
    wanted: IMPORT,
    ...(custom.length > 0 ? { custom } : {}),
    plan: (workbook) =>
      planImport(workbook, file, answers, exchange ? readLastExchange(context.spreadsheet) : null),
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
 * The first rows of a plan, and what is left of it: of a long file first those that change, then the new ones, because
 * changing and adding rows each take calls of their own. New codes go with the first.
 */
function cut(whole: Plan, rows: number): [Plan, Plan] {
  const codes = whole.appends.filter(({ sheet }) => sheet === 'codes');
  const appends = whole.appends.filter(({ sheet }) => sheet === 'records');
  const edited = [...new Set(whole.edits.map(({ row }) => row))];
  const first = new Set(edited.slice(0, rows));
  const together = edited.length === 0 || edited.length + appends.length <= FEW_ROWS;
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
