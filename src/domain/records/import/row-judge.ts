import type { Cell } from '../../cell.ts';
import { codeKey } from '../../code.ts';
import { isConverted } from '../../converted-text.ts';
import { flagProblem } from '../../usage.ts';
import { sheetRow } from '../../workbook.ts';
import { comparable } from './compare.ts';
import { type FileRow, reject } from './file-rows.ts';
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

  /** The texts that the row would write, those of cells that stay as they stand. `index` is the row it means, if any. */
  texts(row: FileRow, index: number | undefined): string[] {
    return this.fields.map((field, j) => {
      if (index !== undefined && field !== 'recordId') {
        const cell = this.standing.cell(index, j);
        const here = comparable(field, cell);
        if (here === row.asItIs[j] || this.stays(row, j, cell, here)) return here;
      }
      const text = row.texts[j] ?? '';
      const verdict = judgeCell(field, text, this.rules);
      if (verdict === 'waits') row.waits = true;
      else if (!verdict.ok) reject(row, field, text, verdict.reason, verdict.args);
      else {
        this.remarks.see({ row: row.row, field, file: text, sheet: verdict.text }, this.rules.codes);
        if (verdict.text === '' && index !== undefined) this.cleared(row, field);
        return verdict.text;
      }
      return '';
    });
  }

  /** An id names one record, in the file as in the sheet, and a new record, unless the sheet holds it already, is somebody's. */
  whole(row: FileRow, texts: readonly string[], inFile: readonly number[], held: boolean): void {
    const standing = this.standing.rowsOf(row.id);
    if (inFile.length > 1) {
      const other = inFile.find((each) => each !== row.row) ?? row.row;
      reject(row, 'recordId', row.id, 'id-twice-in-file', { other });
    }
    if (standing.length > 1) {
      const rows = standing.map(sheetRow).join(', ');
      reject(row, 'recordId', row.id, 'id-twice-in-sheet', { rows });
    }
    const named = (texts[this.fields.indexOf('name')] ?? '') !== '';
    if (standing.length === 0 && !held && !named && !row.rejections.some(({ field }) => field === 'name'))
      reject(row, 'name', '', 'name-missing');
  }

  /** A blank clears, but for what every record must have. */
  private cleared(row: FileRow, field: string): void {
    if (field === 'name') reject(row, field, '', 'name-missing');
    if (field === 'recordType') reject(row, field, '', 'type-missing');
  }

  /** Whether the file has another writing of the code that the sheet has in a cell, or what a program made of its text. */
  private stays(row: FileRow, j: number, cell: Cell, here: string): boolean {
    const [field = '', there = ''] = [this.fields[j], row.asItIs[j]];
    if (field === 'delete') return there === '' && flagProblem(cell);
    if (field === 'completionDate' || field === 'recordType') return false;
    if (field === 'code' && there !== '') {
      const written = this.rules.codes.writing(there);
      if (codeKey(here) === codeKey(there)) return written !== there;
      if (written !== undefined) return false;
    }
    if (!isConverted(here, there)) return false;
    this.remarks.converted({ row: row.row, field, file: there, sheet: here });
    return true;
  }
}
