import type { Issue, Place } from '../issue.ts';
import { SHEET_KEYS } from '../layout.ts';
import type { Workbook } from '../workbook.ts';
import { checkCodeCells } from './code-cells.ts';
import { checkCodeDuplicates, checkCodeMissing, checkLookAlikes, checkValidity } from './codes.ts';
import { checkContentDuplicates, checkContentRows, checkSharedCodes } from './content.ts';
import { type Check, openContext } from './context.ts';
import { checkHeadings } from './headings.ts';
import { checkPathCodes, checkPathRows, checkStepNumbers } from './paths.ts';
import {
  checkRecordDuplicates,
  checkRecordFormulas,
  checkRecordIds,
  checkRecordObjects,
  checkRecordRows,
} from './records.ts';

/** Every check there is. To add one: write it in a file here, name its rule in `issue.ts`, its words in `contract/words`. */
const CHECKS: readonly Check[] = [
  checkHeadings,
  checkCodeMissing,
  checkValidity,
  checkCodeDuplicates,
  checkLookAlikes,
  checkCodeCells,
  checkContentRows,
  checkContentDuplicates,
  checkSharedCodes,
  checkPathRows,
  checkStepNumbers,
  checkPathCodes,
  checkRecordRows,
  checkRecordIds,
  checkRecordDuplicates,
  checkRecordObjects,
  checkRecordFormulas,
];

/** Everything that is wrong in the workbook: errors first, then by sheet and row. */
export function checkWorkbook(workbook: Workbook): Issue[] {
  const issues: Issue[] = [];
  const context = openContext(workbook, issues);
  for (const check of CHECKS) check(context);
  const rank = (issue: Issue): number => {
    const { sheet, row } = issue.at[0] as Place;
    return (issue.severity === 'error' ? 0 : 1e10) + SHEET_KEYS.indexOf(sheet) * 1e9 + row;
  };
  return issues
    .map((issue) => ({ issue, rank: rank(issue) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ issue }) => issue);
}
