import { mkdir, writeFile } from 'node:fs/promises';
import { type BookModel, emptyBook } from '../../playground/sheets/model.ts';
import { createHost, type Host, type HostOptions } from '../../playground/sheets/runtime.ts';

let count = 0;

/** A spreadsheet with a script of its own: `source` is what would stand in Code.gs. */
export async function scripted(source: string, options: Partial<HostOptions> = {}): Promise<Host> {
  const own = `${process.env.TESTS_FOLDER}/scripts-${process.pid}-${++count}`;
  await mkdir(own, { recursive: true });
  await writeFile(`${own}/Code.js`, source);
  await writeFile(`${own}/page.html`, '<p>page</p>');
  return createHost({ book: options.book ?? emptyBook(), folder: own, ...options });
}

/** Runs a function body with `ss` and `sheet` at hand and gives back what it returns, as JSON would carry it. */
export async function run<T>(body: string, options: Partial<HostOptions> = {}): Promise<T> {
  const host = await scripted(
    `function test() { var ss = SpreadsheetApp.getActiveSpreadsheet(); var sheet = ss.getSheets()[0]; return JSON.stringify((function () { ${body} })()); }`,
    options,
  );
  const text = host.run<string | undefined>('test');
  return (text === undefined ? undefined : JSON.parse(text)) as T;
}

export function book(change: (book: BookModel) => void): BookModel {
  const made = emptyBook();
  change(made);
  return made;
}
