/**
 * The one "same code" rule: equal after Unicode NFKC, trimming, collapsing inner spaces, dropping zero-width and other
 * format characters, ignoring case. '' is a blank. `codeKey` remembers what comes of a text.
 */
export function sameCodeKey(text: string): string {
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: fillers that join nothing are dropped one by one
  const plain = text.normalize('NFKC').replace(/[\p{Cf}\u00ad\u034f\u115f\u1160\u17b4\u17b5\u3164]/gu, '');
  return plain.replace(/\s+/gu, ' ').trim().split('\u0131').map(folded).join('\u0131').normalize('NFKC');
}

/**
 * Upper case first: ß and SS, or ſ and s, are the same code however they are written. The dotless ı has no other case
 * outside Turkish and stays by itself: its upper case would make it an i.
 */
function folded(text: string): string {
  return text.toUpperCase().toLowerCase();
}
