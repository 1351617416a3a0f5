// `npm start`: the sample workbook, or a real .xlsx file, in a page that looks like a spreadsheet, with the built add-on.
import { spawn } from 'node:child_process';
import { basename, resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { build } from '../build.ts';
import { sampleBook } from './sample/make-sample.ts';
import { serve } from './server/server.ts';
import { Session } from './server/session.ts';
import { findUnkeptContents, isXlsxName, openWorkbook } from './workbook/workbook-file.ts';

const command = new Command('start')
  .argument('[book]', 'an .xlsx file to work on; without one, the sample')
  .option('--port <n>', 'the first port to try', port, 8080)
  .option('--no-open', 'do not open a browser')
  .option('--read-only', 'change nothing in the file')
  .parse();
const options = command.opts<{ port: number; open: boolean; readOnly?: boolean }>();
const [book] = command.args;

try {
  await start();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}

async function start(): Promise<void> {
  const path = book === undefined ? null : resolve(process.env.INIT_CWD ?? process.cwd(), book);
  const [folder, model] = await Promise.all([
    build(),
    path === null ? sampleBook().book : openWorkbook(path),
  ]);
  if (path !== null && !options.readOnly) {
    // Each change is saved at once: without this, all of them failed behind the page's back.
    if (!isXlsxName(path))
      throw new Error(
        `Changes cannot be saved to ${basename(path)}. Save it as .xlsx in the program that made it, or use --read-only.`,
      );
    const lost = await findUnkeptContents(path);
    if (lost.length > 0)
      process.stdout.write(
        `Saving this file will not keep its ${lost.join(', ')}. Work on a copy, or use --read-only.\n`,
      );
  }
  const session = await Session.open(model, folder, path, options.readOnly ?? false);
  const { address, close } = await serve(session, options.port);
  process.stdout.write(`${address}\n`);
  if (options.open) openBrowser(address);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void session
        .flush()
        .then(close)
        .finally(() => process.exit());
    });
  }
}

/** Only where a person sits at a desktop. */
function openBrowser(address: string): void {
  const desktop = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (process.env.CI || !desktop || !process.stdout.isTTY) return;
  const [program, ...args] =
    process.platform === 'darwin'
      ? ['open']
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '']
        : ['xdg-open'];
  spawn(program as string, [...args, address], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}

function port(text: string): number {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 0 || n > 65_535)
    throw new InvalidArgumentError('A port is a number from 0 to 65535.');
  return n;
}
