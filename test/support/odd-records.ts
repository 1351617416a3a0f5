import { generateBook } from '../../playground/sample/generate.ts';
import type { BookModel } from '../../playground/sheets/model.ts';

/** Codes and texts that spreadsheet programs take for numbers, dates, times and formulas, or change in some other way. */
export const ODD_CODES = [
  '0012',
  '1E5',
  'MAR1',
  '1-2',
  '101',
  '5%',
  '12:30',
  'TRUE',
  '1/2',
  '2-2025',
  '=X',
  '-5',
  '+3.2',
  '1,000',
  '1.50',
  '12345678901234567890',
  'JAN2020',
  '3e-2',
  '0x1F',
  '€5',
  'SEP 1',
  '1.2.2025',
  'CPR',
  '@home',
];
export const ODD_TEXTS = [
  '=1+1',
  '+cmd',
  '-2+3',
  '@x',
  "'=q",
  '0012',
  '1E5',
  'MAR1',
  '\ttab',
  'a\nb',
  'say "x"',
  'a,b;c',
  ' lead',
  'trail ',
  '\u200bzero',
  '\u202ertl',
  '<b>x</b>',
  '1.0',
  '3/4/2025',
  "'apostrophe",
  'TRUE',
  '007',
  '1e3',
  '€ “curly” 日本 🎓',
];

/** A workbook whose records carry them all. */
export function oddBook(): BookModel {
  const { book } = generateBook({ records: ODD_CODES.length, codes: 16, paths: 3, seed: 4 });
  const sheet = (name: string) => book.sheets.find((each) => each.name === name)?.rows ?? [];
  const codes = sheet('Codes');
  const last = codes.findLastIndex((row) => row?.values[0]);
  ODD_CODES.forEach((code, i) => {
    codes[last + 1 + i] = { values: [code, `Code ${i}`], formats: { 0: '@' } };
  });
  const records = sheet('Records');
  ODD_CODES.forEach((code, i) => {
    const values = records[i + 1]?.values;
    if (!values) throw new Error('there are too few records');
    values[3] = i % 2 ? '0012' : '';
    values[4] = ODD_TEXTS[i] ?? '';
    values[5] = ODD_TEXTS[(i + 7) % ODD_TEXTS.length] ?? '';
    values[7] = ODD_TEXTS[(i + 13) % ODD_TEXTS.length] ?? '';
    values[8] = code;
  });
  return book;
}
