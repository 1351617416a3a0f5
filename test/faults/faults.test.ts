// A part of `npm run faults`, which tries every fault and every deed at every call.
import { DEEDS, disturbed } from './other-people.ts';
import { SCENARIOS } from './scenarios.ts';
import { stopped } from './stopped-runs.ts';
import { pairs } from './two-runs.ts';

const named = (...names: readonly string[]) => SCENARIOS.filter(({ name }) => names.includes(name));

test.each(SCENARIOS)(
  'killed after any call and continued, nothing is lost or doubled: $name',
  async (scenario) => {
    const { tried, wrong } = await stopped(scenario, ['killed after'], ['continueRun']);
    expect(tried).toBeGreaterThan(5);
    expect(wrong).toEqual([]);
  },
);

test.each(
  named(
    'rename a code',
    'merge two codes',
    'import changes of scattered records',
    'delete flagged rows, scattered',
  ),
)(
  'failed after any call and undone, the sheets are as they were or the run is whole: $name',
  async (scenario) => {
    const { tried, wrong } = await stopped(scenario, ['fails after'], ['undo']);
    expect(tried).toBeGreaterThan(5);
    expect(wrong).toEqual([]);
  },
);

const MOVES = DEEDS.filter(({ name }) => /row in Records, as row 2|sorts Records/.test(name));

test.each(named('rename a code', 'import changes of scattered records', 'delete flagged rows, scattered'))(
  'rows that somebody moves at any moment keep their own cells, and ours get theirs: $name',
  async (scenario) => {
    expect(MOVES).toHaveLength(2);
    const { tried, wrong } = await disturbed(scenario, MOVES);
    expect(tried).toBeGreaterThan(20);
    expect(wrong).toEqual([]);
  },
);

test.each(pairs().slice(0, 3))('two runs at once are both done, or one is told: $name', async ({ run }) => {
  const { tried, wrong } = await run();
  expect(tried).toBeGreaterThan(20);
  expect(wrong).toEqual([]);
});
