import { csvFileMessage } from '../../src/contract/words/csv-file.ts';
import { readCsv } from '../../src/domain/csv/read-csv.ts';

const bytes = (text: string, encoding: BufferEncoding = 'utf8') =>
  new Uint8Array(Buffer.from(text, encoding));

function message(file: Uint8Array): string {
  const read = readCsv(file);
  if (read.ok) throw new Error('it was read');
  return csvFileMessage(read.refusal);
}

describe('a file that is no CSV is refused with its reason and the next step', () => {
  test.each<[string, Uint8Array, RegExp]>([
    [
      'a workbook named .csv',
      bytes('PK\x03\x04rest', 'latin1'),
      /not a CSV file but a spreadsheet or zip file/,
    ],
    ['an old workbook', bytes('\xd0\xcf\x11\xe0rest', 'latin1'), /an old Excel file/],
    ['a picture', bytes('\x89PNG\r\n', 'latin1'), /a picture/],
    ['a program', bytes(`MZ${'\0\x01a'.repeat(500)}`, 'latin1'), /a binary file/],
    ['a web page, such as a login', bytes('\r\n<!DOCTYPE html><html>'), /a web page/],
    ['nothing', bytes(''), /holds no rows/],
    ['spaces and line ends', bytes(' \r\n\r\n'), /holds no rows/],
    ['a quote that is never closed', bytes('Name,Title\n"a,b\n'), /row 2 leaves a quote open/],
    [
      'UTF-8 that was cut within a letter',
      bytes('Name\nAnaïs, Zoë, René\xc3', 'utf8').slice(0, -1),
      /letters are damaged/,
    ],
    [
      'UTF-8 with its mark and a wrong byte',
      bytes('\xef\xbb\xbfName\n\xe9', 'latin1'),
      /letters are damaged/,
    ],
    ['more than 20 MB', new Uint8Array(20 * 1024 * 1024 + 1).fill(97), /larger than 20 MB/],
  ])('%s', (_, file, words) => {
    expect(message(file)).toMatch(words);
    expect(message(file)).toMatch(/Nothing was changed\.$/);
  });
});

test('a file of 20 MB exactly is read', () => {
  expect(readCsv(new Uint8Array(20 * 1024 * 1024).fill(97)).ok).toBe(true);
});

describe('a file is read whatever its letters and line ends', () => {
  const text = 'Name;Title\r\nAnaïs;"€5 “quoted”\r\nsecond line"\r\n';
  const rows = [
    ['Name', 'Title'],
    ['Anaïs', '€5 “quoted”\r\nsecond line'],
  ];
  const utf16 = (mark: string) => Buffer.from(`${mark}${text}`, 'utf16le');
  test.each<[string, Uint8Array]>([
    ['UTF-8', bytes(text)],
    ['UTF-8 with its mark', bytes(`\ufeff${text}`)],
    ['UTF-16, as Excel’s Unicode text', new Uint8Array(utf16('\ufeff'))],
    ['UTF-16, the other way round', new Uint8Array(utf16('\ufeff').swap16())],
    ['UTF-16 without a mark', new Uint8Array(utf16(''))],
    ['UTF-16 without a mark, the other way round', new Uint8Array(utf16('').swap16())],
    ['Windows-1252', bytes('Name;Title\r\nAna\xefs;"\x805 \x93quoted\x94\r\nsecond line"\r\n', 'latin1')],
  ])('%s', (_, file) => {
    expect(readCsv(file)).toEqual({ ok: true, rows, lines: [1, 2] });
  });

  test.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('%s between rows; within quotes a line end stays what it is', (_, end) => {
    const file = bytes(['Name,Title', 'a,"x\r\ny"', 'b,"x\ry"', 'c,"x\ny"', ''].join(end));
    expect(readCsv(file)).toMatchObject({
      rows: [
        ['Name', 'Title'],
        ['a', 'x\r\ny'],
        ['b', 'x\ry'],
        ['c', 'x\ny'],
      ],
      lines: [1, 2, 3, 4],
    });
  });

  test('the delimiter is looked for in the first row with text', () => {
    expect(readCsv(bytes('\n\nName;Title\na,b;c\n'))).toMatchObject({
      rows: [
        ['Name', 'Title'],
        ['a,b', 'c'],
      ],
      lines: [3, 4],
    });
  });

  test('rows of nothing but delimiters and spaces are left out, and count', () => {
    expect(readCsv(bytes('Name,Title\n , \n,,,\na,b\n'))).toMatchObject({ lines: [1, 4] });
  });
});
