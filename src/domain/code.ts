const keys = new Map<string, string>();
const KEYS_KEPT = 200_000;

/**
 * The one "same code" rule: equal after Unicode NFKC, trimming, collapsing inner spaces, dropping zero-width and other
 * format characters, ignoring case. '' is a blank. Few different texts stand in many cells, so keys are remembered.
 */
export function codeKey(text: string): string {
  let key = keys.get(text);
  if (key === undefined) {
    key = makeKey(text);
    if (keys.size >= KEYS_KEPT) keys.clear();
    keys.set(text, key);
  }
  return key;
}

function makeKey(text: string): string {
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: fillers that join nothing are dropped one by one
  const plain = text.normalize('NFKC').replace(/[\p{Cf}\u00ad\u034f\u115f\u1160\u17b4\u17b5\u3164]/gu, '');
  // Upper case first: ß and SS, or ſ and s, are the same code however they are written.
  return plain.replace(/\s+/gu, ' ').trim().toUpperCase().toLowerCase().normalize('NFKC');
}

// Letters that look like a Latin letter or digit, Cyrillic and Greek, in the lower and upper case that are told apart.
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
  ν: 'v',
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
  ø: 'o',
  đ: 'd',
  ł: 'l',
};

/** Two codes look alike when their skeletons are equal: O/0, I/l/1 and look-alike letters of other scripts folded. */
export function codeSkeleton(text: string): string {
  let skeleton = '';
  for (const letter of codeKey(text).normalize('NFD').replace(/\p{M}/gu, ''))
    skeleton += LOOKS[letter] ?? letter;
  return skeleton;
}

export type UnsafeReason =
  | 'formula'
  | 'apostrophe'
  | 'leading-zeros'
  | 'exponent'
  | 'long-number'
  | 'number'
  | 'percent'
  | 'currency'
  | 'boolean'
  | 'date'
  | 'time';

const MONTH =
  '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)';
const SEP = '(?:[-/. ,]+)';

const UNSAFE: readonly (readonly [UnsafeReason, RegExp])[] = [
  ['apostrophe', /^'/],
  ['boolean', /^(?:true|false)$/i],
  ['leading-zeros', /^[+-]?0\d+$/],
  ['exponent', /^[+-]?(?:\d+\.?\d*|\.\d+)e[+-]?\d+$/i],
  ['long-number', /^[+-]?\d{16,}$/],
  ['percent', /^[+-]?[\d.,]+\s*%$/],
  ['currency', /^[+-]?\s*[$€£¥]\s*[+-]?[\d.,]+$|^[+-]?[\d.,]+\s*[$€£¥]$/],
  ['time', /^\d{1,3}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]m?)?$|^\d{1,2}\s*[ap]m$/i],
  ['date', new RegExp(`^${MONTH}${SEP}?\\d{1,4}$|^\\d{1,4}${SEP}?${MONTH}$`, 'i')],
  [
    'date',
    new RegExp(`^${MONTH}${SEP}?\\d{1,2}${SEP}\\d{2,4}$|^\\d{1,4}${SEP}?${MONTH}${SEP}?\\d{1,4}$`, 'i'),
  ],
  [
    'date',
    /^\d{1,2}[-/.]\d{1,2}$|^\d{1,2}([-/.])\d{1,2}\1\d{1,4}$|^\d{4}([-/.])\d{1,2}(?:\2\d{1,2})?$|^\d{1,2}[-/]\d{4}$/,
  ],
  ['date', /^\d{4}-\d{1,2}-\d{1,2}[ T]\d{1,2}:\d{2}/],
  // A plain whole number is shown as it was typed; grouping, a sign or a trailing zero is not.
  ['number', /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\+[\d.]+$|^\d*\.\d*0$|^\.\d+$|^\d+\.$/],
];

/**
 * Why Sheets or Excel would show a code differently once it is typed or opened from CSV; null when it is safe. `101` is
 * safe, `0012`, `1E5`, `MAR1`, `1-2` and `=X` are not. Setting a value parses text as if typed (platform facts, 3).
 */
export function unsafeBecause(text: string): UnsafeReason | null {
  if (text === '') return null;
  const first = text.charCodeAt(0);
  const trimmed = text.trim();
  if (/^[=+\-@]/.test(trimmed) && !/^[+-]?(?:\d[\d.,]*|\.\d+)%?$/.test(trimmed)) return 'formula';
  if (first === 9 || first === 13) return 'formula';
  for (const [reason, pattern] of UNSAFE) if (pattern.test(trimmed)) return reason;
  return null;
}

/** Line ends, tabs and other invisible controls have no place in a code. */
export function hasControlCharacters(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(text);
}
