import type { MeterReading } from '../../playground/sheets/meter.ts';

/** What one execution did on the stand-in. */
export interface Work {
  readonly calls: number;
  readonly read: number;
  readonly written: number;
  /** Modelled milliseconds: optimistic, middle, pessimistic. */
  readonly ms: readonly [number, number, number];
}

export function workOf(reading: MeterReading | null): Work {
  if (!reading) throw new Error('Nothing ran.');
  const { calls, cellsRead, cellsWritten, modelled } = reading;
  return {
    calls,
    read: cellsRead,
    written: cellsWritten,
    ms: [modelled.optimistic, modelled.middle, modelled.pessimistic],
  };
}
