import { displayText } from '../sheets/display.ts';
import { localeRules } from '../sheets/locale.ts';
import {
  type BookModel,
  type ConditionalFormatModel,
  contentSize,
  type SheetModel,
  type StoredValue,
} from '../sheets/model.ts';
import type { Host } from '../sheets/runtime.ts';
import { personRealm } from '../sheets/user-edit.ts';
import { checkboxValues, choicesOf, validationAccepts } from '../sheets/validation.ts';
import type { CellView, RowView, SheetView } from '../views.ts';

/** Everything about a sheet that only a change can change. */
export type StillView = Omit<SheetView, 'selection'>;

export function sheetView(host: Host, sheet: SheetModel): StillView {
  const { book } = host;
  const size = contentSize(sheet);
  return {
    id: sheet.id,
    name: sheet.name,
    hidden: sheet.hidden,
    rows: sheet.rowCount,
    columns: Math.min(sheet.columnCount, Math.max(size.columns + 3, 12)),
    used: size.rows,
    frozenRows: sheet.frozenRows,
    widths: sheet.columnWidths,
    hiddenRows: hiddenRows(book, sheet),
    charts: sheet.charts.map((chart) => chartView(book, sheet, chart)),
    unshown: sheet.conditionalFormats.filter((rule) => !canShow(rule)).length,
  };
}

/** Rows hidden by a person or by the sheet's filter. */
function hiddenRows(book: BookModel, sheet: SheetModel): number[] {
  const rules = localeRules(book.locale);
  const filter = sheet.filter;
  const columns = filter
    ? Object.entries(filter.hiddenValues).map(
        ([column, values]) => [Number(column), new Set(values)] as const,
      )
    : [];
  const hidden: number[] = [];
  for (let r = 0; r < sheet.rows.length; r++) {
    const row = sheet.rows[r];
    const filtered =
      filter !== null &&
      r > filter.area.row &&
      r < filter.area.row + filter.area.rows &&
      columns.some(([column, values]) =>
        values.has(displayText(row?.values[column] ?? '', row?.formats?.[column], rules)),
      );
    if (row?.hidden || filtered) hidden.push(r);
  }
  return hidden;
}

/** The rows of a window, cells with content or looks only. */
export function rowsView(host: Host, sheet: SheetModel, from: number, to: number): RowView[] {
  const rules = localeRules(host.book.locale);
  const realm = personRealm(host);
  const marks = sheet.conditionalFormats.filter(canShow);
  const views: RowView[] = [];
  for (let r = Math.max(0, from); r < Math.min(to, sheet.rowCount); r++) {
    const row = sheet.rows[r];
    const cells: Record<number, CellView> = {};
    const near = marks.filter((rule) => rule.areas.some((area) => r >= area.row && r < area.row + area.rows));
    const columns = new Set<number>(row?.values.keys() ?? []);
    for (const layer of [row?.notes, row?.styles, row?.validations, row?.formulas]) {
      for (const column of Object.keys(layer ?? {})) columns.add(Number(column));
    }
    for (const rule of near)
      for (const area of rule.areas) {
        if (r >= area.row && r < area.row + area.rows)
          for (let c = area.column; c < area.column + area.columns; c++) columns.add(c);
      }
    for (const c of columns) {
      const value = row?.values[c] ?? '';
      const view: CellView = {};
      const text = displayText(value, row?.formats?.[c], rules);
      if (text !== '') view.text = text;
      const formula = row?.formulas?.[c];
      if (formula !== undefined) {
        view.raw = formula;
        if (value === '') view.text = formula;
      } else if (typeof value === 'string' && value !== text) view.raw = value;
      if (typeof value === 'number') view.number = true;
      const style = row?.styles?.[c];
      if (style?.background) view.background = style.background;
      if (style?.fontColor) view.color = style.fontColor;
      if (style?.fontWeight === 'bold') view.bold = true;
      if (style?.fontStyle === 'italic') view.italic = true;
      const note = row?.notes?.[c];
      if (note) view.note = note;
      const link = row?.links?.[c]?.[0]?.url;
      if (link) view.link = link;
      const rule = row?.validations?.[c];
      const box = rule ? checkboxValues(rule) : null;
      if (box)
        view.box = {
          ticked: value === box.checked || String(value) === String(box.checked),
          on: String(box.checked).toUpperCase(),
          off: box.unchecked === '' ? '' : String(box.unchecked).toUpperCase(),
        };
      else if (rule && choicesOf(realm, rule)) {
        view.choices = true;
        if (value !== '' && !validationAccepts(realm, rule, value)) view.invalid = true;
      }
      for (const mark of near) {
        if (
          !mark.areas.some(
            (area) =>
              r >= area.row && r < area.row + area.rows && c >= area.column && c < area.column + area.columns,
          )
        )
          continue;
        if (!holds(mark, value, text)) continue;
        if (mark.background) view.background = mark.background;
        if (mark.fontColor) view.color = mark.fontColor;
        if (mark.bold) view.bold = true;
      }
      if (Object.keys(view).length > 0) cells[c] = view;
    }
    if (Object.keys(cells).length > 0) views.push({ row: r, cells });
  }
  return views;
}

