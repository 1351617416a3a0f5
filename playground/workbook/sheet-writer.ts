import { columnName, toA1 } from '../sheets/a1.ts';
import type { LocaleRules } from '../sheets/locale.ts';
import type { BookModel, RowModel, SheetModel, StoredValue } from '../sheets/model.ts';
import { writeConditionalFormats } from './conditional-format-file.ts';
import { filterTest, writeFilter } from './filter-file.ts';
import { formulaForFile } from './formula-text.ts';
import { writeLinks } from './notes-and-links.ts';
import { argb, MAIN, type StyleTable } from './styles-writer.ts';
import { validationAreas } from './validation-areas.ts';
import { writeRule } from './validation-file.ts';
import { escapeCell } from './xml-text.ts';

export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The texts of all cells, each once. */
export class StringTable {
  readonly texts: string[] = [];
  count = 0;
  private readonly numbers = new Map<string, number>();

  of(text: string): number {
    this.count++;
    let number = this.numbers.get(text);
    if (number === undefined) {
      number = this.texts.length;
      this.texts.push(text);
      this.numbers.set(text, number);
    }
    return number;
  }

  *xml(): Generator<string> {
    yield `<sst xmlns="${MAIN}" count="${this.count}" uniqueCount="${this.texts.length}">`;
    yield* inPieces(
      this.texts.length,
      (i) => `<si><t xml:space="preserve">${escapeCell(this.texts[i] as string)}</t></si>`,
    );
    yield '</sst>';
  }
}

/** Joins many small texts into pieces of some 100 KB. */
function* inPieces(length: number, textOf: (index: number) => string): Generator<string> {
  let piece = '';
  for (let i = 0; i < length; i++) {
    piece += textOf(i);
    if (piece.length > 100_000) {
      yield piece;
      piece = '';
    }
  }
  yield piece;
}

export interface SheetParts {
  readonly book: BookModel;
  readonly rules: LocaleRules;
  readonly styles: StyleTable;
  readonly strings: StringTable;
  /** The relation that the notes' drawing has, when there are notes. */
  readonly notesDrawing: string | null;
  readonly addRelation: (url: string) => string;
}

/** A worksheet part, piece by piece. */
export function* writeSheet(sheet: SheetModel, parts: SheetParts): Generator<string> {
  const { book, rules, styles } = parts;
  const selected = book.activeSheet === sheet.id ? ' tabSelected="1"' : '';
  yield `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">`;
  if (sheet.tabColor) yield `<sheetPr><tabColor rgb="${argb(sheet.tabColor)}"/></sheetPr>`;
  yield `<sheetViews><sheetView${selected} workbookViewId="0">${paneXml(sheet)}</sheetView></sheetViews>`;
  yield `<sheetFormatPr defaultColWidth="${width(100)}" defaultRowHeight="15.75" customHeight="1"/>${columnsXml(sheet)}`;
  yield '<sheetData>';
  const filterHides = filterTest(sheet, rules);
  yield* inPieces(sheet.rows.length, (index) => {
    const row = sheet.rows[index];
    if (!row) return '';
    return rowXml(row, index, row.hidden === true || filterHides(index), parts);
  });
  yield '</sheetData>';
  if (sheet.protections.some(({ type, warningOnly }) => type === 'SHEET' && !warningOnly))
    yield '<sheetProtection sheet="1"/>';
  yield writeFilter(sheet, rules);
  if (sheet.merges.length > 0) {
    const merges = sheet.merges.map((area) => `<mergeCell ref="${toA1(area)}"/>`);
    yield `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`;
  }
  yield writeConditionalFormats(sheet, (look) => styles.ruleNumber(look));
  const validations = [...validationAreas(sheet)].flatMap(
    ([rule, areas]) => writeRule(rule, areas, book) ?? [],
  );
  if (validations.length > 0) {
    yield `<dataValidations count="${validations.length}">${validations.join('')}</dataValidations>`;
  }
  yield writeLinks(sheet, book, parts.addRelation);
  if (parts.notesDrawing) yield `<legacyDrawing r:id="${parts.notesDrawing}"/>`;
  yield '</worksheet>';
}

