import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { type BookModel, emptyBook } from '../../playground/sheets/model.ts';
import { createHost, type Host, type HostOptions } from '../../playground/sheets/runtime.ts';
import { buildSelfTest } from '../../selftest/build.ts';
import { CASES } from '../../selftest/cases/index.ts';
import { names } from '../../selftest/names.ts';
import { cellsOf } from '../support/product.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
let folder: string;
beforeAll(async () => {
  folder = await buildSelfTest(`${process.env.TESTS_FOLDER}/selftest`);
});

async function open(options: Partial<HostOptions> = {}): Promise<{ book: BookModel; host: Host }> {
  const book = options.book ?? emptyBook();
  return { book, host: await createHost({ book, folder, ...options }) };
}

/** Verdict and what was seen, by fact. */
function result(book: BookModel): Map<string, { verdict: string; seen: string }> {
  const rows = cellsOf(book, 'Self-test').map((row) => row.map(String));
  return new Map(rows.map(([fact = '', , , seen = '', verdict = '']) => [fact, { verdict, seen }]));
}

describe('the facts that the product rests on, as a script of their own', () => {
  let book: BookModel;
  let seen: ReturnType<typeof result>;
  beforeAll(async () => {
    const opened = await open({ book: { ...emptyBook(), locale: 'fr_FR', timeZone: 'Europe/Paris' } });
    opened.host.run('runSelfTest');
    ({ book } = opened);
    seen = result(book);
  });

  test.each(CASES.map((each) => [each.fact, each] as const))('%s', (fact, { calculated }) => {
    const line = seen.get(fact);
    expect([line?.verdict, line?.seen]).toEqual([calculated ? 'not here' : 'as expected', line?.seen]);
  });

  test('leave the file as it was, but for the sheet of the result', () => {
    expect(book.sheets.map(({ name }) => name)).toEqual(['Self-test', 'Sheet1']);
    expect([book.locale, book.timeZone]).toEqual(['fr_FR', 'Europe/Paris']);
  });

  test('have each a sentence of their own', () => {
    expect(new Set(CASES.map(({ fact }) => fact)).size).toBe(CASES.length);
  });

  test('tell a difference where there is one', async () => {
    const typed = emptyBook();
    const { host } = await open({ book: typed, user: '' });
    host.run('runSelfTest');
    expect(result(typed).get('Google says who is at work')).toEqual({ verdict: 'DIFFERENT', seen: 'false' });
  });
});

describe('what takes a person', () => {
  test('Ctrl+Z: written over, taken back by hand, looked at', async () => {
    const { book, host } = await open();
    host.run('lookAtUndo');
    expect(host.ui.toasts.at(-1)?.message).toBe('Choose first: Ctrl+Z, write.');
    host.run('writeForUndo');
    const cell = book.sheets.at(-1)?.rows[0];
    expect(cell?.values).toEqual(['written by the script']);
    if (cell) cell.values = ['before'];
    host.run('lookAtUndo');
    const fact = 'Ctrl+Z takes back what a script wrote (pressed once after two writes)';
    expect(result(book).get(fact)).toEqual({ verdict: 'as expected', seen: '"before"' });
  });

  test('a run that is killed, and what it left', async () => {
    const { book, host } = await open();
    expect(() => host.run('runUntilKilled')).toThrow('Exceeded maximum execution time');
    host.run('lookAtKilledRun');
    const lines = [...result(book)].filter(([fact]) => fact.startsWith('A killed run'));
    expect(lines.map(([, { verdict }]) => verdict)).toEqual(['as expected', 'as expected', 'as expected']);
  });
});

describe('calls from a page', () => {
  /** The page's last script, as a browser would run it, over the stand-in's google.script.run. */
  async function runPage(host: Host): Promise<void> {
    const { html } = host.ui.dialog ?? { html: '' };
    const script = /<script>(?!window)([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
    type Handler = (value: unknown) => void;
    const runner = (done: Handler, failed: Handler): object =>
      new Proxy(
        {},
        {
          get(_, name) {
            if (name === 'withSuccessHandler') return (next: Handler) => runner(next, failed);
            if (name === 'withFailureHandler') return (next: Handler) => runner(done, next);
            if (typeof name !== 'string' || name.endsWith('_')) return undefined;
            return (...args: unknown[]) => {
              try {
                done(host.callFromSidebar(name, args));
              } catch (error) {
                failed(error);
              }
            };
          },
        },
      );
    const body = { textContent: '' };
    const nothing = () => {};
    const context = vm.createContext({
      google: { script: { run: runner(nothing, nothing) } },
      document: { body },
      inTemplate: 4,
      inString: 4,
    });
    vm.runInContext(script, context);
    for (let i = 0; i < 1_000 && !body.textContent.startsWith('Done'); i++) await new Promise(setImmediate);
    expect(body.textContent).toBe('Done: the lines stand in the sheet Self-test.');
  }

  test('are as expected, up to 40 MB each way', async () => {
    const { book, host } = await open();
    host.run('openPage');
    await runPage(host);
    const rows = [...result(book)].slice(3);
    expect(rows).toHaveLength(14);
    expect(rows.filter(([, { verdict }]) => verdict !== 'as expected')).toEqual([]);
  });
});

describe('the script', () => {
  test('has a menu whose items resolve, and nothing at the top but its functions', async () => {
    const { host } = await open();
    host.openDocument();
    const items = host.ui.menus.flatMap((menu) => menu.items.map((item) => item.functionName));
    expect(items).toHaveLength(6);
    for (const item of items) expect(names).toContain(item);
    expect(host.functionNames()).toEqual(expect.arrayContaining([...names]));
  });

  test('asks for the scopes of the product and no more, and is pushed from a folder of its own', async () => {
    const read = async (file: string) => JSON.parse(await readFile(`${root}${file}`, 'utf8'));
    expect(await read('selftest/appsscript.json')).toEqual(await read('appsscript.json'));
    expect(await read('selftest/.clasp.json')).toMatchObject({ rootDir: 'dist' });
  });
});
