import fc from 'fast-check';
import {
  addDays,
  addMonths,
  dateOf,
  daysInMonth,
  isLeapYear,
  isRealDate,
  parseIso,
  readableDate,
  toIso,
} from '../../src/domain/plain-date.ts';

test.each([
  [2024, true],
  [2025, false],
  [1900, false],
  [2100, false],
  [2000, true],
])('%i is a leap year: %s', (year, leap) => {
  expect(isLeapYear(year)).toBe(leap);
  expect(daysInMonth(year, 2)).toBe(leap ? 29 : 28);
  expect(daysInMonth(year, 1)).toBe(31);
  expect(daysInMonth(year, 4)).toBe(30);
  expect(daysInMonth(year, 12)).toBe(31);
});

test.each([
  [2025, 1, 1, true],
  [2025, 12, 31, true],
  [2025, 0, 1, false],
  [2025, 13, 1, false],
  [2025, 1, 0, false],
  [2025, 1, 32, false],
  [2025, 4, 31, false],
  [1000, 1, 1, true],
  [999, 12, 31, false],
  [9999, 12, 31, true],
  [10_000, 1, 1, false],
])('%i-%i-%i is a date: %s', (year, month, day, real) => {
  expect(isRealDate(year, month, day)).toBe(real);
});

test.each(['x2025-01-02', '2025-01-02x', ' 2025-01-02', '2025-01-02\n', '25-01-02', '2025/01/02', ''])(
  '%j is no ISO date',
  (text) => {
    expect(parseIso(text)).toBeNull();
  },
);

test('a date is written with two digits of month and day', () => {
  expect([toIso(2025, 9, 9), toIso(2025, 10, 10)]).toEqual(['2025-09-09', '2025-10-10']);
});

test('months go back as they go on, over the turn of a year too', () => {
  expect(addMonths('2025-01-31', -2)).toBe('2024-11-30');
  expect(addMonths('2025-03-15', -15)).toBe('2023-12-15');
  expect(addMonths('2025-12-31', 2)).toBe('2026-02-28');
  expect(addMonths('2025-05-05', 0)).toBe('2025-05-05');
});

test.each([99_999, Number.POSITIVE_INFINITY])(
  '%i months on is still a date that compares as one',
  (months) => {
    expect(addMonths('2025-02-03', months)).toBe('9999-12-03');
    expect(addMonths('9999-01-31', 11)).toBe('9999-12-31');
  },
);

test.each([
  ['2023-12-31', 1, '2024-01-01'],
  ['2024-02-28', 1, '2024-02-29'],
  ['2024-02-29', 1, '2024-03-01'],
  ['2023-03-01', -1, '2023-02-28'],
  ['1999-12-31', 366, '2000-12-31'],
  ['2000-02-29', 146_097, '2400-02-29'],
  ['2000-03-01', -1, '2000-02-29'],
])('%s and %i days is %s', (day, days, then) => {
  expect(addDays(day, days)).toBe(then);
});

test('the last and the first day of every month of four centuries are a day apart', () => {
  for (let month = 0; month < 4_800; month++) {
    const first = addMonths('1900-01-01', month);
    const [year, number] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))];
    expect(addDays(first, -1)).toBe(
      new Date(Date.UTC(year, number - 1, 1) - 86_400_000).toISOString().slice(0, 10),
    );
  }
});

test('a cell with a time and no day is no date, and tells the time', () => {
  expect(dateOf({ iso: '1899-12-30T07:15:00' })).toEqual({ ok: false, text: '07:15:00' });
  expect(dateOf({ iso: '1899-12-30' })).toEqual({ ok: false, text: '1899-12-30' });
  expect(dateOf({ iso: '1900-01-01' })).toEqual({ ok: true, iso: '1900-01-01' });
});

test('spaces around a date do not count; a number or a tick is none', () => {
  expect(dateOf(' 2025-03-04 ')).toEqual({ ok: true, iso: '2025-03-04' });
  expect(dateOf(20_250_304)).toEqual({ ok: false, text: '20250304' });
  expect(dateOf(true)).toEqual({ ok: false, text: 'TRUE' });
  expect(dateOf('\u200b')).toEqual({ ok: true, iso: '' });
});

test.each([
  ['2024/3/5', '2024-03-05'],
  [' 2024 03 05 ', '2024-03-05'],
  ['2024.12.31', '2024-12-31'],
  ['2024/3/5 10:00', '2024-03-05'],
  ['2024/3/5 10:00:30', '2024-03-05'],
  ['2024-03-05T10:00:59.123', '2024-03-05'],
  ['2024-03-05', null],
  ['2024/3/5 10:00Z', null],
  ['2024/3/5 10', null],
  ['x2024/3/5', null],
  ['2024/3/5x', null],
  ['2024/2/30', null],
  ['24/3/5', null],
])('%j put right is %j', (text, iso) => {
  expect(readableDate(text)).toBe(iso);
});

test('whatever is read as a date stays what it is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 9999 }), fc.nat(13), fc.nat(32), (year, month, day) => {
      const text = toIso(year, month, day);
      expect(parseIso(text)).toBe(isRealDate(year, month, day) ? text : null);
    }),
  );
});