export function choicesAt(host: Host, sheet: SheetModel, row: number, column: number): string[] {
  const rule = sheet.rows[row]?.validations?.[column];
  return rule ? (choicesOf(personRealm(host), rule) ?? []) : [];
}

/** Formulas that are true everywhere (`=TRUE`, `=N("...")=0`) and the plain conditions; anything else is not shown. */
function canShow(rule: ConditionalFormatModel): boolean {
  if (rule.criteria === 'CUSTOM_FORMULA')
    return /^=\s*(TRUE|1|N\("[^"]*"\)\s*=\s*0)\s*$/i.test(String(rule.args[0] ?? ''));
  return /^(CELL_|TEXT_|NUMBER_(EQUAL_TO|GREATER_THAN|LESS_THAN|BETWEEN)$)/.test(rule.criteria);
}

function holds(rule: ConditionalFormatModel, value: StoredValue, text: string): boolean {
  const [a = '', b = ''] = rule.args;
  const wanted = String(a).toLowerCase();
  const own = text.toLowerCase();
  const n = typeof value === 'number' ? value : Number.NaN;
  switch (rule.criteria) {
    case 'CELL_EMPTY':
      return value === '';
    case 'CELL_NOT_EMPTY':
      return value !== '';
    case 'TEXT_CONTAINS':
      return own.includes(wanted);
    case 'TEXT_DOES_NOT_CONTAIN':
      return !own.includes(wanted);
    case 'TEXT_EQUAL_TO':
      return own === wanted;
    case 'TEXT_STARTS_WITH':
      return own.startsWith(wanted);
    case 'TEXT_ENDS_WITH':
      return own.endsWith(wanted);
    case 'NUMBER_EQUAL_TO':
      return n === Number(a);
    case 'NUMBER_GREATER_THAN':
      return n > Number(a);
    case 'NUMBER_LESS_THAN':
      return n < Number(a);
    case 'NUMBER_BETWEEN':
      return n >= Number(a) && n <= Number(b);
    default:
      return true;
  }
}

function chartView(
  book: BookModel,
  sheet: SheetModel,
  chart: SheetModel['charts'][number],
): SheetView['charts'][number] {
  const rules = localeRules(book.locale);
  const [area] = chart.areas;
  const at = (r: number, c: number): StoredValue => sheet.rows[r]?.values[c] ?? '';
  const rows = area
    ? Array.from({ length: area.rows - 1 }, (_, i) => area.row + 1 + i).filter(
        (r) => at(r, area.column) !== '',
      )
    : [];
  return {
    title: String(chart.options.title ?? ''),
    row: chart.position.row,
    column: chart.position.column,
    labels: rows.map((r) => displayText(at(r, area?.column ?? 0), undefined, rules)),
    series: Array.from({ length: Math.max(0, (area?.columns ?? 1) - 1) }, (_, i) => {
      const column = (area?.column ?? 0) + 1 + i;
      return {
        name: String(at(area?.row ?? 0, column)),
        values: rows.map((r) => Number(at(r, column)) || 0),
      };
    }),
  };
}
