// The typed API between the sidebar and the server. Everything is a plain JSON value: it crosses
// google.script.run as one string each way (a nested Date would turn the whole answer into null).
import type { CsvFile } from '../domain/csv/csv-file.ts';
import type { FixId, RuleId, Severity } from '../domain/issue.ts';
import type { SheetKey } from '../domain/layout.ts';
import type { Refusal, RunKind } from '../domain/plan.ts';

export type { CsvFile };

/**
 * What `rpc` returns, as JSON. `message` is the refusal in words: what, where, next step. `made` names sheets of the
 * add-on's own that this call needed and made; a toast says so too.
 */
export type Envelope<T> =
  | { ok: true; value: T; made?: readonly string[] }
  | { ok: false; refusal: Refusal & { message: string } };

/** A row people can jump to: `showCell` selects it. `label` reads "Codes row 31". */
export interface RowLink {
  sheet: SheetKey;
  row: number;
  field?: string;
  label: string;
}

// ---- overview and check -------------------------------------------------------------------------------------

export interface SheetTile {
  sheet: SheetKey;
  name: string;
  exists: boolean;
  rows: number;
  errors: number;
  warnings: number;
}

export interface IssueView {
  /** Stable within one reading of the workbook: names this issue to `previewFix`. */
  id: string;
  title: string;
  detail: string;
  /** How to fix it, a sentence. */
  advice: string;
  /** The first places (up to 5); `places` is how many there are, `rows` their rows (up to 1,000). */
  links: RowLink[];
  rows: number[];
  places: number;
  fixes: { fix: FixId; label: string }[];
}

export interface IssueGroup {
  rule: RuleId;
  severity: Severity;
  /** "Codes written differently from the Codes sheet". */
  title: string;
  count: number;
  /** The first issues (up to 50). All stand in the Problems sheet after a check. */
  issues: IssueView[];
  /** Fixes for all of this kind at once. */
  fixes: { fix: FixId; label: string; count: number }[];
}

export interface CheckResult {
  /** Local wall-clock time, `YYYY-MM-DDTHH:mm`. */
  checkedAt: string;
  errors: number;
  warnings: number;
  sheets: SheetTile[];
  groups: IssueGroup[];
}

export interface RenameInProgress {
  run: string;
  from: string;
  to: string;
  done: number;
  total: number;
}

export interface UnfinishedRun {
  run: string;
  kind: RunKind | 'undo';
  /** An undo that was stopped can only be continued. */
  canUndo: boolean;
  title: string;
  detail: string;
}

export interface Overview extends CheckResult {
  spreadsheet: string;
  /** A sheet or a required heading is missing, or nothing was set up yet. */
  needsSetUp: boolean;
  /** The file holds the sample rows that set up can remove again. */
  hasSampleRows: boolean;
  highlight: boolean;
  renames: RenameInProgress[];
  unfinished: UnfinishedRun[];
  /** The screen that a menu item asked for, once. */
  screen: ScreenName | null;
  expiry: { expired: number; within30: number; within60: number; within90: number } | null;
  /** Records with Delete? = 1. */
  flagged: number;
  /** Names of people's own sheets, which records can be imported from. */
  otherSheets: string[];
}

export type ScreenName = 'overview' | 'codes' | 'records' | 'progress';

// ---- previews and runs --------------------------------------------------------------------------------------

export interface ChangeView {
  link: RowLink;
  heading: string;
  before: string;
  after: string;
}

export interface Preview {
  basedOn: string;
  title: string;
  /** Sentences: what will happen, with numbers. */
  summary: string[];
  /** The first changed cells (up to 50). */
  changes: ChangeView[];
  edits: number;
  adds: number;
  removes: number;
  /** The words of the confirm button: "Fix 12 cells". */
  confirm: string;
}

export interface RunResult {
  run: string;
  /** "12 cells fixed." */
  message: string;
  /** What was left alone, and why. */
  kept: string[];
  canUndo: boolean;
}

// ---- codes --------------------------------------------------------------------------------------------------

export interface CodeRow {
  code: string;
  description: string;
  row: number;
  uses: { content: number; paths: number; steps: number; records: number };
  total: number;
}

export interface UsePlace {
  title: string;
  detail: string;
  link: RowLink;
}

export interface UseKind {
  kind: 'course' | 'quiz' | 'trainingEvent' | 'otherContent' | 'path' | 'step' | 'record';
  title: string;
  count: number;
  places: UsePlace[];
}

export interface WhereUsed {
  code: string;
  description: string;
  row: number | null;
  total: number;
  people: number;
  kinds: UseKind[];
  canDelete: boolean;
  /** Why not, in words; starts with the LMS's own sentence. */
  blockedBecause: string | null;
  openRename: RenameInProgress | null;
}

