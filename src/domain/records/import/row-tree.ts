/** A column that is looked at, with the place of its text in a row. */
interface Column {
  readonly j: number;
}

/**
 * Rows of texts to be found among many more: column by column, so that a row that is none of them falls out at the first
 * text that leads nowhere. The column with the most different texts comes first: most fall out there.
 */
export class RowTree<C extends Column> {
  /** How each column leads on: its texts as numbers, and from the place so far and such a number the next place. */
  private readonly levels: readonly {
    readonly column: C;
    readonly numbers: ReadonlyMap<string, number>;
    readonly next: ReadonlyMap<number, number>;
  }[];
  /** The rows by the place where their last text leads. */
  private readonly leaves = new Map<number, readonly string[]>();

  constructor(rows: readonly (readonly string[])[], columns: readonly C[]) {
    const texts = columns.map((column) => {
      const numbers = new Map<string, number>();
      for (const row of rows) {
        const text = row[column.j] ?? '';
        if (!numbers.has(text)) numbers.set(text, numbers.size);
      }
      return { column, numbers };
    });
    let places = rows.map(() => 0);
    this.levels = texts
      .sort((a, b) => b.numbers.size - a.numbers.size)
      .map(({ column, numbers }) => {
        const next = new Map<number, number>();
        places = rows.map((row, i) => {
          const way = (places[i] ?? 0) * numbers.size + (numbers.get(row[column.j] ?? '') ?? 0);
          const place = next.get(way) ?? next.size;
          next.set(way, place);
          return place;
        });
        return { column, numbers, next };
      });
    rows.forEach((row, i) => {
      this.leaves.set(places[i] ?? 0, row);
    });
  }

  /** The row whose texts are these, asked for one by one, if there is one. */
  find(textOf: (column: C) => string): readonly string[] | undefined {
    let place = 0;
    for (const { column, numbers, next } of this.levels) {
      const number = numbers.get(textOf(column));
      if (number === undefined) return undefined;
      const after = next.get(place * numbers.size + number);
      if (after === undefined) return undefined;
      place = after;
    }
    return this.leaves.get(place);
  }
}
