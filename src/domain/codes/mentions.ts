import { cellText } from '../cell.ts';
import { distinctOf, verdicts } from '../checks/distinct.ts';
import type { SheetKey } from '../layout.ts';
import { cellsOf, sheetRow, type Workbook } from '../workbook.ts';

/** A free text that names a code: listed for people, never changed. */
export interface Mention {
  readonly sheet: SheetKey;
  readonly row: number;
  readonly field: string;
  readonly text: string;
}

export interface Mentions {
  /** All of them; `places` holds the first 50. */
  readonly count: number;
  readonly places: readonly Mention[];
}

const TEXTS: readonly (readonly [SheetKey, readonly string[]])[] = [
  ['codes', ['description']],
  ['content', ['title']],
  ['paths', ['title']],
  ['records', ['title', 'otherInformation']],
];
const LISTED = 50;

/** Titles, descriptions and other information that hold the code as a whole word, in any case. */
export function findMentions(workbook: Workbook, code: string): Mentions {
  const escaped = code.trim().replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const word = new RegExp(`(?<![\\p{L}\\p{N}_])${escaped.replace(/\s+/g, '\\s+')}(?![\\p{L}\\p{N}_])`, 'iu');
  const places: Mention[] = [];
  let count = 0;
  for (const [sheet, fields] of TEXTS) {
    for (const field of fields) {
      const cells = cellsOf(workbook[sheet], field);
      if (!cells) continue;
      // Few different titles stand in many records: each is searched once.
      const names = verdicts(distinctOf(cells), (cell) => word.test(cellText(cell)), false);
      cells.forEach((cell, i) => {
        if (names(i) && ++count <= LISTED)
          places.push({ sheet, row: sheetRow(i), field, text: cellText(cell) });
      });
    }
  }
  return { count, places };
}
