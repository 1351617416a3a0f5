import { type Cell, cellText, dayText, textOf } from '../../src/domain/cell.ts';

test.each<[Cell, string, string]>([
  [' a ', ' a ', ' a '],
  [1.5, '1.5', '1.5'],
  [true, 'TRUE', 'TRUE'],
  [false, 'FALSE', 'FALSE'],
  [{ iso: '2025-03-01T10:00:00' }, '2025-03-01T10:00:00', '2025-03-01'],
  [{ iso: '1899-12-30T01:30:00' }, '1:30:00', '1899-12-30'],
  [{ iso: '1899-12-31T02:05:00' }, '26:05:00', '1899-12-31'],
  [{ iso: '1899-12-30' }, '0:00:00', '1899-12-30'],
  [{ iso: '1899-12-29T22:30:00' }, '1899-12-29T22:30:00', '1899-12-29'],
  [{ iso: '2025-03-01', shown: 'MAR1' }, 'MAR1', '2025-03-01'],
])('%j as text is %j, its day alone %j', (cell, text, day) => {
  expect(cellText(cell)).toBe(text);
  expect(dayText(cell)).toBe(day);
});

test('a cell of a column or row that is not there is blank', () => {
  expect([textOf(undefined, 0), textOf(['a'], 1), textOf(['a'], 0)]).toEqual(['', '', 'a']);
});
