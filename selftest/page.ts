// Runs in the page: what only google.script.run and HtmlService can show (platform facts, 2 and 11).
import type { Known, Seen } from './case.ts';
import { type Line, verdictOf } from './report.ts';

interface Runner {
  withSuccessHandler(done: (value: unknown) => void): Runner;
  withFailureHandler(failed: (error: unknown) => void): Runner;
  [name: string]: (...args: never[]) => unknown;
}

declare const google: { script: { run: Runner } };
declare const document: { body: { textContent: string | null } };
/** Set by scripts of the page's own that hold what may be cut out of them. */
declare const inTemplate: unknown;
declare const inString: unknown;

interface PageCase {
  readonly fact: string;
  readonly known: Known;
  readonly expected: Seen;
  run(): Promise<Seen>;
}

function call(name: string, ...args: unknown[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const runner = google.script.run.withSuccessHandler(resolve).withFailureHandler(reject);
    (runner[name] as (...all: unknown[]) => void)(...args);
  });
}

const seen = (name: string, ...args: unknown[]): Promise<Seen> => call(name, ...args) as Promise<Seen>;
const refused = (name: string, ...args: unknown[]): Promise<Seen> =>
  call(name, ...args).then(
    () => false,
    () => true,
  );

const MB = 1024 * 1024;

export const PAGE_CASES: readonly PageCase[] = [
  {
    fact: 'A Date inside an answer turns all of it into null',
    known: 'R',
    expected: null,
    run: () => seen('aDate'),
  },
  {
    fact: 'A Date in the arguments is refused, nested too',
    known: 'D',
    expected: true,
    run: () => refused('echo', { inside: [new Date()] }),
  },
  {
    fact: 'undefined arrives as null',
    known: 'R',
    expected: [null, null],
    run: async () => [await seen('echo', undefined), ...((await call('echo', [undefined])) as Seen[])],
  },
  {
    fact: 'A Map arrives as an empty object',
    known: 'R',
    expected: '{"map":{}}',
    run: async () => JSON.stringify(await call('aMap')),
  },
  {
    fact: 'A name that ends in _ is not offered',
    known: 'D',
    expected: ['undefined', 'function'],
    run: async () => [typeof google.script.run.secret_, typeof google.script.run.echo],
  },
  {
    fact: 'The failure handler gets the message of what was thrown',
    known: 'D',
    expected: true,
    run: () =>
      call('breaks').then(
        () => false,
        (error: unknown) => /broken on purpose/.test(String((error as Error).message)),
      ),
  },
  {
    fact: 'At most ten calls run at once',
    known: 'D',
    expected: true,
    run: async () => {
      const times = (await Promise.all(Array.from({ length: 14 }, () => call('aSecond')))) as [
        number,
        number,
      ][];
      const atOnce = times.map(([began]) => times.filter(([from, to]) => from <= began && began < to).length);
      return Math.max(...atOnce) <= 10;
    },
  },
  ...[1, 10, 40].map(
    (size): PageCase => ({
      fact: `${size} MB of text go to the server in one call`,
      known: '?',
      expected: size * MB,
      run: () => seen('lengthOf', 'x'.repeat(size * MB)),
    }),
  ),
  ...[1, 10, 40].map(
    (size): PageCase => ({
      fact: `${size} MB of text come from the server in one call`,
      known: '?',
      expected: size * MB,
      run: async () => String(await call('textOf', size * MB)).length,
    }),
  ),
  {
    fact: 'HtmlService leaves two slashes in a template literal and in a string of a script as they are',
    known: '?',
    expected: [4, 4],
    run: async () => [
      typeof inTemplate === 'number' ? inTemplate : 'cut',
      typeof inString === 'number' ? inString : 'cut',
    ],
  },
];

/** One after the other; what goes wrong is a line too. */
export async function runPage(): Promise<void> {
  const lines: Line[] = [];
  for (const { fact, known, expected, run } of PAGE_CASES) {
    document.body.textContent = `${lines.length + 1} of ${PAGE_CASES.length}: ${fact}`;
    let what: Seen;
    try {
      what = (await run()) ?? null;
    } catch (error) {
      what = `error: ${String((error as Error).message ?? error)}`;
    }
    lines.push({ fact, known, expected, seen: what, verdict: verdictOf(expected, what) });
  }
  await call('fromPage', lines);
  document.body.textContent = 'Done: the lines stand in the sheet Self-test.';
}

void runPage();
