import fc from 'fast-check';
import { Stage } from './book.ts';
import { commands, rows } from './commands.ts';
import { begin, play } from './play.ts';

/** Random sequences on small workbooks. The first that goes wrong is made as short as it gets, with its seed and path. */
export async function sequences(parameters: { seed: number; numRuns: number; path?: string }): Promise<void> {
  const stage = await Stage.open();
  fc.assert(
    fc.property(rows, commands, (filled, steps) => {
      stage.fill(filled);
      let world = begin(stage);
      for (const step of steps) world = play(stage, world, step);
    }),
    parameters,
  );
}
