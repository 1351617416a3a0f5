import type { DeleteFlaggedPreview, Input, RunResult } from '../contract/api.ts';
import { count, previewOf, rowLinkTo } from '../contract/views/preview.ts';
import { cellText } from '../domain/cell.ts';
import { type Refused, refuse } from '../domain/plan.ts';
import { planDeleteFlagged } from '../domain/records/delete-flagged.ts';
import { deleteFile } from '../domain/records/export.ts';
import { sheetRow } from '../domain/workbook.ts';
import { findSheet } from '../sheets/read-table.ts';
import type { Wanted } from '../sheets/read-workbook.ts';
import { sortHindrance } from '../sheets/row-order.ts';
import { apply, basedOnWithSort, plan } from './change.ts';
import type { Context } from './context.ts';

/** Row keys come from the id and, without one, from the name: the same columns in preview and apply. */
const FLAGGED: Wanted = {
  codes: [],
  content: [],
  paths: [],
  records: ['recordId', 'name', 'delete'],
  formerCodes: false,
};
/** The list and the LMS's file need whole records; only the preview shows them. */
const SHOWN: Wanted = { codes: [], content: [], paths: [] };
const LISTED = 200;

export function previewDeleteFlagged(context: Context): DeleteFlaggedPreview | Refused {
  const { planned } = plan(context, { wanted: FLAGGED, plan: planDeleteFlagged });
  if (!planned.ok) return planned;
  const { workbook } = plan(context, { wanted: SHOWN, plan: planDeleteFlagged });
  const { indexes, total, mustType, wrong } = planned;
  const many = count(indexes.length, 'record');
  const sheet = findSheet(context.spreadsheet, workbook.records.name);
  const hindrance = sheet && sortHindrance(sheet);
  const text = (field: 'name' | 'code' | 'completionDate', i: number) =>
    cellText(workbook.records.cells[field]?.[i] ?? '');
  return {
    ...previewOf(workbook, planned.plan, {
      title: `Delete ${many}`,
      summary: [`${many} move to Deleted Records and leave Records.`],
      confirm: `Delete ${many}`,
    }),
    count: indexes.length,
    total,
    mustType,
    rows: indexes.slice(0, LISTED).map((i) => ({
      who: text('name', i),
      code: text('code', i),
      date: text('completionDate', i).slice(0, 10),
      link: rowLinkTo(workbook, 'records', sheetRow(i)),
    })),
    wrongFlags: wrong.map(({ row, value }) => ({
      row,
      heading: 'Delete?',
      value,
      message: `\u201c${value}\u201d is neither 1 nor blank`,
      advice: 'Write 1, or clear the cell.',
    })),
    basedOn: basedOnWithSort(planned.plan, hindrance),
    slowBecause: hindrance,
    csv: deleteFile(workbook, indexes, 'delete-flagged'),
  };
}

export function deleteFlagged(
  context: Context,
  { basedOn, confirm }: Input<'deleteFlagged'>,
): RunResult | Refused {
  const change = {
    wanted: FLAGGED,
    plan: (workbook: Parameters<typeof planDeleteFlagged>[0]) => {
      const planned = planDeleteFlagged(workbook);
      if (planned.ok && planned.mustType && String(confirm).trim() !== String(planned.indexes.length)) {
        return refuse('confirm-number', { count: planned.indexes.length });
      }
      return planned;
    },
  };
  return apply(context, change, basedOn, (done) => ({
    what: `Deleted ${count(done.removals.length, 'flagged record')}`,
    message: `${count(done.removals.length, 'record')} deleted. They stand in Deleted Records.`,
  }));
}
