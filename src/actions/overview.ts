import type { Overview, ScreenName, UnfinishedRun } from '../contract/api.ts';
import { checkView } from '../contract/views/check-view.ts';
import { checkWorkbook } from '../domain/checks/index.ts';
import { SHEET_KEYS } from '../domain/layout.ts';
import { expiryOf } from '../domain/progress/expiry.ts';
import { holdingsOf } from '../domain/progress/holdings.ts';
import { validityOf } from '../domain/progress/validity.ts';
import { hasSampleRows } from '../domain/sample-rows.ts';
import { isFlagged } from '../domain/usage.ts';
import type { Workbook } from '../domain/workbook.ts';
import { journalRuns, readActivity } from '../sheets/journal.ts';
import { CODES_IN_USE, hasOwnRule } from '../sheets/own-rule.ts';
import { OWN_SHEETS } from '../sheets/own-sheet.ts';
import { attempt } from '../sheets/platform.ts';
import { findSheet } from '../sheets/read-table.ts';
import { readWorkbook } from '../sheets/read-workbook.ts';
import { renamesInProgress } from './checklist.ts';
import { type Context, localTime } from './context.ts';
import { MOVING } from './undo.ts';

/** User property: which screen a menu item asked for. The sidebar reads it with its first call and clears it. */
export const SCREEN_PROPERTY = 'screen';

/** Everything the first screen needs, in one call: a fresh check that writes nothing, unfinished work, expiry. */
export function overview(context: Context): Overview {
  const { spreadsheet, now } = context;
  const workbook = readWorkbook(spreadsheet, now, { formulas: true });
  const codes = workbook.codes.exists ? findSheet(spreadsheet, workbook.codes.name) : null;
  return {
    ...checkView(workbook, checkWorkbook(workbook), localTime(context)),
    spreadsheet: spreadsheet.getName(),
    needsSetUp: SHEET_KEYS.some(
      (key) => !workbook[key].exists || workbook[key].headingProblems.some(({ kind }) => kind === 'missing'),
    ),
    hasSampleRows: hasSampleRows(workbook),
    highlight: codes !== null && hasOwnRule(codes, CODES_IN_USE),
    renames: renamesInProgress(context, workbook),
    unfinished: unfinishedRuns(context, workbook),
    screen: takeScreen(),
    expiry: expiryCounts(workbook),
    flagged: (workbook.records.cells.delete ?? []).filter(isFlagged).length,
    otherSheets: otherSheets(context, workbook),
  };
}

function otherSheets({ spreadsheet }: Context, workbook: Workbook): string[] {
  const own = new Set([
    ...SHEET_KEYS.map((key) => workbook[key].name),
    ...OWN_SHEETS.map(({ name }) => name),
  ]);
  return spreadsheet.getSheets().flatMap((sheet) => {
    const name = sheet.getName();
    return own.has(name) || sheet.isSheetHidden() ? [] : [name];
  });
}

/** A run with before-images but without its line in Activity was stopped in the middle. */
function unfinishedRuns({ spreadsheet }: Context, workbook: Workbook): UnfinishedRun[] {
  const runs = journalRuns(spreadsheet);
  const finished = new Set(runs.length === 0 ? [] : readActivity(spreadsheet).map((line) => line.run));
  const unfinished = runs
    .filter(({ run }) => !finished.has(run))
    .map(({ run, kind }) => ({
      run,
      kind,
      canUndo: kind !== 'undo',
      title: 'A run was stopped part of the way',
      detail:
        kind === 'undo'
          ? 'Nothing is lost. Continue finishes it.'
          : 'Nothing is lost. Continue finishes it, Undo takes it back.',
    }));
  if (unfinished.length > 0 || !SHEET_KEYS.some((key) => workbook[key].moving)) return unfinished;
  return [
    {
      run: MOVING,
      kind: 'deleteFlagged',
      canUndo: false,
      title: 'A run was stopped while it moved rows',
      detail: 'Nothing was removed. Continue puts the rows back in their order.',
    },
  ];
}

/** The screen that a menu item asked for: told once. */
function takeScreen(): ScreenName | null {
  return attempt(() => {
    const store = PropertiesService.getUserProperties();
    const screen = store.getProperty(SCREEN_PROPERTY);
    if (screen !== null) store.deleteProperty(SCREEN_PROPERTY);
    return screen as ScreenName | null;
  });
}

function expiryCounts(workbook: Workbook): Overview['expiry'] {
  if (validityOf(workbook, (code) => code).size === 0) return null;
  const all = expiryOf(workbook, holdingsOf(workbook, workbook.today), workbook.today);
  const upTo = (days: number) => all.filter(({ within }) => within > 0 && within <= days).length;
  const expired = all.filter(({ within }) => within === 0).length;
  return { expired, within30: upTo(30), within60: upTo(60), within90: upTo(90) };
}
