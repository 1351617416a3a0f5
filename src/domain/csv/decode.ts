// Bytes to text, in the sidebar and in Node; the server has no TextDecoder and never sees bytes.

declare const TextDecoder: new (
  label: string,
  options?: { fatal?: boolean },
) => { decode(bytes: Uint8Array): string };

export type Decoded =
  | {
      readonly ok: true;
      readonly text: string;
      readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
    }
  /** What the file is instead, in words; '' when it is text whose characters are damaged. */
  | { readonly ok: false; readonly kind: string };

/** What other files begin with. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['PK\x03\x04', 'a spreadsheet or zip file'],
  ['\xd0\xcf\x11\xe0', 'an old Excel file'],
  ['%PDF', 'a PDF'],
  ['\x1f\x8b', 'a compressed file'],
  ['\x89PNG', 'a picture'],
];

/** UTF-8 with or without its mark, UTF-16 with its mark or by its zero bytes, else Windows-1252. Other files are refused. */
export function decodeBytes(bytes: Uint8Array): Decoded {
  const head = String.fromCharCode(...bytes.subarray(0, 4));
  const other = SIGNATURES.find(([signature]) => head.startsWith(signature));
  if (other) return { ok: false, kind: other[1] };
  const [even, odd, looked] = zeroBytes(bytes);
  const [first, second] = bytes;
  const encoding =
    (first === 0xff && second === 0xfe) || (even === 0 && odd > looked / 5)
      ? 'utf-16le'
      : (first === 0xfe && second === 0xff) || (odd === 0 && even > looked / 5)
        ? 'utf-16be'
        : 'utf-8';
  if (encoding === 'utf-8' && even + odd > looked / 50) return { ok: false, kind: 'a binary file' };
  const text = strictly(bytes, encoding);
  if (text !== null) {
    return /^\s*<[!?a-z]/i.test(text)
      ? { ok: false, kind: 'a web page or XML' }
      : { ok: true, encoding, text };
  }
  if (encoding === 'utf-8' && !isDamagedUtf8(bytes))
    return { ok: true, encoding: 'windows-1252', text: windows1252(bytes) };
  return { ok: false, kind: '' };
}

/** Zero bytes at even and at odd places of the beginning, and how many bytes that was. */
function zeroBytes(bytes: Uint8Array): [even: number, odd: number, looked: number] {
  const zeros: [number, number] = [0, 0];
  const looked = Math.min(bytes.length, 2000);
  for (let i = 0; i < looked; i++) if (bytes[i] === 0) zeros[i % 2 ? 1 : 0]++;
  return [...zeros, looked];
}

function strictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Read as Windows-1252 a file that was cut within a letter would have every accent wrong, in all of its rows. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const high = new TextDecoder('utf-8').decode(bytes).replace(/[\0-\x7f]+/g, '');
  return (bytes[0] === 0xef && bytes[1] === 0xbb) || high.replace(/\ufffd+/g, '').length > high.length / 2;
}

const HIGH =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** Node's own decoder reads 0x80–0x9F as Latin-1, so that the euro sign and curly quotes go wrong: the table puts them right. */
function windows1252(bytes: Uint8Array): string {
  const text = new TextDecoder('windows-1252').decode(bytes);
  return text.replace(/[\x80-\x9f]/g, (letter) => HIGH.charAt(letter.charCodeAt(0) - 0x80));
}
