import { book, run } from './support.ts';

type Case = [text: string, value: unknown, shown: string];

/** Value, what people see, and the format that typing gave, of texts typed into ordinary cells. */
async function typedIn(locale: string, texts: readonly string[]): Promise<unknown[][]> {
  const cells = JSON.stringify(texts.map((text) => [text]));
  return run(
    `var r = sheet.getRange(1, 1, ${texts.length}, 1).setValues(${cells}); var shown = r.getDisplayValues(); return r.getValues().map(function (v, i) { var day = v[0] instanceof Date; return [day ? Utilities.formatDate(v[0], ss.getSpreadsheetTimeZone(), 'yyyy-MM-dd HH:mm:ss') : v[0], shown[i][0]]; });`,
    {
      book: book((each) => {
        each.locale = locale;
      }),
      now: () => Date.UTC(2026, 10, 24),
    },
  );
}

const CASES: Readonly<Record<string, readonly Case[]>> = {
  en_US: [
    ['1,234.5', 1234.5, '1,234.50'],
    ['$1,234.50', 1234.5, '$1,234.50'],
    ['-12', -12, '-12'],
    ['(12)', -12, '-12'],
    ['12.5%', 0.125, '12.50%'],
    ['3/4/2025', '2025-03-04 00:00:00', '3/4/2025'],
    ['25/3/2025', '25/3/2025', '25/3/2025'],
    ['Mar 4, 2025', '2025-03-04 00:00:00', 'Mar 4, 2025'],
    ['2025-03-04 13:05', '2025-03-04 13:05:00', '3/4/2025 13:05:00'],
    ['1:05 PM', '1899-12-30 13:05:00', '1:05:00 PM'],
    ['1,5', '1,5', '1,5'],
  ],
  en_GB: [
    ['3/4/2025', '2025-04-03 00:00:00', '03/04/2025'],
    ['25-3-2025', '2025-03-25 00:00:00', '25/03/2025'],
    ['4 March 2025', '2025-03-04 00:00:00', '4-Mar-2025'],
    ['£2.50', 2.5, '£2.50'],
    ['29/02/2025', '29/02/2025', '29/02/2025'],
    ['29/02/2024', '2024-02-29 00:00:00', '29/02/2024'],
    ['false', false, 'FALSE'],
    ['\u00a0', '\u00a0', '\u00a0'],
  ],
  de_DE: [
    ['1.234,5', 1234.5, '1.234,50'],
    ['12,50 €', 12.5, '€12,50'],
    ['3.4.2025', '2025-04-03 00:00:00', '03.04.2025'],
    ['31.04.2025', '31.04.2025', '31.04.2025'],
    ['50%', 0.5, '50%'],
    ['2025-04-03', '2025-04-03 00:00:00', '2025-04-03'],
    ['1.5', '2026-05-01 00:00:00', '1-Mai'],
    ['MAI1', '2026-05-01 00:00:00', '1-Mai'],
    ['4. März 2025', '2025-03-04 00:00:00', '4-Mär-2025'],
    ['WAHR', true, 'WAHR'],
    ['VRAI', 'VRAI', 'VRAI'],
  ],
  fr_FR: [
    ['1 234,5', 1234.5, '1 234,50'],
    ['03/04/2025', '2025-04-03 00:00:00', '03/04/2025'],
    ['2025-04-03', '2025-04-03 00:00:00', '2025-04-03'],
    ['1,5%', 0.015, '1,50%'],
    ['août-1', '2026-08-01 00:00:00', '1-Aoû'],
    ['FAUX', false, 'FAUX'],
    ['12:30:15', '1899-12-30 12:30:15', '12:30:15'],
  ],
};

describe.each(Object.entries(CASES))('§3 strings are parsed as typed in the locale %s', (locale, cases) => {
  let seen: unknown[][];
  beforeAll(async () => {
    seen = await typedIn(
      locale,
      cases.map(([text]) => text),
    );
  });

  test.each(cases.map((each, i) => [...each, i] as const))('%s is %p, shown as %s', (_, value, shown, i) => {
    expect(seen[i]).toEqual([value, shown]);
  });
});

