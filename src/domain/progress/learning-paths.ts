import { textOf } from '../cell.ts';
import { codeKey } from '../code.ts';
import { isPathRow, sameKeys } from '../usage.ts';
import { sheetRow, type Workbook } from '../workbook.ts';

export interface LearningStep {
  readonly step: string;
  readonly title: string;
  readonly code: string;
  readonly row: number;
}

/** A learning path with its steps in order of their numbers. A path whose own row is missing still stands, without a code. */
export interface LearningPath {
  readonly pathId: string;
  readonly title: string;
  readonly code: string;
  readonly row: number;
  readonly steps: readonly LearningStep[];
}

/** The paths of the Paths sheet, in the order of their first rows. Rows without a Path Id belong to none. */
export function learningPaths({ paths }: Workbook): LearningPath[] {
  const { pathId, step, title, code } = paths.cells;
  const found = new Map<
    string,
    { -readonly [K in keyof LearningPath]: LearningPath[K] } & { steps: LearningStep[] }
  >();
  for (let i = 0; i < paths.length; i++) {
    const id = textOf(pathId, i).trim();
    if (id === '') continue;
    const number = textOf(step, i).trim();
    const text = {
      title: textOf(title, i),
      code: textOf(code, i).trim(),
      row: sheetRow(i),
    };
    const path = found.get(id) ?? { pathId: id, title: '', code: '', row: text.row, steps: [] };
    if (isPathRow(paths, i)) Object.assign(path, text);
    else path.steps.push({ step: number, ...text });
    found.set(id, path);
  }
  for (const path of found.values()) path.steps.sort((a, b) => place(a.step) - place(b.step));
  return [...found.values()];
}

/** A step whose number is none comes last. */
function place(step: string): number {
  const number = Number(step);
  return Number.isNaN(number) ? Number.MAX_SAFE_INTEGER : number;
}

/** Open renames make two codes one: the key under which both are counted. */
export function canonicalKey(workbook: Workbook): (code: string) => string {
  const same = sameKeys(workbook);
  return (code) => {
    const key = codeKey(code);
    return same.get(key) ?? key;
  };
}
