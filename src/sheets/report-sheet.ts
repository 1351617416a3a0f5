import type { Report } from '../domain/reports.ts';
import type { Sheet, Spreadsheet } from './platform.ts';
import { findSheet } from './read-table.ts';

const TOP = 3;

/** Makes a report's sheet, or remakes it in place: one write of formats, one of values, one of its chart. */
export function writeReport(spreadsheet: Spreadsheet, report: Report, madeOn: string): void {
  const sheet = findSheet(spreadsheet, report.name) ?? newSheet(spreadsheet, report);
  const starts: number[] = [];
  let width = 0;
  for (const { headings } of report.tables) {
    starts.push(width);
    width += headings.length + 1;
  }
  width = Math.max(2, width - 1);
  const length = report.tables.reduce((max, table) => Math.max(max, table.rows.length), 0);
  const rows = Math.max(TOP + length, sheet.getLastRow());
  const columns = Math.max(width, sheet.getLastColumn());
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
  if (rows > sheet.getMaxRows()) sheet.insertRowsAfter(sheet.getMaxRows(), rows - sheet.getMaxRows());
  if (columns > sheet.getMaxColumns()) sheet.insertColumnsAfter(sheet.getMaxColumns(), columns - sheet.getMaxColumns());
  const range = sheet.getRange(1, 1, rows, columns);
  // Names and codes are data: plain text before they are written, so that none becomes a formula or a date.
  range.setNumberFormats(values.map((row) => row.map((value) => (typeof value === 'number' ? '0' : '@'))));
  range.setValues(values);
  drawChart(sheet, report, starts[starts.length - 1] ?? 0, width);
}

function newSheet(spreadsheet: Spreadsheet, report: Report): Sheet {
  const before = spreadsheet.getActiveSheet();
  const sheet = spreadsheet.insertSheet(report.name, spreadsheet.getNumSheets());
  sheet.getRange(1, 1, TOP, 26).setFontWeight('bold');
  sheet.setFrozenRows(TOP);
  spreadsheet.setActiveSheet(before);
  return sheet;
}

/** One chart a report, at the right of the tables. An existing one is moved to the new rows rather than added again. */
function drawChart(sheet: Sheet, report: Report, at: number, width: number): void {
  const table = report.tables[report.tables.length - 1];
  if (!report.chart || !table) return;
  const rows = Math.min(20, table.rows.length) + 1;
  const range = sheet.getRange(TOP, at + 1, rows, report.chart.series + 1);
  const standing = sheet.getCharts()[0];
  const chart = (standing ? standing.modify().clearRanges() : sheet.newChart())
    .setChartType(Charts.ChartType.BAR)
    .addRange(range)
    .setNumHeaders(1)
    .setPosition(TOP + 1, width + 2, 0, 0)
    .setOption('title', report.chart.title)
    .setOption('isStacked', report.chart.stacked)
    .build();
  if (standing) sheet.updateChart(chart);
  else sheet.insertChart(chart);
}
