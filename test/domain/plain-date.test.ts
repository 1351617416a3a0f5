import fc from 'fast-check';
import { addDays, addMonths, dateOf, parseIso, readableDate } from '../../src/domain/plain-date.ts';
import { dateColumn, importedDate } from '../../src/domain/records/import/file-dates.ts';

const days = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('only real dates are dates', () => {
  expect(['2024-02-29', '2025-02-29', '2025-04-31', '2025-4-3', '2025-13-01'].map(parseIso)).toEqual([
    '2024-02-29',
    null,
    null,
    null,
    null,
  ]);
});

test('a month on is the same day, or the month’s last where that day is missing', () => {
  expect(addMonths('2025-01-31', 1)).toBe('2025-02-28');
  expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
  expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
  expect(addMonths('2025-11-15', 14)).toBe('2027-01-15');
});

test('days add up as the calendar has them', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -40_000, max: 40_000 }), (day, n) => {
      const expected = new Date(Date.parse(`${day}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10);
      expect(addDays(day, n)).toBe(expected);
    }),
  );
});

test('a date cell counts by its day, a blank is none, anything else is told', () => {
  expect(dateOf({ iso: '2025-03-04T10:00:00' })).toEqual({ ok: true, iso: '2025-03-04' });
  expect(dateOf(' ')).toEqual({ ok: true, iso: '' });
  expect(dateOf('3 May')).toEqual({ ok: false, text: '3 May' });
  expect(dateOf(45_000)).toEqual({ ok: false, text: '45000' });
});

test('year-first dates with other separators have one reading', () => {
  expect(['2024/3/5', '2024.03.05', '2024-3-5', '5/3/2024', '2024/13/5'].map(readableDate)).toEqual([
    '2024-03-05',
    '2024-03-05',
    '2024-03-05',
    null,
    null,
  ]);
});

describe('dates of a file', () => {
  const read = (texts: string[], chosen?: 'dayFirst' | 'monthFirst') =>
    texts.map((text) => importedDate(text, dateColumn(texts, chosen)));

  test('one date that cannot be a month first decides for all', () => {
    expect(read(['03/04/2025', '25/04/2025'])).toEqual([{ iso: '2025-04-03' }, { iso: '2025-04-25' }]);
    expect(read(['03/04/2025', '04/25/2025'])).toEqual([{ iso: '2025-03-04' }, { iso: '2025-04-25' }]);
  });

  test('nothing is guessed: both readings wait for an answer', () => {
    expect(read(['03/04/2025', '05/05/2025'])).toEqual(['ambiguous', { iso: '2025-05-05' }]);
    expect(read(['03/04/2025'], 'dayFirst')).toEqual([{ iso: '2025-04-03' }]);
  });

  test('a file that writes dates in two ways proves nothing', () => {
    expect(dateColumn(['25/04/2025', '04/25/2025', '01/02/2025'], undefined)).toMatchObject({
      order: null,
      mixed: true,
    });
  });

  test('impossible dates are never moved to another day', () => {
    expect(read(['31/04/2025', '30/02/2024', '2025-02-29', 'spring'])).toEqual([
      'impossible',
      'impossible',
      'impossible',
      'impossible',
    ]);
  });

  test('month names and ISO date-times leave no doubt', () => {
    expect(read(['3 Apr 2025', 'April 3, 2025', '2025-04-03 00:00:00', '2025-04-03T12:00:00Z'])).toEqual(
      new Array(4).fill({ iso: '2025-04-03' }),
    );
  });
});
