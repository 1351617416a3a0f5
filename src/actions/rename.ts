import type { Input, MergePreview, RenamePreview, Value } from '../contract/api.ts';
import { count, headingOf, previewOf, rowLinkTo } from '../contract/views/preview.ts';
import { impactWords, verdictOf } from '../contract/words/codes.ts';
import { refusalMessage } from '../contract/words/refusals.ts';
import { judgeCode } from '../domain/codes/judge-code.ts';
import { findMentions } from '../domain/codes/mentions.ts';
import { planMerge } from '../domain/codes/merge.ts';
import { planRename, type RenameReach } from '../domain/codes/rename.ts';
import type { ChecklistEntry, Plan, Refused } from '../domain/plan.ts';
import type { Workbook } from '../domain/workbook.ts';
import { readWorkbook, type Wanted } from '../sheets/read-workbook.ts';
import { type Applied, applied, plan } from './change.ts';
import { newChecklist } from './checklist.ts';
import type { Context } from './context.ts';

/** Preview and apply read the same columns, so that row keys and with them the plan's fingerprint agree. */
const RENAME: Wanted = { records: ['recordId', 'name', 'code'] };
const MERGE: Wanted = { records: ['recordId', 'name', 'completionDate', 'code', 'delete'] };
const FREE_TEXT: Wanted = { records: ['title', 'otherInformation'] };

/** What a rename changes for you, what it leaves for you to change, and whom it concerns. */
export function previewRename(context: Context, input: Input<'previewRename'>): RenamePreview | Refused {
  const { workbook, planned } = plan(context, {
    wanted: RENAME,
    formulasIn: ['code'],
    plan: (book) => planRename(book, input),
  });
  if (!planned.ok) {
    // While the new code is typed, a wrong one is a verdict beside the field, not a refusal of the screen.
    const judgement = judgeCode(workbook, input.to, { from: input.from });
    const typed =
      judgement.refusal?.reason === planned.refusal.reason || planned.refusal.reason === 'code-former';
    if (!typed) return planned;
    const verdict = { ...verdictOf(judgement), ok: false, message: refusalMessage(planned.refusal) };
    return nothingYet(workbook, verdict);
  }
  const { from, to } = planned.plan.summary;
  const view = reachView(context, workbook, planned, `Rename ${from}`, `Rename to ${to}`);
  const { records } = planned.impact;
  const open = view.byHand.length > 0 ? ', which counts while the checklist is open' : '';
  const left =
    input.records === false && records > 0
      ? [`Left as it is in ${count(records, 'record')}: the old code${open}.`]
      : [];
  return { ...view, summary: [...view.summary, ...left], verdict: verdictOf(planned.judgement) };
}

export function rename(context: Context, input: Input<'rename'>): Value<'rename'> | Refused {
  return withChecklist(
    applied(
      context,
      { wanted: RENAME, plan: (book) => planRename(book, input) },
      input.basedOn,
      ({ summary }) => ({
        what: `Renamed ${summary.from} to ${summary.to}`,
        message: `${summary.from} is ${summary.to} now.`,
      }),
    ),
  );
}

export function previewMerge(context: Context, input: Input<'previewMerge'>): MergePreview | Refused {
  const { workbook, planned } = plan(context, {
    wanted: MERGE,
    formulasIn: ['code'],
    plan: (book) => planMerge(book, input),
  });
  if (!planned.ok) return planned;
  const { from, to } = planned.plan.summary;
  return {
    ...reachView(context, workbook, planned, `Merge ${from} into ${to}`, `Merge into ${to}`),
    verdict: { ok: true, message: `${from} goes, ${to} stays`, warnings: [], needsReason: false },
    doubled: planned.doubled.map(({ person, date, rows }) => ({
      person,
      date,
      links: rows.map((row) => rowLinkTo(workbook, 'records', row)),
    })),
  };
}

export function merge(context: Context, input: Input<'merge'>): Value<'merge'> | Refused {
  return withChecklist(
    applied(
      context,
      { wanted: MERGE, plan: (book) => planMerge(book, input) },
      input.basedOn,
      ({ summary }) => ({
        what: `Merged ${summary.from} into ${summary.to}`,
        message: `${summary.from} is part of ${summary.to} now.`,
      }),
    ),
  );
}

function reachView(
  context: Context,
  workbook: Workbook,
  { plan: change, forYou, impact }: RenameReach & { plan: Plan },
  title: string,
  confirm: string,
): Omit<RenamePreview, 'verdict'> {
  const checklist = change.checklist ?? [];
  const mentions = findMentions(
    readWorkbook(context.spreadsheet, context.now, { wanted: FREE_TEXT }),
    String(change.summary.from),
  );
  const summary = [
    `This concerns ${impactWords(impact)}.`,
    checklist.length > 0
      ? `${count(checklist.length, 'item')} to change by hand in the LMS: you get a checklist.`
      : 'Nothing to change by hand.',
    ...(change.removals.length > 0
      ? [`${count(change.removals.length, 'row')} removed, kept for undo.`]
      : []),
  ];
  return {
    ...previewOf(workbook, change, { title, summary, confirm }),
    forYou,
    impact,
    byHand: checklist.map((entry) => byHand(workbook, entry)),
    mentions: mentions.places.map(({ sheet, row, field, text }) => ({
      title: text,
      detail: headingOf(sheet, field),
      link: rowLinkTo(workbook, sheet, row, field),
    })),
    mentioned: mentions.count,
  };
}

function byHand(workbook: Workbook, { title, type, objectId, owner, row }: ChecklistEntry) {
  return { title, type, objectId, owner, link: rowLinkTo(workbook, 'content', row, 'code') };
}

function nothingYet(workbook: Workbook, verdict: RenamePreview['verdict']): RenamePreview {
  const none: Plan = { kind: 'rename', edits: [], appends: [], removals: [], summary: {} };
  return {
    ...previewOf(workbook, none, { title: 'Rename', summary: [], confirm: 'Rename' }),
    verdict,
    forYou: { codes: 0, paths: 0, steps: 0, records: 0 },
    impact: { records: 0, people: 0, paths: 0 },
    byHand: [],
    mentions: [],
    mentioned: 0,
  };
}

function withChecklist(run: Applied | Refused): Value<'rename'> | Refused {
  if ('ok' in run) return run;
  const { plan: done, workbook, ...result } = run;
  const checklist = done.checklist?.length ? newChecklist(workbook, result.run, done.checklist) : null;
  return { ...result, checklist };
}
