// What the local server and the page tell each other: plain values.

/** One cell as the page draws it; absent parts are ordinary. */
export interface CellView {
  text?: string;
  /** What the value bar shows for editing: the formula, or the value as typed. */
  raw?: string;
  note?: string;
  background?: string;
  color?: string;
  bold?: boolean;
  italic?: boolean;
  number?: boolean;
  /** Ticked or not, where the cell is a checkbox; `on` and `off` are what a click writes. */
  box?: { ticked: boolean; on: string; off: string };
  choices?: true;
  invalid?: boolean;
  link?: string;
}

export interface RowView {
  row: number;
  cells: Record<number, CellView>;
}

export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

export interface ChartView {
  title: string;
  labels: string[];
  series: { name: string; values: number[] }[];
  row: number;
  column: number;
}

export interface SheetView {
  id: number;
  name: string;
  hidden: boolean;
  rows: number;
  columns: number;
  used: number;
  frozenRows: number;
  widths: Record<number, number>;
  hiddenRows: number[];
  selection: Area | null;
  charts: ChartView[];
  /** Rules that this page cannot work out: said, not guessed. */
  unshown: number;
}

/** What the page gets back after everything it does. */
export interface State {
  title: string;
  file: string | null;
  readOnly: boolean;
  guide: boolean;
  /** Workbooks opened from the page: sheets of two of them may have the same id. */
  uploads: number;
  /** Kinds of runs that Activity has. */
  done: string[];
  sheets: SheetView[];
  active: number;
  version: number;
  menu: { caption: string; functionName: string }[];
  sidebar: { title: string; opened: number } | null;
  toasts: { id: number; title: string; message: string; seconds: number }[];
}
