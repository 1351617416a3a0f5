// Runs a module of the bench in a Node process of its own, bundled first so that no loader is measured along with it.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../', import.meta.url));
const bundles = new Map<string, Promise<string>>();

export interface FreshRun<T> {
  readonly value: T;
  /** Milliseconds of `run` itself, modules loaded. */
  readonly ms: number;
  /** Its processor time, of all cores together: other work on the machine does not lengthen it. */
  readonly cpuMs: number;
  /** The most memory that the whole process ever held, in MB. */
  readonly peakMb: number;
}

/** Calls the exported `run(input)` of `module` (a path below bench/) in a fresh process. */
export async function fresh<T>(
  module: string,
  input: object,
  flags: readonly string[] = [],
): Promise<FreshRun<T>> {
  const known = bundles.get(module) ?? bundled(module);
  bundles.set(module, known);
  const child = spawn(process.execPath, [...flags, await known], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify(input));
  let text = '';
  for await (const part of child.stdout.setEncoding('utf8')) text += part;
  const code = child.exitCode ?? (await new Promise<number | null>((done) => child.once('exit', done)));
  if (code !== 0) throw new Error(`${module} ended with ${code}`);
  return JSON.parse(text) as FreshRun<T>;
}

/** The peers stay outside: they are native, and found from bench/node_modules because the bundle lies in bench/. */
async function bundled(module: string): Promise<string> {
  const outfile = `${root}.cache/${module.replace(/\W/g, '-')}.mjs`;
  await build({
    stdin: {
      contents: `
        import { readFileSync } from 'node:fs';
        import { run } from './${module}';
        const input = JSON.parse(readFileSync(0, 'utf8'));
        const before = process.cpuUsage();
        const start = performance.now();
        const value = await run(input);
        const ms = performance.now() - start;
        const { user, system } = process.cpuUsage(before);
        const cpuMs = (user + system) / 1000;
        process.stdout.write(JSON.stringify({ value, ms, cpuMs, peakMb: process.resourceUsage().maxRSS / 1024 }));`,
      resolveDir: root,
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
  });
  return outfile;
}
