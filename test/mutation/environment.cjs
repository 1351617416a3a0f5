const { TestEnvironment } = require('jest-environment-node');

/** Once a test has failed, the mutant is caught: the others are left out. */
module.exports = class FirstFailure extends TestEnvironment {
  handleTestEvent({ name, test }) {
    if (name === 'test_done' && test.errors.length > 0) this.failed = true;
    if (name === 'test_start' && this.failed) test.mode = 'skip';
  }
};
