import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../../build.ts';
import { pages, root } from './pages.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'docs-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What a program of the project prints. */
function run(cwd: string, script: string, ...args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [join(root, script), ...args], { cwd }, (error, out) =>
      error ? reject(error) : resolve(out),
    );
  });
}

const CLASP = 'node_modules/@google/clasp/build/src/index.js';
const TSX = 'node_modules/tsx/dist/cli.mjs';
const ALL = pages().flatMap(({ file, commands }) => commands.map((command) => ({ file, command })));
/** `npm start -- --read-only` → the words after `--` that are options. */
const optionsOf = (command: string): string[] => command.match(/(?<=\s)--[a-z][a-z-]*/g) ?? [];

test('every npm command is a script of the project, or npm’s own', async () => {
  const { scripts } = JSON.parse(await readFile(`${root}package.json`, 'utf8'));
  const unknown = ALL.filter(({ command }) => command.startsWith('npm ')).filter(({ command }) => {
    const [, verb = '', ...rest] = command.split(' ').filter((word) => word !== '-s');
    if (verb === 'run') return !Object.hasOwn(scripts, rest[0] ?? '');
    if (verb === 'start' || verb === 'test') return !Object.hasOwn(scripts, verb);
    return verb !== 'ci' && verb !== 'install';
  });
  expect(unknown).toEqual([]);
  expect(ALL.length).toBeGreaterThan(20);
});

test('the options of npm start are its own', async () => {
  const help = await run(root, TSX, 'playground/start.ts', '--help');
  const given = ALL.filter(({ command }) => command.startsWith('npm start'));
  for (const { command } of given) for (const option of optionsOf(command)) expect(help).toContain(option);
});

test('the headless actions and their options exist', async () => {
  const [help, list] = await Promise.all([
    run(root, TSX, 'playground/action.ts', '--help'),
    run(root, TSX, 'playground/action.ts', '--list'),
  ]);
  const names = Object.keys(JSON.parse(list));
  const given = ALL.filter(({ command }) => command.startsWith('npm run -s action'));
  expect(given.length).toBeGreaterThan(1);
  for (const { command } of given) {
    const name = /action -- ([a-z]\w*)/i.exec(command)?.[1];
    if (name !== undefined && name !== 'NAME') expect(names).toContain(name);
    for (const option of optionsOf(command)) expect(help).toContain(option);
  }
});

test('every clasp command is one of clasp’s', async () => {
  const help = await run(folder, CLASP, '--help');
  const given = ALL.filter(({ command }) => command.startsWith('npx clasp '));
  expect(given.length).toBeGreaterThan(3);
  for (const { command } of given) {
    const name = command.split(' ')[2] ?? '';
    expect(help).toMatch(new RegExp(`^ +(?:\\S+\\|)?${name}\\b`, 'm'));
  }
});

test('clasp would push exactly the three files', async () => {
  await copyFile(`${root}.clasp.json`, `${folder}/.clasp.json`);
  await build(`${folder}/dist`);
  const status = JSON.parse(await run(folder, CLASP, 'show-file-status', '--json'));
  expect(status.filesToPush.sort()).toEqual(['dist/Code.js', 'dist/appsscript.json', 'dist/sidebar.html']);
  expect(status.untrackedFiles).toEqual([]);
});