export interface CodeVerdict {
  ok: boolean;
  /** "This code is free", or what is wrong with it. */
  message: string;
  warnings: string[];
  /** The code was renamed or deleted before: a reason is asked for. */
  needsReason: boolean;
}

export interface RenamePreview extends Preview {
  verdict: CodeVerdict;
  forYou: { codes: number; paths: number; steps: number; records: number };
  impact: { records: number; people: number; paths: number };
  byHand: { title: string; type: string; objectId: string; owner: string; link: RowLink }[];
  /** Free texts that name the code, left alone: the first of them, and how many there are. */
  mentions: UsePlace[];
  mentioned: number;
}

export interface ChecklistItem {
  item: string;
  done: boolean;
  type: string;
  objectId: string;
  title: string;
  owner: string;
  link: RowLink | null;
  note: string;
}

export interface Checklist {
  run: string;
  from: string;
  to: string;
  done: number;
  total: number;
  items: ChecklistItem[];
  owners: { owner: string; open: number; message: string }[];
}

export interface MergePreview extends RenamePreview {
  /** Records that the merge would double for one person: which to keep is asked. */
  doubled: { person: string; date: string; links: RowLink[] }[];
}

export interface DeleteCodePreview extends Preview {
  canDelete: boolean;
  blockers: UseKind[];
  reason: string | null;
  /** Records that can be flagged for deletion instead, and the LMS file that does the same there. */
  records: number;
  csv: CsvFile | null;
}

export interface Protection {
  protected: boolean;
  warningOnly: boolean;
  editors: string[];
  canEdit: boolean;
  you: string;
}

// ---- records ------------------------------------------------------------------------------------------------

/** A parsed CSV: the cells as text, heading row first. `lines[i]` is the sheet row of `rows[i]` (quoted newlines do not count). */
export interface ImportSource {
  /** The file, read by the sidebar or the headless run; or a sheet of this spreadsheet. */
  file?: string;
  name?: string;
  rows?: string[][];
  lines?: number[];
  sheet?: string;
}

export interface ImportChoices {
  /** How ambiguous dates of the whole column are written. */
  dates?: 'dayFirst' | 'monthFirst';
  /** What to do with columns the sheet does not know. */
  customColumns?: 'add' | 'leaveOut';
  /** Add codes that the Codes sheet lacks. */
  addCodes?: string[];
  /** Take the new code where a former code stands. */
  useNewCodes?: boolean;
  /** Rows changed both here and in the file since the last export or import. */
  conflicts?: 'sheet' | 'file' | Record<string, 'sheet' | 'file'>;
}

export interface RowError {
  row: number;
  heading: string;
  value: string;
  message: string;
  /** What to do about it, a sentence. */
  advice: string;
}

export interface ImportPreview extends Preview {
  name: string;
  /** Rows; `kept` are cells that changed here and not in the file, which stay as they are. */
  counts: {
    new: number;
    updated: number;
    same: number;
    flagged: number;
    errors: number;
    conflicts: number;
    kept: number;
  };
  questions: {
    dates: { count: number; example: string; dayFirst: string; monthFirst: string } | null;
    customColumns: string[];
    unknownCodes: { code: string; rows: number; suggestion: string | null }[];
    formerCodes: { code: string; now: string; rows: number }[];
    conflicts: {
      item: string;
      who: string;
      heading: string;
      sheet: string;
      file: string;
      row: number;
      decision: 'sheet' | 'file' | null;
    }[];
  };
  errors: RowError[];
  notes: string[];
  rejected: CsvFile | null;
  updates: { who: string; row: number; changes: { heading: string; before: string; after: string }[] }[];
}

export interface ImportResult extends RunResult {
  /** Rows done by this call and to do when it began: call again with `basedOn` while there is one. */
  done: number;
  total: number;
  /** What the next call is based on, while rows are left. */
  basedOn?: string;
}

export interface DeleteFlaggedPreview extends Preview {
  count: number;
  total: number;
  /** More than 20 % or 500 rows: the number must be typed. */
  mustType: boolean;
  rows: { who: string; code: string; date: string; link: RowLink }[];
  wrongFlags: RowError[];
  /** Why the quick way is not taken, if it is not. */
  slowBecause: string | null;
  csv: CsvFile | null;
}

// ---- progress -----------------------------------------------------------------------------------------------

export type StepState = 'done' | 'expired' | 'todo';

export interface ProgressPerson {
  name: string;
  state: 'finished' | 'inProgress' | 'notStarted';
  steps: StepState[];
  done: number;
  lacksPathCode: boolean;
}

