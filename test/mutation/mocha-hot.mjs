import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { createMochaTestRunner } from '@stryker-mutator/mocha-runner';

/**
 * Stryker's Mocha, which tries a mutant in the process that stands. Stryker starts a new one for each mutant in code that
 * also ran while a module or a test file loaded; with `ignoreStatic` such a mutant is only switched on while tests run,
 * so that nothing would be different there.
 */
function createHotMocha(injector) {
  const runner = createMochaTestRunner(injector);
  runner.capabilities = async () => ({ reloadEnvironment: true });
  const { mutantRun } = runner;
  runner.mutantRun = ({ testFilter, ...options }) => {
    // By their names as they are: all of them as one regular expression would be too large.
    const names = testFilter && new Set(testFilter);
    if (names) runner.mocha.options.grep = { test: (name) => names.has(name) };
    return mutantRun.call(runner, options);
  };
  return runner;
}
createHotMocha.inject = createMochaTestRunner.inject;

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'mocha-hot', createHotMocha)];
