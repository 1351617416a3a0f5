import type { Plan } from '../../domain/plan.ts';
import type { Kept } from '../../domain/row-finder.ts';
import type { Workbook } from '../../domain/workbook.ts';
import { count, headingOf } from '../views/preview.ts';

/** What undo or continue left alone, and why. */
export function keptWords(workbook: Workbook, kept: Kept): string {
  const sheet = workbook[kept.sheet].name;
  const where = `${sheet} row ${kept.row}${kept.field ? `, ${headingOf(kept.sheet, kept.field)}` : ''}`;
  if (kept.reason === 'edited-since')
    return `${where}: somebody changed it since; it says “${kept.now ?? ''}” now.`;
  if (kept.reason === 'row-gone') return `${where}: the row is not there any more.`;
  if (kept.reason === 'back-at-the-end')
    return `${sheet}: ${count(Number(kept.now), 'row')} come back at the end, because the rows above them are gone.`;
  if (kept.reason === 'formula-as-value')
    return `${sheet}: ${count(Number(kept.now), 'cell')} held a formula; the value comes back, the formula does not.`;
  return `${sheet}: an added row was changed or removed since, so it stays as it is.`;
}

/** What an undo does, in numbers. */
export function putBackWords({ edits, appends, removals }: Plan): string[] {
  const back = [
    ...(edits.length > 0 ? [count(edits.length, 'cell')] : []),
    ...(appends.length > 0 ? [count(appends.length, 'row')] : []),
  ];
  const lines = [
    ...(back.length > 0 ? [`To put back: ${back.join(', ')}.`] : []),
    ...(removals.length > 0 ? [`To take out: ${count(removals.length, 'added row')}.`] : []),
  ];
  return lines.length > 0 ? lines : ['Nothing is left to put back.'];
}
