import { isConverted } from '../../src/domain/converted-text.ts';

describe('what a spreadsheet program makes of a text', () => {
  test.each([
    // As LibreOffice Calc and Excel write them after opening and saving a CSV.
    ['0012', '12'],
    ['007', '7'],
    ['1E5', '100000'],
    ['1E5', '1.00E+05'],
    ['3e-2', '0.03'],
    ['1,000', '1000'],
    ['1.50', '1.5'],
    ['+3.2', '3.2'],
    ['12345678901234567890', '1.23456789012346E+019'],
    ['12345678901234567890', '1.23457E+19'],
    ['MAR1', '01-Mar'],
    ['MAR1', '1-Mar'],
    ['JAN2020', 'Jan-20'],
    ['1-2', '02-Jan'],
    ['1/2', '01/02/2026'],
    ['SEP 1', '09/01/2026'],
    ['2-2025', 'Feb-25'],
    ['12:30', '12:30:00'],
    ['12:30', '12:30:00 PM'],
    ['3pm', '3:00 PM'],
    ['true', 'TRUE'],
  ])('%s comes back as %s', (before, after) => {
    expect(isConverted(before, after)).toBe(true);
  });

  test.each([
    ['0012', '0012'],
    ['0012', '13'],
    ['0012', ''],
    ['101', '102'],
    ['CPR', 'CPRX'],
    ['1-2', '2-1'],
    ['MAR1', 'MAR2'],
    ['MAR1', 'APR1'],
    ['1E5', '1E6'],
    ['12:30', '12:31:00'],
    ['12', '0012'],
    ['true', 'FALSE'],
    ['=X', 'X'],
    ['', '0'],
  ])('%j never comes back as %j', (before, after) => {
    expect(isConverted(before, after)).toBe(false);
  });
});
