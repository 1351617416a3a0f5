import { cellText } from '../../domain/cell.ts';
import { type FieldLayout, LAYOUT, type SheetKey } from '../../domain/layout.ts';
import { type Plan, planFingerprint } from '../../domain/plan.ts';
import { customHeading, type Workbook } from '../../domain/workbook.ts';
import type { Preview, RowLink } from '../api.ts';

/** As many before → after lines as a person reads; the numbers say how many there are. */
const LINES = 50;

/** The preview of a plan: nothing is computed here that the plan does not hold. */
export function previewOf(
  workbook: Workbook,
  plan: Plan,
  words: { title: string; summary: string[]; confirm: string },
): Preview {
  return {
    basedOn: planFingerprint(plan),
    ...words,
    changes: plan.edits.slice(0, LINES).map((edit) => ({
      link: rowLinkTo(workbook, edit.sheet, edit.row, edit.field),
      heading: headingOf(edit.sheet, edit.field),
      before: cellText(edit.before),
      after: cellText(edit.after),
    })),
    edits: plan.edits.length,
    adds: plan.appends.length,
    removes: plan.removals.length,
  };
}

export function rowLinkTo(workbook: Workbook, sheet: SheetKey, row: number, field?: string): RowLink {
  const link = { sheet, row, label: `${workbook[sheet].name} row ${row.toLocaleString('en-GB')}` };
  return field === undefined ? link : { ...link, field };
}

export function headingOf(sheet: SheetKey, field: string): string {
  return (
    (LAYOUT[sheet] as Readonly<Record<string, FieldLayout>>)[field]?.heading ?? customHeading(field) ?? field
  );
}

/** "1 cell", "1,204 cells": numbers are grouped, the noun agrees. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;
}
