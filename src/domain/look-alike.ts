import { codeKey } from './code.ts';

// Letters of other scripts that look like a Latin letter or digit in upper case, as codes are mostly written, or else in
// lower case.
const LETTERS = 'авсеніјкморѕтухԁԛԝһӏгпѵзбчьαβεζηικμνορτυχγıi1|0ɡ';
const LOOKS = 'abcehljkmopstyxdqwhlrnv364babezhlkmnoptyxyllllog';
const looks = new Map([...LETTERS].map((letter, i) => [letter, LOOKS[i]]));

/**
 * Two codes look alike when their skeletons are equal: O/0, I/l/1 and letters of other scripts that look Latin folded.
 * Accents are told apart, but for the dot on a capital İ.
 */
export function codeSkeleton(text: string): string {
  let skeleton = '';
  for (const letter of codeKey(text)
    .normalize('NFD')
    .replace(/i\u0307/g, 'i'))
    skeleton += looks.get(letter) ?? letter;
  return skeleton;
}
