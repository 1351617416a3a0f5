const { expect } = require('expect');
const fc = require('fast-check');
const { bind } = require('jest-each');
const Mocha = require('mocha');

// Few runs of each property: a mutant that only one in a hundred catches asks for a table test. The same runs for every
// mutant, or a score would be luck; and the smallest counterexample is nobody's question here, but costs more than the runs.
fc.configureGlobal({ numRuns: 20, seed: 1, endOnFailure: true });

// Jest's words for Mocha. The domain's tests are Jest's, but Mocha runs them again without loading them anew for every
// mutant, which takes most of Jest's time.
const { bdd } = Mocha.interfaces;
Mocha.interfaces.bdd = function jestWords(suite) {
  bdd(suite);
  suite.on('pre-require', (words) => {
    words.describe.each = bind(words.describe, false);
    words.it.each = bind(words.it, false);
    words.test = words.it;
    words.expect = expect;
  });
};