function paneXml({ frozenRows, frozenColumns }: SheetModel): string {
  if (frozenRows === 0 && frozenColumns === 0) return '';
  const split = `${frozenColumns ? ` xSplit="${frozenColumns}"` : ''}${frozenRows ? ` ySplit="${frozenRows}"` : ''}`;
  const pane = frozenRows && frozenColumns ? 'bottomRight' : frozenRows ? 'bottomLeft' : 'topRight';
  const corner = `${columnName(frozenColumns + 1)}${frozenRows + 1}`;
  return `<pane${split} topLeftCell="${corner}" activePane="${pane}" state="frozen"/>`;
}

/** Pixels as characters of 7 pixels. */
function width(pixels: number): string {
  return (pixels / 7).toFixed(4);
}

function columnsXml({ columnWidths, hiddenColumns }: SheetModel): string {
  const columns = new Set([...Object.keys(columnWidths), ...Object.keys(hiddenColumns)].map(Number));
  if (columns.size === 0) return '';
  const all = [...columns]
    .sort((a, b) => a - b)
    .map((column) => {
      const hidden = hiddenColumns[column] ? ' hidden="1"' : '';
      return `<col min="${column + 1}" max="${column + 1}" width="${width(columnWidths[column] ?? 100)}" customWidth="1"${hidden}/>`;
    });
  return `<cols>${all.join('')}</cols>`;
}

function rowXml(row: RowModel, index: number, hidden: boolean, { styles, strings }: SheetParts): string {
  const numbers = styles.numbersOf(row);
  const number = index + 1;
  const height = row.height === undefined ? '' : ` ht="${row.height * 0.75}" customHeight="1"`;
  let cells = '';
  let last = row.values.length;
  for (const column of numbers.keys()) if (column >= last) last = column + 1;
  if (row.formulas) for (const column of Object.keys(row.formulas)) last = Math.max(last, Number(column) + 1);
  for (let column = 0; column < last; column++) {
    const value = row.values[column];
    const style = numbers.get(column) ?? 0;
    const formula = row.formulas?.[column];
    if (formula === undefined && (value === undefined || value === '')) {
      if (style !== 0) cells += `<c r="${name(column)}${number}" s="${style}"/>`;
      continue;
    }
    cells += cellXml(`${name(column)}${number}`, style, value, formula, strings);
  }
  if (cells === '' && height === '' && !hidden) return '';
  return `<row r="${number}"${hidden ? ' hidden="1"' : ''}${height}>${cells}</row>`;
}

const names: string[] = [];
function name(column: number): string {
  names[column] ??= columnName(column + 1);
  return names[column];
}

const ERRORS = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)$/;

function cellXml(
  reference: string,
  style: number,
  value: StoredValue | undefined,
  formula: string | undefined,
  strings: StringTable,
): string {
  const open = style === 0 ? `<c r="${reference}"` : `<c r="${reference}" s="${style}"`;
  const f = formula === undefined ? '' : formulaXml(reference, formula);
  if (value === undefined) return `${open}>${f}</c>`;
  if (typeof value === 'number') return `${open}>${f}<v>${value}</v></c>`;
  if (typeof value === 'boolean') return `${open} t="b">${f}<v>${value ? 1 : 0}</v></c>`;
  // Only a formula's text stands in the cell itself; errors are values of formulas too.
  if (formula === undefined) return `${open} t="s"><v>${strings.of(value)}</v></c>`;
  return `${open} t="${ERRORS.test(value) ? 'e' : 'str'}">${f}<v>${escapeCell(value)}</v></c>`;
}

function formulaXml(reference: string, formula: string): string {
  const { text, isArray } = formulaForFile(formula);
  return `<f${isArray ? ` t="array" ref="${reference}"` : ''}>${escapeCell(text)}</f>`;
}