describe('§3 what makes a formula', () => {
  test.each([
    ['=A1', '=A1'],
    ['+A1', '=+A1'],
    ['-A1', '=-A1'],
    ['@SUM(A1)', '=SUM(A1)'],
    ['=', ''],
    ['-', ''],
    ['@home', ''],
    ["'=A1", ''],
  ])('%s gives the formula “%s”', async (text, formula) => {
    expect(await run(`return sheet.getRange('B1').setValue(${JSON.stringify(text)}).getFormula();`)).toBe(
      formula,
    );
  });

  test('appendRow parses as setValues does', async () => {
    expect(
      await run(
        "sheet.appendRow(['007', '=A1', 'x']); return [sheet.getRange('A1').getValue(), sheet.getRange('B1').getFormula()];",
      ),
    ).toEqual([7, '=A1']);
  });

  test('setFormulas takes empty texts as empty cells, getFormulas gives them for cells without one', async () => {
    expect(
      await run(
        "var r = sheet.getRange('A1:C1'); r.setValues([['x', 'y', 'z']]); r.setFormulas([['=B5', '', '=C5']]); return [r.getFormulas(), r.getValues()[0][1]];",
      ),
    ).toEqual([[['=B5', '', '=C5']], '']);
  });
});

describe('§3 dates, numbers and formats', () => {
  test('a Date is written as a date, a boolean as TRUE, a number as it is', async () => {
    expect(
      await run(
        "sheet.getRange('A1:C1').setValues([[new Date(Date.UTC(2026, 0, 5)), true, 0.1]]); return sheet.getRange('A1:C1').getDisplayValues()[0];",
      ),
    ).toEqual(['05/01/2026', 'TRUE', '0.1']);
  });

  test('serial dates count days since 30 December 1899', async () => {
    expect(
      await run(
        "var c = sheet.getRange('A1').setValue('1900-01-01'); return [c.setNumberFormat('0').getValue(), c.setNumberFormat('yyyy-mm-dd').getDisplayValue()];",
      ),
    ).toEqual([2, '1900-01-01']);
  });

  test.each([
    ['0.000', 12.3456, '12.346'],
    ['#,##0.00', -1234.5, '-1,234.50'],
    ['0%', 0.256, '26%'],
    ['0.00E+00', 123_456, '1.23E+05'],
    ['"No. "0', 7, 'No. 7'],
    ['0;(0)', -7, '(7)'],
    ['yyyy-mm-dd hh:mm', 45_000.5, '2023-03-15 12:00'],
    ['d mmmm yyyy', 45_000, '15 March 2023'],
    ['h:mm am/pm', 0.75, '6:00 PM'],
    ['[h]:mm', 1.5, '36:00'],
    ['[mm]:ss', 0.0625, '90:00'],
    ['@', 12, '12'],
    ['# ?/?', 1.5, '1 1/2'],
    ['# ?/8', 2.25, '2 2/8'],
    ['000-00-0000', 12_345_678, '012-34-5678'],
    ['(000) 000-0000', 5_551_234_567, '(555) 123-4567'],
    ['[<=9999999]###-####;(###) ###-####', 5_551_234, '555-1234'],
    ['_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-', -1234.5, '-1,234.50'],
    ['#,##0,"k"', 1_234_567, '1,235k'],
    ['General" kg"', 1.25, '1.25 kg'],
    [';;;', 5, ''],
    ['0.0 %', 0.5, '50.0 %'],
  ])('the format %s shows %p as %s', async (format, value, shown) => {
    expect(
      await run(
        `return sheet.getRange('A1').setNumberFormat(${JSON.stringify(format)}).setValue(${value}).getDisplayValue();`,
      ),
    ).toBe(shown);
  });
});
