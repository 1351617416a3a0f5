import { columnLetters } from '../column-letters.ts';
import { SHEET_KEYS } from '../layout.ts';
import type { Check } from './context.ts';

/** A sheet that is not there, a heading that row 1 lacks, or has twice. The rules that need it stay silent. */
export const checkHeadings: Check = ({ workbook, report }) => {
  for (const sheet of SHEET_KEYS) {
    const { exists, name, headingProblems } = workbook[sheet];
    const at = [{ sheet, row: 1 }];
    if (!exists) report('sheet-missing', 'error', at, { sheet: name });
    for (const problem of headingProblems) {
      const { heading } = problem;
      if (problem.kind === 'missing') report('heading-missing', 'error', at, { sheet: name, heading });
      else
        report('heading-doubled', 'error', at, {
          sheet: name,
          heading,
          columns: problem.columns.map(columnLetters).join(', '),
        });
    }
  }
};
