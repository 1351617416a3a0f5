import fc from 'fast-check';

/** So many runs of a property, unless the test runner asks for fewer: mutation testing runs each property very often. */
export function runs(most: number): { numRuns: number } {
  const { numRuns = most } = fc.readConfigureGlobal() ?? {};
  return { numRuns: Math.min(most, numRuns) };
}
