import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { sampleBook } from '../../playground/sample/make-sample.ts';
import { openWorkbook, saveWorkbook } from '../../playground/workbook/workbook-file.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'action-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function action(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const file = join(root, 'node_modules/tsx/dist/cli.mjs');
  return new Promise((resolve) => {
    const env = { ...process.env, INIT_CWD: folder };
    execFile(
      process.execPath,
      [file, 'playground/action.ts', ...args],
      { cwd: root, env, maxBuffer: 1e8 },
      (error, out, err) => {
        resolve({ code: error ? Number(error.code) : 0, out, err });
      },
    );
  });
}

describe('npm run action', () => {
  test('prints the envelope and nothing else, exit 0', async () => {
    const { code, out } = await action('check');
    expect(code).toBe(0);
    const envelope = JSON.parse(out);
    expect(envelope.ok).toBe(true);
    expect(envelope.value.errors).toBeGreaterThan(0);
  });

  test('a refusal is an envelope with its sentence, exit 1', async () => {
    const { code, out } = await action('whereUsed', '--input', '{"code":"NOT-THERE"}');
    expect(code).toBe(1);
    expect(JSON.parse(out).refusal.message).toBe('NOT-THERE is not in the Codes sheet.');
  });

  test.each([
    [['nonsense']],
    [[]],
    [['check', '--input', 'not json']],
    [['check', '--book', 'missing.xlsx']],
    [['check', '--wrong']],
  ])('bad usage is exit 2 and nothing on stdout: %j', async (args) => {
    const { code, out, err } = await action(...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err.trim()).not.toBe('');
  });

  test.each([
    [['chek'], 'There is no action chek. Did you mean check, checklist, tickChecklist?'],
    [['zzz'], 'There is no action zzz. --list shows them all.'],
    [
      ['check', '--input', '{'],
      '--input is not JSON. Put it in single quotes, or in a file and name that: --input @FILE.',
    ],
    [
      ['check', '--save', 'book.xlsm'],
      'Save the workbook under a name that ends in .xlsx: book.xlsm would not open again.',
    ],
    [['check', '--input', '@none.json'], '--input names the file none.json, which cannot be read.'],
  ])('bad usage says what to do: %j', async (args, words) => {
    const { code, out, err } = await action(...args);
    expect([code, out, err.trim()]).toEqual([2, '', words]);
  });

  test('lists every action of the contract with its input', async () => {
    const { out } = await action('--list');
    const names = Object.keys(JSON.parse(out));
    const contract =
      'overview setUpSheets check previewFix fix listCodes whereUsed highlight addCode previewRename rename tickChecklist previewMerge merge previewDeleteCode deleteCode protectCodes recordsTemplate exportRecords previewImport importRecords previewDeleteFlagged deleteFlagged progress makeReports activity previewUndo undo';
    expect(names).toEqual(expect.arrayContaining(contract.split(' ')));
  });

  test('previews, imports a CSV, saves the workbook, and imports it again as all the same', async () => {
    const csv =
      'Record Id;Name;Record Type;Completion Date;Qualification Code\r\n0;new.person;Training Record;2026-01-31;CLABEG\r\n';
    await writeFile(join(folder, 'file.csv'), csv);
    const input = { file: 'file.csv' };
    const preview = JSON.parse((await action('previewImport', '--input', JSON.stringify(input))).out);
    expect(preview.value.counts).toMatchObject({ new: 1, errors: 0 });
    const apply = { ...input, basedOn: preview.value.basedOn };
    await writeFile(join(folder, 'input.json'), JSON.stringify(apply));
    const done = await action('importRecords', '--input', '@input.json', '--save', 'out.xlsx', '--stats');
    expect(JSON.parse(done.out).value.message).toBe('1 row imported.');
    expect(JSON.parse(done.err.trim().split('\n').at(-1) ?? '')).toHaveProperty('calls');
    const again = JSON.parse(
      (await action('previewImport', '--book', 'out.xlsx', '--input', JSON.stringify(input))).out,
    );
    expect(again.value.counts).toMatchObject({ new: 0, updated: 0, same: 1 });
    const book = await openWorkbook(join(folder, 'out.xlsx'));
    expect(book.sheets.map((sheet) => sheet.name)).toContain('Activity');
  });

  test('imports a file of many rows to its end, a chunk after the other', async () => {
    const rows = Array.from({ length: 5_200 }, (_, i) => `0,many.${i},Training Record\r\n`);
    await writeFile(join(folder, 'many.csv'), `Record Id,Name,Record Type\r\n${rows.join('')}`);
    const input = { file: 'many.csv' };
    const preview = JSON.parse((await action('previewImport', '--input', JSON.stringify(input))).out);
    const apply = JSON.stringify({ ...input, basedOn: preview.value.basedOn });
    const { out, err } = await action('importRecords', '--input', apply, '--save', 'many.xlsx', '--stats');
    expect(JSON.parse(out).value).toMatchObject({
      done: 5_200,
      total: 5_200,
      message: '5,200 rows imported.',
    });
    expect(JSON.parse(err.trim().split('\n').at(-1) ?? '')).toMatchObject({ executions: 2 });
    const again = await action('previewImport', '--book', 'many.xlsx', '--input', JSON.stringify(input));
    expect(JSON.parse(again.out).value.counts).toMatchObject({ new: 0, same: 5_200 });
  });

  test.each([
    ['empty.csv', '', 'file-empty'],
    ['book.csv', 'PK\x03\x04', 'file-not-csv'],
    ['quote.csv', 'Name,Title\n"a,b\n', 'file-unreadable'],
    ['headings.csv', 'Name,Title\n', 'file-empty'],
    ['other.csv', 'Colour\nred\n', 'file-headings'],
  ])('a file that cannot be imported is a refusal like any other: %s', async (name, text, reason) => {
    await writeFile(join(folder, name), text, 'latin1');
    const { code, out } = await action('previewImport', '--input', JSON.stringify({ file: name }));
    const { refusal } = JSON.parse(out);
    expect([code, refusal.reason]).toEqual([1, reason]);
    expect(refusal.message).toMatch(/Nothing was changed/);
  });

  test('exports return the CSV text', async () => {
    const { out } = await action('exportRecords', '--input', '{"which":"code","code":"CPR"}');
    const { text, rows } = JSON.parse(out).value;
    expect(rows).toBeGreaterThan(0);
    expect(text.startsWith('\ufeffRecord Id,Name,Record Type,Object Id,Title,')).toBe(true);
  });

  test('the README names the commands that package.json has', async () => {
    const readme = await readFile(join(root, 'README.md'), 'utf8');
    const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    for (const [, name] of readme.matchAll(/npm run (?:-s )?([a-z]+)/g))
      expect(scripts).toHaveProperty(name ?? '');
  });
});

