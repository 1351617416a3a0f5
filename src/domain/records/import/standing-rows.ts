import type { Cell } from '../../cell.ts';
import { cellsOf, type Table } from '../../workbook.ts';
import { comparable } from './compare.ts';

/** The sheet's records as an import looks for them: by id, and by everything but the id. */
export class StandingRows {
  private readonly records: Table<'records'>;
  private readonly columns: readonly (readonly Cell[] | undefined)[];
  private readonly fields: readonly string[];
  private readonly ids = new Map<string, number[]>();
  private withoutZeros: Map<string, number> | null = null;
  private alike: Set<string> | null = null;

  /** `fields` are those that the file brings. */
  constructor(records: Table<'records'>, fields: readonly string[]) {
    this.records = records;
    this.fields = fields;
    this.columns = fields.map((field) => cellsOf(records, field));
    (records.cells.recordId ?? []).forEach((cell, i) => {
      const id = comparable('recordId', cell);
      if (id !== '') this.ids.set(id, [...(this.ids.get(id) ?? []), i]);
    });
  }

  /** Data rows with this Record Id: none for a new record, several for a copied row. */
  rowsOf(id: string): readonly number[] {
    return id === '' ? [] : (this.ids.get(id) ?? []);
  }

  cell(index: number, field: number): Cell {
    return this.columns[field]?.[index] ?? '';
  }

  /** Whether some row holds these texts, whatever its id. */
  holds(texts: readonly string[]): boolean {
    if (!this.alike) {
      this.alike = new Set();
      for (let i = 0; i < this.records.length; i++)
        this.alike.add(this.print(this.fields.map((field, j) => comparable(field, this.cell(i, j)))));
    }
    return this.alike.has(this.print(texts));
  }

  /** A row's texts in comparable form as one text, the id left out. */
  print(texts: readonly string[]): string {
    return texts.map((text, j) => (this.fields[j] === 'recordId' ? '' : text)).join('\u001f');
  }

  /** A row whose id is this one but for the zeros ahead of it, which spreadsheet programs drop. */
  zerosDropped(id: string): number | undefined {
    if (!/^[1-9]\d*$/.test(id)) return undefined;
    this.withoutZeros ??= new Map(
      [...this.ids].flatMap(([each, [row = 0]]) =>
        /^0+\d/.test(each) ? [[each.replace(/^0+/, ''), row]] : [],
      ),
    );
    return this.withoutZeros.get(id);
  }
}
