import { type Cell, cellText, textOf } from '../cell.ts';
import { codeKey } from '../code.ts';
import { addTo } from '../groups.ts';
import { isPathRow } from '../usage.ts';
import { isEmptyRow } from '../workbook.ts';
import { type Check, place, places } from './context.ts';

interface PathRows {
  readonly id: string;
  /** Rows of the path itself. */
  readonly own: number[];
  readonly steps: number[];
}

/** Step numbers are whole and count from 1; a number kept as text counts too. Null for anything else. */
export function stepNumber(cell: Cell): number | null {
  const text = cellText(cell);
  const n = /^\s*\d+\s*$/.test(text) ? Number(text) : 0;
  return Number.isInteger(n) && n >= 1 ? n : null;
}

function pathRows(context: Parameters<Check>[0]): PathRows[] {
  const { paths } = context.workbook;
  const { pathId, step, title, code } = paths.cells;
  const byId = new Map<string, PathRows>();
  if (!pathId || !step) return [];
  for (let i = 0; i < paths.length; i++) {
    const id = textOf(pathId, i).trim();
    if (id === '' || isEmptyRow([pathId, step, title, code], i)) continue;
    const rows = byId.get(id) ?? { id, own: [], steps: [] };
    (isPathRow(paths, i) ? rows.own : rows.steps).push(i);
    byId.set(id, rows);
  }
  return [...byId.values()];
}

/** Every row belongs to a path, every path has one row of its own, and steps. */
export const checkPathRows: Check = (context) => {
  const { workbook, report } = context;
  const { pathId, step, title, code } = workbook.paths.cells;
  if (!pathId || !step) return;
  for (let i = 0; i < workbook.paths.length; i++) {
    if (textOf(pathId, i).trim() !== '' || isEmptyRow([step, title, code], i)) continue;
    report('path-id-missing', 'error', [place('paths', i, 'pathId')], { title: textOf(title, i) });
  }
  for (const { id, own, steps } of pathRows(context)) {
    const [first = -1] = own;
    const args = { path: textOf(title, first) || id, pathId: id };
    if (own.length === 0)
      report('path-row-missing', 'error', places('paths', steps, 'pathId'), { pathId: id, path: id });
    if (own.length > 1) report('path-row-duplicate', 'error', places('paths', own, 'pathId'), args);
    if (steps.length === 0) report('path-without-steps', 'warning', [place('paths', first, 'pathId')], args);
  }
};

/** Steps are whole numbers from 1 without gaps, each once. */
export const checkStepNumbers: Check = (context) => {
  const { workbook, report } = context;
  const { step, title } = workbook.paths.cells;
  for (const { id, own, steps } of pathRows(context)) {
    const path = textOf(title, own[0] ?? -1) || id;
    const byNumber = new Map<number, number[]>();
    for (const i of steps) {
      const number = stepNumber(textOf(step, i));
      if (number === null)
        report('step-not-whole', 'error', [place('paths', i, 'step')], { path, step: textOf(step, i) });
      else addTo(byNumber, number, i);
    }
    for (const [number, rows] of byNumber) {
      if (rows.length > 1)
        report('step-duplicate', 'error', places('paths', rows, 'step'), { path, step: number });
    }
    const numbers = [...byNumber.keys()].sort((a, b) => a - b);
    const missing = gaps(numbers);
    if (missing === '') continue;
    const rows = steps.filter((i) => stepNumber(textOf(step, i)) !== null);
    // Numbers that stand twice have no one right order.
    const clear = rows.length === steps.length && numbers.length === rows.length;
    report(
      'step-gap',
      'error',
      places('paths', rows, 'step'),
      { path, missing, pathId: id },
      clear ? ['renumber-steps'] : [],
    );
  }
};

function gaps(numbers: readonly number[]): string {
  const missing: string[] = [];
  let expected = 1;
  for (const number of numbers) {
    if (number > expected)
      missing.push(number - expected === 1 ? String(expected) : `${expected} to ${number - 1}`);
    expected = number + 1;
  }
  return missing.join(', ');
}

/** Every path and step has a code of its own kind: a path's is on none of its steps and on no other path. */
export const checkPathCodes: Check = (context) => {
  const { workbook, report, canonical, isKnown } = context;
  const { pathId, step, title, code } = workbook.paths.cells;
  if (!code || !step) return;
  for (let i = 0; i < workbook.paths.length; i++) {
    if (codeKey(textOf(code, i)) !== '' || isEmptyRow([pathId, step, title], i)) continue;
    const args = { title: textOf(title, i) || textOf(pathId, i), step: textOf(step, i) };
    report('path-code-missing', 'error', [place('paths', i, 'code')], args);
  }
  const keyAt = (i: number) => canonical(codeKey(textOf(code, i)));
  const all = pathRows(context);
  const ownRows = new Map<string, number[]>();
  for (const { own } of all) for (const i of own) if (keyAt(i) !== '') addTo(ownRows, keyAt(i), i);
  const stepsOf = new Map<string, number[]>();
  for (const { steps } of all) for (const i of steps) if (keyAt(i) !== '') addTo(stepsOf, keyAt(i), i);
  const pathAt = (i: number) => textOf(pathId, i).trim();
  for (const [key, own] of ownRows) {
    const paths = new Set(own.map(pathAt));
    const steps = stepsOf.get(key) ?? [];
    const mine = steps.filter((i) => paths.has(pathAt(i)));
    const others = steps.filter((i) => !paths.has(pathAt(i)));
    const first = own[0] as number;
    const args = { code: textOf(code, first), path: textOf(title, first) || pathAt(first) };
    if (paths.size > 1 || mine.length > 0) {
      report(
        'path-code-reused',
        'error',
        places(
          'paths',
          [...own, ...mine].sort((a, b) => a - b),
          'code',
        ),
        args,
      );
    }
    if (others.length > 0) {
      const rows = [...own, ...others].sort((a, b) => a - b);
      report('path-code-on-other-step', 'warning', places('paths', rows, 'code'), args);
    }
  }
  for (const { own, steps, id } of all) {
    const byCode = new Map<string, number[]>();
    for (const i of steps) if (keyAt(i) !== '') addTo(byCode, keyAt(i), i);
    for (const rows of byCode.values()) {
      if (rows.length < 2) continue;
      const args = { code: textOf(code, rows[0] ?? 0), path: textOf(title, own[0] ?? -1) || id };
      report('step-code-twice', 'error', places('paths', rows, 'code'), args);
    }
  }
  const { content } = workbook;
  if (!content.cells.code) return;
  const carried = new Set<string>();
  for (let i = 0; i < content.length; i++) carried.add(canonical(codeKey(textOf(content.cells.code, i))));
  const ownKeys = new Set(ownRows.keys());
  for (const [key, rows] of stepsOf) {
    // A step may stand for a whole other path: that is its own warning.
    if (carried.has(key) || ownKeys.has(key) || !isKnown(codeKey(textOf(code, rows[0] ?? 0)))) continue;
    report('step-without-content', 'warning', places('paths', rows, 'code'), {
      code: textOf(code, rows[0] ?? 0),
    });
  }
};
