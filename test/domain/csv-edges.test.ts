import { decodeBytes } from '../../src/domain/csv/decode.ts';
import { formatCsv } from '../../src/domain/csv/format-csv.ts';
import { parseCsv } from '../../src/domain/csv/parse-csv.ts';
import { csvRows } from './csv-rows.ts';

test.each([
  ['a,b\nc', ',', [['a', 'b'], ['c']], [1, 2]],
  ['a;b;c,d\n', ';', [['a', 'b', 'c,d']], [1]],
  ['a\tb,c\td\n', '\t', [['a', 'b,c', 'd']], [1]],
  ['a|b\n', '|', [['a', 'b']], [1]],
  ['a;b,c\n', ',', [['a;b', 'c']], [1]],
  ['"a;b;c",d\n', ',', [['a;b;c', 'd']], [1]],
  ['"a\nb;c;d",e\nf;g;h;i', ',', [['a\nb;c;d', 'e'], ['f;g;h;i']], [1, 2]],
  ['alone\na;b;c', ',', [['alone'], ['a;b;c']], [1, 2]],
  ['a\r1;2;3', ',', [['a'], ['1;2;3']], [1, 2]],
  ['\r\n\na;b', ';', [['a', 'b']], [3]],
  ['\ufeffa,b', ',', [['a', 'b']], [1]],
  ['sep=;\na;b,c,d', ';', [['a', 'b,c,d']], [2]],
  [
    'SEP=|\r\na|b\r\n|\r\nc|d',
    '|',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
    [2, 4],
  ],
  ['"sep=x"\raxb', 'x', [['a', 'b']], [2]],
  ['\ufeffsep=;\na;b', ';', [['a', 'b']], [2]],
  ['a\nsep=;\nb', ',', [['a'], ['sep=;'], ['b']], [1, 2, 3]],
  ['sep=;;\na', ';', [['sep=', '', ''], ['a']], [1, 2]],
  ['xsep=;\na', ';', [['xsep=', ''], ['a']], [1, 2]],
] as const)('%j is parted by %j', (text, delimiter, rows, lines) => {
  expect(parseCsv(text)).toEqual({ ok: true, delimiter, rows, lines });
});

test.each([
  ['', 'file-empty', 1],
  [' \r\n\t', 'file-empty', 1],
  ['\ufeff', 'file-empty', 1],
  ['sep=;', 'file-empty', 2],
  ['sep=;\r\n \n', 'file-empty', 2],
  ['a,"b', 'file-unreadable', 1],
  ['a,"b" c\n', 'file-unreadable', 1],
  ['a,"b\nc"\n\n"d', 'file-unreadable', 3],
  ['sep=;\na\n"d', 'file-unreadable', 3],
])('%j is no table: %s', (text, reason, row) => {
  expect(parseCsv(text)).toEqual({ ok: false, reason, row });
});

test.each([
  ['""', [['']]],
  ['"",""', [['', '']]],
  ['""""', [['"']]],
  ['"a""b"', [['a"b']]],
  ['"a" \n"b"\t\r\n"c"\r"d"', [['a'], ['b'], ['c'], ['d']]],
  ['"a\r\nb,""c"",\n",d', [['a\r\nb,"c",\n', 'd']]],
  ['"a"b",c', [['a"b', 'c']]],
  [' "a",b', [[' "a"', 'b']]],
  [',', [['', '']]],
  ['\n', [[''], ['']]],
  ['\r\n\r\n', [[''], [''], ['']]],
  ['\n\r', [[''], [''], ['']]],
  ['a\r\nb\nc\rd', [['a'], ['b'], ['c'], ['d']]],
])('the cells of %j', (text, rows) => {
  expect(csvRows(text, ',')).toEqual(rows);
});

test('between a quote and a tab that parts the cells, spaces are dropped and the tab is not', () => {
  expect(csvRows('"a" \t"b"\t', '\t')).toEqual([['a', 'b', '']]);
});

