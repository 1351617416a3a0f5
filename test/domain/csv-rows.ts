import { readCells } from '../../src/domain/csv/read-cells.ts';

/** All rows of a text, or null when a quote is left open. */
export function csvRows(text: string, delimiter: string): string[][] | null {
  const rows: string[][] = [];
  return readCells(text, delimiter, (row) => rows.push([...row])) ? rows : null;
}
