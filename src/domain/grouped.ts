/** A number as people read it: 12,000. Said thousands of times in one check: the platform's own way takes many times as long. */
export function grouped(n = 0): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}
