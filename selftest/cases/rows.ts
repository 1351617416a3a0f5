import { type Case, refuses, type Seen, type Sheet, told } from '../case.ts';

/** Three rows whose first column sorts them the other way round. */
function three(sheet: Sheet): GoogleAppsScript.Spreadsheet.Range {
  return sheet.getRange('A1:B3').setValues([
    [3, 'c'],
    [2, 'b'],
    [1, 'a'],
  ]);
}

const column = (values: readonly (readonly unknown[])[]): Seen[] => values.map(([value]) => told(value));

/** What moves with rows, and what stays (platform facts, 5). */
export const rows: readonly Case[] = [
  {
    fact: 'sort carries notes along',
    known: 'I',
    expected: ['', '', 'of c'],
    run: ({ sheet }) => {
      const range = three(sheet);
      sheet.getRange('B1').setNote('of c');
      range.sort(1);
      return column(sheet.getRange('B1:B3').getNotes());
    },
  },
  {
    fact: 'sort carries number formats and colours along',
    known: 'I',
    expected: ['0.00', '#ff0000', 'General', '#ffffff'],
    run: ({ sheet }) => {
      const range = three(sheet);
      sheet.getRange('B1').setNumberFormat('0.00').setBackground('#ff0000');
      range.sort(1);
      const [now, before] = [sheet.getRange('B3'), sheet.getRange('B1')];
      return [now.getNumberFormat(), now.getBackground(), before.getNumberFormat(), before.getBackground()];
    },
  },
  {
    fact: 'sort carries data validation along',
    known: 'I',
    expected: [false, false, true],
    run: ({ sheet }) => {
      const range = three(sheet);
      sheet.getRange('B1').setDataValidation(SpreadsheetApp.newDataValidation().requireCheckbox(1).build());
      range.sort(1);
      return sheet
        .getRange('B1:B3')
        .getDataValidations()
        .map(([rule]) => !!rule);
    },
  },
  {
    fact: 'sort moves the rows that somebody has hidden, and the place stays hidden, not the row',
    known: '?',
    expected: [['a', 'b', 'c'], true, false],
    run: ({ sheet }) => {
      const range = three(sheet);
      sheet.hideRows(1);
      range.sort(1);
      return [
        column(sheet.getRange('B1:B3').getValues()),
        sheet.isRowHiddenByUser(1),
        sheet.isRowHiddenByUser(3),
      ];
    },
  },
  {
    fact: 'sort moves the rows that a filter hides like all others',
    known: '?',
    expected: ['Letter', 'a', 'b', 'c'],
    run: ({ sheet }) => {
      const values = [
        ['Key', 'Letter'],
        [3, 'c'],
        [2, 'b'],
        [1, 'a'],
      ];
      const filter = sheet.getRange('A1:B4').setValues(values).createFilter();
      filter.setColumnFilterCriteria(2, SpreadsheetApp.newFilterCriteria().setHiddenValues(['c']).build());
      sheet.getRange('A2:B4').sort(1);
      filter.remove();
      return column(sheet.getRange('B1:B4').getValues());
    },
  },
  {
    fact: 'sort keeps equal rows in their order',
    known: 'I',
    expected: ['x', 'y', 'z'],
    run: ({ sheet }) => {
      const range = sheet.getRange('A1:B3').setValues([
        [1, 'x'],
        [1, 'y'],
        [1, 'z'],
      ]);
      range.sort(1);
      return column(sheet.getRange('B1:B3').getValues());
    },
  },
  {
    fact: 'sort is refused over merged cells, and nothing has moved',
    known: 'I',
    expected: [true, 'c'],
    run: ({ sheet }) => {
      const range = three(sheet);
      sheet.getRange('C1:D1').merge();
      const refused = refuses(() => sheet.getRange('A1:D3').sort(1));
      return [refused, told(range.getCell(1, 2).getValue())];
    },
  },
  {
    fact: 'A formula about its own row is about its own row again after a sort there and one back',
    known: 'I',
    expected: '=A1*2',
    run: ({ sheet }) => {
      three(sheet);
      sheet.getRange('C1').setFormula('=A1*2');
      sheet.getRange('D1:D3').setValues([[0], [1], [2]]);
      sheet.getRange('A1:D3').sort(1);
      sheet.getRange('A1:D3').sort(4);
      return sheet.getRange('C1').getFormula();
    },
  },
  {
    fact: 'Deleting every row below the frozen ones is refused',
    known: 'R',
    expected: true,
    run: ({ sheet }) => {
      sheet.setFrozenRows(1);
      return refuses(() => sheet.deleteRows(2, sheet.getMaxRows() - 1));
    },
  },
  {
    fact: 'deleteRows makes the sheet shorter; a range past its end is refused',
    known: 'R',
    expected: [10, true],
    run: ({ sheet }) => {
      const before = sheet.getMaxRows();
      sheet.deleteRows(2, 10);
      return [before - sheet.getMaxRows(), refuses(() => sheet.getRange(before, 1).getValue())];
    },
  },
  {
    fact: 'deleteRows leaves notes, formats and validation with the rows that stay',
    known: 'R',
    expected: ['a', 'of a', '0.00', true],
    run: ({ sheet }) => {
      three(sheet);
      const rule = SpreadsheetApp.newDataValidation().requireCheckbox(1).build();
      sheet.getRange('B3').setNote('of a').setNumberFormat('0.00').setDataValidation(rule);
      sheet.deleteRows(1, 2);
      const cell = sheet.getRange('B1');
      return [told(cell.getValue()), cell.getNote(), cell.getNumberFormat(), !!cell.getDataValidation()];
    },
  },
  {
    fact: 'Rows inserted after a row carry its plain-text format and its validation',
    known: 'R',
    expected: ['@', true],
    run: ({ sheet }) => {
      const rule = SpreadsheetApp.newDataValidation().requireCheckbox(1).build();
      sheet.getRange('A2').setNumberFormat('@').setDataValidation(rule);
      sheet.insertRowsAfter(2, 3);
      return [sheet.getRange('A4').getNumberFormat(), !!sheet.getRange('A4').getDataValidation()];
    },
  },
  {
    fact: 'getLastRow counts FALSE boxes, and neither formats, notes, validation nor unticked boxes of requireCheckbox(1)',
    known: 'R',
    expected: [5, 0],
    run: ({ sheet, another }) => {
      sheet.getRange('A1:A5').insertCheckboxes();
      const other = another();
      const rule = SpreadsheetApp.newDataValidation().requireCheckbox(1).build();
      other.getRange('A1:A5').setDataValidation(rule).setNumberFormat('@').setNote('n');
      return [sheet.getLastRow(), other.getLastRow()];
    },
  },
  {
    fact: 'A new sheet has 1,000 rows and 26 columns, is the active one, and stands where it was asked to',
    known: 'I',
    expected: [1000, 26, true, true],
    run: ({ spreadsheet, another }) => {
      const sheet = another();
      return [
        sheet.getMaxRows(),
        sheet.getMaxColumns(),
        spreadsheet.getActiveSheet().getSheetId() === sheet.getSheetId(),
        sheet.getIndex() === spreadsheet.getNumSheets(),
      ];
    },
  },
  {
    fact: 'Whole columns can be named (C:D) and cleared, and what is beside them stays',
    known: 'D',
    expected: [2, 'c'],
    run: ({ sheet }) => {
      three(sheet);
      sheet.getRange('C1:D3').setValue('helper');
      sheet.getRange('C:D').clear();
      return [sheet.getLastColumn(), told(sheet.getRange('B1').getValue())];
    },
  },
];
