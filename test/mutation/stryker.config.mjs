// `npm run mutation [-- --mutate 'src/domain/csv/*.ts']`: changes the domain's code in every small way and asks whether a
// test of the domain notices. Run by hand: it takes long. The reports land in .cache/mutation.

export default {
  mutate: ['src/domain/**/*.ts'],
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings'],
  jest: {
    projectType: 'custom',
    configFile: 'test/mutation/jest.config.mjs',
    // The one test file names its tests only when it runs.
    enableFindRelatedTests: false,
  },
  // TypeScript 7 has no API to read a tsconfig with, so none is looked for.
  tsconfigFile: 'none',
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 3_000,
  incremental: true,
  incrementalFile: '.cache/mutation/incremental.json',
  tempDirName: '.cache/mutation/sandbox',
  ignorePatterns: ['dist', 'docs', 'playground', 'src/sidebar', 'test/browser', 'test/fixtures'],
  reporters: ['clear-text', 'json', 'html'],
  jsonReporter: { fileName: '.cache/mutation/report.json' },
  htmlReporter: { fileName: '.cache/mutation/report.html' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 95, low: 90, break: 90 },
};
