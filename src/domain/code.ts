import { memo } from './memo.ts';
import { sameCodeKey } from './same-code.ts';

/** The key that all writings of one code share (`sameCodeKey`), '' for a blank. */
export const codeKey = memo(sameCodeKey, 200_000);

/** Line ends, tabs and other invisible controls have no place in a code. */
export function hasControlCharacters(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(text);
}
