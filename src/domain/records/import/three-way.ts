import { type LastExchange, textPrint } from '../last-exchange.ts';
import type { Conflict, ImportAnswers, Side } from './imported-file.ts';

/** A cell that differs between the sheet and the file. */
interface Difference extends Omit<Conflict, 'item' | 'decision'> {
  readonly id: string;
}

/**
 * Three ways: the sheet, the file, and what both were when they last crossed. A change that only the file has comes in; one
 * that only the sheet has stays; where both changed, people decide, and until then the cell waits.
 */
export class ThreeWay {
  private readonly last: LastExchange | null;
  private readonly decisions: Side | ReadonlyMap<string, Side>;

  constructor(last: LastExchange | null, { conflicts }: ImportAnswers) {
    this.last = last;
    this.decisions = typeof conflicts === 'string' ? conflicts : new Map(Object.entries(conflicts ?? {}));
  }

  judge({ id, ...cell }: Difference): 'take' | 'keep' | Conflict {
    const was = this.last?.print(id, cell.field);
    if (was === undefined || was === textPrint(cell.sheet)) return 'take';
    const item = `${id}|${cell.field}`;
    const decision = (typeof this.decisions === 'string' ? this.decisions : this.decisions.get(item)) ?? null;
    if (was === textPrint(cell.file)) return decision === 'file' ? 'take' : 'keep';
    return { ...cell, item, decision };
  }
}
