import { type Case, type Known, refuses, type Seen, told } from '../case.ts';

const typed = (text: string, expected: Seen, known: Known = 'I'): Case => ({
  fact: `setValue('${text}') is read as typed: ${JSON.stringify(expected)}`,
  known,
  expected,
  run: ({ sheet }) => {
    const cell = sheet.getRange(1, 1).setValue(text);
    return cell.getFormula() || told(cell.getValue());
  },
});

/** What becomes of text on its way into a cell, and out again (platform facts, 3). */
export const values: readonly Case[] = [
  typed('FIRE-01', 'FIRE-01', 'D'),
  typed('007', 7, 'R'),
  typed('1E5', 100_000),
  typed('MAR1', 'date'),
  typed('1-2', 'date'),
  typed('2026-08', 'date', 'R'),
  typed('2026-08-01', 'date'),
  typed('31/04/2025', '31/04/2025'),
  typed('12:30', 'date'),
  typed('TRUE', true),
  typed('50%', 0.5),
  typed('=1+1', '=1+1', 'D'),
  typed('+A5', '=+A5', 'R'),
  typed("'0012", '0012', 'R'),
  {
    fact: 'In cells formatted as plain text (@) before the value is written, text stays what it is',
    known: 'R',
    expected: ['0012', '=x', 'MAR1', '1E5', 'TRUE', "'quoted"],
    run: ({ sheet }) => {
      const texts = ['0012', '=x', 'MAR1', '1E5', 'TRUE', "'quoted"];
      const range = sheet.getRange(1, 1, texts.length, 1).setNumberFormat('@');
      return range
        .setValues(texts.map((text) => [text]))
        .getValues()
        .map(([value]) => told(value));
    },
  },
  {
    fact: 'A number written into a cell formatted as plain text is read as a number',
    known: '?',
    expected: 'number',
    run: ({ sheet }) => typeof sheet.getRange(1, 1).setNumberFormat('@').setValue(12).getValue(),
  },
  {
    fact: 'An ISO date is the same day whatever the locale, and shows by the format that the cell has',
    known: 'I',
    expected: ['2025-04-03', '2025-04-03', '2025-04-03'],
    run: ({ spreadsheet, sheet }) => {
      const locale = spreadsheet.getSpreadsheetLocale();
      try {
        return ['en_US', 'de_DE', 'en_GB'].map((each, i) => {
          spreadsheet.setSpreadsheetLocale(each);
          const cell = sheet.getRange(i + 1, 1).setNumberFormat('yyyy-mm-dd');
          return cell.setValue('2025-04-03').getDisplayValue();
        });
      } finally {
        spreadsheet.setSpreadsheetLocale(locale);
      }
    },
  },
  {
    fact: 'A date is read as an instant of the spreadsheet’s time zone: midnight there',
    known: 'I',
    expected: '2026-07-01 00:00',
    run: ({ spreadsheet, sheet }) => {
      const date = sheet.getRange(1, 1).setValue('2026-07-01').getValue();
      return Utilities.formatDate(date, spreadsheet.getSpreadsheetTimeZone(), 'yyyy-MM-dd HH:mm');
    },
  },
  {
    fact: 'The format General makes a plain-text cell an ordinary one again',
    known: 'I',
    expected: [12, 'General'],
    run: ({ sheet }) => {
      const cell = sheet.getRange(1, 1).setNumberFormat('@').setNumberFormat('General').setValue('0012');
      return [told(cell.getValue()), cell.getNumberFormat()];
    },
  },
  {
    fact: 'undefined, null and an empty text clear a cell',
    known: 'D',
    expected: ['', '', ''],
    run: ({ sheet }) =>
      [undefined, null, ''].map((nothing) =>
        told(sheet.getRange(1, 1).setValue('x').setValue(nothing).getValue()),
      ),
  },
  {
    fact: '50,000 characters go into a cell; one more refuses the whole call',
    known: 'R',
    expected: [50_000, true, ''],
    run: ({ sheet }) => {
      const full = sheet.getRange(1, 1).setValue('x'.repeat(50_000)).getValue();
      const refused = refuses(() => sheet.getRange(2, 1, 2, 1).setValues([['a'], ['x'.repeat(50_001)]]));
      return [String(full).length, refused, told(sheet.getRange(2, 1).getValue())];
    },
  },
  {
    fact: 'A block of another size than its range is refused',
    known: 'D',
    expected: true,
    run: ({ sheet }) => refuses(() => sheet.getRange(1, 1, 2, 1).setValues([['a']])),
  },
  {
    fact: 'Rich text is text whatever it begins with, in ordinary cells too',
    known: 'I',
    expected: [
      ['=1+1', ''],
      ['0012', ''],
    ],
    run: ({ sheet }) =>
      ['=1+1', '0012'].map((text, i) => {
        const value = SpreadsheetApp.newRichTextValue().setText(text).setLinkUrl('#gid=0&range=2:2').build();
        const cell = sheet.getRange(i + 1, 1).setRichTextValue(value);
        return [told(cell.getValue()), cell.getFormula()];
      }),
  },
  {
    fact: 'A formula that gives an empty text reads as empty, an error as its text',
    known: 'I',
    calculated: true,
    expected: ['', '#N/A'],
    run: ({ sheet }) =>
      sheet
        .getRange(1, 1, 1, 2)
        .setFormulas([['=""', '=NA()']])
        .getValues()
        .map((row) => row.map(told))[0] ?? [],
  },
  {
    fact: 'An empty note takes a note away; no note reads as empty',
    known: 'R',
    expected: ['n', '', ''],
    run: ({ sheet }) => {
      const range = sheet.getRange(1, 1, 1, 3).setNotes([['n', 'm', '']]);
      sheet.getRange(1, 2).setNotes([['']]);
      return range.getNotes()[0] ?? [];
    },
  },
  {
    fact: 'An untouched cell has the background #ffffff, the format General and the weight normal',
    known: 'R',
    expected: ['#ffffff', 'General', 'normal'],
    run: ({ sheet }) => {
      const cell = sheet.getRange(5, 5);
      return [cell.getBackground(), cell.getNumberFormat(), cell.getFontWeight()];
    },
  },
  {
    fact: 'A text finder with ^= over formula texts finds formulas, and text that begins with =',
    known: 'I',
    expected: ['A1', 'A2'],
    run: ({ sheet }) => {
      sheet.getRange('A1').setFormula('=B1');
      sheet.getRange('A2').setNumberFormat('@').setValue('=text');
      sheet.getRange('A3').setValue('no = sign in front');
      const finder = sheet.getRange('A1:A3').createTextFinder('^=');
      const found = finder.useRegularExpression(true).matchFormulaText(true).findAll();
      return found.map((range) => range.getA1Notation());
    },
  },
];
