// `npm run faults:model [-- --seed N] [--runs N] [--path P]`: random sequences of actions, edits and faults against the
// oracle, for as long as one likes.
import { parseArgs } from 'node:util';
import { sequences } from './sequences.ts';

const { values } = parseArgs({
  options: { seed: { type: 'string' }, runs: { type: 'string', default: '10000' }, path: { type: 'string' } },
});
const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed);
const started = Date.now();
await sequences({
  seed,
  numRuns: Number(values.runs),
  ...(values.path === undefined ? {} : { path: values.path }),
});
const seconds = Math.round((Date.now() - started) / 1000);
process.stdout.write(`${values.runs} sequences, 0 differences, ${seconds} s, seed ${seed}\n`);
