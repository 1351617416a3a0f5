import { toA1 } from '../sheets/a1.ts';
import { displayText } from '../sheets/display.ts';
import type { LocaleRules } from '../sheets/locale.ts';
import type { SheetModel } from '../sheets/model.ts';
import { areaOf, clip } from './references.ts';
import { escapeXml } from './xml-text.ts';
import { child, children, type XmlNode } from './xml-tree.ts';

/**
 * The sheet's filter. A file says what is shown and marks the other rows as hidden; the model says which values are hidden,
 * so the values that stand in hidden rows only are those. Such rows are then not hidden by a person.
 */
export function readFilter(sheet: SheetModel, around: XmlNode, rules: LocaleRules): void {
  const node = child(around, 'autoFilter');
  const whole = areaOf(node?.attributes.ref ?? '');
  const area = whole && clip(whole, sheet.rowCount, sheet.columnCount);
  if (!node || !area) return;
  sheet.filter = { area, hiddenValues: {} };
  const columns = new Set(
    children(node, 'filterColumn')
      .filter((column) => column.children.length > 0)
      .map(({ attributes }) => Number(attributes.colId ?? 0))
      .filter((column) => column >= 0 && column < area.columns)
      .map((column) => area.column + column),
  );
  for (const column of columns) {
    const hidden = new Set<string>();
    const shown = new Set<string>();
    for (let r = area.row + 1; r < area.row + area.rows; r++) {
      (sheet.rows[r]?.hidden ? hidden : shown).add(shownText(sheet, r, column, rules));
    }
    const only = [...hidden].filter((text) => !shown.has(text));
    if (only.length > 0) sheet.filter.hiddenValues[column] = only;
  }
  const hides = filterTest(sheet, rules);
  for (let r = area.row + 1; r < area.row + area.rows; r++) if (hides(r)) delete sheet.rows[r]?.hidden;
}

/** Tells which rows (0-based) the sheet's filter hides. */
export function filterTest(sheet: SheetModel, rules: LocaleRules): (row: number) => boolean {
  const { filter } = sheet;
  if (!filter) return () => false;
  const { area } = filter;
  const columns = Object.entries(filter.hiddenValues).map(
    ([key, hidden]) => [Number(key), new Set(hidden)] as const,
  );
  return (row) =>
    row > area.row &&
    row < area.row + area.rows &&
    columns.some(([column, hidden]) => hidden.has(shownText(sheet, row, column, rules)));
}

function shownText(sheet: SheetModel, row: number, column: number, rules: LocaleRules): string {
  const value = sheet.rows[row]?.values[column];
  if (value === undefined || value === '') return '';
  try {
    return displayText(value, sheet.rows[row]?.formats?.[column], rules);
  } catch {
    // A number format that the stand-in cannot show: the stored value has to do.
    return String(value);
  }
}

export function writeFilter(sheet: SheetModel, rules: LocaleRules): string {
  const { filter } = sheet;
  if (!filter) return '';
  const { area } = filter;
  const columns = Object.entries(filter.hiddenValues).map(([key, hidden]) => {
    const shown = new Set<string>();
    for (let r = area.row + 1; r < area.row + area.rows; r++)
      shown.add(shownText(sheet, r, Number(key), rules));
    for (const text of hidden) shown.delete(text);
    const blank = shown.delete('') ? ' blank="1"' : '';
    const values = [...shown].map((text) => `<filter val="${escapeXml(text)}"/>`).join('');
    return `<filterColumn colId="${Number(key) - area.column}"><filters${blank}>${values}</filters></filterColumn>`;
  });
  return `<autoFilter ref="${toA1(area)}">${columns.join('')}</autoFilter>`;
}
