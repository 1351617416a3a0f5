// `npm run -s action -- NAME`: one API action of the built bundle, headless. Prints the envelope and nothing else.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Command, CommanderError } from 'commander';
import { build } from '../build.ts';
import type { Envelope, ImportResult, ImportSource } from '../src/contract/api.ts';
import { count } from '../src/contract/views/preview.ts';
import { refusalMessage } from '../src/contract/words/refusals.ts';
import type { Refused } from '../src/domain/plan.ts';
import { describeInputs } from './action-inputs.ts';
import { readCsvFile } from './csv-file.ts';
import { sampleBook } from './sample/make-sample.ts';
import { addWork, type MeterReading, noWork } from './sheets/meter.ts';
import { createHost, type Host } from './sheets/runtime.ts';
import { openWorkbook, requireXlsxName, saveWorkbook } from './workbook/workbook-file.ts';

const OK = 0;
const REFUSED = 1;
const BAD_USAGE = 2;

/** Paths are the caller's: npm runs scripts in the project's folder and says where it was called from. */
const from = (path: string): string => resolve(process.env.INIT_CWD ?? process.cwd(), path);

/** What `--stats` prints: the work of all executions, and how many there were. */
interface Stats extends MeterReading {
  executions: number;
}

class UsageError extends Error {}

async function main(): Promise<number> {
  const command = new Command('action')
    .argument('[name]', 'the action, see --list')
    .option('--book <xlsx>', 'the workbook (default: the sample)')
    .option('--input <json>', 'the input as JSON, or @FILE')
    .option('--save <xlsx>', 'save the workbook there afterwards')
    .option('--user <email>', 'who runs it')
    .option('--list', 'print the actions with their inputs')
    .option('--stats', 'calls, cells and modelled time on stderr')
    .exitOverride()
    .configureOutput({ writeErr: (text) => process.stderr.write(text) });
  command.parse();
  const options = command.opts<{
    book?: string;
    input?: string;
    save?: string;
    user?: string;
    list?: boolean;
    stats?: boolean;
  }>();
  if (options.list) {
    process.stdout.write(`${JSON.stringify(describeInputs(), null, 2)}\n`);
    return OK;
  }
  const [name] = command.args;
  if (name === undefined || !Object.hasOwn(describeInputs(), name)) {
    throw new UsageError(name === undefined ? 'Name an action; --list shows them.' : noSuchAction(name));
  }
  if (options.save !== undefined) requireXlsxName(options.save);
  const input = await readInput(options.input);
  if (isRefused(input)) {
    const { refusal } = input;
    process.stdout.write(
      `${JSON.stringify({ ok: false, refusal: { ...refusal, message: refusalMessage(refusal) } })}\n`,
    );
    return REFUSED;
  }
  const book = options.book === undefined ? sampleBook().book : await openWorkbook(from(options.book));
  const host = await createHost({
    book,
    folder: await build(),
    ...(options.user === undefined ? {} : { user: options.user }),
    log: (_, text) => process.stderr.write(`${text}\n`),
  });
  const { envelope, stats } = runWhole(host, name, input);
  if (options.save !== undefined) await saveWorkbook(book, from(options.save));
  if (options.stats) process.stderr.write(`${JSON.stringify(stats)}\n`);
  process.stdout.write(`${JSON.stringify(envelope)}\n`);
  return envelope.ok ? OK : REFUSED;
}

/**
 * Runs the action. An import of many rows takes a call a chunk, as in the sidebar, each based on what the last one left:
 * here they follow one another, and the answer and the figures are those of all together.
 */
function runWhole(host: Host, name: string, input: object): { envelope: Envelope<unknown>; stats: Stats } {
  const stats: Stats = { executions: 0, ...noWork() };
  let done = 0;
  let total: number | null = null;
  for (let next = input; ; ) {
    const envelope = JSON.parse(host.callFromSidebar('rpc', [name, JSON.stringify(next)]) as string);
    stats.executions++;
    if (host.last) addWork(stats, host.last);
    if (name !== 'importRecords' || !envelope.ok) return { envelope, stats };
    const { value } = envelope as { value: ImportResult };
    done += value.done;
    total ??= value.total;
    if (value.basedOn === undefined) {
      const message = `${count(done, 'row')} imported.`;
      return { envelope: { ok: true, value: { ...value, message, done, total } }, stats };
    }
    next = { ...input, basedOn: value.basedOn };
  }
}

/** The input, with a file named for an import read and parsed as the sidebar would, or refused as it would. */
async function readInput(given: string | undefined): Promise<object | Refused> {
  const text = given?.startsWith('@') ? await inputFile(given.slice(1)) : (given ?? '{}');
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    throw new UsageError(
      '--input is not JSON. Put it in single quotes, or in a file and name that: --input @FILE.',
    );
  }
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    throw new UsageError('--input is not a JSON object.');
  const source = input as ImportSource;
  if (typeof source.file !== 'string') return source;
  const read = await readCsvFile(from(source.file));
  if (!read.ok) return read;
  const { ok: _, ...rows } = read;
  return { ...source, ...rows };
}

async function inputFile(name: string): Promise<string> {
  try {
    return (await readFile(from(name), 'utf8')).replace(/^\ufeff/, '');
  } catch {
    throw new UsageError(`--input names the file ${name}, which cannot be read.`);
  }
}

/** "There is no action chek. Did you mean check, checklist, tickChecklist?" */
function noSuchAction(name: string): string {
  const begin = name.slice(0, 3).toLowerCase();
  const near = Object.keys(describeInputs()).filter((each) => each.toLowerCase().includes(begin));
  const hint = near.length > 0 ? `Did you mean ${near.join(', ')}?` : '--list shows them all.';
  return `There is no action ${name}. ${hint}`;
}

function isRefused(input: object | Refused): input is Refused {
  return 'refusal' in input;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? OK : BAD_USAGE;
  else {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = BAD_USAGE;
  }
}
