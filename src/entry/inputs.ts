// What each action accepts. zod/mini is the small build of zod (server only); unknown keys are dropped, never merged.
import * as z from 'zod/mini';
import type { ActionName, ImportChoices } from '../contract/api.ts';

const text = () => z.string().check(z.maxLength(50_000));
const short = () => z.string().check(z.maxLength(500));
const basedOn = () => ({ basedOn: z.string().check(z.maxLength(64)) });
const sheet = () => z.enum(['codes', 'content', 'paths', 'records']);
const whole = (least: number, most: number) => z.int().check(z.minimum(least), z.maximum(most));

const fix = () => ({ fix: short(), rule: short(), issue: z.optional(text()) });
const code = () => ({ code: text() });
const rename = () => ({
  from: text(),
  to: text(),
  records: z.optional(z.boolean()),
  reason: z.optional(text()),
});
const merge = () => ({ from: text(), into: text(), keep: z.optional(z.enum(['first', 'last', 'both'])) });
const source = () => ({
  file: z.optional(text()),
  name: z.optional(text()),
  rows: z.optional(z.array(z.array(z.string()))),
  lines: z.optional(z.array(z.int())),
  sheet: z.optional(text()),
});
const choices = () => ({
  dates: z.optional(z.enum(['dayFirst', 'monthFirst'])),
  customColumns: z.optional(z.enum(['add', 'leaveOut'])),
  addCodes: z.optional(z.array(text())),
  useNewCodes: z.optional(z.boolean()),
  conflicts: z.optional(z.custom<Decisions>(isDecisions)),
});
type Decisions = NonNullable<ImportChoices['conflicts']>;

/** One decision for all conflicts, or one for each. Unions and records of zod are 3 KB for this one field. */
function isDecisions(value: unknown): value is Decisions {
  const is = (each: unknown) => each === 'sheet' || each === 'file';
  return is(value) || (typeof value === 'object' && value !== null && Object.values(value).every(is));
}

const none = () => ({});

/** Each behind a function: making all of them was half of what a call took to load, and it needs one. */
export const shapes = {
  overview: none,
  setUpSheets: () => ({ sampleRows: z.optional(z.enum(['add', 'remove'])) }),
  check: none,
  previewFix: fix,
  fix: () => ({ ...fix(), ...basedOn() }),
  listCodes: () => ({
    search: z.optional(text()),
    filter: z.optional(z.enum(['all', 'used', 'unused'])),
    from: z.optional(whole(0, 10_000_000)),
    count: z.optional(whole(0, 1_000)),
  }),
  whereUsed: () => ({ ...code(), all: z.optional(z.boolean()) }),
  highlight: () => ({ on: z.boolean() }),
  addCode: () => ({
    ...code(),
    description: z.optional(text()),
    reason: z.optional(text()),
    dryRun: z.optional(z.boolean()),
  }),
  previewRename: rename,
  rename: () => ({ ...rename(), ...basedOn() }),
  checklist: () => ({ run: short() }),
  tickChecklist: () => ({ run: short(), item: text(), done: z.boolean() }),
  previewMerge: merge,
  merge: () => ({ ...merge(), ...basedOn() }),
  previewDeleteCode: code,
  deleteCode: () => ({ ...code(), ...basedOn() }),
  previewFlagRecords: code,
  flagRecords: () => ({ ...code(), ...basedOn() }),
  protectCodes: () => ({
    set: z.optional(z.enum(['editors', 'warning', 'off'])),
    editors: z.optional(z.array(short())),
  }),
  recordsTemplate: none,
  exportRecords: () => ({ which: z.enum(['all', 'selected', 'code', 'flagged']), code: z.optional(text()) }),
  previewImport: () => ({ ...source(), ...choices() }),
  importRecords: () => ({ ...source(), ...choices(), ...basedOn() }),
  previewDeleteFlagged: none,
  deleteFlagged: () => ({ confirm: z.optional(z.union([short(), z.int()])), ...basedOn() }),
  progress: () => ({ path: z.optional(text()), person: z.optional(text()), asOf: z.optional(short()) }),
  makeReports: () => ({ asOf: z.optional(short()) }),
  previewAddPathRecords: () => ({ path: text() }),
  addPathRecords: () => ({ path: text(), ...basedOn() }),
  activity: none,
  previewUndo: () => ({ run: short() }),
  undo: () => ({ run: short(), ...basedOn() }),
  continueRun: () => ({ run: short() }),
  showCell: () => ({ sheet: sheet(), row: whole(1, 10_000_000), field: z.optional(short()) }),
  filterToCode: () => ({ sheet: sheet(), ...code() }),
} satisfies Record<ActionName, () => z.core.$ZodShape>;

/** The schema of an action's input. */
export function inputOf(action: ActionName): z.ZodMiniObject {
  return z.object(shapes[action]());
}
