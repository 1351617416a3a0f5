// What people would run instead, as a script bound to the same workbook: sheetquery as it comes from npm, and the plain
// loops of most answers on the web. A few rules, one sheet, no copy first, no undo.
import { sheetQuery } from 'sheetquery';

type Row = Readonly<Record<string, unknown>>;

const TYPES = ['training record', 'learning path', 'e-learning'];

export function deleteBySheetQuery(): void {
  sheetQuery(SpreadsheetApp.getActiveSpreadsheet())
    .from('Records')
    .where((row) => String(row['Delete?']) === '1')
    .deleteRows();
}

export function deleteByLoop(): void {
  const sheet = records();
  const column = headings(sheet).indexOf('Delete?') + 1;
  const flags = sheet.getRange(1, column, sheet.getLastRow(), 1).getValues();
  for (let i = flags.length - 1; i > 0; i--) if (String(flags[i]?.[0]) === '1') sheet.deleteRow(i + 1);
}

export function checkBySheetQuery(): string {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const codes = sheetQuery(spreadsheet).from('Codes').getRows();
  const rows = sheetQuery(spreadsheet).from('Records').getRows().slice(1);
  return JSON.stringify(judge(new Set(codes.map((row) => keyOf(row.Code))), rows));
}

export function checkByLoop(): string {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const codes = spreadsheet.getSheetByName('Codes') as GoogleAppsScript.Spreadsheet.Sheet;
  const live = new Set<string>();
  for (let row = 2; row <= codes.getLastRow(); row++) live.add(keyOf(codes.getRange(row, 1).getValue()));
  const sheet = records();
  const names = headings(sheet);
  const wanted = ['Name', 'Record Type', 'Completion Date', 'Qualification Code', 'Delete?'];
  const rows: Row[] = [];
  for (let row = 2, last = sheet.getLastRow(); row <= last; row++) {
    const cellOf = (name: string) => sheet.getRange(row, names.indexOf(name) + 1).getValue();
    rows.push(Object.fromEntries(wanted.map((name) => [name, cellOf(name)])));
  }
  return JSON.stringify(judge(live, rows));
}

/** How many findings of five kinds. */
function judge(live: ReadonlySet<string>, rows: readonly Row[]): Record<string, number> {
  const found: Record<string, number> = {};
  const report = (rule: string): void => {
    found[rule] = (found[rule] ?? 0) + 1;
  };
  const unknown = new Set<string>();
  for (const row of rows) {
    const text = (heading: string): string => String(row[heading] ?? '').trim();
    const type = text('Record Type').toLowerCase();
    if (text('Name') === '') report('record-name-missing');
    if (type !== '' && !TYPES.includes(type)) report('record-type-unknown');
    if (!/^(?:1|0|true|false|)$/i.test(text('Delete?'))) report('record-delete-value');
    const date = row['Completion Date'];
    if (typeof date === 'string' && date !== '') report('record-date-invalid');
    const key = keyOf(row['Qualification Code']);
    if (key === '' || live.has(key) || unknown.has(key)) continue;
    unknown.add(key);
    report('record-unknown-code');
  }
  return found;
}

function keyOf(code: unknown): string {
  return String(code ?? '')
    .trim()
    .toLowerCase();
}

function records(): GoogleAppsScript.Spreadsheet.Sheet {
  return SpreadsheetApp.getActiveSpreadsheet().getSheetByName(
    'Records',
  ) as GoogleAppsScript.Spreadsheet.Sheet;
}

function headings(sheet: GoogleAppsScript.Spreadsheet.Sheet): string[] {
  return (sheet.getRange(1, 1, 1, sheet.getLastColumn()).getValues()[0] ?? []).map(String);
}
