// A workbook as plain data, without behaviour: what the service classes read and write, what a file is opened into and
// saved from, and what the page draws. Rows are whole objects, so that deleting, inserting and sorting rows carries
// notes, formats and validation along.

/** A stored value: '' is empty. A date is its serial number (days since 1899-12-30) in a cell with a date format. */
export type StoredValue = string | number | boolean;

/** Something that only some cells of a row have, by 0-based column. Shared between equal rows: never change in place. */
export type Layer<T> = Readonly<Record<number, T>>;

export interface CellStyle {
  readonly background?: string;
  readonly fontColor?: string;
  readonly fontWeight?: 'bold' | 'normal';
  readonly fontStyle?: 'italic' | 'normal';
  readonly fontSize?: number;
  readonly fontFamily?: string;
  readonly horizontalAlignment?: string;
  readonly verticalAlignment?: string;
  readonly wrap?: boolean;
}

export interface ValidationModel {
  /** Name of a SpreadsheetApp.DataValidationCriteria, such as VALUE_IN_LIST. */
  readonly criteria: string;
  /** Criteria arguments; a range is `{ sheet: id, a1 }`. */
  readonly args: readonly (
    | StoredValue
    | readonly string[]
    | { readonly sheet: number; readonly a1: string }
    | null
  )[];
  readonly allowInvalid: boolean;
  readonly helpText?: string;
}

export interface LinkRun {
  readonly start: number;
  readonly end: number;
  readonly url: string;
}

export interface RowModel {
  /** Values of the row's cells, 0-based; may be shorter than the sheet is wide. */
  values: StoredValue[];
  /** Formula texts with their leading `=`; the cached value stands in `values`. */
  formulas?: Layer<string>;
  /** Number formats; absent is General. `@` is plain text. */
  formats?: Layer<string>;
  notes?: Layer<string>;
  styles?: Layer<CellStyle>;
  links?: Layer<readonly LinkRun[]>;
  validations?: Layer<ValidationModel>;
  /** The row was hidden by a person. */
  hidden?: boolean;
  height?: number;
}

/** 0-based, end exclusive; `Infinity`-free: open ends reach the grid's size when made. */
export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

export interface ConditionalFormatModel {
  areas: Area[];
  /** Name of a SpreadsheetApp.BooleanCriteria, or 'GRADIENT'. */
  criteria: string;
  args: StoredValue[];
  background?: string;
  fontColor?: string;
  bold?: boolean;
  italic?: boolean;
  strikethrough?: boolean;
}

export interface ProtectionModel {
  id: string;
  type: 'RANGE' | 'SHEET';
  area: Area | null;
  description: string;
  warningOnly: boolean;
  editors: string[];
  domainEdit: boolean;
  /** Parts of a protected sheet that stay open. */
  unprotected?: Area[];
}

export interface NamedRangeModel {
  name: string;
  area: Area;
}

export interface MetadataModel {
  id: number;
  key: string;
  value: string | null;
  visibility: 'DOCUMENT' | 'PROJECT';
  /** One whole row or column; null is the sheet (or the spreadsheet) itself. */
  area: Area | null;
}

export interface FilterModel {
  area: Area;
  /** Values hidden per 0-based column. */
  hiddenValues: Record<number, string[]>;
}

export interface BandingModel {
  area: Area;
  theme: string;
}

export interface ChartModel {
  id: number;
  type: string;
  areas: Area[];
  position: { row: number; column: number; offsetX: number; offsetY: number };
  options: Record<string, StoredValue>;
  headers: number;
}

export interface SheetModel {
  /** The gid. */
  id: number;
  name: string;
  hidden: boolean;
  /** Grid size. */
  rowCount: number;
  columnCount: number;
  frozenRows: number;
  frozenColumns: number;
  /** Pixels by 0-based column; absent is 100. */
  columnWidths: Record<number, number>;
  hiddenColumns: Record<number, true>;
  /** `rows.length` is at most `rowCount`; missing rows are empty. */
  rows: (RowModel | undefined)[];
  conditionalFormats: ConditionalFormatModel[];
  protections: ProtectionModel[];
  merges: Area[];
  filter: FilterModel | null;
  bandings: BandingModel[];
  charts: ChartModel[];
  tabColor: string | null;
  namedRanges?: NamedRangeModel[];
  metadata?: MetadataModel[];
  /** 0-based columns of a Sheets table with typed columns: formats and validation are refused there. */
  typedColumns?: number[];
}

export interface BookModel {
  title: string;
  /** As Google writes it: en_GB, de_DE. */
  locale: string;
  timeZone: string;
  sheets: SheetModel[];
  activeSheet: number;
  /** Selection per sheet id. */
  selection: Record<number, Area>;
  properties: {
    document: Record<string, string>;
    script: Record<string, string>;
    user: Record<string, string>;
    /** User properties of everybody but the owner, by address. */
    others?: Record<string, Record<string, string>>;
  };
  owner: string;
  /** Addresses of people who may edit, beside the owner. */
  editors?: string[];
  metadata?: MetadataModel[];
  /** Highest sheet id given out, so that a deleted sheet's id is not used again. */
  lastId: number;
}

export function emptySheet(id: number, name: string, rowCount = 1000, columnCount = 26): SheetModel {
  return {
    id,
    name,
    hidden: false,
    rowCount,
    columnCount,
    frozenRows: 0,
    frozenColumns: 0,
    columnWidths: {},
    hiddenColumns: {},
    rows: [],
    conditionalFormats: [],
    protections: [],
    merges: [],
    filter: null,
    bandings: [],
    charts: [],
    tabColor: null,
  };
}

/** A new spreadsheet as Google makes it: one sheet of 1,000 rows and 26 columns. */
export function emptyBook(title = 'Untitled spreadsheet'): BookModel {
  return {
    title,
    locale: 'en_GB',
    timeZone: 'Europe/London',
    sheets: [emptySheet(0, 'Sheet1')],
    activeSheet: 0,
    selection: {},
    properties: { document: {}, script: {}, user: {} },
    owner: 'owner@example.com',
    lastId: 0,
  };
}

/** A layer with one entry changed. Equal rows share layers: `made` keeps them shared after the same change. */
export function withEntry<T>(
  layer: Layer<T> | undefined,
  column: number,
  value: T | undefined,
  made: Map<Layer<T> | undefined, Layer<T> | undefined>,
): Layer<T> | undefined {
  if (layer?.[column] === value) return layer;
  if (made.has(layer)) return made.get(layer);
  const next: Record<number, T> = { ...layer };
  if (value === undefined) delete next[column];
  else next[column] = value;
  const result = Object.keys(next).length === 0 ? undefined : next;
  made.set(layer, result);
  return result;
}

/** The last row and column with content, 1-based, 0 when there is none. Formulas are content, formats are not. */
export function contentSize(sheet: SheetModel): { rows: number; columns: number } {
  let rows = 0;
  let columns = 0;
  for (let r = 0; r < sheet.rows.length; r++) {
    const row = sheet.rows[r];
    if (!row) continue;
    let last = row.values.length;
    while (last > 0 && row.values[last - 1] === '' && row.formulas?.[last - 1] === undefined) last--;
    if (row.formulas)
      for (const column of Object.keys(row.formulas)) last = Math.max(last, Number(column) + 1);
    if (last > 0) rows = r + 1;
    if (last > columns) columns = last;
  }
  return { rows, columns };
}
