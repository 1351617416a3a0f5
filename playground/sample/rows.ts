import type { RuleId } from '../../src/domain/issue.ts';
import type { SheetKey } from '../../src/domain/layout.ts';

/** A date as it is stored in a date cell, and the number format that shows it. */
interface SampleDate {
  readonly date: string;
  readonly format?: string;
}

/** A formula cell with the value it shows. */
interface SampleFormula {
  readonly formula: string;
  readonly shows: string;
}

export type SampleCell = string | number | boolean | SampleDate | SampleFormula;

/** One row by heading. Headings without a value are empty cells. */
export interface SampleRow {
  readonly cells: Record<string, SampleCell>;
  /** The findings this row takes part in; rows with the same rule and group are one finding. */
  readonly problems: { readonly rule: RuleId; readonly group: string }[];
}

export type SampleSheets = Record<SheetKey, SampleRow[]>;

/** One finding that the check must report: its rows are sheet rows (the heading is row 1), in sheet order. */
export interface ExpectedFinding {
  readonly rule: RuleId;
  readonly sheet: SheetKey;
  readonly rows: readonly number[];
}

/** Collects the findings that the rows are marked with. */
export function expectedFindings(sheets: SampleSheets): ExpectedFinding[] {
  const found: ExpectedFinding[] = [];
  for (const sheet of Object.keys(sheets) as SheetKey[]) {
    const groups = new Map<string, { rule: RuleId; rows: number[] }>();
    sheets[sheet].forEach((row, index) => {
      for (const { rule, group } of row.problems) {
        const key = `${rule} ${group}`;
        const known = groups.get(key);
        if (known) known.rows.push(index + 2);
        else groups.set(key, { rule, rows: [index + 2] });
      }
    });
    for (const { rule, rows } of groups.values()) found.push({ rule, sheet, rows });
  }
  return found;
}
