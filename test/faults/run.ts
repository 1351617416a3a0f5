// `npm run faults [-- NAME]`: everything that goes wrong, at every call of everything that writes. Prints a table for each
// kind of disturbance, and what went wrong.
import { disturbed } from './other-people.ts';
import { SCENARIOS, type Scenario } from './scenarios.ts';
import { stopped } from './stopped-runs.ts';
import type { Outcome } from './trial.ts';
import { pairs } from './two-runs.ts';

const each = (run: (scenario: Scenario) => Promise<Outcome>, scenarios = SCENARIOS) =>
  scenarios.map((scenario) => ({ name: scenario.name, run: () => run(scenario) }));

/** In an empty file there is nobody's row to move. */
const INHABITED = SCENARIOS.filter((scenario) => scenario.book().sheets.length > 1);

const KINDS = [
  ['A run is killed, or a call fails once', each((scenario) => stopped(scenario))],
  ['Other people work in the file', each((scenario) => disturbed(scenario), INHABITED)],
  ['Two people run something at once', pairs()],
] as const;

const wanted = process.argv.slice(2).join(' ').toLowerCase();
const columns = ['scenario', 'calls', 'tried', 'lost', 'doubled', 'diverged'] as const;

for (const [title, runs] of KINDS) {
  process.stdout.write(`\n${title}\n\n| ${columns.join(' | ')} |\n| --- |${' ---: |'.repeat(5)}\n`);
  for (const { run } of runs.filter(({ name }) => name.includes(wanted))) {
    const outcome = await run();
    process.stdout.write(`| ${columns.map((column) => outcome[column]).join(' | ')} |\n`);
    for (const line of outcome.wrong) process.stderr.write(`${line}\n`);
    if (outcome.wrong.length > 0) process.exitCode = 1;
  }
}
