import { SHEET_NAMES } from '../domain/layout.ts';
import type { Report } from '../domain/reports/report.ts';
import { richText, rowLink } from './links.ts';
import { noteMade } from './made-sheets.ts';
import { attempt, columnLetters, makeRoom, type Sheet, type Spreadsheet } from './platform.ts';
import { findSheet } from './read-table.ts';
import { setCells } from './set-cells.ts';

const TOP = 3;
/** The chart draws as many rows as can be read in it. */
const CHART_ROWS = 20;
/** Rows of a table that lead somewhere: a link is four calls of the library, if local ones. */
const LINKED = 200;

/** Whether a sheet of people's own stands under the report's name: all of it would be written over. */
export function isTaken(spreadsheet: Spreadsheet, { name }: Report): boolean {
  const sheet = findSheet(spreadsheet, name);
  // Three frozen rows are as good as a name, and cost no call.
  if (!sheet?.getLastRow() || sheet.getFrozenRows() === TOP) return false;
  return !String(sheet.getRange(1, 1).getValue()).startsWith(name);
}

/** By how many cells the file grows when a report's sheet is made, or remade in place. */
export function cellsToCome(spreadsheet: Spreadsheet, report: Report): number {
  const sheet = findSheet(spreadsheet, report.name);
  // A new sheet has 1,000 rows of 26 columns, as all have seen and nobody has written down.
  const [height, width] = sheet ? [sheet.getMaxRows(), sheet.getMaxColumns()] : [1_000, 26];
  const { rows, columns } = sizeOf(report);
  return Math.max(rows, height) * Math.max(columns, width) - (sheet ? height * width : 0);
}

/** Tables stand side by side, a blank column between two. */
function sizeOf({ tables }: Report): { rows: number; columns: number } {
  return {
    rows: TOP + tables.reduce((most, table) => Math.max(most, table.rows.length), 0),
    columns: Math.max(
      2,
      tables.reduce((sum, { headings }) => sum + headings.length + 1, -1),
    ),
  };
}

/** Makes a report's sheet, or remakes it in place in one write: what the last making left below is emptied by it. */
export function writeReport(spreadsheet: Spreadsheet, report: Report, madeOn: string): void {
  const starts: number[] = [];
  let start = 0;
  for (const { headings } of report.tables) {
    starts.push(start);
    start += headings.length + 1;
  }
  const size = sizeOf(report);
  const found = findSheet(spreadsheet, report.name);
  // A run that was stopped while it made the sheet leaves it empty: what it shows is written last.
  const sheet = found && found.getLastRow() > 0 ? found : newSheet(spreadsheet, report, size.columns, found);
  const rows = Math.max(size.rows, sheet.getLastRow());
  const columns = Math.max(size.columns, sheet.getLastColumn());
  const values = Array.from({ length: rows }, () => new Array<string | number>(columns).fill(''));
  const put = (row: number, column: number, value: string | number): void => {
    const line = values[row];
    if (line) line[column] = value;
  };
  put(0, 0, `${report.name}, made on ${madeOn.replace('T', ' ')}`);
  put(1, 0, report.about);
  report.tables.forEach((table, t) => {
    const at = starts[t] ?? 0;
    table.headings.forEach((heading, c) => {
      put(TOP - 1, at + c, heading);
    });
    table.rows.forEach((row, r) => {
      row.forEach((value, c) => {
        put(TOP + r, at + c, value);
      });
    });
  });
  // Rows and columns added to a sheet do not always carry its formats.
  if (makeRoom(sheet, rows, columns)) setFormats(sheet, report);
  setCells(sheet.getRange(1, 1, rows, columns), values);
  report.tables.forEach((table, t) => {
    attempt(() => linkRows(spreadsheet, sheet, table, (starts[t] ?? 0) + 1));
  });
}

/** The first cells lead to the rows they speak of, as those stand now; so many that making them stays cheap. */
function linkRows(
  spreadsheet: Spreadsheet,
  sheet: Sheet,
  { rows, leads }: Report['tables'][number],
  column: number,
): void {
  const target = leads && rows.length > 0 ? findSheet(spreadsheet, SHEET_NAMES[leads.sheet]) : null;
  if (!leads || !target) return;
  const linked = rows.slice(0, LINKED).map(([text = ''], r) => {
    const row = leads.rows[r] ?? 0;
    return [richText(String(text), row === 0 ? undefined : rowLink(target, row))];
  });
  sheet.getRange(TOP + 1, column, linked.length, 1).setRichTextValues(linked);
}

/**
 * Formats and the chart are made once, with the sheet: names and codes are data, so everything is plain text but the
 * columns of numbers, and the chart always draws the same cells.
 */
function newSheet(spreadsheet: Spreadsheet, report: Report, width: number, begun: Sheet | null): Sheet {
  const before = spreadsheet.getActiveSheet();
  const sheet = begun ?? spreadsheet.insertSheet(report.name, spreadsheet.getNumSheets());
  noteMade(report.name);
  // The chart stands beside the table and takes the cells of its first rows, filled or not.
  makeRoom(sheet, TOP + CHART_ROWS, width + 2);
  setFormats(sheet, report);
  attempt(() => sheet.getRange(1, 1, TOP, width).setFontWeight('bold'));
  attempt(() => sheet.setFrozenRows(TOP));
  const { chart } = report;
  if (chart && !begun?.getCharts().length) attempt(() => insertChart(sheet, chart, width));
  attempt(() => spreadsheet.setActiveSheet(before));
  return sheet;
}

function setFormats(sheet: Sheet, report: Report): void {
  sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns()).setNumberFormat('@');
  const numbers = numberColumns(report).map((column) => `${columnLetters(column)}:${columnLetters(column)}`);
  if (numbers.length > 0) sheet.getRangeList(numbers).setNumberFormat('0');
}

function numberColumns(report: Report): number[] {
  const columns: number[] = [];
  let at = 1;
  for (const { headings, rows } of report.tables) {
    headings.forEach((_, c) => {
      if (typeof rows[0]?.[c] === 'number') columns.push(at + c);
    });
    at += headings.length + 1;
  }
  return columns;
}

function insertChart(
  sheet: Sheet,
  { title, series, stacked }: NonNullable<Report['chart']>,
  width: number,
): void {
  const chart = sheet
    .newChart()
    .setChartType(Charts.ChartType.BAR)
    .addRange(sheet.getRange(TOP, 1, CHART_ROWS + 1, series + 1))
    .setNumHeaders(1)
    .setPosition(TOP + 1, width + 2, 0, 0)
    .setOption('title', title)
    .setOption('isStacked', stacked)
    .build();
  sheet.insertChart(chart);
}
