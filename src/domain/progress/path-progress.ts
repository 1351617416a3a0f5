import { nothingTo, type Planned, type RowAppend, refuse } from '../plan.ts';
import type { Workbook } from '../workbook.ts';
import { type Holdings, holdingsOf } from './holdings.ts';
import { type LearningPath, learningPaths } from './learning-paths.ts';
import { validUntil } from './validity.ts';

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
export function pathProgress(path: LearningPath, holdings: Holdings, asOf: string): PersonProgress[] {
  const width = path.steps.length;
  const nothing = path.steps.map((): StepState => 'todo');
  // By holder, not by person: a company has many more people than holders of one code.
  const states = holdings.people.map((): StepState[] | null => null);
  path.steps.forEach((step, s) => {
    const valid = holdings.months.get(holdings.keyOf(step.code));
    for (const [person, record] of holdings.holdersOf(step.code)) {
      let row = states[person];
      if (!row) {
        row = nothing.slice();
        states[person] = row;
      }
      const expired = valid !== undefined && validUntil(holdings.dateAt(record), valid) < asOf;
      row[s] = expired ? 'expired' : 'done';
    }
  });
  return holdings.people.map((name, person) => {
    const steps = states[person];
    if (!steps) return { name, state: 'notStarted', steps: nothing, done: 0, lacksPathCode: false };
    let done = 0;
    for (const step of steps) if (step !== 'todo') done++;
    const finished = done === width;
    const lacksPathCode = finished && path.code !== '' && holdings.recordOf(person, path.code) < 0;
    return { name, state: finished ? 'finished' : 'inProgress', steps, done, lacksPathCode };
  });
}

/** New Learning Path records for everyone who finished all steps but lacks the path's own code, dated by their last step. */
export function planAddPathRecords(workbook: Workbook, pathId: string): Planned {
  const path = learningPaths(workbook).find((each) => each.pathId === pathId.trim());
  if (!path) return refuse('no-such-path', { path: pathId });
  if (path.code === '') return nothingTo('add: this path has no code of its own');
  const holdings = holdingsOf(workbook, workbook.today);
  const progress = pathProgress(path, holdings, workbook.today);
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
  if (appends.length === 0) return nothingTo('add: nobody who finished lacks this path\u2019s code');
  const summary = { path: path.title, records: appends.length };
  return { ok: true, plan: { kind: 'addRecords', edits: [], appends, removals: [], summary } };
}
