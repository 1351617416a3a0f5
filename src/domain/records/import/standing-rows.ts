import { type Cell, cellText } from '../../cell.ts';
import { addTo } from '../../groups.ts';
import type { CellEdit } from '../../plan.ts';
import { flagProblem } from '../../usage.ts';
import { cellsOf, sheetRow, type Table } from '../../workbook.ts';
import { comparable } from './compare.ts';
import { RowTree } from './row-tree.ts';

const SEPARATOR = '\u001f';

/** The sheet's records as an import looks for them: by id, and by everything but the id. */
export class StandingRows {
  private readonly records: Table<'records'>;
  private readonly columns: readonly (readonly Cell[] | undefined)[];
  private readonly fields: readonly string[];
  /** Only rows that the file names: most of a long sheet is in no small file. */
  private readonly ids = new Map<string, number[]>();
  /** Rows with an id that the file does not name. */
  unnamed = 0;

  /** `fields` are those that the file brings, `named` the ids that stand in it. */
  constructor(records: Table<'records'>, fields: readonly string[], named: ReadonlyMap<string, unknown>) {
    this.records = records;
    this.fields = fields;
    this.columns = fields.map((field) => cellsOf(records, field));
    (records.cells.recordId ?? []).forEach((cell, i) => {
      const id = comparable('recordId', cell);
      if (named.has(id)) addTo(this.ids, id, i);
      else if (id !== '') this.unnamed++;
    });
  }

  /** Data rows with this Record Id: none for a new record, several for a copied row. */
  rowsOf(id: string): readonly number[] {
    return this.ids.get(id) ?? [];
  }

  cell(index: number, field: number): Cell {
    return this.columns[field]?.[index] ?? '';
  }

  /**
   * Which of these rows of texts, in comparable form, some row of the sheet will hold once the edits are made, whatever its
   * id: as their prints. After the edits, not before them, or a second import of the file would add what the first one had
   * taken for the same. A flag that is none counts as blank, as it goes out in exports.
   */
  holding(rows: readonly (readonly string[])[], edits: readonly CellEdit[]): ReadonlySet<string> {
    const found = new Set<string>();
    if (rows.length === 0) return found;
    const edited = new Map(edits.map(({ row, field, after }) => [`${row} ${field}`, cellText(after)]));
    const changing = new Set(edits.map(({ row }) => row));
    const columns = this.fields.flatMap((field, j) =>
      field === 'recordId' ? [] : [{ field, j, cells: this.columns[j] }],
    );
    const tree = new RowTree(rows, columns);
    for (let i = 0; i < this.records.length; i++) {
      const row = sheetRow(i);
      const changes = changing.has(row);
      const same = tree.find(({ field, cells }) => {
        const after = changes ? edited.get(`${row} ${field}`) : undefined;
        const cell = after ?? cells?.[i] ?? '';
        return field === 'delete' && flagProblem(cell) ? '' : comparable(field, cell);
      });
      if (same) found.add(this.print(same));
    }
    return found;
  }

  /** A row's texts in comparable form as one text, the id left out. */
  print(texts: readonly string[]): string {
    return texts.filter((_, j) => this.fields[j] !== 'recordId').join(SEPARATOR);
  }
}
