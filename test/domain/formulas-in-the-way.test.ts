import { fillsOthers, formulasInTheWay } from '../../src/domain/formulas-in-the-way.ts';

test.each([
  '=ARRAYFORMULA(A2:A)',
  '={"Title"; ARRAYFORMULA(IF(A2:A = "", "", A2:A))}',
  '=IFERROR(ARRAYFORMULA(VLOOKUP(A2:A, X, 2, FALSE)))',
  '= { "a"; "b" }',
  '=QUERY(Other!A:B, "select A")',
  '=importrange("https://example.org", "A:A")',
  '=IFERROR(FILTER(A2:A, B2:B = 1))',
  '=IFNA(FILTER(A2:A, B2:B = 1))',
  '=UNIQUE(A2:A)',
  '=TOCOL(A2:B, 1)',
  '=CHOOSECOLS(A2:C, 2)',
])('%s fills the cells below', (formula) => expect(fillsOthers(formula)).toBe(true));

test.each([
  '=A2',
  '="ARRAYFORMULA"',
  '=VLOOKUP(A2, X, 2, FALSE)',
  '=IF(A2 = "{", 1, 2)',
  '=CHOOSE(2, A2, B2)',
  '=SUM(FILTER(A2:A, B2:B))',
])('%s does not', (formula) => expect(fillsOthers(formula)).toBe(false));

test('a formula is in the way in its own cell; one that fills also below, in its column alone', () => {
  const isInTheWay = formulasInTheWay({
    formulas: [
      { row: 5, field: 'title', formula: '=ARRAYFORMULA(A5:A)' },
      { row: 3, field: 'code', formula: '=A3' },
    ],
  });
  expect([4, 5, 6, 9_999].map((row) => isInTheWay('title', row))).toEqual([false, true, true, true]);
  expect([2, 3, 4].map((row) => isInTheWay('code', row))).toEqual([false, true, false]);
});
