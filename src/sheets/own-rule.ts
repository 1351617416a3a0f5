import { attempt, type Sheet } from './platform.ts';

/**
 * A conditional-format rule that the add-on owns. Its formula is always true and carries a name that tells it again;
 * what it colours are its ranges, which follow inserted rows. Nobody's own colours or rules are touched.
 */
export interface OwnRule {
  readonly name: string;
  readonly background: string;
  readonly fontColor?: string;
  /** A rule with very many ranges is slow to draw: beyond this the rest goes without. */
  readonly most: number;
}

export const PROBLEM_MARKS: OwnRule = {
  name: 'Qualification Codes: problem',
  background: '#fce8e6',
  most: 500,
};
export const CODES_IN_USE: OwnRule = {
  name: 'Qualification Codes: in use',
  background: '#d3e3fd',
  most: 5_000,
};

/**
 * Puts the rule on exactly these A1 ranges, or takes it off when there are none. `setConditionalFormatRules` replaces all
 * rules of the sheet, so everyone else's are read and kept, in their order. Returns whether anything was written.
 */
export function setOwnRule(sheet: Sheet, rule: OwnRule, addresses: readonly string[]): boolean {
  const rules = sheet.getConditionalFormatRules();
  const others = rules.filter((each) => !isOwn(each, rule));
  if (addresses.length === 0 && others.length === rules.length) return false;
  if (addresses.length > 0) {
    const builder = SpreadsheetApp.newConditionalFormatRule()
      .whenFormulaSatisfied(formula(rule))
      .setBackground(rule.background)
      .setRanges(sheet.getRangeList(addresses.slice(0, rule.most)).getRanges());
    if (rule.fontColor) builder.setFontColor(rule.fontColor);
    others.push(builder.build());
  }
  sheet.setConditionalFormatRules(others);
  return true;
}

export function hasOwnRule(sheet: Sheet, rule: OwnRule): boolean {
  return attempt(() => sheet.getConditionalFormatRules().some((each) => isOwn(each, rule))) ?? false;
}

/** `N("text")` is 0 for any text: the formula is true everywhere and names its owner. */
function formula(rule: OwnRule): string {
  return `=N("${rule.name}")=0`;
}

function isOwn(rule: GoogleAppsScript.Spreadsheet.ConditionalFormatRule, own: OwnRule): boolean {
  const values = rule.getBooleanCondition()?.getCriteriaValues() ?? [];
  return values.some((value) => typeof value === 'string' && value.includes(`"${own.name}"`));
}
