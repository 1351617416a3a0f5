import { cellText, textOf } from '../cell.ts';
import { codeKey } from '../code.ts';
import { keyNow } from '../live-codes.ts';
import { codeSkeleton } from '../look-alike.ts';
import { dateOf } from '../plain-date.ts';
import { isFlagged } from '../usage.ts';
import { sheetRow, type Workbook } from '../workbook.ts';
import { holdingsOf, personKey } from './holdings.ts';
import type { LearningPath } from './learning-paths.ts';
import type { StepState } from './path-progress.ts';
import { validUntil } from './validity.ts';

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
  | 'look-alike'
  | 'deleted'
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

/** A record that was deleted, as Deleted Records has it. */
export interface DeletedRecord {
  readonly name: string;
  readonly code: string;
  /** When it was deleted, ISO. */
  readonly when: string;
}

type Miss = Pick<WhyStep, 'reason' | 'row' | 'detail'>;

const NEAREST: readonly WhyReason[] = [
  'flagged',
  'no-date',
  'bad-date',
  'future-date',
  'old-code',
  'look-alike',
  'deleted',
];

/** For one person and path: each step with the record that counts, or the nearest miss. */
export function whyNot(
  workbook: Workbook,
  path: LearningPath,
  person: string,
  asOf: string,
  deleted: readonly DeletedRecord[] = [],
): WhyStep[] {
  const { records } = workbook;
  const holdings = holdingsOf(workbook, asOf);
  const who = personKey(person);
  const at = holdings.personAt.get(who) ?? -1;
  const nowOf = keyNow(workbook);
  const codeAt = (i: number): string => textOf(records.cells.code, i);
  const mine = (records.cells.name ?? []).flatMap((name, i) =>
    personKey(cellText(name)) === who ? [i] : [],
  );
  const gone = deleted.filter(({ name }) => personKey(name) === who);

  const missOf = (code: string): Miss => {
    const key = holdings.keyOf(code);
    const misses = mine.flatMap((i): Miss[] => {
      const [written, row] = [codeAt(i), sheetRow(i)];
      if (holdings.keyOf(written) === key) return [{ ...uncounted(workbook, i), row }];
      if (nowOf(written) === key) return [{ reason: 'old-code', row, detail: written }];
      return codeSkeleton(written) === codeSkeleton(code)
        ? [{ reason: 'look-alike', row, detail: written }]
        : [];
    });
    const last = gone.filter((each) => holdings.keyOf(each.code) === key).map(({ when }) => when);
    if (last.length > 0)
      misses.push({ reason: 'deleted', row: 0, detail: last.reduce((a, b) => (a > b ? a : b)) });
    misses.sort((a, b) => NEAREST.indexOf(a.reason) - NEAREST.indexOf(b.reason));
    return misses[0] ?? { reason: 'no-record', row: 0, detail: '' };
  };

  return path.steps.map(({ step, title, code }): WhyStep => {
    const about = { step, title, code };
    if (codeKey(code) === '') return { ...about, state: 'todo', reason: 'no-code', row: 0, detail: '' };
    const record = holdings.recordOf(at, code);
    if (record < 0) return { ...about, state: 'todo', ...missOf(code) };
    const date = holdings.dateAt(record);
    const row = sheetRow(record);
    const valid = holdings.months.get(holdings.keyOf(code));
    const until = valid === undefined ? asOf : validUntil(date, valid);
    if (until < asOf) return { ...about, state: 'expired', reason: 'expired', row, detail: until };
    const written = codeAt(record);
    // The two codes of an open rename are no slip of the pen.
    const respelt = written !== code && codeKey(written) === codeKey(code);
    return {
      ...about,
      state: 'done',
      reason: respelt ? 'other-spelling' : 'done',
      row,
      detail: respelt ? written : date,
    };
  });
}

/** Why a record of the right code does not count. */
function uncounted({ records }: Workbook, i: number): Omit<Miss, 'row'> {
  const cell = records.cells.completionDate?.[i] ?? '';
  const written = cellText(cell).trim();
  if (isFlagged(records.cells.delete?.[i] ?? '')) return { reason: 'flagged', detail: '' };
  if (written === '') return { reason: 'no-date', detail: '' };
  // A date that can be read and still does not count is to come, if not after the day asked for then after today.
  return { reason: dateOf(cell).ok ? 'future-date' : 'bad-date', detail: written };
}
