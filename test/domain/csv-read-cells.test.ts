import fc from 'fast-check';
import Papa from 'papaparse';
import { runs } from '../support/runs.ts';
import { csvRows } from './csv-rows.ts';

const letter = fc.constantFrom('"', '"', ',', ';', '\n', ' ', '\t', 'a', 'b');

describe('the cells of a CSV text', () => {
  test.each([
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a,"b,\n""c"""\n', [['a', 'b,\n"c"'], ['']]],
    ['"a"  ,b', [['a', 'b']]],
    ['5" pipe,"6" pipe"', [['5" pipe', '6" pipe']]],
    ['', [['']]],
    ['a,', [['a', '']]],
  ])('%j', (text, rows) => {
    expect(csvRows(text, ',')).toEqual(rows);
  });

  test('texts that are kept once are told apart where their letters add up alike', () => {
    // 31 × A + a is 31 × B + B.
    const long = 'Aa'.repeat(40);
    const cells = ['Aa', 'BB', 'Aa', 'AaBB', 'BBAa', 'BB', long, long.replace('Aa', 'BB'), long, ''];
    expect(csvRows(`${cells.join()}\n${cells.join()}`, ',')).toEqual([cells, cells]);
  });

  test('a quote that is left open is no table', () => {
    expect(csvRows('a,"b\nc', ',')).toBeNull();
  });

  test('are what Papa Parse reads, whatever the quotes and delimiters', () => {
    fc.assert(
      fc.property(
        fc.array(letter, { maxLength: 30 }),
        fc.constantFrom(',', ';', '\t'),
        (letters, delimiter) => {
          const text = `${letters.join('')}\n`;
          const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n' });
          const open = errors.some(({ code }) => code === 'MissingQuotes');
          // Whether a last line end begins another, empty row is nobody's data.
          const rows = (all: string[][]) => (all.at(-1)?.join() === '' ? all.slice(0, -1) : all);
          const own = csvRows(text, delimiter);
          expect(own && rows(own)).toEqual(open ? null : rows(data));
        },
      ),
      runs(2_000),
    );
  });
});
