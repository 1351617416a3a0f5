import { isDateFormat } from '../sheets/display.ts';
import type { CellStyle, Layer, RowModel, StoredValue } from '../sheets/model.ts';
import { formulaFromFile, isFilledCell, shiftFormula } from './formula-text.ts';
import { MAX_CELLS, MAX_COLUMNS } from './limits.ts';
import type { Look } from './styles-reader.ts';
import { tooBig, WorkbookFileError } from './workbook-file-error.ts';
import { attribute, isOn, type XmlEvents } from './xml-scanner.ts';
import { unescapeOffice } from './xml-text.ts';

/** What the cells of all sheets share. `cells` counts up to the limit of a spreadsheet. */
export interface CellSources {
  readonly strings: readonly string[];
  readonly looks: readonly Look[];
  /** The file counts days from 1904 (old Macs). */
  readonly from1904: boolean;
  /** Rows of 15.75 points are of the usual height: Google writes every row's height. */
  readonly usualHeight: number | null;
  cells: number;
  /** Counts up to the same limit: styles in rows that are like no other row. */
  styled: number;
  /** Letters of formulas that the file shares between cells. */
  sharedText: number;
}

type Layers = Pick<RowModel, 'formats' | 'styles'>;

const MAX_SHARED_TEXT = 200_000_000;
const LAST_ROW = 1_048_576;
/** Columns whose own style is given to cells that the file does not name. */
const STYLED_COLUMNS = 100;

/** Builds rows out of the events between `<sheetData>` and `</sheetData>`. */
export class SheetCells implements XmlEvents {
  readonly rows: (RowModel | undefined)[] = [];
  /** What a row has that the file does not name: the styles of whole columns. */
  readonly columnLayers: Layers;

  private readonly sources: CellSources;
  private readonly columnStyles: readonly number[];
  private readonly layers = new Map<string, Layers>();
  private readonly sharedFormulas = new Map<string, { text: string; row: number; column: number }>();
  private rowIndex = -1;
  private row: RowModel = { values: [] };
  private rowStyle: number | null = null;
  private styles: number[] = [];
  private styleKey = '';
  private column = -1;
  private type = '';
  private value: string | null = null;
  private formula: string | null = null;
  private formulaAttributes = '';
  private reading: 'v' | 'f' | 't' | null = null;
  private aside = 0;

  constructor(sources: CellSources, columnStyles: readonly number[]) {
    this.sources = sources;
    this.columnStyles = columnStyles.slice(0, STYLED_COLUMNS);
    this.columnLayers = this.makeLayers([...this.columnStyles]);
  }

  open(name: string, attributes: string): void {
    if (name === 'c') this.openCell(attributes);
    else if (name === 'v' || name === 't') this.reading = this.aside > 0 ? null : name;
    else if (name === 'f') {
      this.reading = 'f';
      this.formula = '';
      this.formulaAttributes = attributes;
    } else if (name === 'row') this.openRow(attributes);
    else if (name === 'rPh') this.aside++;
  }

  text(text: string): void {
    if (this.reading === 'f') this.formula += text;
    else if (this.reading !== null) this.value = this.value === null ? text : this.value + text;
  }

  close(name: string): void {
    if (name === 'c') this.closeCell();
    else if (name === 'row') this.closeRow();
    else if (name === 'rPh') this.aside--;
    else if (name === this.reading) {
      // An empty element stands for an empty text, not for nothing.
      if (name !== 'f') this.value ??= '';
      this.reading = null;
    }
  }

  private openRow(attributes: string): void {
    const number = attribute(attributes, 'r');
    this.rowIndex = number === undefined ? this.rowIndex + 1 : Number(number) - 1;
    if (!(this.rowIndex >= 0 && this.rowIndex < LAST_ROW)) throw tooManyCells();
    this.row = { values: [] };
    this.column = -1;
    this.styles = [];
    this.styleKey = '';
    this.rowStyle = null;
    if (attributes === '') return;
    if (isOn(attribute(attributes, 'hidden'))) this.row.hidden = true;
    const points = Number(attribute(attributes, 'ht'));
    if (isOn(attribute(attributes, 'customHeight')) && points > 0 && points !== this.sources.usualHeight) {
      this.row.height = Math.round((points * 4) / 3);
    }
    if (isOn(attribute(attributes, 'customFormat'))) this.rowStyle = Number(attribute(attributes, 's') ?? 0);
  }

  private openCell(attributes: string): void {
    const reference = attribute(attributes, 'r');
    this.column = reference === undefined ? this.column + 1 : columnOf(reference);
    if (this.column >= MAX_COLUMNS) throw tooManyCells();
    const style = Number(attribute(attributes, 's') ?? 0);
    if (style !== 0 || this.columnStyles[this.column] || this.rowStyle !== null) {
      this.styles[this.column] = style;
      this.styleKey += `${this.column}:${style} `;
    }
    this.type = attribute(attributes, 't') ?? 'n';
    this.value = null;
    this.formula = null;
  }

