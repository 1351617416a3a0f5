import { book, run } from './support.ts';

/** What a text becomes in a cell of the ordinary format, with what people see. */
async function typed(text: string, locale = 'en_GB'): Promise<[unknown, string]> {
  return run(
    `sheet.getRange(1, 1).setValue(${JSON.stringify(text)}); var v = sheet.getRange(1, 1).getValue(); return [v instanceof Date ? 'date' : v, sheet.getRange(1, 1).getDisplayValue()];`,
    {
      book: book((each) => {
        each.locale = locale;
      }),
      now: () => Date.UTC(2026, 10, 24),
    },
  );
}

describe('§3 setValue parses strings as if typed', () => {
  test.each<[string, unknown, string]>([
    ['hello', 'hello', 'hello'],
    ['007', 7, '7'],
    ['1E5', 100_000, '1.00E+05'],
    ['1,234.5', 1234.5, '1,234.50'],
    ['50%', 0.5, '50%'],
    ['TRUE', true, 'TRUE'],
    ['MAR1', 'date', '1-Mar'],
    ['1-2', 'date', '1-Feb'],
    ['2026-08', 'date', '2026-08'],
    ['2025-04-03', 'date', '2025-04-03'],
    ['31/04/2025', '31/04/2025', '31/04/2025'],
    ['12:30', 'date', '12:30'],
    ["'0012", '0012', '0012'],
    ['1234567890123456789', 1234567890123460000, '1.23457E+18'],
    ['CLA-101', 'CLA-101', 'CLA-101'],
  ])('%s is %p, shown as %s', async (text, value, shown) => {
    expect(await typed(text)).toEqual([value, shown]);
  });

  test('by the spreadsheet’s locale: a comma is a decimal sign in German, days come first in Britain', async () => {
    expect(await typed('1,5', 'de_DE')).toEqual([1.5, '1,5']);
    expect(await typed('03/04/2025', 'en_GB')).toEqual(['date', '03/04/2025']);
    expect(await typed('03/25/2025', 'en_US')).toEqual(['date', '3/25/2025']);
  });

  test('text that begins with = becomes a formula, and is never calculated silently', async () => {
    const seen = await run<string[]>(
      "sheet.getRange(1, 1).setValue('=1+2'); return [sheet.getRange(1, 1).getFormula(), String(sheet.getRange(1, 1).getValue())];",
    );
    expect(seen).toEqual(['=1+2', '']);
  });

  test('unless the format is plain text, set before the value', async () => {
    const body =
      "sheet.getRange('A1:A4').setNumberFormat('@').setValues([['0012'], ['=x'], ['MAR1'], ['1E5']]); return sheet.getRange('A1:A4').getValues();";
    expect(await run(body)).toEqual([['0012'], ['=x'], ['MAR1'], ['1E5']]);
  });

  test('null and undefined clear the cell', async () => {
    expect(
      await run("var r = sheet.getRange(1, 1); r.setValue('x'); r.setValue(undefined); return r.getValue();"),
    ).toBe('');
  });

  test('more than 50,000 characters fail the whole call', async () => {
    const body =
      "try { sheet.getRange(1, 1, 2, 1).setValues([['a'], [new Array(50002).join('x')]]); } catch (e) { return [e.message, sheet.getRange(1, 1).getValue()]; }";
    expect(await run(body)).toEqual([
      'Your input contains more than the maximum of 50000 characters in a single cell.',
      '',
    ]);
  });

  test('the block must have the range’s size', async () => {
    const body = "try { sheet.getRange(1, 1, 2, 1).setValues([['a']]); } catch (e) { return e.message; }";
    expect(await run(body)).toContain('The data has 1 but the range has 2');
  });
});

describe('§3 reading', () => {
  test('dates are made in the spreadsheet’s time zone, and are Dates of the script’s own realm', async () => {
    const body =
      "sheet.getRange(1, 1).setValue('2026-07-01'); var d = sheet.getRange(1, 1).getValue(); return [d instanceof Date, d.toISOString(), Utilities.formatDate(d, ss.getSpreadsheetTimeZone(), 'yyyy-MM-dd')];";
    const seen = await run(body, {
      book: book((each) => {
        each.timeZone = 'Europe/London';
      }),
    });
    expect(seen).toEqual([true, '2026-06-30T23:00:00.000Z', '2026-07-01']);
  });

  test('an empty cell is an empty string; arrays are of the script’s realm', async () => {
    expect(
      await run('var v = sheet.getRange(1, 1, 1, 2).getValues(); return [v instanceof Array, v];'),
    ).toEqual([true, [['', '']]]);
  });

  test('a whole block read and written again is parsed again: text in ordinary cells is lost', async () => {
    const body =
      'var r = sheet.getRange(1, 1); r.setValue("\'001"); r.setValues(r.getValues()); return r.getValue();';
    expect(await run(body)).toBe(1);
  });

  test('checkboxes: FALSE boxes count as content, custom ticked values leave blanks', async () => {
    const body =
      "sheet.getRange('A1:A5').insertCheckboxes(); var all = sheet.getLastRow(); sheet.getRange('A1:A5').clear(); sheet.getRange('B1:B5').setDataValidation(SpreadsheetApp.newDataValidation().requireCheckbox(1).build()); sheet.getRange('B2').check(); return [all, sheet.getLastRow(), sheet.getRange('B1:B3').getValues()];";
    expect(await run(body)).toEqual([5, 2, [[''], [1], ['']]]);
  });

  test('getDataRange ends with the last content', async () => {
    expect(
      await run("sheet.getRange('C7').setValue('x'); return sheet.getDataRange().getA1Notation();"),
    ).toBe('A1:C7');
  });
});

describe('§8 and §15 notes, rich text, colours', () => {
  test('the background of an untouched cell is #ffffff, its note is empty', async () => {
    expect(await run("var r = sheet.getRange('A1'); return [r.getBackground(), r.getNote()];")).toEqual([
      '#ffffff',
      '',
    ]);
  });

  test('setNotes turns the number 25 into "25.0", setNote into "25"', async () => {
    const body =
      "sheet.getRange('A1').setNotes([[25]]); sheet.getRange('A2').setNote(25); return sheet.getRange('A1:A2').getNotes();";
    expect(await run(body)).toEqual([['25.0'], ['25']]);
  });

  test('rich text is text whatever it begins with, and keeps its link', async () => {
    const body =
      "var v = SpreadsheetApp.newRichTextValue().setText('=1+1').setLinkUrl('#gid=0&range=2:2').build(); sheet.getRange('A1').setRichTextValue(v); return [sheet.getRange('A1').getValue(), sheet.getRange('A1').getFormula(), sheet.getRange('A1').getRichTextValue().getLinkUrl()];";
    expect(await run(body)).toEqual(['=1+1', '', '#gid=0&range=2:2']);
  });
});
