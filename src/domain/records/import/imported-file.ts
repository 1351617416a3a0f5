import type { CsvFile } from '../../csv/csv-file.ts';
import type { DateOrder } from './file-dates.ts';

export interface ImportedFile {
  readonly name: string;
  /** Heading row first. */
  readonly rows: readonly (readonly string[])[];
  /** Sheet row of each row, as a spreadsheet shows the file. */
  readonly lines: readonly number[];
}

export type Side = 'sheet' | 'file';

export interface ImportAnswers {
  readonly dates?: DateOrder;
  readonly customColumns?: 'add' | 'leaveOut';
  readonly addCodes?: readonly string[];
  readonly useNewCodes?: boolean;
  /** For cells that changed here since the last export or import: all alike, or by `Conflict.item`. */
  readonly conflicts?: Side | Readonly<Record<string, Side>>;
}

export type RejectReason =
  | 'name-missing'
  | 'type-missing'
  | 'type-unknown'
  | 'code-unknown'
  | 'code-former'
  | 'code-deleted'
  | 'code-characters'
  | 'date-impossible'
  | 'date-future'
  | 'date-mixed'
  | 'delete-value'
  | 'id-twice-in-file'
  | 'id-twice-in-sheet'
  | 'formula-in-the-way'
  | 'no-heading'
  | 'too-long';

/** One cell that keeps its row out. `row` is the file's, as a spreadsheet shows it. */
export interface Rejection {
  readonly row: number;
  /** '' for a cell beyond the last heading. */
  readonly field: string;
  readonly value: string;
  readonly reason: RejectReason;
  readonly args: Readonly<Record<string, string | number>>;
}

/** A cell that changed both here and in the file since the records last crossed. */
export interface Conflict {
  /** Names the cell in the answers. */
  readonly item: string;
  readonly who: string;
  readonly row: number;
  readonly field: string;
  readonly sheet: string;
  readonly file: string;
  readonly decision: Side | null;
}

/** A cell of the file beside what the sheet has. */
export interface Sight {
  readonly row: number;
  readonly field: string;
  readonly file: string;
  readonly sheet: string;
}

/** How often something was seen, and the first places that differ. */
export interface Seen {
  readonly count: number;
  readonly first: readonly Sight[];
}

export interface ImportFindings {
  /** `kept`: cells that changed here and not in the file, which stay. The others are rows. */
  readonly counts: {
    readonly new: number;
    readonly updated: number;
    readonly same: number;
    readonly flagged: number;
    readonly errors: number;
    readonly conflicts: number;
    readonly kept: number;
  };
  readonly rejections: readonly Rejection[];
  readonly rejected: CsvFile | null;
  readonly questions: {
    readonly dates: { count: number; example: string; dayFirst: string; monthFirst: string } | null;
    readonly customColumns: string[];
    readonly unknownCodes: { code: string; rows: number; suggestion: string | null }[];
    readonly formerCodes: { code: string; now: string; rows: number }[];
    readonly conflicts: readonly Conflict[];
  };
  readonly remarks: ImportRemarks;
}

/** What people should know beyond the counts: nothing is done in silence. */
export interface ImportRemarks {
  /** Known columns that the file lacks: they are left alone. */
  readonly missing: readonly string[];
  /** Columns that LMS exports have and neither its import nor this sheet takes. */
  readonly leftOut: readonly string[];
  /** Letters of columns of the file with text and no heading. */
  readonly unnamed: readonly string[];
  /** Cells that a blank in the file clears. */
  readonly cleared: number;
  /** New rows that stand twice in the file: the second is the same. */
  readonly doubledRows: readonly number[];
  /** Rows that end before the last heading: what they lack counts as blank. */
  readonly shortRows: readonly number[];
  /** Cells of the file that a spreadsheet program has changed: they stay as they are here. */
  readonly convertedCells: Seen | null;
  /** Codes that are written otherwise in the Codes sheet. */
  readonly otherWriting: Seen | null;
  /** Dates whose year has two digits. */
  readonly shortYears: { readonly text: string; readonly iso: string } | null;
  /** New codes that spreadsheet programs would change. */
  readonly unsafeCodes: readonly string[];
  /** Records that the file does not hold: they stay. */
  readonly notInFile: number;
}
