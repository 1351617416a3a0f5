import { richText } from './links.ts';
import type { Range } from './platform.ts';

type Value = string | number | boolean;

const isFormulaLike = (value: Value | undefined): value is string =>
  typeof value === 'string' && value.startsWith('=');

/**
 * `setValues`, after which no text is a formula. "If a value begins with =, it's interpreted as a formula" (Range.setValues):
 * that the plain-text format, set ahead, keeps it from that is nowhere documented. So where some begin so, the cells are
 * looked at, and whatever became a formula is written as rich text, which is never one.
 */
export function setCells(range: Range, values: readonly (readonly Value[])[]): void {
  range.setValues(values.map((row) => [...row]));
  if (!values.some((row) => row.some(isFormulaLike))) return;
  range.getFormulas().forEach((row, i) => {
    row.forEach((formula, j) => {
      const text = values[i]?.[j];
      if (formula && isFormulaLike(text)) range.getCell(i + 1, j + 1).setRichTextValue(richText(text));
    });
  });
}

/** One value for cells here and there, which all have the same format: the first of them tells of all. */
export function setCell(list: GoogleAppsScript.Spreadsheet.RangeList, value: Value): void {
  list.setValue(value);
  if (!isFormulaLike(value)) return;
  const ranges = list.getRanges();
  if (ranges[0]?.getFormula()) for (const range of ranges) range.setRichTextValue(richText(value));
}
