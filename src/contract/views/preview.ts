import { type Cell, cellText } from '../../domain/cell.ts';
import { grouped } from '../../domain/grouped.ts';
import { type FieldLayout, LAYOUT, type SheetKey } from '../../domain/layout.ts';
import type { Plan } from '../../domain/plan.ts';
import { planFingerprint } from '../../domain/plan-fingerprint.ts';
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
      ...beforeAndAfter(edit.before, edit.after),
    })),
    edits: plan.edits.length,
    adds: plan.appends.length,
    removes: plan.removals.length,
  };
}

/** Where only the kind of the cell changes, that is what is said: "4012 (number)" becomes "4012 (text)". */
function beforeAndAfter(was: Cell, will: Cell): { before: string; after: string } {
  const before = cellText(was);
  const after = cellText(will);
  if (before !== after || before === '') return { before, after };
  const kind = typeof was === 'number' ? 'number' : typeof was === 'object' ? 'date' : 'checkbox';
  return { before: `${before} (${kind})`, after: `${after} (text)` };
}

export function rowLinkTo(workbook: Workbook, sheet: SheetKey, row: number, field?: string): RowLink {
  const link = { sheet, row, label: `${workbook[sheet].name} row ${grouped(row)}` };
  return field === undefined ? link : { ...link, field };
}

export function headingOf(sheet: SheetKey, field: string): string {
  return (
    (LAYOUT[sheet] as Readonly<Record<string, FieldLayout>>)[field]?.heading ?? customHeading(field) ?? field
  );
}

/** "1 cell", "1,204 cells": numbers are grouped, the noun agrees. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${grouped(n)} ${n === 1 ? one : many}`;
}
