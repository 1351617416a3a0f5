// `npm run faults [-- NAME]`: every fault at every call of everything that writes. Prints a table and what went wrong.
import { faultsOf, type Outcome } from './harness.ts';
import { SCENARIOS } from './scenarios.ts';

const wanted = process.argv.slice(2).join(' ').toLowerCase();
const scenarios = SCENARIOS.filter(({ name }) => name.includes(wanted));
const outcomes: Outcome[] = [];
for (const scenario of scenarios) {
  const outcome = await faultsOf(scenario);
  outcomes.push(outcome);
  for (const line of outcome.wrong) process.stderr.write(`${line}\n`);
}
const columns = ['scenario', 'calls', 'tried', 'lost', 'doubled', 'diverged'] as const;
process.stdout.write(`| ${columns.join(' | ')} |\n| --- |${' ---: |'.repeat(columns.length - 1)}\n`);
for (const outcome of outcomes) {
  process.stdout.write(`| ${columns.map((column) => outcome[column]).join(' | ')} |\n`);
}
process.exitCode = outcomes.some(({ wrong }) => wrong.length > 0) ? 1 : 0;
