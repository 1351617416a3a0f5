import type { Cell } from '../../cell.ts';
import { codeKey } from '../../code.ts';
import { isConverted } from '../../converted-text.ts';
import { flagProblem } from '../../usage.ts';
import { sheetRow } from '../../workbook.ts';
import { comparable } from './compare.ts';
import { type FileRow, reject } from './file-rows.ts';
import type { Sight } from './imported-file.ts';
import { judgeCell, type Rules } from './judge-cell.ts';
import type { Remarks } from './remarks.ts';
import type { StandingRows } from './standing-rows.ts';

/**
 * Judges what a row would write, and rejects the row where that is wrong. A cell that the file leaves as it is may be as
 * wrong as it was: that is the check's business.
 */
export class RowJudge {
  private readonly fields: readonly string[];
  private readonly rules: Rules;
  private readonly standing: StandingRows;
  private readonly remarks: Remarks;

  constructor(fields: readonly string[], rules: Rules, standing: StandingRows, remarks: Remarks) {
    this.fields = fields;
    this.rules = rules;
    this.standing = standing;
    this.remarks = remarks;
  }

  /** The texts that a new row would write. It must be somebody's. */
  added(row: FileRow): string[] {
    const texts = this.fields.map((field, j) => this.written(row, field, j));
    if ((texts[this.fields.indexOf('name')] ?? '') === '') reject(row, 'name', '', 'name-missing');
    return texts;
  }

  /** The texts that the row would write into data row `index`, those of cells that stay as they stand. */
  updated(row: FileRow, index: number): string[] {
    return this.fields.map((field, j) => {
      const cell = this.standing.cell(index, j);
      const here = comparable(field, cell);
      const there = row.asItIs[j] ?? '';
      if (here === there || this.stays({ row: row.row, field, file: there, sheet: here }, cell)) return here;
      const text = this.written(row, field, j);
      if (text === '') this.cleared(row, field);
      return text;
    });
  }

  /** An id names one record, in the file as in the sheet. `inFile` are the file's rows with this id. */
  id(row: FileRow, inFile: readonly number[] | undefined): void {
    const standing = this.standing.rowsOf(row.id);
    if (inFile && inFile.length > 1) {
      const other = inFile.find((each) => each !== row.row) ?? row.row;
      reject(row, 'recordId', row.id, 'id-twice-in-file', { other });
    }
    if (standing.length > 1) {
      const rows = standing.map(sheetRow).join(', ');
      reject(row, 'recordId', row.id, 'id-twice-in-sheet', { rows });
    }
  }

  /** A cell's text as it would be written, or as it came where it keeps the row out. */
  private written(row: FileRow, field: string, j: number): string {
    const text = row.texts[j] ?? '';
    const verdict = judgeCell(field, text, this.rules);
    if (verdict === 'waits') row.waits = text.trim();
    else if (!verdict.ok) reject(row, field, text, verdict.reason, verdict.args);
    else {
      this.remarks.see({ row: row.row, field, file: text, sheet: verdict.text }, this.rules.codes);
      return verdict.text;
    }
    return text;
  }

  /** A blank clears, but for what every record must have. */
  private cleared(row: FileRow, field: string): void {
    if (field === 'name') reject(row, field, '', 'name-missing');
    if (field === 'recordType') reject(row, field, '', 'type-missing');
  }

  /** Whether the file has another writing of the code that the sheet has in a cell, or what a program made of its text. */
  private stays(sight: Sight, cell: Cell): boolean {
    const { field, file: there, sheet: here } = sight;
    if (field === 'delete') return there === '' && flagProblem(cell);
    if (field === 'completionDate') return false;
    if (field === 'code' && there !== '') {
      const written = this.rules.codes.writing(there);
      if (codeKey(here) === codeKey(there)) return written !== there;
      if (written !== undefined) return false;
    }
    if (!isConverted(here, there)) return false;
    this.remarks.converted(sight);
    return true;
  }
}
