// Numbers as number formats show them (docs: sheets/api/guides/formats). Files of Excel hold all of these.
import type { LocaleRules } from './locale.ts';

type Token = { readonly kind: 'text' | 'digit' | 'general' | '.' | ',' | '%' | '/'; readonly text: string };

/** Literal text, what is left as wide as a letter (`_)`) or filled up (`* `), colours, digits and signs. */
const TOKENS = /"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|General|E[+-]0+|./gis;

function tokensOf(format: string): Token[] {
  return (format.match(TOKENS) ?? []).flatMap((part): Token[] => {
    const first = part.charAt(0);
    if (/^general$/i.test(part)) return [{ kind: 'general', text: part }];
    if (first === '"') return [{ kind: 'text', text: part.slice(1, -1) }];
    if (part.length > 1 && first === '\\') return [{ kind: 'text', text: part.slice(1) }];
    if (part.length > 1 && /^[_*[]/.test(part)) return [];
    if (/^[#0?]$/.test(part)) return [{ kind: 'digit', text: part }];
    if (/^[.,%/]$/.test(part)) return [{ kind: part as Token['kind'], text: part }];
    return [{ kind: 'text', text: part }];
  });
}

/** A number as one section of a format shows it. */
export function numberText(value: number, format: string, rules: LocaleRules): string {
  if (format === '') return '';
  const tokens = tokensOf(format);
  const sign = (shown: string): string => (value < 0 && /[1-9]/.test(shown) ? '-' : '');
  if (tokens.some(({ kind }) => kind === 'general')) {
    const shown = general(Math.abs(value), rules);
    return sign(shown) + tokens.map(({ kind, text }) => (kind === 'general' ? shown : text)).join('');
  }
  const percents = tokens.filter(({ kind }) => kind === '%').length;
  const scaled = Math.abs(value) * 100 ** percents;
  const slash = tokens.findIndex(({ kind }, i) => kind === '/' && tokens[i - 1]?.kind === 'digit');
  const exponent = tokens.find(({ kind, text }) => kind === 'text' && /^E[+-]0+$/i.test(text));
  const shown =
    slash >= 0
      ? fractionText(scaled, tokens, slash)
      : exponent
        ? exponentText(scaled, tokens, exponent, rules)
        : decimalText(scaled, tokens, rules);
  return sign(shown) + shown;
}

/** What people see of a number without a format. */
export function general(value: number, rules: LocaleRules): string {
  if (Math.abs(value) >= 1e15 || (value !== 0 && Math.abs(value) < 1e-4)) {
    const [mantissa = '', exponent = ''] = value.toExponential(Math.abs(value) >= 1e15 ? 5 : 14).split('e');
    const short = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa;
    return `${short.replace('.', rules.decimal)}E${exponent.startsWith('-') ? '-' : '+'}${exponent.replace(/^[+-]/, '').padStart(2, '0')}`;
  }
  return String(Number(value.toPrecision(15))).replace('.', rules.decimal);
}

const isDigit = ({ kind }: Token): boolean => kind === 'digit';

/** Digits fill their places from the right; text between places stays where it is (`000-00-0000`). */
function decimalText(value: number, tokens: readonly Token[], rules: LocaleRules): string {
  const point = tokens.findIndex(({ kind }) => kind === '.');
  const head = point < 0 ? tokens : tokens.slice(0, point);
  const tail = point < 0 ? [] : tokens.slice(point + 1);
  const last = head.map(isDigit).lastIndexOf(true);
  const first = head.findIndex(isDigit);
  const commas = head.map(({ kind }, i) => kind === ',' && i > first && first >= 0);
  // Commas behind the last place divide by a thousand each, one between places parts the groups.
  const thousands = commas.filter((comma, i) => comma && i > last).length;
  const grouped = commas.some((comma, i) => comma && i < last);
  const places = tail.filter(isDigit);
  const [int = '0', decimals = ''] = (value / 1000 ** thousands)
    .toLocaleString('en-US', {
      useGrouping: false,
      minimumFractionDigits: Math.min(places.length, 20),
      maximumFractionDigits: Math.min(places.length, 20),
    })
    .split('.');
  const least = places.map(({ text }) => text).lastIndexOf('0') + 1;
  let rest = decimals;
  while (rest.length > least && rest.endsWith('0')) rest = rest.slice(0, -1);
  const fraction = rest === '' ? '' : rules.decimal;
  let shown = '';
  for (const token of tail) {
    if (!isDigit(token)) shown += token.kind === ',' ? '' : token.text;
    else {
      shown += rest.charAt(0);
      rest = rest.slice(1);
    }
  }
  return whole(int === '0' ? '' : int, head, first, grouped ? rules.group : '') + fraction + shown;
}

function whole(digits: string, tokens: readonly Token[], first: number, group: string): string {
  let left = digits;
  let shown = '';
  let count = 0;
  const put = (digit: string): void => {
    if (group !== '' && count > 0 && count % 3 === 0 && digit.trim() !== '') shown = group + shown;
    shown = digit + shown;
    count++;
  };
  for (let i = tokens.length - 1; i >= 0; i--) {
    const token = tokens[i] as Token;
    if (!isDigit(token)) shown = (token.kind === ',' && first >= 0 ? '' : token.text) + shown;
    else if (left !== '') {
      put(left.slice(-1));
      left = left.slice(0, -1);
      while (i === first && left !== '') {
        put(left.slice(-1));
        left = left.slice(0, -1);
      }
    } else if (token.text !== '#') put(token.text === '0' ? '0' : ' ');
  }
  return shown;
}

function exponentText(value: number, tokens: readonly Token[], exponent: Token, rules: LocaleRules): string {
  const at = tokens.indexOf(exponent);
  const point = tokens.findIndex(({ kind }) => kind === '.');
  const places = point < 0 || point > at ? 0 : tokens.slice(point, at).filter(isDigit).length;
  const [mantissa = '', power = ''] = value.toExponential(Math.min(places, 20)).split('e');
  const plus = exponent.text.charAt(1) === '+' ? '+' : '';
  const digits = power.replace(/^[+-]/, '').padStart(exponent.text.length - 2, '0');
  const text = (part: readonly Token[]): string =>
    part.flatMap((token) => (isDigit(token) || /^[.,]$/.test(token.kind) ? [] : [token.text])).join('');
  return `${text(tokens.slice(0, at))}${mantissa.replace('.', rules.decimal)}E${power.startsWith('-') ? '-' : plus}${digits}${text(tokens.slice(at + 1))}`;
}

/** `# ?/?` and the like: the nearest fraction whose denominator has no more places, or is the one that is named. */
function fractionText(value: number, tokens: readonly Token[], slash: number): string {
  let from = slash;
  while (from > 0 && tokens[from - 1]?.kind === 'digit') from--;
  let to = slash + 1;
  while (/^[#0?1-9]$/.test(tokens[to]?.text ?? '')) to++;
  const below = tokens
    .slice(slash + 1, to)
    .map(({ text }) => text)
    .join('');
  const head = tokens.slice(0, from);
  const hasWhole = head.some(isDigit);
  const [top, bottom] = /[1-9]/.test(below)
    ? [Math.round(value * Number(below)), Number(below)]
    : nearestFraction(value, 10 ** Math.min(3, Math.max(1, below.length)) - 1);
  const int = hasWhole ? Math.floor(top / bottom) : 0;
  const over = top - int * bottom;
  const before = whole(int === 0 ? '' : String(int), head, head.findIndex(isDigit), '');
  const after = tokens
    .slice(to)
    .map(({ text }) => text)
    .join('');
  if (hasWhole && over === 0) return `${int === 0 ? '0' : before.trimEnd()}${after}`;
  return `${before}${over}/${bottom}${after}`;
}

function nearestFraction(value: number, most: number): [top: number, bottom: number] {
  let best: [number, number] = [Math.round(value), 1];
  for (let bottom = 2; bottom <= most; bottom++) {
    const top = Math.round(value * bottom);
    if (Math.abs(value - top / bottom) < Math.abs(value - best[0] / best[1]) - 1e-12) best = [top, bottom];
  }
  return best;
}
