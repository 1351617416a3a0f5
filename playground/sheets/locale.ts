/** How a locale writes numbers, dates and money. */
interface Numbers {
  readonly decimal: string;
  readonly group: string;
  readonly order: 'dmy' | 'mdy' | 'ymd';
  readonly date: string;
  readonly currency: string;
}

/** What a spreadsheet's locale decides about typing and showing. */
export interface LocaleRules extends Numbers, Words {
  /** First letters of words that mean a month or a boolean, English ones among them. */
  readonly initials: ReadonlySet<string>;
}

const NUMBERS: Readonly<Record<string, Numbers>> = {
  en_US: { decimal: '.', group: ',', order: 'mdy', date: 'M/d/yyyy', currency: '$' },
  en_GB: { decimal: '.', group: ',', order: 'dmy', date: 'dd/MM/yyyy', currency: '£' },
  en_IE: { decimal: '.', group: ',', order: 'dmy', date: 'dd/MM/yyyy', currency: '€' },
  en_AU: { decimal: '.', group: ',', order: 'dmy', date: 'dd/MM/yyyy', currency: '$' },
  en_CA: { decimal: '.', group: ',', order: 'ymd', date: 'yyyy-MM-dd', currency: '$' },
  de_DE: { decimal: ',', group: '.', order: 'dmy', date: 'dd.MM.yyyy', currency: '€' },
  fr_FR: { decimal: ',', group: ' ', order: 'dmy', date: 'dd/MM/yyyy', currency: '€' },
  es_ES: { decimal: ',', group: '.', order: 'dmy', date: 'dd/MM/yyyy', currency: '€' },
  it_IT: { decimal: ',', group: '.', order: 'dmy', date: 'dd/MM/yyyy', currency: '€' },
  nl_NL: { decimal: ',', group: '.', order: 'dmy', date: 'dd-MM-yyyy', currency: '€' },
  sv_SE: { decimal: ',', group: ' ', order: 'ymd', date: 'yyyy-MM-dd', currency: 'kr' },
  ja_JP: { decimal: '.', group: ',', order: 'ymd', date: 'yyyy/MM/dd', currency: '¥' },
};

/** What a language calls its months, TRUE and FALSE. */
interface Words {
  readonly months: readonly string[];
  readonly yes: string;
  readonly no: string;
}

const split = (months: string, yes: string, no: string): Words => ({ months: months.split(' '), yes, no });

export const ENGLISH = split(
  'january february march april may june july august september october november december',
  'TRUE',
  'FALSE',
);

const WORDS: Readonly<Record<string, Words>> = {
  en: ENGLISH,
  de: split(
    'januar februar märz april mai juni juli august september oktober november dezember',
    'WAHR',
    'FALSCH',
  ),
  fr: split(
    'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    'VRAI',
    'FAUX',
  ),
  es: split(
    'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
    'VERDADERO',
    'FALSO',
  ),
  it: split(
    'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
    'VERO',
    'FALSO',
  ),
  nl: split(
    'januari februari maart april mei juni juli augustus september oktober november december',
    'WAAR',
    'ONWAAR',
  ),
};

const known = new Map<string, LocaleRules>();

export function localeRules(locale: string): LocaleRules {
  let rules = known.get(locale);
  if (!rules) {
    const words = WORDS[locale.split('_')[0] ?? ''] ?? ENGLISH;
    const all = [...words.months, ...ENGLISH.months, words.yes, words.no, ENGLISH.yes, ENGLISH.no];
    const initials = new Set(all.map((word) => word.charAt(0).toLowerCase()));
    rules = { ...(NUMBERS[locale] ?? (NUMBERS.en_US as Numbers)), ...words, initials };
    known.set(locale, rules);
  }
  return rules;
}

export const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
