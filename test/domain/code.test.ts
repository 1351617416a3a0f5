import fc from 'fast-check';
import { codeKey, hasControlCharacters } from '../../src/domain/code.ts';
import { codeSkeleton } from '../../src/domain/look-alike.ts';
import { sameCodeKey } from '../../src/domain/same-code.ts';
import { unsafeBecause } from '../../src/domain/spreadsheet-safe.ts';

describe.each([
  ['worked out', sameCodeKey],
  ['remembered', codeKey],
])('the same code, %s', (_, keyOf) => {
  test.each([
    ['CPR', 'cpr'],
    ['CPR', '  CPR '],
    ['EG  012', 'EG 012'],
    ['CPR', 'C\u200bP\u00adR'],
    ['CPR', 'ＣＰＲ'],
    ['Straße', 'STRASSE'],
    ['É', 'E\u0301'],
  ])('%j and %j', (a, b) => {
    expect(keyOf(a)).toBe(keyOf(b));
  });

  test.each([
    ['CPR', 'CP R'],
    ['CPR-1', 'CPR1'],
    ['O', '0'],
    ['ISG', '\u0131sg'],
    ['SG', 'S\u0131G'],
    ['\u0130SG', 'isg'],
  ])('%j and %j are not', (a, b) => {
    expect(keyOf(a)).not.toBe(keyOf(b));
  });

  test('a key is its own key, without stray spaces, and so is a blank one', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 0x10ffff }), { maxLength: 10 }), (points) => {
        const key = keyOf(String.fromCodePoint(...points));
        expect(key).toMatch(/^(?:\S+(?: \S+)*)?$/u);
        expect(keyOf(key)).toBe(key);
      }),
    );
    expect(keyOf(' \u200b ')).toBe('');
  });
});

describe('look-alikes', () => {
  test.each([
    ['CODE-O1', 'CODE-0l'],
    ['CPR', 'СРR'],
    ['ABEG', 'ΑΒEG'],
    ['FILE', 'FlLE'],
    ['FILE', 'F\u0131LE'],
    ['FILE', 'F\u0130LE'],
    ['NEW', '\u039dEW'],
    ['\u00cfS', '\u0407S'],
  ])('%s and %s', (a, b) => {
    expect(codeSkeleton(a)).toBe(codeSkeleton(b));
    expect(codeKey(a)).not.toBe(codeKey(b));
  });
});

test('letters with an accent are told apart from those without', () => {
  expect(codeSkeleton('CAF\u00c9')).not.toBe(codeSkeleton('CAFE'));
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
    ['2025/3/14', 'date'],
    ['14.3.25', 'date'],
    ['45/1/02', 'date'],
    ['31/12', 'date'],
    ['3-45', 'date'],
    ['3-2025', 'date'],
    ['1/2/2025 10:30', 'date'],
    ['2025-03-14T10:30:00', 'date'],
    ['1:5', 'time'],
    ['5 pm', 'time'],
    ['00.5', 'leading-zeros'],
    ['-1.50', 'number'],
    ['(5)', 'number'],
    ['0.1234567890123456', 'long-number'],
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

  test.each([
    'CPR',
    '101',
    'EG012',
    'CLA-101',
    'MARCO1',
    'E5',
    '1A',
    'TRUELOVE',
    'A:B',
    '13-45',
    '32-13',
    '2025-13',
    '12-345',
    '1-2-3-4',
    '-5',
    '',
  ])('nothing in %j', (text) => {
    expect(unsafeBecause(text)).toBeNull();
  });
});

test('line ends and other controls are seen', () => {
  expect(['A\nB', 'A\tB', 'A\u0000', 'A\u2028'].map(hasControlCharacters)).toEqual([true, true, true, true]);
  expect(hasControlCharacters('A B é')).toBe(false);
});