test.each([
  ['', ''],
  ['plain text', 'plain text'],
  ['a,b', '"a,b"'],
  ['a"b', '"a""b"'],
  ['"', '""""'],
  ['a\nb', '"a\nb"'],
  ['a\rb', '"a\rb"'],
  [' a', '" a"'],
  ['a ', '"a "'],
  ['a b', 'a b'],
  ['=1+1', "'=1+1"],
  ['@x', "'@x"],
  ['+x', "'+x"],
  ['-x', "'-x"],
  ['-5', '-5'],
  ['+3.2', '+3.2'],
  ['+.25', '+.25'],
  ['-.x', "'-.x"],
  ["-5'", "'-5'"],
  ["'", "'"],
  ["'a", "'a"],
  ["'=a", "''=a"],
  ['\t=a', "'\t=a"],
  ['=a,b', '"\'=a,b"'],
  ['a=b', 'a=b'],
  ['a-b', 'a-b'],
])('%j is written as %j', (text, written) => {
  expect(formatCsv([[text]])).toBe(`\ufeff${written}\r\n`);
});

test('rows end with CRLF, the last one too; cells are parted by commas', () => {
  expect(formatCsv([['a', 'b'], [], ['c', '']])).toBe('\ufeffa,b\r\n\r\nc,\r\n');
  expect(formatCsv([])).toBe('\ufeff');
});

const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

test.each([
  ['PK\x03\x04', 'a spreadsheet or zip file'],
  ['\xd0\xcf\x11\xe0', 'an old Excel file'],
  ['%PDF', 'a PDF'],
  ['\x1f\x8b', 'a compressed file'],
  ['\x89PNG', 'a picture'],
  ['\0\0abc', 'a binary file'],
  ['\0\0a'.repeat(20), 'a binary file'],
  ['<html>', 'a web page or XML'],
  [' \n<!doctype html>', 'a web page or XML'],
  ['<?xml version="1.0"?>', 'a web page or XML'],
  ['\xef\xbb\xbf\xe9', ''],
  ['\xff\xfea', ''],
])('a file that begins with %j is none to read: %j', (head, kind) => {
  expect(decodeBytes(latin1(head))).toEqual({ ok: false, kind });
});

test.each([['PK,1'], ['x%PDF'], ['a <b>'], ['< 5,a'], ['<5'], ['a\0b'.padEnd(150, 'x')]])(
  '%j is text',
  (text) => {
    expect(decodeBytes(latin1(text))).toEqual({ ok: true, encoding: 'utf-8', text });
  },
);

test.each([
  ['ÿa', 'the first byte of one mark of UTF-16'],
  ['aþ', 'the second byte of that mark'],
  ['þa', 'the first byte of its other mark'],
  ['aÿ', 'the second byte of that mark'],
  ['ïa', 'the first byte of the mark of UTF-8'],
  ['a»', 'the second byte of that mark'],
  ['ab\x1f\x8b', 'the bytes that a compressed file begins with, further on'],
])('%j holds %s, and is Windows-1252', (text) => {
  expect(decodeBytes(latin1(text))).toMatchObject({ ok: true, encoding: 'windows-1252' });
});

test.each([
  ['utf-16le', (bytes: Buffer) => bytes],
  ['utf-16be', (bytes: Buffer) => bytes.swap16()],
] as const)('%s is told by its mark where no letter is Latin', (encoding, turned) => {
  const bytes = turned(Buffer.from('\ufeff日本語', 'utf16le'));
  expect(decodeBytes(new Uint8Array(bytes))).toEqual({ ok: true, encoding, text: '日本語' });
});

test('every letter of Windows-1252 from 0x80 to 0x9f is its own', () => {
  const bytes = new Uint8Array(32).map((_, i) => 0x80 + i);
  const text = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
  expect(decodeBytes(bytes)).toEqual({ ok: true, encoding: 'windows-1252', text });
});

test.each([249, 250, 251, 500])('%i rows have a line each, wherever the parts of the file meet', (count) => {
  const rows = Array.from({ length: count }, (_, i) => [`a${i}`, 'b']);
  expect(formatCsv(rows)).toBe(`\ufeff${rows.map(([a]) => `${a},b\r\n`).join('')}`);
});
