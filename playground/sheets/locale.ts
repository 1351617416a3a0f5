/** What a spreadsheet's locale decides about typing and showing. */
export interface LocaleRules {
  readonly decimal: string;
  readonly group: string;
  readonly order: 'dmy' | 'mdy' | 'ymd';
  readonly date: string;
  readonly currency: string;
}

const RULES: Readonly<Record<string, LocaleRules>> = {
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

export function localeRules(locale: string): LocaleRules {
  return RULES[locale] ?? (RULES.en_US as LocaleRules);
}

export const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
export const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
