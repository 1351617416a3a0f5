import { activity } from '../actions/activity.ts';
import { check } from '../actions/check.ts';
import { checklist, tickChecklist } from '../actions/checklist.ts';
import { addCode, highlight, listCodes, whereUsed } from '../actions/codes.ts';
import type { Context } from '../actions/context.ts';
import { deleteCode, flagRecords, previewDeleteCode, previewFlagRecords } from '../actions/delete-code.ts';
import { deleteFlagged, previewDeleteFlagged } from '../actions/delete-flagged.ts';
import { exportRecords, recordsTemplate } from '../actions/export-records.ts';
import { fix, previewFix } from '../actions/fix.ts';
import { importRecords, previewImport } from '../actions/import-records.ts';
import { overview } from '../actions/overview.ts';
import { addPathRecords, previewAddPathRecords, progress } from '../actions/progress.ts';
import { protectCodes } from '../actions/protect-codes.ts';
import { merge, previewMerge, previewRename, rename } from '../actions/rename.ts';
import { makeReports } from '../actions/reports.ts';
import { setUpSheets } from '../actions/set-up-sheets.ts';
import { filterToCode, showCell } from '../actions/show-cell.ts';
import { continueRun, previewUndo, undo } from '../actions/undo.ts';
import type { ActionName, Input, Value } from '../contract/api.ts';
import type { Refused } from '../domain/plan.ts';
import { inputOf } from './inputs.ts';

type Action<A extends ActionName> = (context: Context, input: Input<A>) => Value<A> | Refused;

const runs: { [A in ActionName]: Action<A> } = {
  overview,
  setUpSheets,
  check,
  previewFix,
  fix,
  listCodes,
  whereUsed,
  highlight,
  addCode,
  previewRename,
  rename,
  checklist,
  tickChecklist,
  previewMerge,
  merge,
  previewDeleteCode,
  deleteCode,
  previewFlagRecords,
  flagRecords,
  protectCodes,
  recordsTemplate,
  exportRecords,
  previewImport,
  importRecords,
  previewDeleteFlagged,
  deleteFlagged,
  progress,
  makeReports,
  previewAddPathRecords,
  addPathRecords,
  activity,
  previewUndo,
  undo,
  continueRun,
  showCell,
  filterToCode,
};

/** The action of that name: what it accepts, and what it does. The name comes from outside and is looked up, never called. */
export function findAction(name: string) {
  if (!Object.keys(runs).includes(name)) return null;
  const known = name as ActionName;
  return {
    input: inputOf(known),
    run: runs[known] as (context: Context, input: unknown) => object | Refused,
  };
}
