import { cellText } from '../cell.ts';
import { codeKey, hasControlCharacters } from '../code.ts';
import type { FixId } from '../issue.ts';
import { SHEET_KEYS, type SheetKey } from '../layout.ts';
import { type UnsafeReason, unsafeBecause } from '../spreadsheet-safe.ts';
import { type Check, type CheckContext, places } from './context.ts';

const LONGEST = 50_000;
/** What a code became; the text of a failed formula is none. */
const BECAME: Readonly<Record<string, UnsafeReason>> = {
  number: 'number',
  boolean: 'boolean',
  object: 'date',
};
/** What a cell holds whose formula failed: #N/A, #REF!, #DIV/0!, #NAME?. */
const FAILED = /^#(?:N\/A|NAME\?|[A-Z/0]+!)$/;

/**
 * What holds for code cells of every sheet: text that a spreadsheet leaves alone, and written as in the Codes sheet. One
 * finding per sheet and writing, naming all its rows; each different writing is judged once.
 */
export const checkCodeCells: Check = (context) => {
  for (const sheet of SHEET_KEYS) {
    const column = context.distinct(sheet, 'code');
    if (!column) continue;
    const texts = new Map<string, number[]>();
    const others = new Map<string, number[]>();
    const groups = column.cells.map((cell) => {
      if (cell === '') return null;
      const into = typeof cell === 'string' && !FAILED.test(cell) ? texts : others;
      const text = cellText(cell);
      const rows = into.get(text) ?? [];
      into.set(text, rows);
      return rows;
    });
    column.at.forEach((number, i) => {
      groups[number]?.push(i);
    });
    for (const [code, rows] of texts) judge(context, sheet, code, rows);
    for (const [code, rows] of others) {
      // The zeros of 0012 and the text behind a date cannot be recovered: only a plain number has one safe reading.
      const because = BECAME[typeof column.cells[column.at[rows[0] ?? 0] ?? 0]] ?? 'formula';
      const isNumber = because === 'number';
      const fixes: FixId[] = isNumber ? ['make-code-text'] : [];
      context.report('code-not-text', 'error', places(sheet, rows, 'code'), { code, because }, fixes);
      if (isNumber) texts.set(code, (texts.get(code) ?? []).concat(rows));
    }
    if (sheet !== 'codes' && context.workbook.codes.cells.code) checkUnknown(context, sheet, texts);
  }
};

function judge(
  { live, report, workbook }: CheckContext,
  sheet: SheetKey,
  code: string,
  rows: number[],
): void {
  const at = () => places(sheet, rows, 'code');
  const key = codeKey(code);
  if (key === '') return;
  if (code.length > LONGEST) report('code-too-long', 'error', at(), { length: code.length });
  if (hasControlCharacters(code)) report('code-control-characters', 'error', at(), { code });
  const unsafe = unsafeBecause(code);
  if (unsafe !== null) report('code-unsafe', 'warning', at(), { code, because: unsafe });
  const clean = withoutStraySpaces(sheet === 'codes' ? code : (live.get(key) ?? ''));
  if (sheet === 'codes') {
    if (clean === code || hasControlCharacters(code)) return;
    report('code-stray-spaces', 'warning', at(), { code, written: clean }, ['tidy-code']);
    return;
  }
  if (clean === '' || clean === code) return;
  // A code that stands twice in different writings has no one right writing.
  const same = (workbook.codes.cells.code ?? []).filter(
    (cell): cell is string => typeof cell === 'string' && codeKey(cell) === key,
  );
  if (same.length === 0 || same.includes(code)) return;
  const writings = new Set(same.map(withoutStraySpaces));
  report(
    'code-spelling',
    'warning',
    at(),
    { code, written: clean },
    writings.size === 1 ? ['use-codes-spelling'] : [],
  );
}

/** The same code without what nobody sees: spaces around it, doubled ones inside, zero-width characters. */
function withoutStraySpaces(code: string): string {
  return code
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

const UNKNOWN = {
  content: 'content-unknown-code',
  paths: 'path-unknown-code',
  records: 'record-unknown-code',
} as const;

/** Codes that the Codes sheet does not have; a former code is told as what it is now. */
function checkUnknown(
  { isKnown, became, report }: CheckContext,
  sheet: keyof typeof UNKNOWN,
  texts: ReadonlyMap<string, number[]>,
): void {
  const unknown = new Map<string, { code: string; rows: number[] }>();
  for (const [code, rows] of texts) {
    const key = codeKey(code);
    if (key === '' || isKnown(key)) continue;
    const group = unknown.get(key);
    if (group) group.rows = group.rows.concat(rows);
    else unknown.set(key, { code, rows });
  }
  for (const [key, { code, rows }] of unknown) {
    const now = became(key);
    const fixes: FixId[] = now
      ? ['use-new-code']
      : now === '' || hasControlCharacters(code)
        ? []
        : ['add-code'];
    const args = { code, now: now ?? '', deleted: now === '' ? 1 : 0 };
    const at = places(
      sheet,
      rows.sort((a, b) => a - b),
      'code',
    );
    report(UNKNOWN[sheet], 'error', at, args, fixes);
  }
}
