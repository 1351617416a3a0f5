// What a context is made of, on disk: the stand-in as one script, and the script's folder beside it.
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const cache = fileURLToPath(new URL('../../.cache/stand-in/', import.meta.url));

/** What a context is made of: the folder that gas-local loads, and the HTML files by name. */
interface Prepared {
  readonly stamp: string;
  readonly scripts: string;
  readonly files: Record<string, string>;
}

const prepared = new Map<string, Prepared>();

/** Once for a folder, and again when something in it has changed. */
export async function prepare(folder: string): Promise<Prepared> {
  const names = await readdir(folder);
  const stats = await Promise.all(names.map((name) => stat(`${folder}/${name}`)));
  const stamp = JSON.stringify(names.map((name, i) => [name, stats[i]?.mtimeMs, stats[i]?.size]));
  const known = prepared.get(folder);
  if (known?.stamp === stamp) return known;
  const made = { stamp, ...(await writeScripts(folder, names)) };
  prepared.set(folder, made);
  return made;
}

/** The folder that each execution loads: the stand-in first (directory order), then the script. */
async function writeScripts(folder: string, names: readonly string[]): Promise<Omit<Prepared, 'stamp'>> {
  await dropOthers();
  const scripts = `${cache}${process.pid}-${hash(folder)}/`;
  await mkdir(scripts, { recursive: true });
  await writeFile(`${scripts}0-services.js`, await services());
  const files: Record<string, string> = {};
  for (const name of names) {
    const text = await readFile(`${folder}/${name}`, 'utf8');
    if (name.endsWith('.html')) files[name.slice(0, -5)] = text;
    if (name.endsWith('.js')) await writeFile(`${scripts}1-${name}`, text);
  }
  return { scripts, files };
}

/** What processes that are no more have left. */
async function dropOthers(): Promise<void> {
  const folders = await readdir(cache).catch(() => []);
  const gone = folders.filter((name) => !isRunning(Number.parseInt(name, 10)));
  await Promise.all(gone.map((name) => rm(`${cache}${name}`, { recursive: true, force: true })));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's, perhaps: only "no such process" is sure.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

let bundled: Promise<string> | null = null;

/** The stand-in as one script: what a context loads ahead of the product. */
export function services(): Promise<string> {
  bundled ??= build({
    entryPoints: [`${here}inside.ts`],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    // It is read and compiled for each execution; names stay, for stack traces.
    minifyWhitespace: true,
    minifySyntax: true,
  }).then((result) => result.outputFiles[0]?.text ?? '');
  return bundled;
}

function hash(text: string): string {
  let sum = 7;
  for (const letter of text) sum = (Math.imul(sum, 31) + letter.charCodeAt(0)) | 0;
  return (sum >>> 0).toString(36);
}
