import type { ImportFindings, Rejection, RejectReason } from '../../domain/records/import.ts';
import { count } from '../views/preview.ts';

const WORDS: Readonly<Record<RejectReason, (r: Rejection) => string>> = {
  'name-missing': () => 'Every record needs a name',
  'type-missing': () => 'The record type is blank',
  'type-unknown': (r) => `${r.value} is not a record type`,
  'code-unknown': (r) => `${r.value} is not in the Codes sheet`,
  'code-former': (r) => `${r.value} is ${r.args.now} now`,
  'date-impossible': (r) => `${r.value} is not a real date`,
  'date-future': (r) => `${r.value} is in the future`,
  'date-mixed': (r) => `${r.value} reads either way, and the file writes dates both ways`,
  'delete-value': (r) => `${r.value} is neither 1 nor blank`,
  'id-twice-in-file': (r) => `${r.value} is on row ${r.args.other} too`,
  'id-twice-in-sheet': (r) => `${r.value} stands twice in Records (rows ${r.args.rows})`,
  'too-long': () => 'A cell holds 50,000 characters at most',
};

export function rejectionWords(rejection: Rejection): string {
  return WORDS[rejection.reason](rejection);
}

/** What people should know about the file beyond the counts. */
export function importNotes({ missing, cleared, doubledRows, counts }: ImportFindings): string[] {
  return [
    ...(counts.kept > 0
      ? [
          `${count(counts.kept, 'cell')} changed here since the last export or import, and not in the file: they stay as they are here.`,
        ]
      : []),
    ...(missing.length > 0 ? [`Not in the file, so left alone: ${missing.join(', ')}.`] : []),
    ...(cleared > 0
      ? [`${count(cleared, 'cell')} will be cleared, because the file has a blank there.`]
      : []),
    ...(doubledRows.length > 0
      ? [
          `${count(doubledRows.length, 'new row')} stand twice in the file and count once: row ${doubledRows.slice(0, 10).join(', ')}.`,
        ]
      : []),
  ];
}
