import { richText } from './links.ts';
import type { Range } from './platform.ts';

type Value = string | number | boolean;

const begins = (value: Value | undefined, sign: string): value is string =>
  typeof value === 'string' && value.startsWith(sign);

/**
 * `setValues`, after which text is what it was. "If a value begins with =, it's interpreted as a formula" (Range.setValues),
 * and an apostrophe ahead says that what follows is text and is no part of it (platform facts, 3): that the plain-text
 * format, set ahead, keeps either from happening is nowhere documented. So where some begin so, the cells are looked at,
 * and whatever became a formula or lost its apostrophe is written as rich text, which is taken as it is.
 */
export function setCells(range: Range, values: readonly (readonly Value[])[]): void {
  range.setValues(values.map((row) => [...row]));
  const some = (sign: string): boolean => values.some((row) => row.some((value) => begins(value, sign)));
  const look = (sign: string, cells: unknown[][], wrong: (cell: unknown, text: string) => unknown): void =>
    values.forEach((row, i) => {
      row.forEach((text, j) => {
        if (begins(text, sign) && wrong(cells[i]?.[j], text))
          range.getCell(i + 1, j + 1).setRichTextValue(richText(text));
      });
    });
  if (some('=')) look('=', range.getFormulas(), (formula) => formula);
  if (some("'")) look("'", range.getValues(), (cell, text) => cell !== text);
}

/** One value for cells here and there, which all have the same format: the first of them tells of all. */
export function setCell(list: GoogleAppsScript.Spreadsheet.RangeList, value: Value): void {
  list.setValue(value);
  if (!begins(value, '=') && !begins(value, "'")) return;
  const ranges = list.getRanges();
  const [first] = ranges;
  const wrong = value.startsWith('=') ? first?.getFormula() : first?.getValue() !== value;
  if (wrong) for (const range of ranges) range.setRichTextValue(richText(value));
}
