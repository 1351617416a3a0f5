/** For sorting: texts by their letters' numbers, the same on every machine. */
export function textOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
