import { cellText } from '../cell.ts';
import { nothingTo, type Planned, refuseHeading, refuseSheet } from '../plan.ts';
import { removalsOf } from '../row-removal.ts';
import { flagProblem, isFlagged } from '../usage.ts';
import { sheetRow, type Workbook } from '../workbook.ts';
import { liveRows } from './export.ts';

export interface FlaggedFindings {
  readonly indexes: readonly number[];
  /** Records in all. */
  readonly total: number;
  /** More than 20 % of the records or more than 500: the number must be typed. */
  readonly mustType: boolean;
  /** Rows whose Delete? is neither a flag nor none: they stay, and hinder no other. */
  readonly wrong: readonly { readonly row: number; readonly value: string }[];
}

/** Takes out the rows with Delete? = 1, copied to Deleted Records first. Nothing else is touched. */
export function planDeleteFlagged(workbook: Workbook): Planned<FlaggedFindings> {
  const { records } = workbook;
  if (!records.exists) return refuseSheet(records.name);
  const problem = records.headingProblems.find(({ heading }) => heading === 'Delete?');
  if (problem) return refuseHeading(records.name, problem);
  const flags = records.cells.delete ?? [];
  const indexes: number[] = [];
  const wrong: { row: number; value: string }[] = [];
  flags.forEach((cell, i) => {
    if (isFlagged(cell)) indexes.push(i);
    else if (flagProblem(cell)) wrong.push({ row: sheetRow(i), value: cellText(cell) });
  });
  if (indexes.length === 0) return nothingTo('delete: no record is flagged');
  const total = liveRows(workbook).length;
  return {
    ok: true,
    indexes,
    total,
    mustType: indexes.length > 500 || indexes.length * 5 > total,
    wrong,
    plan: {
      kind: 'deleteFlagged',
      edits: [],
      appends: [],
      removals: removalsOf(records, indexes),
      archive: true,
      summary: { records: indexes.length },
    },
  };
}
