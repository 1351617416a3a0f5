import { type Case, refuses, told } from '../case.ts';

const rule = (formula: string, range: GoogleAppsScript.Spreadsheet.Range) =>
  SpreadsheetApp.newConditionalFormatRule()
    .whenFormulaSatisfied(formula)
    .setBackground('#ff0000')
    .setRanges([range])
    .build();

/** Validation, conditional formats, protection, filters (platform facts, 8). */
export const rules: readonly Case[] = [
  {
    fact: 'requireCheckbox(1): 1 is ticked, blank is not, and ticking writes the number 1',
    known: 'D',
    expected: [true, false, 1, ''],
    run: ({ sheet }) => {
      const box = SpreadsheetApp.newDataValidation().requireCheckbox(1).build();
      sheet.getRange('A1:A2').setDataValidation(box);
      sheet.getRange('A1').check();
      const [first, second] = [sheet.getRange('A1'), sheet.getRange('A2')];
      return [first.isChecked(), second.isChecked(), told(first.getValue()), told(second.getValue())];
    },
  },
  {
    fact: 'A new validation rule warns: what it does not accept goes in',
    known: 'D',
    expected: [true, 'z'],
    run: ({ sheet }) => {
      const choice = SpreadsheetApp.newDataValidation().requireValueInList(['a', 'b']).build();
      const cell = sheet.getRange('A1').setDataValidation(choice).setValue('z');
      return [choice.getAllowInvalid(), told(cell.getValue())];
    },
  },
  {
    fact: 'A rejecting validation rule refuses what a script writes, and nothing of the block goes in',
    known: '?',
    expected: [true, '', ''],
    run: ({ sheet }) => {
      const strict = SpreadsheetApp.newDataValidation()
        .requireValueInList(['a', 'b'])
        .setAllowInvalid(false)
        .build();
      const range = sheet.getRange('A1:A2').setDataValidation(strict);
      const refused = refuses(() => {
        range.setValues([['a'], ['z']]);
        SpreadsheetApp.flush();
      });
      return [refused, ...range.getValues().map(([value]) => told(value))];
    },
  },
  {
    fact: 'A dropdown may take its choices from another sheet',
    known: 'I',
    expected: true,
    run: ({ sheet, another }) => {
      const source = another().getRange('A2:A10');
      const choice = SpreadsheetApp.newDataValidation().requireValueInRange(source, true).build();
      return !!sheet.getRange('A1').setDataValidation(choice).getDataValidation();
    },
  },
  {
    fact: 'A conditional format that names another sheet is refused, by its name or by a named range there',
    known: 'R',
    expected: [true, true],
    run: ({ spreadsheet, sheet, another }) => {
      const other = another();
      other.setName('Other for rules');
      spreadsheet.setNamedRange('SelfTestRange', other.getRange('A1:A5'));
      const refused = ["='Other for rules'!A1=1", '=COUNTIF(SelfTestRange, A1)>0'].map((formula) =>
        refuses(() => sheet.setConditionalFormatRules([rule(formula, sheet.getRange('A1'))])),
      );
      spreadsheet.removeNamedRange('SelfTestRange');
      return refused;
    },
  },
  {
    fact: 'Rules that are read and set again stay as they are, in their order; an own one is told by its formula',
    known: 'D',
    expected: ['=N("somebody")=0', '=N("Qualification Codes: problem")=0', 'A1:B2'],
    run: ({ sheet }) => {
      sheet.setConditionalFormatRules([rule('=N("somebody")=0', sheet.getRange('A1:B2'))]);
      const own = rule('=N("Qualification Codes: problem")=0', sheet.getRange('C3'));
      sheet.setConditionalFormatRules([...sheet.getConditionalFormatRules(), own]);
      const all = sheet.getConditionalFormatRules();
      const formulas = all.map((each) => String(each.getBooleanCondition()?.getCriteriaValues()[0]));
      return [...formulas, all[0]?.getRanges()[0]?.getA1Notation() ?? ''];
    },
  },
  {
    fact: 'Conditional formats follow inserted rows',
    known: 'I',
    expected: 'A7:B8',
    run: ({ sheet }) => {
      sheet.setConditionalFormatRules([rule('=TRUE', sheet.getRange('A5:B6'))]);
      sheet.insertRowsBefore(3, 2);
      return sheet.getConditionalFormatRules()[0]?.getRanges()[0]?.getA1Notation() ?? '';
    },
  },
  {
    fact: 'A warning-only protection stops no script; its owner may edit it',
    known: 'D',
    expected: ['written', true, true],
    run: ({ sheet }) => {
      const protection = sheet.getRange('A1:C1').protect().setDescription('Self-test').setWarningOnly(true);
      const cell = sheet.getRange('A1').setValue('written');
      return [told(cell.getValue()), protection.isWarningOnly(), protection.canEdit()];
    },
  },
  {
    fact: 'The range of a protected sheet has no A1 text; a protected range is found again by its description',
    known: 'R',
    expected: ['', 'Self-test'],
    run: ({ sheet }) => {
      const whole = sheet.protect();
      sheet.getRange('A1').protect().setDescription('Self-test');
      const found = sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE);
      return [whole.getRange().getA1Notation(), found[0]?.getDescription() ?? ''];
    },
  },
  {
    fact: 'A filter hides rows by the values that are shown',
    known: 'D',
    expected: [true, false],
    run: ({ sheet }) => {
      const filter = sheet
        .getRange('A1:A3')
        .setValues([['Code'], ['x'], ['y']])
        .createFilter();
      filter.setColumnFilterCriteria(1, SpreadsheetApp.newFilterCriteria().setHiddenValues(['x']).build());
      SpreadsheetApp.flush();
      return [sheet.isRowHiddenByFilter(2), sheet.isRowHiddenByFilter(3)];
    },
  },
];
