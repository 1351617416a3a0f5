import type { Cell } from './cell.ts';
import type { SheetKey } from './layout.ts';
import type { ExchangeLayer } from './records/last-exchange.ts';
import type { HeadingProblem } from './workbook.ts';

/** What a run was for. It names the run in Activity and picks the words of its summary. */
export type RunKind =
  | 'setUp'
  | 'fix'
  | 'addCode'
  | 'rename'
  | 'tick'
  | 'merge'
  | 'deleteCode'
  | 'flag'
  | 'import'
  | 'deleteFlagged'
  | 'addRecords'
  | 'protect';

/**
 * One cell to change. `key` tells the row again after a sort or an insert (`rowKey`: the row's own identity without
 * the edited field); `row` is only where it stood when the plan was made.
 */
export interface CellEdit {
  readonly sheet: SheetKey;
  readonly row: number;
  readonly field: string;
  readonly key: string;
  /** Journal only: the row's other text, where its key is another row's too. */
  readonly twin?: string;
  /** Journal only: how many other rows with that key held the old value, and how many the new one. */
  readonly alike?: readonly [before: number, after: number];
  readonly before: Cell;
  /** The text to write. In an undo, a number, date or boolean that stood there goes back as what it was. */
  readonly after: Cell;
}

/** A row to add below the last one. Fields that are absent stay empty. `custom` is by heading text. */
export interface RowAppend {
  readonly sheet: SheetKey;
  /** Undo only: the row below which it belongs; without one it comes after the last. */
  readonly below?: number;
  /** Undo only: the row as it stood, numbers, dates and ticks as such, by `columnNames`. */
  readonly whole?: Readonly<Record<string, Cell>>;
  /** Undo only: notes by column name. */
  readonly notes?: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
  readonly custom?: Readonly<Record<string, string>>;
  /** Journal only: how many rows that look like it stood there before. */
  readonly alike?: number;
}

/** A row to take out. The whole row is kept as a before-image when the plan is applied. */
export interface RowRemoval {
  readonly sheet: SheetKey;
  readonly row: number;
  readonly key: string;
  /** Key of the row above that stays, '' at the top: where undo puts the row back. */
  readonly above?: string;
  /** Journal only: how many rows with its key stay. */
  readonly alike?: number;
}

/** A code to remember as used up: renamed or merged (`now` says to what) or deleted (`now` is ''). */
export interface FormerCodeEntry {
  readonly code: string;
  readonly now: string;
  readonly reason?: string;
}

/** One content to change by hand in the LMS after a rename or merge. */
export interface ChecklistEntry {
  readonly from: string;
  readonly to: string;
  readonly type: string;
  readonly objectId: string;
  readonly title: string;
  readonly owner: string;
  readonly row: number;
}

/**
 * Every change to a sheet is one of these: made by a pure planner, shown by the preview, carried out by the one
 * `applyPlan`, kept in the journal, and turned round by undo.
 */
export interface Plan {
  readonly kind: RunKind;
  readonly edits: readonly CellEdit[];
  readonly appends: readonly RowAppend[];
  readonly removals: readonly RowRemoval[];
  readonly formerCodes?: readonly FormerCodeEntry[];
  /** Former codes that this plan takes back into use, as they were remembered. */
  readonly revivedCodes?: readonly FormerCodeEntry[];
  readonly checklist?: readonly ChecklistEntry[];
  /** Columns to make for people's own fields, by heading, after the last one of Records. */
  readonly newColumns?: readonly string[];
  /** Undo only: such columns to take away again where nothing stands in them. */
  readonly dropColumns?: readonly string[];
  /** What to remember of an import, to tell later what changed since. */
  readonly exchange?: ExchangeLayer;
  /** Undo only: the run, or the parts of it, whose checklist rows and former codes go away with it. */
  readonly undoes?: readonly string[];
  /** Undo only: that run's copies in Deleted Records go too, now that its rows are back. */
  readonly unarchives?: boolean;
  /** Removed rows go to Deleted Records (records) or only to the before-images (anything else). */
  readonly archive?: boolean;
  /** Short facts for people and for Activity: `{ from: 'A', to: 'B', records: 41 }`. */
  readonly summary: Readonly<Record<string, string | number>>;
}

/** Why an action did not happen. `reason` picks the words; nothing was changed. */
export interface Refused {
  readonly ok: false;
  readonly refusal: Refusal;
}

export interface Refusal {
  readonly reason: RefusalReason;
  readonly args: Readonly<Record<string, string | number>>;
}

export type RefusalReason =
  | 'bad-request'
  | 'unknown-action'
  | 'sheet-missing'
  | 'name-taken'
  | 'heading-missing'
  | 'heading-doubled'
  | 'sheet-changed'
  | 'busy'
  | 'read-only'
  | 'protected'
  | 'no-such-editor'
  | 'platform'
  | 'out-of-time'
  | 'rows-moved'
  | 'too-many-cells'
  | 'too-long'
  | 'nothing-to-do'
  | 'code-blank'
  | 'code-unknown'
  | 'code-taken'
  | 'code-same'
  | 'code-former'
  | 'code-not-text'
  | 'code-in-open-rename'
  | 'code-in-use'
  | 'control-characters'
  | 'no-such-fix'
  | 'no-such-run'
  | 'already-undone'
  | 'not-undoable'
  | 'unfinished-run'
  | 'confirm-number'
  | 'no-such-item'
  | 'no-such-path'
  | 'no-such-person'
  | 'file-empty'
  | 'file-unreadable'
  | 'file-headings'
  | 'file-dates-ambiguous'
  | 'file-not-csv'
  | 'file-too-large'
  | 'custom-columns-undecided'
  | 'conflicts-undecided'
  | 'formula-in-the-way'
  | 'merged-cells'
  | 'typed-columns'
  | 'rejecting-rule';

export type Planned<T extends object = object> = ({ readonly ok: true; readonly plan: Plan } & T) | Refused;

export function refuse(reason: RefusalReason, args: Refusal['args'] = {}): Refused {
  return { ok: false, refusal: { reason, args } };
}

/** A sheet that a change or an answer cannot do without. */
export function refuseSheet(sheet: string): Refused {
  return refuse('sheet-missing', { sheet });
}

/** A sheet of people's own that stands under a name that the add-on needs. */
export function refuseName(sheet: string | undefined): Refused | null {
  return sheet === undefined ? null : refuse('name-taken', { sheet });
}

/** "There is nothing to ..." */
export function nothingTo(what: string): Refused {
  return refuse('nothing-to-do', { what });
}

/** A sheet whose heading a change or an answer cannot do without. */
export function refuseHeading(sheet: string, { kind, heading }: HeadingProblem): Refused {
  return refuse(kind === 'missing' ? 'heading-missing' : 'heading-doubled', { sheet, heading });
}
