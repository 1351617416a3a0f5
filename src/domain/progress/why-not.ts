import { cellText } from '../cell.ts';
import { codeKey } from '../code.ts';
import { addMonths, dateOf } from '../plain-date.ts';
import { isFlagged } from '../usage.ts';
import { sheetRow, type Workbook } from '../workbook.ts';
import { validityOf } from './expiry.ts';
import { holdingsOf, personKey } from './holdings.ts';
import type { LearningPath } from './learning-paths.ts';
import type { StepState } from './path-progress.ts';

/** Why a step is done or not, nearest miss first. */
export type WhyReason =
  | 'done'
  | 'other-spelling'
  | 'expired'
  | 'flagged'
  | 'no-date'
  | 'bad-date'
  | 'future-date'
  | 'old-code'
  | 'no-code'
  | 'no-record';

export interface WhyStep {
  readonly step: string;
  readonly title: string;
  readonly code: string;
  readonly state: StepState;
  readonly reason: WhyReason;
  /** Sheet row of the record meant, 0 for none. */
  readonly row: number;
  /** The date, or the code as written, that the words need. */
  readonly detail: string;
}

const NEAREST: readonly WhyReason[] = ['flagged', 'no-date', 'bad-date', 'future-date', 'old-code'];

/** For one person and path: each step with the record that counts, or the nearest miss. */
export function whyNot(workbook: Workbook, path: LearningPath, person: string, asOf: string): WhyStep[] {
  const { records } = workbook;
  const holdings = holdingsOf(workbook, asOf);
  const who = holdings.personAt.get(personKey(person));
  const months = validityOf(workbook, holdings.keyOf);
  const old = new Map<string, string[]>();
  for (const { code, now } of workbook.formerCodes) {
    if (now !== '') old.set(holdings.keyOf(now), [...(old.get(holdings.keyOf(now)) ?? []), codeKey(code)]);
  }
  const mine: number[] = [];
  records.cells.name?.forEach((name, i) => {
    if (personKey(cellText(name)) === personKey(person)) mine.push(i);
  });
  const codeAt = (i: number): string => cellText(records.cells.code?.[i] ?? '');
  return path.steps.map((step): WhyStep => {
    const about = { step: step.step, title: step.title, code: step.code };
    if (step.code === '') return { ...about, state: 'todo', reason: 'no-code', row: 0, detail: '' };
    const record = who === undefined ? -1 : holdings.recordOf(who, step.code);
    if (record >= 0) {
      const date = holdings.dateAt(record);
      const valid = months.get(holdings.keyOf(step.code));
      const until = valid === undefined ? '' : addMonths(date, valid);
      const row = sheetRow(record);
      if (until !== '' && until < asOf) return { ...about, state: 'expired', reason: 'expired', row, detail: until };
      const written = codeAt(record);
      if (written !== step.code) return { ...about, state: 'done', reason: 'other-spelling', row, detail: written };
      return { ...about, state: 'done', reason: 'done', row, detail: date };
    }
    const key = holdings.keyOf(step.code);
    const misses = mine.flatMap((i): { reason: WhyReason; i: number; detail: string }[] => {
      if (holdings.keyOf(codeAt(i)) === key) return [miss(workbook, i, asOf)];
      return (old.get(key) ?? []).includes(codeKey(codeAt(i))) ? [{ reason: 'old-code', i, detail: codeAt(i) }] : [];
    });
    misses.sort((a, b) => NEAREST.indexOf(a.reason) - NEAREST.indexOf(b.reason));
    const nearest = misses[0];
    if (!nearest) return { ...about, state: 'todo', reason: 'no-record', row: 0, detail: '' };
    return { ...about, state: 'todo', reason: nearest.reason, row: sheetRow(nearest.i), detail: nearest.detail };
  });
}

/** Why a record of the right code does not count. */
function miss({ records }: Workbook, i: number, asOf: string): { reason: WhyReason; i: number; detail: string } {
  const flag = records.cells.delete?.[i] ?? '';
  const cell = records.cells.completionDate?.[i] ?? '';
  const written = cellText(cell).trim();
  if (isFlagged(flag)) return { reason: 'flagged', i, detail: '' };
  if (written === '') return { reason: 'no-date', i, detail: '' };
  const date = dateOf(cell);
  if (!date.ok) return { reason: 'bad-date', i, detail: written };
  return { reason: date.iso > asOf ? 'future-date' : 'bad-date', i, detail: written };
}
