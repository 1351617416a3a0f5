import type { RowModel, SheetModel } from '../sheets/model.ts';
import { readColour, type Theme } from './colours.ts';
import { MAX_CELLS } from './limits.ts';
import { areaOf, areasOf, clip } from './references.ts';
import { type CellSources, SheetCells, tooManyCells } from './sheet-cells.ts';
import { scanPart } from './strings-reader.ts';
import { isOn, type XmlEvents } from './xml-scanner.ts';
import { child, children, type XmlNode, XmlTreeBuilder } from './xml-tree.ts';
import type { ZipPart } from './zip-reader.ts';

/** A worksheet part: its cells as rows, and all that stands around them as a tree. */
export interface SheetPart {
  readonly cells: SheetCells;
  readonly around: XmlNode;
}

/** Reads the cells piece by piece and the rest as a tree. */
export async function readSheetPart(part: ZipPart, sources: CellSources): Promise<SheetPart> {
  const tree = new XmlTreeBuilder();
  let cells: SheetCells | null = null;
  let into: XmlEvents = tree;
  await scanPart(part, {
    open(name, attributes) {
      into.open(name, attributes);
      if (name === 'sheetData' && into === tree) {
        cells = new SheetCells(sources, columnStyles(tree.root.children[0]));
        into = cells;
      }
    },
    text(text) {
      into.text(text);
    },
    close(name) {
      if (name === 'sheetData') into = tree;
      into.close(name);
    },
  });
  const [around] = tree.root.children;
  return { cells: cells ?? new SheetCells(sources, []), around: around ?? tree.root };
}

function columnStyles(worksheet: XmlNode | undefined): number[] {
  const styles: number[] = [];
  for (const { attributes } of children(child(worksheet, 'cols'), 'col')) {
    const style = Number(attributes.style ?? 0);
    const last = Math.min(Number(attributes.max), 100);
    if (style > 0)
      for (let column = Number(attributes.min); column <= last; column++) styles[column - 1] = style;
  }
  return Array.from(styles, (style) => style ?? 0);
}

/** Google's sheets start with 1,000 rows and 26 columns; a file does not say how large the grid was. */
const LEAST = { rows: 1000, columns: 26 };

/**
 * Puts the rows into the sheet and sizes its grid. Rows that only have a format are kept as far as a spreadsheet's cells
 * allow: one formatted cell in the last row of a file is no million rows.
 */
export function placeRows(sheet: SheetModel, { cells, around }: SheetPart, cellsLeft: number): void {
  const { rows, columnLayers } = cells;
  let used = 0;
  let formatted = 0;
  let columns = 0;
  rows.forEach((row, index) => {
    if (!row) return;
    if (row.values.length > 0 || row.formulas) used = index + 1;
    formatted = index + 1;
    columns = Math.max(columns, row.values.length);
  });
  for (const { attributes } of children(child(around, 'mergeCells'), 'mergeCell')) {
    const area = areaOf(attributes.ref ?? '');
    if (area) columns = Math.max(columns, area.column + area.columns);
  }
  sheet.columnCount = Math.max(LEAST.columns, columns);
  const room = Math.floor(Math.min(cellsLeft, MAX_CELLS) / sheet.columnCount);
  if (used > room) {
    // The last resort is a grid no wider than what is used.
    sheet.columnCount = Math.max(1, columns);
    if (used * sheet.columnCount > cellsLeft) throw tooManyCells();
    sheet.rowCount = used;
  } else {
    // A formatted row far below everything else is left out, with the nothing in between.
    const near = formatted - used > 2 * Math.max(LEAST.rows, used) ? used : formatted;
    sheet.rowCount = Math.max(1, Math.min(room, Math.max(LEAST.rows, near)));
  }
  rows.length = Math.min(rows.length, sheet.rowCount);
  while (rows.length > 0 && rows[rows.length - 1] === undefined) rows.pop();
  if (columnLayers.formats || columnLayers.styles) {
    for (let i = 0; i < sheet.rowCount; i++) if (!rows[i]) rows[i] = { values: [], ...columnLayers };
  }
  sheet.rows = rows;
}

/** Frozen rows and columns, widths, hidden columns, merges, the tab's colour, a protected sheet. */
export function readSheetView(sheet: SheetModel, around: XmlNode, theme: Theme, owner: string): void {
  sheet.tabColor = readColour(child(child(around, 'sheetPr'), 'tabColor'), theme);
  const view = child(child(around, 'sheetViews'), 'sheetView');
  const pane = child(view, 'pane')?.attributes;
  if (pane && (pane.state === 'frozen' || pane.state === 'frozenSplit')) {
    sheet.frozenRows = whole(pane.ySplit, sheet.rowCount - 1);
    sheet.frozenColumns = whole(pane.xSplit, sheet.columnCount);
  }
  const usual = Number(child(around, 'sheetFormatPr')?.attributes.defaultColWidth);
  // Google writes 100 pixels as 12.63 characters and says so; elsewhere a character is 7 pixels wide.
  const pixels = usual === 12.63 ? 100 / 12.63 : 7;
  for (const { attributes } of children(child(around, 'cols'), 'col')) {
    const { min, max, width, hidden } = attributes;
    const last = Math.min(Number(max), sheet.columnCount);
    for (let column = Number(min) - 1; column < last; column++) {
      const size = Math.round(Number(width) * pixels);
      if (attributes.customWidth !== undefined && size > 0 && size !== 100) sheet.columnWidths[column] = size;
      if (isOn(hidden)) sheet.hiddenColumns[column] = true;
    }
  }
  for (const { attributes } of children(child(around, 'mergeCells'), 'mergeCell')) {
    const [area] = areasOf(attributes.ref ?? '');
    const inside = area && clip(area, sheet.rowCount, sheet.columnCount);
    if (inside) sheet.merges.push(inside);
  }
  if (isOn(child(around, 'sheetProtection')?.attributes.sheet)) {
    sheet.protections.push({
      id: `sheet-${sheet.id}`,
      type: 'SHEET',
      area: null,
      description: '',
      warningOnly: false,
      editors: [owner],
      domainEdit: false,
    });
  }
}

function whole(text: string | undefined, most: number): number {
  const number = Math.floor(Number(text ?? 0));
  return number > 0 ? Math.min(number, most) : 0;
}

/** The row model at an index, made where there is none yet. */
export function rowFor(sheet: SheetModel, index: number): RowModel {
  for (let i = sheet.rows.length; i <= index; i++) sheet.rows.push(undefined);
  let row = sheet.rows[index];
  if (!row) {
    row = { values: [] };
    sheet.rows[index] = row;
  }
  return row;
}
