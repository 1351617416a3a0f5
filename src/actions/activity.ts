import type { ActivityRun, Value } from '../contract/api.ts';
import { journalRuns, readActivity } from '../sheets/journal.ts';
import type { Context } from './context.ts';

/** Every run that changed something, newest first; a run without its Activity line was stopped in the middle. */
export function activity(context: Context): Value<'activity'> {
  const runs = journalRuns(context.spreadsheet);
  const undoable = new Set(runs.map(({ run }) => run));
  const lines = readActivity(context.spreadsheet);
  const known = new Set(lines.map((line) => line.run));
  const done: ActivityRun[] = lines.map(({ run, kind, when, who, what, state }) => ({
    run,
    kind,
    when,
    who,
    what,
    state,
    canUndo: undoable.has(run) && state === 'done',
  }));
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