  private closeCell(): void {
    const { value, column } = this;
    if (value === null && this.formula === null) return;
    if (++this.sources.cells > MAX_CELLS) throw tooManyCells();
    const values: (StoredValue | undefined)[] = this.row.values;
    if (value !== null) {
      // A formula that was never calculated has no value: the hole says so.
      while (values.length < column)
        values.push(this.row.formulas?.[values.length] === undefined ? '' : undefined);
      values[column] = this.stored(value);
    }
    if (this.formula === null) return;
    const formula = this.wholeFormula(this.formula);
    // LibreOffice writes a ticked cell as the formula TRUE().
    if (typeof values[column] === 'boolean' && /^(?:TRUE|FALSE)\(\)$/.test(formula)) return;
    if (formula === '' || isFilledCell(formula)) return;
    this.row.formulas ??= {};
    (this.row.formulas as Record<number, string>)[column] = formulaFromFile(
      formula,
      attribute(this.formulaAttributes, 't') === 'array',
    );
  }

  private wholeFormula(text: string): string {
    const index = attribute(this.formulaAttributes, 'si');
    if (attribute(this.formulaAttributes, 't') !== 'shared' || index === undefined)
      return unescapeOffice(text);
    const { rowIndex: row, column } = this;
    if (text !== '') {
      this.sharedFormulas.set(index, { text, row, column });
      return unescapeOffice(text);
    }
    const master = this.sharedFormulas.get(index);
    if (!master) return '';
    // One long formula shared by a million cells would become a million long texts.
    // Very long ones count more: people share short formulas between many cells, not the other way round.
    this.sources.sharedText += master.text.length * (master.text.length > 1_000 ? 40 : 1);
    if (this.sources.sharedText > MAX_SHARED_TEXT) throw tooBig();
    return unescapeOffice(shiftFormula(master.text, row - master.row, column - master.column));
  }

  private stored(value: string): StoredValue {
    switch (this.type) {
      case 's':
        return value.trim() === '' ? '' : (this.sources.strings[Number(value)] ?? '');
      case 'n': {
        if (value.trim() === '') return '';
        const number = Number(value);
        if (!Number.isFinite(number)) return value;
        return this.sources.from1904 && isDateFormat(this.formatHere()) ? number + 1462 : number;
      }
      case 'b':
        return isOn(value.trim());
      case 'd':
        return serialOfIso(value) ?? value;
      default:
        return unescapeOffice(value);
    }
  }

  private formatHere(): string | undefined {
    return this.sources.looks[this.styles[this.column] ?? 0]?.format;
  }

  private closeRow(): void {
    const { row, rowIndex } = this;
    const key = `${this.rowStyle ?? ''}|${this.styleKey}`;
    let layers = this.layers.get(key);
    if (!layers) {
      layers = this.makeLayers(this.effectiveStyles());
      // A hostile file has other styles in every row: what is remembered is bounded.
      if (this.layers.size < 10_000) this.layers.set(key, layers);
    }
    if (layers.formats) row.formats = layers.formats;
    if (layers.styles) row.styles = layers.styles;
    const { values, formulas, hidden, height, formats, styles } = row;
    if (values.length === 0 && !formulas && !hidden && height === undefined && !formats && !styles) return;
    for (let i = this.rows.length; i < rowIndex; i++) this.rows.push(undefined);
    this.rows[rowIndex] = row;
  }

  private effectiveStyles(): (number | undefined)[] {
    const length = Math.max(
      this.styles.length,
      this.columnStyles.length,
      this.rowStyle === null ? 0 : this.column + 1,
    );
    return Array.from({ length }, (_, i) => this.styles[i] ?? this.rowStyle ?? this.columnStyles[i]);
  }

  private makeLayers(styles: readonly (number | undefined)[]): Layers {
    this.sources.styled += styles.length;
    if (this.sources.styled > MAX_CELLS) throw tooManyCells();
    const formats: Record<number, string> = {};
    const looks: Record<number, CellStyle> = {};
    styles.forEach((number, column) => {
      const look = this.sources.looks[number ?? 0];
      if (look?.format !== undefined) formats[column] = look.format;
      if (look?.style !== undefined) looks[column] = look.style;
    });
    return { ...(hasKeys(formats) && { formats }), ...(hasKeys(looks) && { styles: looks }) };
  }
}

function hasKeys(layer: Layer<unknown>): boolean {
  for (const _ in layer) return true;
  return false;
}

/** Days since 1899-12-30; a time alone is its part of a day. Null for what is neither. */
function serialOfIso(text: string): number | null {
  const parts = /^(\d{4}-\d\d-\d\d)?(?:(?:^|T)T?(\d\d:\d\d:\d\d(?:\.\d+)?)Z?)?$/.exec(text.trim());
  if (!parts?.[0]) return null;
  const [, day = '1899-12-30', time = '00:00:00'] = parts;
  const serial = (Date.parse(`${day}T${time}Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
  return Number.isNaN(serial) ? null : serial;
}

function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
}

export function tooManyCells(): WorkbookFileError {
  return new WorkbookFileError(
    'This workbook has more cells than Google Sheets can hold (10,000,000), so it was not opened. Split it first.',
  );
}
