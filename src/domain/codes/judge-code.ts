import { cellText } from '../cell.ts';
import { codeKey, hasControlCharacters } from '../code.ts';
import { codeSkeleton } from '../look-alike.ts';
import type { Refusal, RefusalReason } from '../plan.ts';
import { type UnsafeReason, unsafeBecause } from '../spreadsheet-safe.ts';
import { cellAt, type FormerCode, sheetRow, type Workbook } from '../workbook.ts';
import { isInOpenRename, rowsOfCode, textAt } from './code-cells.ts';

/** What may be a slip but never blocks. A look-alike's `row` is its Codes row, 0 when it is a former code. */
export type CodeWarning =
  | { readonly kind: 'look-alike'; readonly code: string; readonly row: number }
  | { readonly kind: 'unsafe'; readonly because: UnsafeReason }
  /** Inner double spaces, zero-width or compatibility characters: it counts as the same code as `as`. */
  | { readonly kind: 'odd-characters'; readonly as: string };

export interface CodeJudgement {
  readonly ok: boolean;
  /** The code as it would be written: outer spaces never belong to it. */
  readonly code: string;
  readonly refusal?: Refusal;
  readonly warnings: readonly CodeWarning[];
  /** It was renamed, merged or deleted before: using it for something else needs a reason. */
  readonly former?: FormerCode;
}

const LONGEST = 50_000;

/**
 * Judges a code as typed, for adding it or for renaming `from` to it. Another writing of `from` is free, and so is the
 * former code that `from` came from: it is no use for something else.
 */
export function judgeCode(
  workbook: Workbook,
  text: string,
  { from = '' }: { from?: string } = {},
): CodeJudgement {
  const code = text.trim();
  const key = codeKey(code);
  const fromKey = codeKey(from);
  const refused = (reason: RefusalReason, args: Refusal['args'] = { code }): CodeJudgement => ({
    ok: false,
    code,
    refusal: { reason, args },
    warnings: [],
  });
  if (key === '') return refused('code-blank', {});
  if (code.length > LONGEST) return refused('too-long', {});
  if (hasControlCharacters(code)) return refused('control-characters');
  const { codes } = workbook;
  const same = rowsOfCode(codes, code);
  if (key === fromKey) {
    if (same.every((i) => cellAt(codes, 'code', i) === code)) return refused('code-same');
  } else if (same[0] !== undefined) {
    return refused('code-taken', { code: textAt(codes, 'code', same[0]), row: sheetRow(same[0]) });
  }
  if (isInOpenRename(workbook, code)) return refused('code-in-open-rename');
  const former = key === fromKey ? undefined : findFormer(workbook, code);
  const back = former !== undefined && fromKey !== '' && codeKey(former.now) === fromKey;
  return {
    ok: true,
    code,
    warnings: [...oddities(code, key), ...lookAlikes(workbook, key, fromKey)],
    ...(former && !back ? { former } : {}),
  };
}

/** The newest memory of a code that is no longer in use. */
export function findFormer({ formerCodes }: Workbook, code: string): FormerCode | undefined {
  const key = codeKey(code);
  return [...formerCodes].reverse().find((each) => codeKey(each.code) === key);
}

function oddities(code: string, key: string): CodeWarning[] {
  const because = unsafeBecause(code);
  const odd = key !== code.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
  return [
    ...(because ? [{ kind: 'unsafe', because } as const] : []),
    ...(odd ? [{ kind: 'odd-characters', as: key } as const] : []),
  ];
}

function lookAlikes({ codes, formerCodes }: Workbook, key: string, fromKey: string): CodeWarning[] {
  const skeleton = codeSkeleton(key);
  const found = new Map<string, CodeWarning>();
  const look = (code: string, row: number): void => {
    const other = codeKey(code);
    if (other === key || other === fromKey || found.has(other)) return;
    if (codeSkeleton(other) === skeleton) found.set(other, { kind: 'look-alike', code, row });
  };
  codes.cells.code?.forEach((cell, i) => {
    look(cellText(cell), sheetRow(i));
  });
  for (const { code } of formerCodes) look(code, 0);
  return [...found.values()];
}
