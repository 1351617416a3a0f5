import type { SheetKey } from './layout.ts';

export type Severity = 'error' | 'warning';

/** Where something stands: sheet row (1-based) and, where one cell is meant, its field. Row 1 is the heading row. */
export interface Place {
  readonly sheet: SheetKey;
  readonly row: number;
  readonly field?: string;
}

/**
 * One problem, as data; words are made from `rule` and `args` in `contract/`. A group (a duplicate) is one issue
 * that names all its rows in `at`, the first being the one to go to.
 */
export interface Issue {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly at: readonly Place[];
  readonly args: Readonly<Record<string, string | number>>;
  /** Safe fixes on offer for this very issue (most rules have one, `record-id-doubled` has two). */
  readonly fixes?: readonly FixId[];
}

export type RuleId =
  | 'sheet-missing'
  | 'heading-missing'
  | 'heading-doubled'
  | 'code-missing'
  | 'code-duplicate'
  | 'code-look-alike'
  | 'code-not-text'
  | 'code-unsafe'
  | 'code-too-long'
  | 'code-control-characters'
  | 'code-spelling'
  | 'code-stray-spaces'
  | 'code-validity'
  | 'content-unknown-code'
  | 'content-code-not-in-records'
  | 'content-used-in-records'
  | 'content-type'
  | 'content-duplicate'
  | 'content-code-shared'
  | 'content-object-id-missing'
  | 'content-title-missing'
  | 'path-id-missing'
  | 'path-row-missing'
  | 'path-row-duplicate'
  | 'path-without-steps'
  | 'path-code-missing'
  | 'path-unknown-code'
  | 'path-code-reused'
  | 'path-code-on-other-step'
  | 'step-code-twice'
  | 'step-not-whole'
  | 'step-duplicate'
  | 'step-gap'
  | 'step-without-content'
  | 'record-id-duplicate'
  | 'record-name-missing'
  | 'record-type-missing'
  | 'record-type-unknown'
  | 'record-date-invalid'
  | 'record-date-future'
  | 'record-unknown-code'
  | 'record-object-unknown'
  | 'record-object-other-code'
  | 'record-duplicate'
  | 'record-delete-value'
  | 'record-formula'
  | 'record-formula-text';

export type FixId =
  | 'add-code'
  | 'use-codes-spelling'
  | 'make-code-text'
  | 'use-new-code'
  | 'renumber-steps'
  | 'make-record-new'
  | 'drop-copied-row'
  | 'set-record-type'
  | 'write-iso-date'
  | 'tidy-code';
