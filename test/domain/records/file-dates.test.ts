import {
  bothReadings,
  dateColumn,
  hasShortYear,
  importedDate,
} from '../../../src/domain/records/import/file-dates.ts';

describe('the order of a column of dates', () => {
  test.each([
    ['a first number of 13 proves day first', ['13/12/2024'], 'dayFirst', [], false],
    ['a second number of 13 proves month first', ['12/13/2024'], 'monthFirst', [], false],
    ['both prove that it is mixed', ['13/12/2024', '12/13/2024'], null, [], true],
    ['12 and 11 read either way', ['12/11/2024', ' 12/11/2024 '], null, ['12/11/2024'], false],
    ['11 and 12 read either way', [' 11/12/2024 '], null, ['11/12/2024'], false],
    ['the same number twice reads one way', ['12/12/2024'], null, [], false],
    ['two numbers over 12 prove nothing', ['13/14/2024'], null, [], false],
    ['other texts prove nothing', ['x13/12/2024', '13/12/2024x', '13/12-2024'], null, [], false],
  ] as const)('%s', (_, texts, order, ambiguous, mixed) => {
    expect(dateColumn(texts, undefined)).toEqual({ order, ambiguous, mixed });
  });

  test('a chosen order goes before the proved one', () => {
    expect(dateColumn(['13/12/2024'], 'monthFirst').order).toBe('monthFirst');
  });
});

describe('one date of a file', () => {
  test.each([
    ['  ', null, { iso: '' }],
    ['03/04/2025', null, 'ambiguous'],
    ['03/04/2025', 'dayFirst', { iso: '2025-04-03' }],
    ['03/04/2025', 'monthFirst', { iso: '2025-03-04' }],
    ['13/04/2025', null, { iso: '2025-04-13' }],
    ['04/13/2025', null, { iso: '2025-04-13' }],
    ['04/13/2025', 'dayFirst', 'impossible'],
    ['13/04/2025', 'monthFirst', 'impossible'],
    ['13/13/2025', null, 'impossible'],
    ['04/04/2025', null, { iso: '2025-04-04' }],
    ['13/04/69', 'dayFirst', { iso: '2069-04-13' }],
    ['13/04/70', 'dayFirst', { iso: '1970-04-13' }],
    ['13/04/99', 'dayFirst', { iso: '1999-04-13' }],
    ['13/04/0024', 'dayFirst', 'impossible'],
    ['04/04/2025', 'dayFirst', { iso: '2025-04-04' }],
    ['13/04/00', 'dayFirst', { iso: '2000-04-13' }],
    ['2025-03-05 09:00:00.123+0200', null, { iso: '2025-03-05' }],
    [' 2025-03-05T09:00 ', null, { iso: '2025-03-05' }],
    ['x2025-03-05T09:00', null, 'impossible'],
    ['2025-03-05T09:00x', null, 'impossible'],
    ['Mar. 5 2025', null, { iso: '2025-03-05' }],
    [' 25 Dec 2025 ', null, { iso: '2025-12-25' }],
    ['14-Mar-25', null, { iso: '2025-03-14' }],
    ['31-Feb-25', null, 'impossible'],
    ['14-Mar-025', null, 'impossible'],
    ['\u200b', null, { iso: '' }],
    ['5-Mar, 2025', null, { iso: '2025-03-05' }],
    ['December 25, 2025', null, { iso: '2025-12-25' }],
    ['x March 5, 2025', null, 'impossible'],
    ['March 5, 2025 x', null, 'impossible'],
    ['Ma 5 2025', null, 'impossible'],
    ['x 5 Mar 2025', null, 'impossible'],
    ['5 Mar 2025 x', null, 'impossible'],
    ['31 April 2025', null, 'impossible'],
    ['5 Marsh 2025', null, 'impossible'],
  ] as const)('%s, order %s', (text, order, date) => {
    expect(importedDate(text, { order, ambiguous: [], mixed: false })).toEqual(date);
  });

  test.each([
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ])('%s is read and said by its name', (month) => {
    const at = new Date(`${month} 1, 2025 12:00`).getMonth() + 1;
    expect(importedDate(`1 ${month} 2025`, { order: null, ambiguous: [], mixed: false })).toEqual({
      iso: `2025-${String(at).padStart(2, '0')}-01`,
    });
    expect(bothReadings(`1/${at}/2025`).dayFirst).toBe(`1 ${month} 2025`);
    expect(bothReadings(`${at}/1/2025`).monthFirst).toBe(`${month} 1, 2025`);
  });

  test('what is no date is said as it stands in both readings', () => {
    expect(bothReadings('spring')).toEqual({ dayFirst: 'spring', monthFirst: 'spring' });
  });

  test.each([
    [' 1/2/24 ', true],
    ['1/2/2024', false],
    [' 14-Mar-25 ', true],
    ['14-Mar-2025', false],
    ['1/2/0024', false],
    ['spring', false],
  ])('%j has a year of two digits: %j', (text, short) => {
    expect(hasShortYear(text)).toBe(short);
  });
});
