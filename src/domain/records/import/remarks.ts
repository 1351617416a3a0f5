import { columnLetters } from '../../column-letters.ts';
import type { FileCodes } from './file-codes.ts';
import type { FileColumns } from './file-columns.ts';
import { hasShortYear } from './file-dates.ts';
import type { ImportedFile, ImportRemarks, Seen, Sight } from './imported-file.ts';

const EXAMPLES = 5;

/** Gathers what people should know beyond the counts. */
export class Remarks {
  private readonly file: ImportedFile;
  private readonly columns: FileColumns;
  readonly doubledRows: number[] = [];
  cleared = 0;
  private convertedCells: Seen | null = null;
  private otherWriting: Seen | null = null;
  private shortYears: ImportRemarks['shortYears'] = null;

  constructor(file: ImportedFile, columns: FileColumns) {
    this.file = file;
    this.columns = columns;
  }

  /** A cell of the file, and the text that would be written for it. */
  see({ row, field, file, sheet: written }: Sight, codes: FileCodes): void {
    if (field === 'completionDate' && this.shortYears === null && hasShortYear(file))
      this.shortYears = { text: file.trim(), iso: written };
    if (field !== 'code') return;
    const sheet = codes.writing(written);
    if (sheet !== undefined && sheet !== written)
      this.otherWriting = again(this.otherWriting, { row, field, file: written, sheet });
  }

  converted(sight: Sight): void {
    this.convertedCells = again(this.convertedCells, sight);
  }

  all(rest: Pick<ImportRemarks, 'missing' | 'leftOut' | 'unsafeCodes' | 'notInFile'>): ImportRemarks {
    return {
      ...rest,
      unnamed: this.unnamedColumns(),
      cleared: this.cleared,
      doubledRows: this.doubledRows,
      shortRows: this.shortRows(),
      convertedCells: this.convertedCells,
      otherWriting: this.otherWriting,
      shortYears: this.shortYears,
    };
  }

  private unnamedColumns(): string[] {
    const [headings = [], ...rows] = this.file.rows;
    return headings.slice(0, this.columns.width).flatMap((heading, at) => {
      const text = heading.trim() === '' && rows.some((cells) => (cells[at] ?? '').trim() !== '');
      return text ? [columnLetters(at + 1)] : [];
    });
  }

  private shortRows(): number[] {
    const { rows, lines } = this.file;
    // The row of headings reaches to the last of them, so it is never short.
    return rows.flatMap((cells, i) => (cells.length < this.columns.width ? [lines[i] ?? i + 1] : []));
  }
}

function again(seen: Seen | null, sight: Sight): Seen {
  const { count, first } = seen ?? { count: 0, first: [] };
  const known = first.some(({ file, sheet }) => file === sight.file && sheet === sight.sheet);
  return { count: count + 1, first: known || first.length === EXAMPLES ? first : [...first, sight] };
}
