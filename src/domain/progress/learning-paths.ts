import { cellText } from '../cell.ts';
import { codeKey } from '../code.ts';
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
  const found = new Map<string, { -readonly [K in keyof LearningPath]: LearningPath[K] } & { steps: LearningStep[] }>();
  for (let i = 0; i < paths.length; i++) {
    const id = cellText(pathId?.[i] ?? '').trim();
    if (id === '') continue;
    const number = cellText(step?.[i] ?? '').trim();
    const text = { title: cellText(title?.[i] ?? ''), code: cellText(code?.[i] ?? '').trim(), row: sheetRow(i) };
    const path = found.get(id) ?? { pathId: id, title: '', code: '', row: text.row, steps: [] };
    if (number === '') Object.assign(path, text);
    else path.steps.push({ step: number, ...text });
    found.set(id, path);
  }
  for (const path of found.values()) path.steps.sort((a, b) => Number(a.step) - Number(b.step));
  return [...found.values()];
}

/** Open renames make two codes one: the key under which both are counted. */
export function canonicalKey(workbook: Workbook): (code: string) => string {
  const same = new Map<string, string>();
  for (const { from, to } of workbook.openRenames) same.set(codeKey(from), codeKey(to));
  return (code) => {
    let key = codeKey(code);
    // A chain of open renames is as long as there are renames, and never a circle longer than that.
    for (let i = 0; i <= same.size; i++) key = same.get(key) ?? key;
    return key;
  };
}
