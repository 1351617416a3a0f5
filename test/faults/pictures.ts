// What a workbook shows, so that two of them can be held side by side.
import type { BookModel, SheetModel } from '../../playground/sheets/model.ts';

const OWN_LOGS = ['Activity', 'Undo Data', 'Last Exchange'];

/** Columns (0-based) of the add-on's own sheets that hold when and by which run. */
const HIDDEN: Readonly<Record<string, readonly number[]>> = {
  'Deleted Records': [10, 11, 12],
  'Former Codes': [2, 4],
  'Rename Checklist': [8],
  Problems: [],
};

/** Sheet by sheet what people see: values, notes and formulas, without the times and names of runs. */
export type Picture = Record<string, unknown[]>;

export function picture(book: BookModel): Picture {
  const sheets = book.sheets.filter(({ name }) => !OWN_LOGS.includes(name));
  return Object.fromEntries(sheets.map((sheet) => [sheet.name, rowsOf(sheet)]));
}

function rowsOf(sheet: SheetModel): unknown[] {
  const hide = HIDDEN[sheet.name];
  const rows = sheet.rows.map((row) => {
    const values = (row?.values ?? []).map((value, i) => (hide?.includes(i) ? '' : timeless(value)));
    while (values.length > 0 && values[values.length - 1] === '') values.pop();
    const notes = Object.entries(row?.notes ?? {}).filter(([, note]) => note !== '');
    // Used In's notes carry the time of the check.
    return [values, sheet.name === 'Codes' ? [] : notes, row?.formulas ?? {}];
  });
  while (rows.length > 0 && isEmpty(rows[rows.length - 1])) rows.pop();
  // Cleared lines between others are nothing to see in these logs.
  return hide && hide.length > 0 ? rows.filter((row) => !isEmpty(row)) : rows;
}

/** Reports say when they were made. */
const timeless = (value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/made on [-0-9]+ [:0-9]+/, 'made now') : value;

const isEmpty = (row: readonly unknown[] | undefined): boolean =>
  ((row?.[0] ?? []) as readonly unknown[]).length === 0;

/** The first row that differs, in words; '' when both show the same. Own sheets with nothing in them are none. */
export function difference(is: Picture, should: Picture): string {
  for (const name of new Set([...Object.keys(is), ...Object.keys(should)])) {
    const [left, right] = [is[name], should[name]];
    const empty = (rows: unknown[] | undefined): boolean => !rows || rows.length <= 1;
    if (name in HIDDEN && empty(left) && empty(right)) continue;
    if (JSON.stringify(left) === JSON.stringify(right)) continue;
    const rows = Array.from({ length: Math.max(left?.length ?? 0, right?.length ?? 0) }, (_, i) => i);
    const at = rows.find((i) => JSON.stringify(left?.[i]) !== JSON.stringify(right?.[i])) ?? 0;
    return `${name} row ${at + 1}: ${shown(left?.[at])} instead of ${shown(right?.[at])}`;
  }
  return '';
}

const shown = (row: unknown): string => (JSON.stringify(row) ?? 'nothing').slice(0, 200);

/** Ids of records, where they stand. */
export function ids(book: BookModel, name: 'Records' | 'Deleted Records'): string[] {
  const sheet = book.sheets.find((each) => each.name === name);
  return (sheet?.rows.slice(1) ?? []).map((row) => String(row?.values[0] ?? '')).filter((id) => id !== '');
}

const PEOPLES = ['Codes', 'Content', 'Paths', 'Records', 'Deleted Records'];
const NOT_COMPARED = new Set(['Deleted At', 'Deleted By', 'Run', 'Used In']);

/** Rows as people read them, by heading, in no order: for workbooks that somebody sorted meanwhile. */
export function contents(book: BookModel): Record<string, string[]> {
  const sheets = book.sheets.filter(({ name }) => PEOPLES.includes(name));
  return Object.fromEntries(
    sheets.map((sheet) => {
      const headings = (sheet.rows[0]?.values ?? []).map(String);
      const rows = sheet.rows.slice(1).map((row) =>
        headings
          .map((heading, i) => (NOT_COMPARED.has(heading) ? '' : `${heading}=${row?.values[i] ?? ''}`))
          .filter((text) => text !== '' && !text.endsWith('='))
          .join(' | '),
      );
      return [sheet.name, rows.filter((row) => row !== '').sort()];
    }),
  );
}

/** Rows that are too many or missing, in words; '' when both hold the same rows. */
export function contentsDiffer(is: Record<string, string[]>, should: Record<string, string[]>): string {
  for (const name of Object.keys(should)) {
    const [left, right] = [is[name] ?? [], should[name] ?? []];
    const extra = without(left, right);
    const gone = without(right, left);
    if (extra.length > 0 || gone.length > 0)
      return `${name}: ${extra.slice(0, 2).join(' // ')} instead of ${gone.slice(0, 2).join(' // ')}`;
  }
  return '';
}

/** What is left of `rows` when each of `others` takes one away. */
function without(rows: readonly string[], others: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const row of others) counts.set(row, (counts.get(row) ?? 0) + 1);
  return rows.filter((row) => {
    const left = counts.get(row) ?? 0;
    counts.set(row, left - 1);
    return left <= 0;
  });
}
