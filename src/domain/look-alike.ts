import { codeKey } from './code.ts';

// Letters of other scripts that look like a Latin letter or digit in upper case, as codes are mostly written, or else in
// lower case.
const LOOKS: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  с: 'c',
  е: 'e',
  н: 'h',
  і: 'l',
  ј: 'j',
  к: 'k',
  м: 'm',
  о: 'o',
  р: 'p',
  ѕ: 's',
  т: 't',
  у: 'y',
  х: 'x',
  ԁ: 'd',
  ԛ: 'q',
  ԝ: 'w',
  һ: 'h',
  ӏ: 'l',
  г: 'r',
  п: 'n',
  ѵ: 'v',
  з: '3',
  б: '6',
  ч: '4',
  ь: 'b',
  α: 'a',
  β: 'b',
  ε: 'e',
  ζ: 'z',
  η: 'h',
  ι: 'l',
  κ: 'k',
  μ: 'm',
  ν: 'n',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'y',
  χ: 'x',
  γ: 'y',
  ı: 'l',
  i: 'l',
  '1': 'l',
  '|': 'l',
  '0': 'o',
  ɡ: 'g',
};

/**
 * Two codes look alike when their skeletons are equal: O/0, I/l/1 and letters of other scripts that look Latin folded.
 * Accents are told apart, but for the dot on a capital İ.
 */
export function codeSkeleton(text: string): string {
  let skeleton = '';
  for (const letter of codeKey(text)
    .normalize('NFD')
    .replace(/i\u0307/g, 'i'))
    skeleton += LOOKS[letter] ?? letter;
  return skeleton;
}
