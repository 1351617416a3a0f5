import { unsafeBecause } from '../../src/domain/spreadsheet-safe.ts';

const MONTHS =
  'jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov november dec december';

describe('a code that a spreadsheet changes', () => {
  test.each(
    [
      [
        'formula',
        '=X',
        '+X',
        '-X',
        '@X',
        ' =X',
        '=',
        '-',
        '\tA',
        '\rA',
        '\t101',
        '+1-2',
        '-1x',
        '+%',
        '-.',
        '+1e5',
        '-1e5',
      ],
      ['apostrophe', "'", "'101", " '101"],
      ['boolean', 'true', 'FALSE', ' True '],
      ['leading-zeros', '00', '0012', '+012', '-012', '01.', '01.5', '01,5', '012.50'],
      ['exponent', '1E5', '1e5', '12.5E3', '1.e5', '.5e3', '1E+5', '1E-15'],
      [
        'long-number',
        '1234567890123456',
        '+1234567890123456',
        '12345678.90123456',
        '123456789012345.6',
        '12345678901234567',
      ],
      ['percent', '5%', '5 %', '5.5%', '1,5%', '+5%', '-5%', '05%'],
      ['currency', '$5', '$ 5', '€5', '£5', '¥5', '$-5', '$+5', '5$', '5 €', '5.50£', '1,000¥'],
      [
        'time',
        '1:30',
        '12:30',
        '123:30',
        '12:5',
        '1:30:15',
        '1:30:5',
        '1:30:15.25',
        '1:30 pm',
        '1:30AM',
        '1:30p',
        '3pm',
        '12 AM',
      ],
      [
        'number',
        '1,000',
        '12,345,678',
        '1,000.5',
        '+5',
        '+5.5',
        '1.50',
        '.50',
        '-1.0',
        '.5',
        '-.5',
        '5.',
        '-5.',
        '(5)',
        '(1,000.5)',
      ],
    ].map(([reason = '', ...codes]) => ({ reason, codes })),
  )('is told as $reason', ({ reason, codes }) => {
    expect(codes.map((code) => [code, unsafeBecause(code)])).toEqual(codes.map((code) => [code, reason]));
  });

  test.each(MONTHS.split(' '))('%s with a number ahead or behind is a date', (month) => {
    const codes = [`${month}1`, `1${month}`, `${month.toUpperCase()} 2025`, `12-${month}`, `${month}. 3`];
    const whole = [`${month} 1, 2025`, `${month}1/25`, `1-${month}-2025`, `2025${month}1`, `1 ${month}`];
    expect([...codes, ...whole].map(unsafeBecause)).toEqual(Array(10).fill('date'));
  });

  test.each(
    [
      ['a day and a month', '1-2', '31/12', '12/31', '1.2', '1.5', '31.1'],
      ['a month and a year behind', '3-2025', '12/2025', '3-45', '1-99'],
      ['a year ahead and a month', '2025-03', '2025/12', '2025.1'],
      ['a whole date, day first', '31-12-2025', '31/12/25', '31.1.2025'],
      ['a whole date, month first', '12-31-2025', '12/31/25', '1.31.2025'],
      ['a whole date, year first', '2025-12-31', '2025/1/1', '25-12-31', '0099.12.31', '45-1-2'],
      ['a date with a time', '2025-12-31 10:30', '2025-12-31T10:30:15', '1/2 3:30 pm'],
    ].map(([what = '', ...codes]) => ({ what, codes })),
  )('$what is a date', ({ codes }) => {
    expect(codes.map((code) => [code, unsafeBecause(code)])).toEqual(codes.map((code) => [code, 'date']));
  });
});

describe('a code that a spreadsheet leaves alone', () => {
  test.each(
    [
      ['plain numbers', '', '0', '101', '-5', '-12', '0.5', '-1.25', '123456789012345', '12345678901234.5'],
      ['a boolean with more around it', 'xtrue', 'true1', 'falsey', 'a false'],
      ['an apostrophe further on', "A'B", "1'"],
      ['zeros with more around them', 'A0012', '0012A', '0', '01.5x', '01,5 x', '01-x'],
      ['an exponent with more around it', 'X1E5', '1E5X', '1E', 'E5', '1E5.5', '.e5', '1EE5', '1 E5'],
      ['long digits with more around them', 'A1234567890123456', '1234567890123456A', '123456789012345'],
      ['a percentage with more around it', 'A5%', '5%A', '%', '5%%', 'A %'],
      ['money with more around it', 'A$5', '$5A', '$', '5$A', 'A5$', '$5 5', '€', '5₿'],
      [
        'a time with more around it',
        'A1:30',
        '1:30A5',
        '1:60x',
        '1234:30',
        '1:30:15.',
        '1:300',
        'A3pm',
        '3pmx',
        '123pm',
        '3xm',
        '1:30xm',
      ],
      [
        'a month with more around it',
        'XMAR1',
        'MAR1X',
        'MAR',
        '1MARX',
        'MARS1',
        'MAR12345',
        '12345MAR',
        'MAR-X',
        'MA1',
        'XMAY 1, 2025',
        'MAY 1, 2025X',
        'MAY 123, 2025',
        'X1-MAY-2025',
        '1-MAY-2025X',
        '1-MAY-20255',
        'SEPTE1',
      ],
      ['grouping with more around it', 'A1,000', '1,000A', '1,00', '1000,000', '1,0000', ',000', '1,000.'],
      [
        'other numbers with more around them',
        'A.5',
        '.5A',
        'A5.',
        '5.A',
        '1.50A',
        'A1.50',
        'A(5)',
        '(5)A',
        '(5',
        '5)',
        '()',
        '(A)',
      ],
      [
        'numbers with hyphens that are no date',
        '1-2-3-4',
        'A1-2',
        '1-2A',
        '13-32',
        '32-13',
        '0-0',
        '1-2/2025',
        '12345-1',
        '1-12345',
        '1_2',
      ],
      [
        'a year of three digits',
        '123-1',
        '1-123',
        '123-1-1',
        '1.2025',
        '13-2025',
        '2025-13',
        '2025-123',
        '0-45',
      ],
      [
        'no day or month of a whole date',
        '2025-13-32',
        '2025-1-32',
        '2025-0-1',
        '2025-1-0',
        '2025-1-2025',
        '32-13-2025',
        '1-123-2025',
        '123-1-2',
        '32-32-1',
        '13-13-2025',
        '32-1-2025',
        '45-13-2',
      ],
    ].map(([what = '', ...codes]) => ({ what, codes })),
  )('$what', ({ codes }) => {
    expect(codes.map((code) => [code, unsafeBecause(code)])).toEqual(codes.map((code) => [code, null]));
  });
});
