import TestSequencer from '@jest/test-sequencer';

/** Folders whose test files take minutes, the slowest first: begun last, one of them would be waited for by itself. */
const SLOW = ['/test/faults/', '/test/browser/', '/test/playground/', '/test/platform/', '/test/bundle/'];

/** On a clean checkout jest has no times of an earlier run to go by. */
export default class LongestFirst extends TestSequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const at = SLOW.findIndex((folder) => path.replaceAll('\\', '/').includes(folder));
      return at < 0 ? SLOW.length : at;
    };
    return [...tests].sort((a, b) => rank(a) - rank(b) || a.path.localeCompare(b.path));
  }
}
