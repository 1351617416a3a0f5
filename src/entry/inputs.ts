// What each action accepts. zod/mini is the small build of zod (server only); unknown keys are dropped, never merged.
import * as z from 'zod/mini';
import type { ActionName, ImportChoices } from '../contract/api.ts';

const text = z.string().check(z.maxLength(50_000));
const short = z.string().check(z.maxLength(500));
const basedOn = { basedOn: z.string().check(z.maxLength(64)) };
const sheet = z.enum(['codes', 'content', 'paths', 'records']);
const row = z.int().check(z.minimum(1), z.maximum(10_000_000));
const count = z.int().check(z.minimum(0), z.maximum(1_000));

const fix = { fix: short, rule: short, issue: z.optional(text) };
const code = { code: text };
const rename = { from: text, to: text, records: z.optional(z.boolean()), reason: z.optional(text) };
const merge = { from: text, into: text, keep: z.optional(z.enum(['first', 'last', 'both'])) };
const source = {
  file: z.optional(text),
  name: z.optional(text),
  rows: z.optional(z.array(z.array(z.string()))),
  lines: z.optional(z.array(z.int())),
  sheet: z.optional(text),
};
const choices = {
  dates: z.optional(z.enum(['dayFirst', 'monthFirst'])),
  customColumns: z.optional(z.enum(['add', 'leaveOut'])),
  addCodes: z.optional(z.array(text)),
  useNewCodes: z.optional(z.boolean()),
  conflicts: z.optional(z.custom<Decisions>(isDecisions)),
};
type Decisions = NonNullable<ImportChoices['conflicts']>;

/** One decision for all conflicts, or one for each. Unions and records of zod are 3 KB for this one field. */
function isDecisions(value: unknown): value is Decisions {
  const is = (each: unknown) => each === 'sheet' || each === 'file';
  return is(value) || (typeof value === 'object' && value !== null && Object.values(value).every(is));
}

const none = z.object({});

export const inputs = {
  overview: none,
  setUpSheets: z.object({ sampleRows: z.optional(z.enum(['add', 'remove'])) }),
  check: none,
  previewFix: z.object(fix),
  fix: z.object({ ...fix, ...basedOn }),
  listCodes: z.object({
    search: z.optional(text),
    filter: z.optional(z.enum(['all', 'used', 'unused'])),
    from: z.optional(z.int().check(z.minimum(0))),
    count: z.optional(count),
  }),
  whereUsed: z.object({ ...code, all: z.optional(z.boolean()) }),
  highlight: z.object({ on: z.boolean() }),
  addCode: z.object({
    ...code,
    description: z.optional(text),
    reason: z.optional(text),
    dryRun: z.optional(z.boolean()),
  }),
  previewRename: z.object(rename),
  rename: z.object({ ...rename, ...basedOn }),
  checklist: z.object({ run: short }),
  tickChecklist: z.object({ run: short, item: text, done: z.boolean() }),
  previewMerge: z.object(merge),
  merge: z.object({ ...merge, ...basedOn }),
  previewDeleteCode: z.object(code),
  deleteCode: z.object({ ...code, ...basedOn }),
  previewFlagRecords: z.object(code),
  flagRecords: z.object({ ...code, ...basedOn }),
  protectCodes: z.object({
    set: z.optional(z.enum(['editors', 'warning', 'off'])),
    editors: z.optional(z.array(short)),
  }),
  recordsTemplate: none,
  exportRecords: z.object({ which: z.enum(['all', 'selected', 'code', 'flagged']), code: z.optional(text) }),
  previewImport: z.object({ ...source, ...choices }),
  importRecords: z.object({ ...source, ...choices, ...basedOn }),
  previewDeleteFlagged: none,
  deleteFlagged: z.object({ confirm: z.optional(z.union([short, z.int()])), ...basedOn }),
  progress: z.object({ path: z.optional(text), person: z.optional(text), asOf: z.optional(short) }),
  makeReports: z.object({ asOf: z.optional(short) }),
  previewAddPathRecords: z.object({ path: text }),
  addPathRecords: z.object({ path: text, ...basedOn }),
  activity: none,
  previewUndo: z.object({ run: short }),
  undo: z.object({ run: short, ...basedOn }),
  continueRun: z.object({ run: short }),
  showCell: z.object({ sheet, row, field: z.optional(short) }),
  filterToCode: z.object({ sheet, ...code }),
} satisfies Record<ActionName, Schema>;

interface Schema {
  safeParse(value: unknown): z.core.util.SafeParseResult<unknown>;
}
