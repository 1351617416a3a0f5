import type { Cell } from '../cell.ts';

/**
 * The different cells of a column, each once, and which of them stands in each row. Few different ones stand in many rows:
 * rules judge each of them, and go over the rows by number.
 */
export interface Distinct {
  readonly cells: readonly Cell[];
  readonly at: Int32Array;
}

export function distinctOf(column: readonly Cell[]): Distinct {
  const numbers = new Map<Cell, number>();
  const cells: Cell[] = [];
  const at = new Int32Array(column.length);
  for (let i = 0; i < column.length; i++) {
    const cell = column[i] as Cell;
    let number = numbers.get(cell);
    if (number === undefined) {
      number = cells.push(cell) - 1;
      numbers.set(cell, number);
    }
    at[i] = number;
  }
  return { cells, at };
}

/** What `judge` says of the cell in a row; `missing`, what it says of most, where the sheet lacks the column. */
export function verdicts<V>(
  column: Distinct | undefined,
  judge: (cell: Cell) => V,
  missing: V,
): (row: number) => V {
  if (!column) return () => missing;
  const { at } = column;
  const all = column.cells.map(judge);
  if (all.every((verdict) => verdict === missing)) return () => missing;
  return (row) => all[at[row] as number] as V;
}

/** The rows' cells as numbers by what they mean; 0 is a blank. */
export function meanings({ cells, at }: Distinct, meaning: (cell: Cell) => string): Int32Array {
  const numbers = new Map<string, number>([['', 0]]);
  const all = cells.map((cell) => {
    const text = meaning(cell);
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  });
  return at.map((number) => all[number] as number);
}
