// A global is looked up anew each time it is named, which a loop over every letter feels.
const { imul } = Math;

/** FNV-1a over the parts, twice with different seeds: 64 bits as hex. Not a secret, only "is it still the same?". */
export function fingerprint(parts: Iterable<string>): string {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (const part of parts) {
    for (let i = 0; i < part.length; i++) {
      const unit = part.charCodeAt(i);
      a = imul(a ^ unit, 0x01000193);
      b = imul(b ^ unit, 0x5bd1e995);
    }
    a = imul(a ^ 0x1f, 0x01000193);
    b = imul(b ^ 0x1f, 0x5bd1e995) ^ (b >>> 15);
  }
  return (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0');
}

/** The first half of `fingerprint` for one text, as a number. */
export function fingerprint32(text: string): number {
  let a = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) a = imul(a ^ text.charCodeAt(i), 0x01000193);
  return imul(a ^ 0x1f, 0x01000193) >>> 0;
}
