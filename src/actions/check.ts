import type { Value } from '../contract/api.ts';
import { checkView } from '../contract/views/check-view.ts';
import { rowLinkTo } from '../contract/views/preview.ts';
import { issueWords } from '../contract/words/issues.ts';
import { checkWorkbook } from '../domain/checks/index.ts';
import { rowsInUse, usedInOf } from '../domain/codes/used-in.ts';
import { type Refused, refuseName } from '../domain/plan.ts';
import { findUsage } from '../domain/usage.ts';
import { markProblems } from '../sheets/marks.ts';
import { PROBLEMS, takenName } from '../sheets/own-sheet.ts';
import { attempt } from '../sheets/platform.ts';
import { writeProblems } from '../sheets/problems-sheet.ts';
import { readWorkbook } from '../sheets/read-workbook.ts';
import { writeUsedIn } from '../sheets/used-in.ts';
import { catchUp } from './checklist.ts';
import { type Context, localTime } from './context.ts';

/** A cell takes 50,000 characters: this many runs of rows fit. */
const ALL_RUNS = 2_500;

/** Reads the workbook once and says everything that is wrong: in the answer, in Problems, in marks; Used In comes along. */
export function check(context: Context): Value<'check'> | Refused {
  const { spreadsheet, now } = context;
  const taken = refuseName(takenName(spreadsheet, [PROBLEMS]));
  if (taken) return taken;
  const workbook = catchUp(context, readWorkbook(spreadsheet, now, { formulas: true }));
  const issues = checkWorkbook(workbook);
  const time = localTime(context);
  const checkedBefore = writeProblems(
    spreadsheet,
    workbook,
    issues.map((issue) => {
      const place = issue.at[0] ?? { sheet: 'codes' as const, row: 1 };
      const { label } = rowLinkTo(workbook, place.sheet, place.row);
      return {
        ...issueWords(issue, ALL_RUNS),
        severity: issue.severity,
        where: label,
        sheet: place.sheet,
        row: place.row,
      };
    }),
  );
  // Somebody who may not edit the Codes sheet still gets the findings.
  const usage = findUsage(workbook);
  attempt(() => writeUsedIn(spreadsheet, workbook, usedInOf(workbook, usage, time)));
  markProblems(spreadsheet, workbook, issues, rowsInUse(workbook, usage), checkedBefore);
  return checkView(workbook, issues, time);
}
