import { type Case, refuses, type Seen } from '../case.ts';

const globals = globalThis as unknown as Record<string, unknown>;
const kinds = (names: readonly string[]): Seen => names.map((name) => typeof globals[name]);

/** The language, the stores and the lock (platform facts, 1, 4, 7). */
export const runtime: readonly Case[] = [
  {
    fact: 'There are no timers, no URL, no TextEncoder, no crypto, no structuredClone',
    known: 'D',
    expected: Array.from({ length: 7 }, () => 'undefined'),
    run: () =>
      kinds([
        'setTimeout',
        'URL',
        'TextEncoder',
        'TextDecoder',
        'crypto',
        'structuredClone',
        'queueMicrotask',
      ]),
  },
  {
    fact: 'There are Intl and WeakRef',
    known: '?',
    expected: ['object', 'function'],
    run: () => kinds(['Intl', 'WeakRef']),
  },
  {
    fact: 'eval and new Function work',
    known: '?',
    expected: [2, 2],
    run: () => {
      const [call, make] = [globals.eval as (text: string) => Seen, Function];
      const tried = (step: () => Seen): Seen => {
        try {
          return step();
        } catch {
          return 'refused';
        }
      };
      return [tried(() => call('1 + 1')), tried(() => (make('return 1 + 1') as () => Seen)())];
    },
  },
  {
    fact: 'The regular expressions of ES2018 work, and texts can be normalised',
    known: 'I',
    expected: ['c', true, 'A'],
    run: () => ['abc'.replace(/(?<!x)[ab]+/, ''), /^\p{L}$/u.test('\u00e9'), '\uff21'.normalize('NFKC')],
  },
  {
    fact: 'Values of services are of the script’s own realm',
    known: 'I',
    expected: [true, true, true],
    run: ({ sheet }) => {
      const values = sheet
        .getRange(1, 1)
        .setValue(new Date(2026, 0, 5))
        .getValues();
      let error: unknown;
      try {
        sheet.getRange(1, 1, 0, 0);
      } catch (caught) {
        error = caught;
      }
      return [Array.isArray(values), values[0]?.[0] instanceof Date, error instanceof Error];
    },
  },
  {
    fact: 'An enum writes its name',
    known: 'D',
    expected: ['"RANGE"', 'RANGE'],
    run: () => {
      const type = SpreadsheetApp.ProtectionType.RANGE;
      return [JSON.stringify(type), String(type)];
    },
  },
  {
    fact: 'Numbers are grouped by toLocaleString for the locale asked for',
    known: 'D',
    expected: '1,234,567',
    run: () => (1_234_567).toLocaleString('en-GB'),
  },
  {
    fact: 'A lock that is held already is taken again; one that is not held can be given back',
    known: 'R',
    expected: [true, true, true, false],
    run: () => {
      const lock = LockService.getDocumentLock();
      const taken = [lock.tryLock(0), lock.tryLock(0), lock.hasLock()];
      lock.releaseLock();
      lock.releaseLock();
      return [...taken, lock.hasLock()];
    },
  },
  {
    fact: 'A property of more than 9 KB is refused, one of 9,000 characters is not',
    known: 'D',
    expected: [false, true],
    run: () => {
      const store = PropertiesService.getDocumentProperties();
      const put = (length: number) => refuses(() => store.setProperty('self-test', 'x'.repeat(length)));
      const seen = [put(9_000), put(9_300)];
      store.deleteProperty('self-test');
      return seen;
    },
  },
  {
    fact: 'A property that is not there is null',
    known: 'D',
    expected: null,
    run: () => PropertiesService.getDocumentProperties().getProperty('self-test: never set'),
  },
  {
    fact: 'Google says who is at work',
    known: 'I',
    expected: true,
    run: () => Session.getActiveUser().getEmail() !== '',
  },
  {
    fact: 'A missing HTML file is refused; a page has an empty title until it is given one',
    known: 'R',
    expected: [true, ''],
    run: () => [
      refuses(() => HtmlService.createHtmlOutputFromFile('no-such-file')),
      HtmlService.createHtmlOutputFromFile('page').getTitle() ?? '',
    ],
  },
];
