import { isBlank } from '../../cell.ts';
import { RECORD_TYPES } from '../../checks/records.ts';
import { flagProblem, isFlagged } from '../../usage.ts';
import type { FileCodes } from './file-codes.ts';
import { type DateColumn, importedDate } from './file-dates.ts';
import type { Rejection } from './imported-file.ts';

export type CellVerdict =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: Rejection['reason']; readonly args?: Rejection['args'] }
  /** A date that cannot be read before somebody says how. */
  | 'waits';

/** What cells are judged by. */
export interface Rules {
  readonly dates: DateColumn;
  readonly codes: FileCodes;
  readonly today: string;
}

const LONGEST = 50_000;
const TYPES = new Map(RECORD_TYPES.map((type) => [type.toLowerCase(), type]));

/** A file's text as it would be written: ids, types, codes and dates in their one form, other text untouched. */
export function judgeCell(field: string, text: string, rules: Rules): CellVerdict {
  if (text.length > LONGEST) return { ok: false, reason: 'too-long' };
  const trimmed = text.trim();
  switch (field) {
    case 'recordId':
      return { ok: true, text: trimmed === '0' ? '' : trimmed };
    case 'name':
      // A name that nobody sees is none.
      return { ok: true, text: isBlank(text) ? '' : trimmed };
    case 'objectId':
      return { ok: true, text: trimmed };
    case 'recordType': {
      const type = trimmed === '' ? '' : TYPES.get(trimmed.toLowerCase());
      return type === undefined ? { ok: false, reason: 'type-unknown' } : { ok: true, text: type };
    }
    case 'completionDate':
      return judgeDate(text, rules);
    case 'code': {
      const verdict = rules.codes.judge(trimmed);
      return verdict.ok ? { ok: true, text: verdict.code } : verdict;
    }
    case 'delete':
      if (flagProblem(trimmed)) return { ok: false, reason: 'delete-value' };
      return { ok: true, text: isFlagged(trimmed) ? '1' : '' };
    default:
      return { ok: true, text };
  }
}

function judgeDate(text: string, { dates, today }: Rules): CellVerdict {
  const date = importedDate(text, dates);
  if (date === 'ambiguous') return dates.mixed ? { ok: false, reason: 'date-mixed' } : 'waits';
  if (date === 'impossible') return { ok: false, reason: 'date-impossible' };
  return date.iso > today ? { ok: false, reason: 'date-future' } : { ok: true, text: date.iso };
}
