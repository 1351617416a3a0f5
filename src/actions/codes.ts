import type { Input, UseKind, Value, WhereUsed } from '../contract/api.ts';
import { rowLinkTo } from '../contract/views/preview.ts';
import { blockedWords, KIND_TITLES, verdictOf } from '../contract/words/codes.ts';
import { codeKey } from '../domain/code.ts';
import { planAddCode } from '../domain/codes/add-code.ts';
import { refuseUnreadable } from '../domain/codes/code-cells.ts';
import { judgeCode } from '../domain/codes/judge-code.ts';
import { listCodes as list } from '../domain/codes/list-codes.ts';
import { rowsInUse, usedInOf } from '../domain/codes/used-in.ts';
import { type CodeWhereUsed, whereUsed as find } from '../domain/codes/where-used.ts';
import { type Refused, refuse, refuseSheet } from '../domain/plan.ts';
import { findUsage } from '../domain/usage.ts';
import type { Workbook } from '../domain/workbook.ts';
import { highlightCodes } from '../sheets/marks.ts';
import { CODES_IN_USE, hasOwnRule } from '../sheets/own-rule.ts';
import { attempt } from '../sheets/platform.ts';
import { findSheet } from '../sheets/read-table.ts';
import { readWorkbook, type Wanted } from '../sheets/read-workbook.ts';
import { writeUsedIn } from '../sheets/used-in.ts';
import { apply } from './change.ts';
import { renameOf } from './checklist.ts';
import { type Context, localTime } from './context.ts';

/** Counting uses takes one column of Records. */
const CODE_ONLY: Wanted = { records: ['code'] };
const PAGE = 50;

/** The codes with their uses, searched, filtered and by the page. */
export function listCodes(context: Context, input: Input<'listCodes'>): Value<'listCodes'> | Refused {
  const { spreadsheet, now } = context;
  const workbook = readWorkbook(spreadsheet, now, { wanted: CODE_ONLY, trusting: true });
  if (!workbook.codes.exists) return refuseSheet('Codes');
  const { from = 0, count = PAGE, search, filter } = input;
  const matching = list(workbook, findUsage(workbook), {
    ...(search === undefined ? {} : { search }),
    ...(filter === undefined ? {} : { filter }),
  });
  const sheet = findSheet(spreadsheet, workbook.codes.name);
  return {
    codes: matching.slice(from, from + count),
    matching: matching.length,
    total: (workbook.codes.cells.code ?? []).filter((cell) => cell !== '').length,
    highlight: sheet !== null && hasOwnRule(sheet, CODES_IN_USE),
  };
}

/** Where a code is used, by kind, and whether it could be deleted. */
export function whereUsed(context: Context, { code, all }: Input<'whereUsed'>): WhereUsed | Refused {
  if (codeKey(code) === '') return refuse('code-blank');
  const search = (shown: boolean) => {
    // Names for the number of people, and nothing else of Records: three columns more would double the time.
    const workbook = readWorkbook(context.spreadsheet, context.now, {
      wanted: { records: ['name', 'code'] },
      trusting: true,
      shown,
    });
    return { workbook, found: find(workbook, findUsage(workbook), code, all ? 500 : 3) };
  };
  const quick = search(false);
  // A code that Sheets turned into a date goes by what people see of it.
  const { workbook, found } = quick.found.row === null && quick.found.total === 0 ? search(true) : quick;
  if (found.row === null && found.total === 0) return refuse('code-unknown', { code });
  return {
    ...found,
    kinds: useKinds(workbook, found),
    canDelete: found.total === 0,
    blockedBecause: found.total === 0 ? null : blockedWords(found.kinds),
    openRename: renameOf(context, workbook, code),
  };
}

export function useKinds(workbook: Workbook, found: Pick<CodeWhereUsed, 'kinds'>): UseKind[] {
  return found.kinds.map(({ kind, count, places }) => ({
    kind,
    title: KIND_TITLES[kind],
    count,
    places: places.map(({ sheet, row, title, detail }) => ({
      title,
      detail,
      link: rowLinkTo(workbook, sheet, row),
    })),
  }));
}

/** Colours the codes in use on the Codes sheet by one rule of our own, and refreshes Used In on the way. */
export function highlight(context: Context, { on }: Input<'highlight'>): Value<'highlight'> | Refused {
  const { spreadsheet, now } = context;
  const workbook = readWorkbook(spreadsheet, now, { wanted: { records: ['name', 'code'] } });
  const unreadable = refuseUnreadable(workbook, ['codes']);
  if (unreadable) return unreadable;
  const usage = findUsage(workbook);
  const rows = rowsInUse(workbook, usage);
  highlightCodes(spreadsheet, workbook, rows, on);
  if (on) attempt(() => writeUsedIn(spreadsheet, workbook, usedInOf(workbook, usage, localTime(context))));
  return { on, codesInUse: rows.length };
}

/** Judges a code while it is typed (`dryRun`), or adds it. */
export function addCode(context: Context, input: Input<'addCode'>): Value<'addCode'> | Refused {
  if (input.dryRun) {
    const workbook = readWorkbook(context.spreadsheet, context.now, {
      wanted: { content: [], paths: [], records: [] },
    });
    return { verdict: verdictOf(judgeCode(workbook, input.code)), run: null };
  }
  const { code, description, reason } = input;
  const asked = {
    code,
    ...(description === undefined ? {} : { description }),
    ...(reason === undefined ? {} : { reason }),
  };
  const wanted: Wanted = { content: [], paths: [], records: [] };
  let warnings: string[] = [];
  const run = apply(
    context,
    { wanted, plan: (workbook) => planAddCode(workbook, asked) },
    null,
    ({ summary }, { judgement }) => {
      warnings = verdictOf(judgement).warnings;
      const why = summary.reason === undefined ? '' : ` again: ${summary.reason}`;
      return {
        what: `Added the code ${summary.code}${why}`,
        message: `${summary.code} is in the Codes sheet now.`,
      };
    },
  );
  if ('ok' in run) return run;
  return { verdict: { ok: true, message: run.message, warnings, needsReason: false }, run };
}