export interface ProgressView {
  paths: { pathId: string; title: string; steps: number }[];
  path: { pathId: string; title: string; steps: { step: string; title: string; code: string }[] } | null;
  counts: { people: number; finished: number; inProgress: number; notStarted: number; percent: number };
  people: ProgressPerson[];
  lackPathCode: number;
  /** Only with `person`: each step with the record that counts, or the nearest miss. */
  why:
    | { step: string; title: string; code: string; state: StepState; reason: string; link: RowLink | null }[]
    | null;
}

// ---- activity -----------------------------------------------------------------------------------------------

export interface ActivityRun {
  run: string;
  kind: RunKind | 'undo';
  when: string;
  who: string;
  what: string;
  state: 'running' | 'done' | 'undone' | 'partlyUndone';
  canUndo: boolean;
}

// ---- the map ------------------------------------------------------------------------------------------------

interface Act<I, V> {
  input: I;
  value: V;
}
type BasedOn = { basedOn: string };
type None = Record<string, never>;

export type FixInput = { fix: FixId; rule: RuleId; issue?: string };
export type AddCodeInput = { code: string; description?: string; reason?: string };
export type RenameInput = { from: string; to: string; records?: boolean; reason?: string };
export type MergeInput = { from: string; into: string; keep?: 'first' | 'last' | 'both' };
export type ImportInput = ImportSource & ImportChoices;
export type ExportInput = { which: 'all' | 'selected' | 'code' | 'flagged'; code?: string };

export interface Api {
  overview: Act<None, Overview>;
  setUpSheets: Act<{ sampleRows?: 'add' | 'remove' }, { made: string[]; changed: string[]; message: string }>;
  check: Act<None, CheckResult>;
  previewFix: Act<FixInput, Preview>;
  fix: Act<FixInput & BasedOn, RunResult>;
  listCodes: Act<
    { search?: string; filter?: 'all' | 'used' | 'unused'; from?: number; count?: number },
    { codes: CodeRow[]; matching: number; total: number; highlight: boolean }
  >;
  whereUsed: Act<{ code: string; all?: boolean }, WhereUsed>;
  highlight: Act<{ on: boolean }, { on: boolean; codesInUse: number }>;
  addCode: Act<AddCodeInput & { dryRun?: boolean }, { verdict: CodeVerdict; run: RunResult | null }>;
  previewRename: Act<RenameInput, RenamePreview>;
  rename: Act<RenameInput & BasedOn, RunResult & { checklist: Checklist | null }>;
  checklist: Act<{ run: string }, Checklist>;
  tickChecklist: Act<{ run: string; item: string; done: boolean }, Checklist>;
  previewMerge: Act<MergeInput, MergePreview>;
  merge: Act<MergeInput & BasedOn, RunResult & { checklist: Checklist | null }>;
  previewDeleteCode: Act<{ code: string }, DeleteCodePreview>;
  deleteCode: Act<{ code: string } & BasedOn, RunResult>;
  previewFlagRecords: Act<{ code: string }, Preview>;
  flagRecords: Act<{ code: string } & BasedOn, RunResult>;
  protectCodes: Act<{ set?: 'editors' | 'warning' | 'off'; editors?: string[] }, Protection>;
  recordsTemplate: Act<None, CsvFile>;
  exportRecords: Act<ExportInput, CsvFile>;
  previewImport: Act<ImportInput, ImportPreview>;
  importRecords: Act<ImportInput & BasedOn, ImportResult>;
  previewDeleteFlagged: Act<None, DeleteFlaggedPreview>;
  deleteFlagged: Act<{ confirm?: string | number } & BasedOn, RunResult>;
  progress: Act<{ path?: string; person?: string; asOf?: string }, ProgressView>;
  makeReports: Act<{ asOf?: string }, { sheets: string[]; message: string }>;
  previewAddPathRecords: Act<{ path: string }, Preview>;
  addPathRecords: Act<{ path: string } & BasedOn, RunResult>;
  activity: Act<None, { runs: ActivityRun[] }>;
  previewUndo: Act<{ run: string }, Preview & { kept: string[] }>;
  undo: Act<{ run: string } & BasedOn, RunResult>;
  continueRun: Act<{ run: string }, RunResult>;
  showCell: Act<{ sheet: SheetKey; row: number; field?: string }, { shown: string }>;
  filterToCode: Act<{ sheet: SheetKey; code: string }, { rows: number; message: string }>;
}

export type ActionName = keyof Api;
export type Input<A extends ActionName> = Api[A]['input'];
export type Value<A extends ActionName> = Api[A]['value'];
