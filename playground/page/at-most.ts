/** Runs at most so many pieces of work at once; the next ones wait in their order. */
export function atMost(many: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= many) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // The place goes straight to the next in line: nobody who comes meanwhile can take it.
      if (next) next();
      else running--;
    }
  };
}
