import { codeKey } from '../code.ts';
import { dateOf } from '../plain-date.ts';
import { type Planned, refuse } from '../plan.ts';
import { personKey } from '../progress/holdings.ts';
import { removalsOf } from '../row-removal.ts';
import { isFlagged } from '../usage.ts';
import { cellAt, sheetRow, type Workbook } from '../workbook.ts';
import {
  findCode,
  isInOpenRename,
  refuseFormulas,
  refuseUnreadable,
  rowsOfCode,
  textAt,
} from './code-cells.ts';
import { findMentions } from './mentions.ts';
import { ALL_SHEETS, carriers, contentToChange, formerEntry, type RenameReach } from './rename.ts';

/** Records of one person and day that would stand twice under the one code, by sheet row, in sheet order. */
export interface DoubledRecords {
  readonly person: string;
  readonly date: string;
  readonly rows: readonly number[];
}

/** Which of doubled records stays: the first or the last in the sheet, or both. */
export type Keep = 'first' | 'last' | 'both';

/**
 * Merges a code into another live one: like a rename to it, but the Codes row of `from` goes, and so do doubled records
 * unless both are kept. Removed records are archived, and not edited on their way out.
 */
export function planMerge(
  workbook: Workbook,
  { from: asked, into: target, keep = 'both' }: { from: string; into: string; keep?: Keep },
): Planned<RenameReach & { doubled: readonly DoubledRecords[] }> {
  const unreadable = refuseUnreadable(workbook, ALL_SHEETS);
  if (unreadable) return unreadable;
  const found = findCode(workbook, asked);
  if ('refusal' in found) return found;
  const goal = findCode(workbook, target);
  if ('refusal' in goal) return goal;
  const from = found.code;
  const into = goal.code;
  if (codeKey(from) === codeKey(into)) return refuse('code-same', { code: into });
  const busy = [from, into].find((code) => isInOpenRename(workbook, code));
  if (busy !== undefined) return refuse('code-in-open-rename', { code: busy });

  const doubled = findDoubled(workbook, from, into);
  const drop = new Set<number>();
  if (keep !== 'both') {
    for (const { rows } of doubled) {
      const kept = keep === 'first' ? 0 : rows.length - 1;
      rows.forEach((row, i) => {
        if (i !== kept) drop.add(row - 2);
      });
    }
  }
  const carried = carriers(workbook, from, into, true, drop);
  const formula = refuseFormulas(workbook, carried.edits);
  if (formula) return formula;
  const checklist = contentToChange(workbook, from, into);
  const forYou = { codes: found.rows.length, ...carried.counts };
  return {
    ok: true,
    doubled,
    forYou,
    impact: carried.impact,
    mentions: findMentions(workbook, from),
    plan: {
      kind: 'merge',
      edits: carried.edits,
      appends: [],
      removals: [
        ...removalsOf(workbook.codes, found.rows),
        ...removalsOf(
          workbook.records,
          [...drop].sort((a, b) => a - b),
        ),
      ],
      formerCodes: [formerEntry(from, into)],
      checklist,
      archive: drop.size > 0,
      summary: {
        from,
        to: into,
        ...forYou,
        content: checklist.length,
        people: carried.impact.people,
        removed: drop.size,
      },
    },
  };
}

/** Flagged records are on their way out, and records without a real date are not known to be the same event. */
function findDoubled(workbook: Workbook, from: string, into: string): DoubledRecords[] {
  const { records } = workbook;
  const groups = new Map<string, { person: string; date: string; rows: number[]; sides: Set<string> }>();
  for (const side of [from, into]) {
    for (const i of rowsOfCode(records, side)) {
      if (isFlagged(cellAt(records, 'delete', i))) continue;
      const person = textAt(records, 'name', i).trim();
      const date = dateOf(cellAt(records, 'completionDate', i));
      if (person === '' || !date.ok || date.iso === '') continue;
      const key = `${personKey(person)}\u001f${date.iso}`;
      const group = groups.get(key) ?? { person, date: date.iso, rows: [], sides: new Set<string>() };
      group.rows.push(sheetRow(i));
      group.sides.add(side);
      groups.set(key, group);
    }
  }
  return [...groups.values()]
    .filter(({ sides }) => sides.size === 2)
    .map(({ person, date, rows }) => ({ person, date, rows: rows.sort((a, b) => a - b) }));
}
