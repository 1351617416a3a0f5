import { addMonths } from '../plain-date.ts';
import { type Planned, type RowAppend, refuse } from '../plan.ts';
import type { Workbook } from '../workbook.ts';
import { validityOf } from './expiry.ts';
import { type Holdings, holdingsOf } from './holdings.ts';
import { type LearningPath, learningPaths } from './learning-paths.ts';

export type StepState = 'done' | 'expired' | 'todo';
export type PersonState = 'finished' | 'inProgress' | 'notStarted';

export interface PersonProgress {
  readonly name: string;
  readonly state: PersonState;
  readonly steps: readonly StepState[];
  /** Steps done, expired ones among them. */
  readonly done: number;
  /** Finished every step, but no live record carries the path's own code. */
  readonly lacksPathCode: boolean;
}

/**
 * One path, person by person. Finished is every step done, whatever the path's own record says; an expired record still
 * counts as done and is shown as expired; a path without steps is finished by nobody.
 */
export function pathProgress(
  workbook: Workbook,
  path: LearningPath,
  holdings: Holdings,
  asOf: string,
): PersonProgress[] {
  const months = validityOf(workbook, holdings.keyOf);
  return holdings.people.map((name, person) => {
    let done = 0;
    const steps = path.steps.map((step): StepState => {
      const record = step.code === '' ? -1 : holdings.recordOf(person, step.code);
      if (record < 0) return 'todo';
      done++;
      const valid = months.get(holdings.keyOf(step.code));
      return valid !== undefined && addMonths(holdings.dateAt(record), valid) < asOf ? 'expired' : 'done';
    });
    const finished = steps.length > 0 && done === steps.length;
    const state = finished ? 'finished' : done > 0 ? 'inProgress' : 'notStarted';
    const lacksPathCode = finished && path.code !== '' && holdings.recordOf(person, path.code) < 0;
    return { name, state, steps, done, lacksPathCode };
  });
}

/** New Learning Path records for everyone who finished all steps but lacks the path's own code, dated by their last step. */
export function planAddPathRecords(workbook: Workbook, pathId: string): Planned {
  const path = learningPaths(workbook).find((each) => each.pathId === pathId.trim());
  if (!path) return refuse('no-such-path', { path: pathId });
  if (path.code === '') return refuse('code-blank');
  const holdings = holdingsOf(workbook, workbook.today);
  const progress = pathProgress(workbook, path, holdings, workbook.today);
  const appends: RowAppend[] = [];
  progress.forEach((person, p) => {
    if (!person.lacksPathCode) return;
    const dates = path.steps.map((step) => holdings.dateAt(holdings.recordOf(p, step.code)));
    appends.push({
      sheet: 'records',
      values: {
        recordId: '0',
        name: person.name,
        recordType: 'Learning Path',
        objectId: path.pathId,
        title: path.title,
        completionDate: dates.reduce((a, b) => (a > b ? a : b), ''),
        code: path.code,
      },
    });
  });
  if (appends.length === 0) return refuse('nothing-to-do', { what: 'add: nobody lacks this path’s code' });
  const summary = { path: path.title, records: appends.length };
  return { ok: true, plan: { kind: 'addRecords', edits: [], appends, removals: [], summary } };
}
