// Bytes to text. Node's own windows-1252 decoder reads 0x80–0x9F as Latin-1 (the euro sign and curly quotes go wrong), so
// the table stands here and the sidebar and the headless run read alike.

export type Decoded =
  | {
      readonly ok: true;
      readonly text: string;
      readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
    }
  | { readonly ok: false; readonly kind: string };

const HIGH =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ['a spreadsheet or zip file', [0x50, 0x4b, 0x03, 0x04]],
  ['an old Excel file', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a PDF', [0x25, 0x50, 0x44, 0x46]],
  ['a compressed file', [0x1f, 0x8b]],
  ['a picture', [0x89, 0x50, 0x4e, 0x47]],
];

/** UTF-8 with or without its mark, UTF-16 with its mark or by its zero bytes, else Windows-1252. Other files are refused. */
export function decodeBytes(bytes: Uint8Array): Decoded {
  for (const [kind, signature] of SIGNATURES) {
    if (signature.every((byte, i) => bytes[i] === byte)) return { ok: false, kind };
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { ok: true, encoding: 'utf-16le', text: utf16(bytes, 2, 0) };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { ok: true, encoding: 'utf-16be', text: utf16(bytes, 2, 1) };
  const zeros = [0, 0];
  const looked = Math.min(bytes.length, 2000);
  for (let i = 0; i < looked; i++) if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  if ((zeros[1] ?? 0) > looked / 5 && zeros[0] === 0)
    return { ok: true, encoding: 'utf-16le', text: utf16(bytes, 0, 0) };
  if ((zeros[0] ?? 0) > looked / 5 && zeros[1] === 0)
    return { ok: true, encoding: 'utf-16be', text: utf16(bytes, 0, 1) };
  const text = utf8(bytes);
  return text === null
    ? { ok: true, encoding: 'windows-1252', text: windows1252(bytes) }
    : { ok: true, encoding: 'utf-8', text };
}

const PIECE = 8_192;

/** Char codes to text in pieces: a call takes only so many arguments. */
function fromCodes(codes: Uint16Array): string {
  let text = '';
  for (let from = 0; from < codes.length; from += PIECE) {
    text += String.fromCharCode(...codes.subarray(from, from + PIECE));
  }
  return text;
}

function utf16(bytes: Uint8Array, from: number, high: 0 | 1): string {
  const units = new Uint16Array(Math.floor((bytes.length - from) / 2));
  for (let i = 0; i < units.length; i++) {
    const [a, b] = [bytes[from + 2 * i] ?? 0, bytes[from + 2 * i + 1] ?? 0];
    units[i] = high ? (a << 8) | b : (b << 8) | a;
  }
  return fromCodes(units);
}

function windows1252(bytes: Uint8Array): string {
  const units = new Uint16Array(bytes.length);
  bytes.forEach((byte, i) => {
    units[i] = byte >= 0x80 && byte < 0xa0 ? HIGH.charCodeAt(byte - 0x80) : byte;
  });
  return fromCodes(units);
}

/** Sidebar and Node both bring it; the server, which has none, never decodes. */
declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean },
) => { decode(bytes: Uint8Array): string };

/** Strict UTF-8, its mark left out; null when it is not. */
function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
