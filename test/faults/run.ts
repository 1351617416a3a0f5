// `npm run faults [-- NAME]`: everything that goes wrong, at every call of everything that writes. Prints a table for each
// kind of disturbance, and what went wrong. Each job runs in a process of its own, as many at once as there are cores: a
// thousand workbooks opened in one process leave it more memory than it gives back.
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { builtProduct } from '../support/product.ts';
import { KINDS } from './jobs.ts';
import type { Outcome } from './trial.ts';

const COLUMNS = ['scenario', 'calls', 'tried', 'lost', 'doubled', 'diverged'] as const;

/** Workbooks live for one try: with the usual 16 MB a sixth of the time goes into collecting them. */
const ROOM_FOR_THE_YOUNG = '--max-semi-space-size=64';

const send = process.send?.bind(process);
if (send) {
  const [kind, job] = process.argv.slice(2).map(Number) as [number, number];
  send(await KINDS[kind]?.jobs[job]?.run());
  process.disconnect();
} else {
  await everything(process.argv.slice(2).join(' ').toLowerCase());
}

async function everything(wanted: string): Promise<void> {
  // Once, for all the processes that are to come.
  await builtProduct();
  for (const [kind, { title, jobs }] of KINDS.entries()) {
    process.stdout.write(`\n${title}\n\n| ${COLUMNS.join(' | ')} |\n| --- |${' ---: |'.repeat(5)}\n`);
    // One list for all who work it off: each takes the next job when its last one has ended.
    const left = jobs.flatMap(({ name }, job) => (name.includes(wanted) ? [job] : [])).values();
    const workOff = async (): Promise<void> => {
      for (const job of left) report(await inOwnProcess(kind, job));
    };
    await Promise.all(Array.from({ length: availableParallelism() }, workOff));
  }
}

function report(outcome: Outcome): void {
  process.stdout.write(`| ${COLUMNS.map((column) => outcome[column]).join(' | ')} |\n`);
  for (const line of outcome.wrong) process.stderr.write(`${line}\n`);
  if (outcome.wrong.length > 0) process.exitCode = 1;
}

function inOwnProcess(kind: number, job: number): Promise<Outcome> {
  return new Promise((done, fail) => {
    const child = fork(fileURLToPath(import.meta.url), [String(kind), String(job)], {
      execArgv: [...process.execArgv, ROOM_FOR_THE_YOUNG],
    });
    child.once('message', (outcome) => done(outcome as Outcome));
    child.once('error', fail);
    child.once('exit', () => fail(new Error(`${KINDS[kind]?.jobs[job]?.name}: ended without an outcome`)));
  });
}
