import { type Cell, cellText, isBlank } from './cell.ts';
import { codeKey } from './code.ts';
import type { LearningContentType } from './learning-content.ts';
import { memo } from './memo.ts';
import type { Workbook } from './workbook.ts';

/** Where one code is used: data-row indexes by kind, in sheet order. */
export interface CodeUse {
  readonly content: readonly number[];
  /** Rows of paths themselves (step blank). */
  readonly paths: readonly number[];
  readonly steps: readonly number[];
  readonly records: readonly number[];
}

export interface Usage {
  of(code: string): CodeUse;
  isUsed(code: string): boolean;
}

type UseRows = { [K in keyof CodeUse]: number[] };

const NONE: CodeUse = { content: [], paths: [], steps: [], records: [] };

/**
 * A code is used when any content, path, step or training record carries it, in any writing that counts as the same;
 * flagged records still use it. While a rename is open, its two codes are one.
 */
export function findUsage(workbook: Workbook): Usage {
  const uses = new Map<string, UseRows>();
  const same = sameKeys(workbook);
  const useOf = (text: string): UseRows | null => {
    const own = codeKey(text);
    if (own === '') return null;
    const key = same.get(own) ?? own;
    const use = uses.get(key) ?? { content: [], paths: [], steps: [], records: [] };
    uses.set(key, use);
    return use;
  };
  // Few different writings stand in many rows.
  const useAt = memo(useOf);
  const add = (cells: readonly Cell[] | undefined, kindOf: (index: number) => keyof CodeUse): void => {
    if (!cells) return;
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i] ?? '';
      if (cell !== '') useAt(cellText(cell))?.[kindOf(i)].push(i);
    }
  };
  add(workbook.content.cells.code, () => 'content');
  add(workbook.paths.cells.code, (i) => (isPathRow(workbook.paths, i) ? 'paths' : 'steps'));
  add(workbook.records.cells.code, () => 'records');
  const of = (code: string): CodeUse => {
    const own = codeKey(code);
    return uses.get(same.get(own) ?? own) ?? NONE;
  };
  return {
    of,
    isUsed(code) {
      const { content, paths, steps, records } = of(code);
      return content.length + paths.length + steps.length + records.length > 0;
    },
  };
}

/** Key of an open rename's old code → key of the code that it becomes, chains followed to their end. */
export function sameKeys({ openRenames }: Workbook): ReadonlyMap<string, string> {
  const next = new Map(openRenames.map(({ from, to }) => [codeKey(from), codeKey(to)]));
  const same = new Map<string, string>();
  for (const from of next.keys()) {
    let to = from;
    for (let i = 0; i < next.size && next.has(to); i++) to = next.get(to) ?? to;
    if (to !== from) same.set(from, to);
  }
  return same;
}

/** The row of a path itself: its step is blank. */
export function isPathRow(paths: Workbook['paths'], index: number): boolean {
  return isBlank(paths.cells.step?.[index] ?? '');
}

const TYPES: Readonly<Record<string, LearningContentType>> = {
  course: 'course',
  quiz: 'quiz',
  'training event': 'trainingEvent',
  event: 'trainingEvent',
};

/** `Event` is read as Training Event; anything else that is not one of the three is no type. */
export function contentType(cell: Cell): LearningContentType | null {
  return TYPES[cellText(cell).trim().replace(/\s+/g, ' ').toLowerCase()] ?? null;
}

/** `Delete?` flags a row when it is 1 or TRUE (a ticked box). */
export function isFlagged(cell: Cell): boolean {
  if (cell === '' || cell === false) return false;
  return cell === '1' || cell === 1 || cell === true || /^(?:1|true)$/i.test(cellText(cell).trim());
}

/** What flags a cell: a box that somebody made, unticked now, takes a tick and may reject a 1. */
export function flagFor(cell: Cell): Cell {
  return cell === false || '1';
}

/** Neither a flag nor none: blank, FALSE and 0 do not flag, anything else is a problem. */
export function flagProblem(cell: Cell): boolean {
  if (cell === '') return false;
  return !isFlagged(cell) && !/^(?:0|false|)$/i.test(cellText(cell).trim());
}

/** Used In Training Records: yes, no, or neither (null). Blank is no. */
export function yesNo(cell: Cell): boolean | null {
  const text = cellText(cell).trim().toLowerCase();
  if (text === 'true' || text === 'yes' || text === 'y' || text === '1') return true;
  if (text === '' || text === 'false' || text === 'no' || text === 'n' || text === '0') return false;
  return null;
}
