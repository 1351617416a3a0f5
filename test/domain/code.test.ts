import fc from 'fast-check';
import { codeKey, codeSkeleton, hasControlCharacters, unsafeBecause } from '../../src/domain/code.ts';

describe('the same code', () => {
  test.each([
    ['CPR', 'cpr'],
    ['CPR', '  CPR '],
    ['EG  012', 'EG 012'],
    ['CPR', 'C\u200bP\u00adR'],
    ['CPR', 'ＣＰＲ'],
    ['Straße', 'STRASSE'],
    ['É', 'E\u0301'],
  ])('%j and %j', (a, b) => {
    expect(codeKey(a)).toBe(codeKey(b));
  });

  test.each([
    ['CPR', 'CP R'],
    ['CPR-1', 'CPR1'],
    ['O', '0'],
  ])('%j and %j are not', (a, b) => {
    expect(codeKey(a)).not.toBe(codeKey(b));
  });

  test('a key is its own key, and so is a blank one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(codeKey(codeKey(text))).toBe(codeKey(text));
      }),
    );
    expect(codeKey(' \u200b ')).toBe('');
  });
});

describe('look-alikes', () => {
  test.each([
    ['CODE-O1', 'CODE-0l'],
    ['CPR', 'СРR'],
    ['ABEG', 'ΑΒEG'],
    ['FILE', 'FlLE'],
  ])('%s and %s', (a, b) => {
    expect(codeSkeleton(a)).toBe(codeSkeleton(b));
    expect(codeKey(a)).not.toBe(codeKey(b));
  });
});

describe('what a spreadsheet would change', () => {
  test.each([
    ['0012', 'leading-zeros'],
    ['1E5', 'exponent'],
    ['2e10', 'exponent'],
    ['MAR1', 'date'],
    ['1-Mar', 'date'],
    ['MARCH 2025', 'date'],
    ['1-2', 'date'],
    ['1/2/2025', 'date'],
    ['2025-03', 'date'],
    ['12:30', 'time'],
    ['50%', 'percent'],
    ['$5', 'currency'],
    ['TRUE', 'boolean'],
    ['1234567890123456', 'long-number'],
    ['1,234', 'number'],
    ['=X', 'formula'],
    ['+X', 'formula'],
    ['-X', 'formula'],
    ['@X', 'formula'],
    ["'x", 'apostrophe'],
  ])('%s: %s', (text, reason) => {
    expect(unsafeBecause(text)).toBe(reason);
  });

  test.each(['CPR', '101', 'EG012', 'CLA-101', 'MARCO1', 'E5', '1A', 'TRUELOVE', 'A:B', ''])(
    'nothing in %j',
    (text) => {
      expect(unsafeBecause(text)).toBeNull();
    },
  );
});

test('line ends and other controls are seen', () => {
  expect(['A\nB', 'A\tB', 'A\u0000', 'A\u2028'].map(hasControlCharacters)).toEqual([true, true, true, true]);
  expect(hasControlCharacters('A B é')).toBe(false);
});
