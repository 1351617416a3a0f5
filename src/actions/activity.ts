import type { ActivityRun, Value } from '../contract/api.ts';
import { groupBy } from '../domain/groups.ts';
import { type ActivityLine, journalRuns, readActivity, wholeRun } from '../sheets/journal.ts';
import type { Context } from './context.ts';

/**
 * Every run that changed something, newest first, parts of one as one; a run without its Activity line was stopped in the
 * middle.
 */
export function activity(context: Context): Value<'activity'> {
  const runs = journalRuns(context.spreadsheet);
  const undoable = new Set(runs.map(({ run }) => run));
  const lines = readActivity(context.spreadsheet);
  const known = new Set(lines.map((line) => line.run));
  const done = [...groupBy(lines, ({ run }) => wholeRun(run)).values()].map((parts): ActivityRun => {
    const standing = parts.filter(({ state }) => state === 'done');
    // The last part tells how far all of them came.
    const [last] = (standing[0] ? standing : parts).slice(-1);
    const { run, kind, when, who, what, state } = last as ActivityLine;
    const canUndo = state === 'done' && standing.every((part) => undoable.has(part.run));
    return { run, kind, when, who, what, state, canUndo };
  });
  const running = runs.filter(({ run }) => !known.has(run)).map(({ run, kind }) => unfinished(run, kind));
  return { runs: [...done, ...running].reverse() };
}

function unfinished(run: string, kind: ActivityRun['kind']): ActivityRun {
  return {
    run,
    kind,
    when: '',
    who: '',
    what: 'Stopped part of the way',
    state: 'running',
    canUndo: kind !== 'undo',
  };
}
