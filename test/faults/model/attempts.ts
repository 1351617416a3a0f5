import type { ActionName, Envelope, FixInput, ImportInput } from '../../../src/contract/api.ts';
import type { Stage } from './book.ts';
import { addCode, checked, deleteCode, flagRecords, merge, rename, tick } from './codes.ts';
import type { Action } from './commands.ts';
import { FIXES } from './fixes.ts';
import { addPathRecords, deleteFlagged, exported, importRecords } from './records.ts';
import { sampleRows } from './sample.ts';
import type { Promised, World } from './world.ts';

/** What is called, and what it promises of a world; the run's name is known only afterwards. */
export interface Attempt {
  readonly call: ActionName;
  readonly input: object;
  promise(world: World, run: string): Promised;
  /** It writes without a run of its own: after a fault people do it again, and that finishes it. */
  readonly repeatable?: boolean;
}

/** Looks at the preview, as people do. Null when there is nothing to try; a refused preview promises nothing. */
export function attempt(
  stage: Stage,
  world: World,
  action: Exclude<Action, { action: 'undo' }>,
): Attempt | null {
  const pair = (preview: ActionName, input: object): object | 'refused' => {
    const answer = stage.person.call(preview, input as never) as Envelope<{
      basedOn: string;
      count?: number;
    }>;
    if (!answer.ok) return 'refused';
    const { basedOn, count } = answer.value;
    return { ...input, basedOn, ...(count === undefined ? {} : { confirm: String(count) }) };
  };
  const changing = (
    preview: ActionName,
    call: ActionName,
    input: object,
    promise: Attempt['promise'],
  ): Attempt => {
    const looked = pair(preview, input);
    // What the preview refuses, the action must refuse too, whatever it is given.
    return { call, input: looked === 'refused' ? { ...input, basedOn: 'nothing' } : looked, promise };
  };
  switch (action.action) {
    case 'addCode': {
      const { code, description, reason } = action;
      return {
        call: 'addCode',
        input: { code, description, reason },
        promise: (was) => addCode(was, code, description, reason),
      };
    }
    case 'rename': {
      const { from, to, records, reason } = action;
      const input = { from, to, records, reason };
      return changing('previewRename', 'rename', input, (was, run) => rename(was, input, run));
    }
    case 'merge': {
      const { from, into, keep } = action;
      const input = { from, into, keep };
      return changing('previewMerge', 'merge', input, (was, run) => merge(was, input, run));
    }
    case 'deleteCode':
      return changing('previewDeleteCode', 'deleteCode', { code: action.code }, (was, run) =>
        deleteCode(was, action.code, run),
      );
    case 'flagRecords':
      return changing('previewFlagRecords', 'flagRecords', { code: action.code }, (was) =>
        flagRecords(was, action.code),
      );
    case 'deleteFlagged':
      return changing('previewDeleteFlagged', 'deleteFlagged', {}, deleteFlagged);
    case 'addPathRecords':
      return changing('previewAddPathRecords', 'addPathRecords', { path: action.path }, (was) =>
        addPathRecords(was, action.path),
      );
    case 'importRecords': {
      const { headings, rows, ...answers } = action.file;
      const input: ImportInput = {
        name: 'people.csv',
        rows: [headings, ...rows].map((row) => [...row]),
        ...answers,
        addCodes: [...answers.addCodes],
      };
      return changing('previewImport', 'importRecords', input, (was, run) =>
        importRecords(was, action.file, run),
      );
    }
    case 'tickChecklist': {
      const item = world.items[action.pick % Math.max(1, world.items.length)];
      if (!item) return null;
      const name = [item.run, item.type, item.objectId, item.title].join('|');
      return {
        call: 'tickChecklist',
        input: { run: item.run, item: name, done: action.done },
        repeatable: true,
        // Two rows of one content are two items of one name: the first is meant.
        promise: (was) =>
          tick(
            was,
            was.items.find((each) => [each.run, each.type, each.objectId, each.title].join('|') === name) ??
              item,
            action.done,
          ),
      };
    }
    case 'fix': {
      const offered = stage.person
        .get('overview')
        .groups.flatMap(({ rule, fixes }) => fixes.map(({ fix }) => ({ rule, fix })))
        .filter(({ fix }) => fix in FIXES);
      const chosen = offered[action.pick % Math.max(1, offered.length)];
      if (!chosen) return null;
      const input: FixInput = chosen;
      return changing('previewFix', 'fix', input, (was) => FIXES[chosen.fix]?.(was, chosen.rule) ?? null);
    }
    case 'exportRecords':
      return { call: 'exportRecords', input: { which: 'all' }, repeatable: true, promise: exported };
    case 'sampleRows':
      return {
        call: 'setUpSheets',
        input: { sampleRows: action.how },
        promise: (was) => sampleRows(was, action.how),
      };
    case 'check':
      return { call: 'check', input: {}, repeatable: true, promise: checked };
    case 'setUpSheets':
      return { call: 'setUpSheets', input: {}, repeatable: true, promise: (was) => was };
  }
}
