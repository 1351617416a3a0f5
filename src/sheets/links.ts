import type { Sheet } from './platform.ts';

/**
 * A link to a row of a sheet of this spreadsheet. The address is fixed text: it does not follow the row when rows move
 * (platform facts, 8), so links are made anew by every check.
 */
export function rowLink(sheet: Sheet, row: number): string {
  return `#gid=${sheet.getSheetId()}&range=${row}:${row}`;
}

/** Text as rich text: never parsed as a number, date or formula, whatever it begins with. */
export function richText(text: string, link?: string): GoogleAppsScript.Spreadsheet.RichTextValue {
  const builder = SpreadsheetApp.newRichTextValue().setText(text);
  return (link === undefined || text === '' ? builder : builder.setLinkUrl(link)).build();
}
