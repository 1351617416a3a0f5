import { decodeBytes } from '../../src/domain/csv/decode.ts';

const text = 'Name,Title\r\nAnaïs,€5 “quoted” – 日本 🎓\r\n';
const utf16 = (bigEndian: boolean, mark: boolean) => {
  const source = (mark ? '\ufeff' : '') + text;
  const bytes = Buffer.from(source, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

test.each([
  ['UTF-8', Buffer.from(text, 'utf8'), 'utf-8'],
  ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`, 'utf8'), 'utf-8'],
  ['UTF-16 little-endian with its mark', utf16(false, true), 'utf-16le'],
  ['UTF-16 big-endian with its mark', utf16(true, true), 'utf-16be'],
  ['UTF-16 without a mark', utf16(false, false), 'utf-16le'],
])('%s', (_, bytes, encoding) => {
  expect(decodeBytes(new Uint8Array(bytes))).toEqual({ ok: true, text, encoding });
});

test('Windows-1252: the euro sign and curly quotes, which Node’s own decoder gets wrong', () => {
  const bytes = new Uint8Array([0x80, 0x93, 0x61, 0x94, 0xe9, 0x96]);
  expect(decodeBytes(bytes)).toEqual({ ok: true, text: '€“a”é–', encoding: 'windows-1252' });
});

test.each([
  ['a spreadsheet or zip file', [0x50, 0x4b, 3, 4]],
  ['a PDF', [0x25, 0x50, 0x44, 0x46]],
  ['an old Excel file', [0xd0, 0xcf, 0x11, 0xe0]],
])('%s is told, not read', (kind, bytes) => {
  expect(decodeBytes(new Uint8Array([...bytes, 0, 0]))).toEqual({ ok: false, kind });
});
