import type { Area, Layer, RowModel, SheetModel, StoredValue } from './model.ts';
import { type Realm, rowAt, touched } from './realm.ts';

type SortSpec = number | { column: number; ascending?: boolean };
const LAYERS = ['formulas', 'formats', 'notes', 'styles', 'links', 'validations'] as const;

/**
 * Sorts the rows of an area by columns (1-based, of the sheet). Values, formulas, notes, formats and validation move with
 * their cells; hidden stays with the place, not the row (inferred: the fact is on the list for a real spreadsheet).
 * Order: numbers and dates, text without case, FALSE, TRUE, blanks last either way.
 */
export function sortRows(realm: Realm, sheet: SheetModel, area: Area, by: readonly SortSpec[]): void {
  const specs = by.map((spec) =>
    typeof spec === 'number' ? { column: Math.abs(spec), ascending: spec > 0 } : { ascending: true, ...spec },
  );
  for (const { column } of specs) {
    if (column - 1 < area.column || column - 1 >= area.column + area.columns)
      throw new Error('Sort column out of the range.');
  }
  const rows = Array.from({ length: area.rows }, (_, i) => i);
  const stored = (i: number, column: number): StoredValue =>
    sheet.rows[area.row + i]?.values[column - 1] ?? '';
  rows.sort((a, b) => {
    for (const { column, ascending } of specs) {
      const order = compare(stored(a, column), stored(b, column), ascending !== false);
      if (order !== 0) return order;
    }
    return a - b;
  });
  const whole = area.column === 0 && area.columns >= sheet.columnCount;
  const cut = rows.map((i) => sheet.rows[area.row + i]);
  const places = Array.from({ length: area.rows }, (_, i) => ({
    hidden: sheet.rows[area.row + i]?.hidden,
    rest: whole ? undefined : outside(sheet.rows[area.row + i], area),
  }));
  cut.forEach((row, i) => {
    const { hidden, rest } = places[i] ?? {};
    if (!row && !rest && !hidden) {
      if (area.row + i < sheet.rows.length) sheet.rows[area.row + i] = undefined;
      return;
    }
    const target: RowModel = inside(row, area, rest);
    if (hidden) target.hidden = true;
    rowAt(sheet, area.row + i);
    sheet.rows[area.row + i] = target;
  });
  touched(realm, sheet, area);
}

/** Cells left and right of the area stay where they are. */
function outside(row: RowModel | undefined, area: Area): RowModel | undefined {
  if (!row) return undefined;
  const keeps = (column: number) => column < area.column || column >= area.column + area.columns;
  const rest: RowModel = { values: row.values.map((value, column) => (keeps(column) ? value : '')) };
  for (const name of LAYERS) {
    const layer = pick(row[name], keeps);
    if (layer) Object.assign(rest, { [name]: layer });
  }
  return rest.values.some((value) => value !== '') || LAYERS.some((name) => rest[name]) ? rest : undefined;
}

function inside(row: RowModel | undefined, area: Area, rest: RowModel | undefined): RowModel {
  const mine = (column: number) => column >= area.column && column < area.column + area.columns;
  if (
    !rest &&
    row &&
    area.column === 0 &&
    row.values.length <= area.columns &&
    LAYERS.every((name) => fits(row[name], mine))
  ) {
    const { hidden: _, ...own } = row;
    return own;
  }
  const length = Math.max(
    rest?.values.length ?? 0,
    Math.min(row?.values.length ?? 0, area.column + area.columns),
  );
  const target: RowModel = {
    values: Array.from(
      { length },
      (_, column) => (mine(column) ? row?.values[column] : rest?.values[column]) ?? '',
    ),
  };
  for (const name of LAYERS) {
    const merged = { ...rest?.[name], ...pick(row?.[name] as Layer<unknown> | undefined, mine) };
    if (Object.keys(merged).length > 0) Object.assign(target, { [name]: merged });
  }
  return target;
}

function fits(layer: Layer<unknown> | undefined, mine: (column: number) => boolean): boolean {
  return !layer || Object.keys(layer).every((column) => mine(Number(column)));
}

function pick(
  layer: Layer<unknown> | undefined,
  keep: (column: number) => boolean,
): Layer<unknown> | undefined {
  if (!layer) return undefined;
  const entries = Object.entries(layer).filter(([column]) => keep(Number(column)));
  return entries.length > 0 ? (Object.fromEntries(entries) as Layer<unknown>) : undefined;
}

function rank(value: StoredValue): number {
  if (value === '') return 3;
  return typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;
}

function compare(a: StoredValue, b: StoredValue, ascending: boolean): number {
  const [ra, rb] = [rank(a), rank(b)];
  if (ra === 3 || rb === 3) return ra - rb;
  let order = ra - rb;
  if (order === 0) {
    if (typeof a === 'string' && typeof b === 'string') {
      const [la, lb] = [a.toLowerCase(), b.toLowerCase()];
      order = la < lb ? -1 : la > lb ? 1 : 0;
    } else order = Number(a) - Number(b);
  }
  return ascending ? order : -order;
}