// In this file because both build into dist, and files run side by side.
test('npm start prints its address, and the page is there', async () => {
  const file = join(root, 'node_modules/tsx/dist/cli.mjs');
  const args = [file, 'playground/start.ts', '--no-open', '--port', '0'];
  const playground = spawn(process.execPath, args, { cwd: root });
  try {
    const address = await new Promise<string>((resolve, reject) => {
      playground.stdout.on('data', (line: Buffer) => resolve(String(line).trim()));
      playground.on('exit', (code) => reject(new Error(`It ended with ${code}.`)));
    });
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const page = await fetch(address);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<script')]);
  } finally {
    playground.removeAllListeners('exit').kill();
  }
});

test('npm start works on no file that it could not save', async () => {
  const book = join(folder, 'macros.xlsm');
  await saveWorkbook(sampleBook().book, join(folder, 'book.xlsx'));
  await rename(join(folder, 'book.xlsx'), book);
  const args = [join(root, 'node_modules/tsx/dist/cli.mjs'), 'playground/start.ts', '--no-open', book];
  const run = promisify(execFile)(process.execPath, args, { cwd: root });
  await expect(run).rejects.toMatchObject({
    code: 2,
    stdout: '',
    stderr:
      'Changes cannot be saved to macros.xlsm. Save it as .xlsx in the program that made it, or use --read-only.\n',
  });
});
