/** Middle, and the quarters around it: half of all samples lie between `low` and `high`. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

export function spreadOf(samples: readonly number[]): Spread {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number): number => {
    const place = (sorted.length - 1) * share;
    const below = sorted[Math.floor(place)] ?? Number.NaN;
    return below + ((sorted[Math.ceil(place)] ?? below) - below) * (place % 1);
  };
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}

/** One ratio for each round, of two jobs that took turns: what slowed the machine then slowed both. */
export function ratios(jobs: readonly number[], against: readonly number[]): Spread {
  return spreadOf(jobs.map((ms, i) => ms / (against[i] ?? Number.NaN)));
}

/** How the time grows from one size to another: 1 is in proportion, 2 is with the square. */
export function exponent(small: number, large: number, times: number): number {
  return Math.log(large / small) / Math.log(times);
}
