import { cellText } from './cell.ts';
import { codeKey } from './code.ts';
import { memo } from './memo.ts';
import type { FormerCode, Workbook } from './workbook.ts';

/** The codes of the Codes sheet by key, as first written there. */
export function liveCodes({ codes }: Workbook): Map<string, string> {
  const live = new Map<string, string>();
  for (const cell of codes.cells.code ?? []) {
    const text = cellText(cell);
    const key = codeKey(text);
    if (key !== '' && !live.has(key)) live.set(key, text);
  }
  return live;
}

/**
 * What a code that is no longer in the Codes sheet has become by now, by its key: the live code as written, however many
 * renames lie between; '' when it was deleted, undefined when it never was a code. `live` has the codes by key.
 */
export function becameOf(
  formerCodes: readonly FormerCode[],
  live: ReadonlyMap<string, string>,
): (key: string) => string | undefined {
  const becoming = new Map(formerCodes.map(({ code, now }) => [codeKey(code), codeKey(now)]));
  return (key) => {
    if (!becoming.has(key)) return undefined;
    const seen = new Set<string>();
    for (let at: string | undefined = key; at !== undefined && !seen.has(at); at = becoming.get(at)) {
      seen.add(at);
      const now = live.get(at);
      if (now !== undefined) return now;
    }
    return '';
  };
}

/** What any code is by now, as a key: its own where it was never renamed or merged. It need not stand in the Codes sheet. */
export function keyNow({ formerCodes }: Workbook): (code: string) => string {
  const renamed = formerCodes.filter(({ now }) => now !== '');
  const next = new Map(renamed.map(({ code, now }) => [codeKey(code), codeKey(now)]));
  // Few different codes stand in many rows.
  return memo((code) => {
    let key = codeKey(code);
    // Somebody may have written a circle into the sheet.
    for (let i = 0; i < next.size && next.has(key); i++) key = next.get(key) ?? key;
    return key;
  });
}
