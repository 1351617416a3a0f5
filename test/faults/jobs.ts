import { disturbed } from './other-people.ts';
import { SCENARIOS, type Scenario } from './scenarios.ts';
import { stopped } from './stopped-runs.ts';
import type { Outcome } from './trial.ts';
import { pairs } from './two-runs.ts';

/** A scenario, or two of them, under one kind of disturbance. */
export interface Job {
  readonly name: string;
  run(): Promise<Outcome>;
}

const each = (run: (scenario: Scenario) => Promise<Outcome>, scenarios = SCENARIOS): Job[] =>
  scenarios.map((scenario) => ({ name: scenario.name, run: () => run(scenario) }));

/** In an empty file there is nobody's row to move. */
const INHABITED = SCENARIOS.filter((scenario) => scenario.book().sheets.length > 1);

/** All that `npm run faults` tries, by the kind of disturbance. */
export const KINDS: readonly { readonly title: string; readonly jobs: readonly Job[] }[] = [
  { title: 'A run is killed, or a call fails once', jobs: each((scenario) => stopped(scenario)) },
  { title: 'Other people work in the file', jobs: each((scenario) => disturbed(scenario), INHABITED) },
  { title: 'Two people run something at once', jobs: pairs() },
];
