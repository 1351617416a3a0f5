/** A clock that never stands still, because runs are named by it: a tenth of a second for each time it is asked. */
export function tickingClock(start: number): () => number {
  let now = start;
  return () => {
    now += 100;
    return now;
  };
}
