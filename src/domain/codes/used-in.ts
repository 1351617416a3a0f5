import { cellText } from '../cell.ts';
import { codeKey } from '../code.ts';
import { grouped } from '../grouped.ts';
import type { CodeUse, Usage } from '../usage.ts';
import { sheetRow, type Workbook } from '../workbook.ts';
import {
  type CodePlace,
  peopleOf,
  placeOf,
  type UseKindName,
  type UsesOfKind,
  usesByKind,
} from './where-used.ts';

const NOUNS: Readonly<Record<UseKindName, readonly [one: string, many: string]>> = {
  course: ['course', 'courses'],
  quiz: ['quiz', 'quizzes'],
  trainingEvent: ['event', 'events'],
  otherContent: ['other content', 'other contents'],
  path: ['path', 'paths'],
  step: ['step', 'steps'],
  record: ['record', 'records'],
};

/** "1 course", "1,204 records". */
export function useWords(kind: UseKindName, count: number): string {
  return `${grouped(count)} ${NOUNS[kind][count === 1 ? 0 : 1]}`;
}

/** The words of the Used In cell: "2 courses · 1 path · 34 records", or "Not used". */
export function usedInText(workbook: Workbook, use: CodeUse): string {
  const kinds = usesByKind(workbook, use).map(({ kind, rows }) => useWords(kind, rows.length));
  return kinds.length === 0 ? 'Not used' : kinds.join(' \u00b7 ');
}

/** Sheet rows of the Codes sheet whose code is in use. */
export function rowsInUse(workbook: Workbook, usage: Usage): number[] {
  return (workbook.codes.cells.code ?? []).flatMap((cell, i) =>
    usage.isUsed(cellText(cell)) ? [sheetRow(i)] : [],
  );
}

/** Used In for every row of the Codes sheet, in its order; a row without a code has none. */
export function usedInOf(workbook: Workbook, usage: Usage, time: string): { text: string; note: string }[] {
  return (workbook.codes.cells.code ?? []).map((cell) => {
    const code = cellText(cell);
    if (codeKey(code) === '') return { text: '', note: '' };
    const use = usage.of(code);
    return { text: usedInText(workbook, use), note: usedInNote(workbook, use, time) };
  });
}

/** Notes are read at a glance: every kind is named, its places as far as they fit. */
const LONGEST = 900;
const SHORT = 60;

/** The note of the Used In cell: the places by kind, people instead of records, and when it was worked out. */
export function usedInNote(workbook: Workbook, use: CodeUse, time: string): string {
  const kinds = usesByKind(workbook, use);
  const share = Math.floor((LONGEST - 40) / Math.max(1, kinds.length));
  const lines = kinds.map((each) => kindLine(workbook, each, share));
  return [...(lines.length === 0 ? ['Not used'] : lines), `Checked ${time.replace('T', ' ')}`].join('\n');
}

function kindLine(workbook: Workbook, { kind, rows }: UsesOfKind, room: number): string {
  const people = kind === 'record' ? peopleOf(workbook, rows) : null;
  const names = people ?? rows.map((i) => named(placeOf(workbook, kind, i)));
  const total = names.length;
  const head = `${useWords(kind, rows.length)}${people ? ` of ${grouped(total)} ${total === 1 ? 'person' : 'people'}` : ''}`;
  let line = `${head}: `;
  for (const [n, name] of names.entries()) {
    const next = `${n === 0 ? '' : ', '}${name.length > SHORT ? `${name.slice(0, SHORT)}\u2026` : name}`;
    // Room is kept for the words that say how many more there are; the first always fits.
    if (line.length + next.length > room - 20) return `${line} \u2026and ${grouped(total - n)} more`;
    line += next;
  }
  return total === 0 ? head : line;
}

function named({ title, detail }: CodePlace): string {
  return title === '' ? detail : `${title} (${detail})`;
}
