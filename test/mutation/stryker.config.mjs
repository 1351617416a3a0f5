// `npm run mutation [-- --mutate 'src/domain/csv/*.ts']`: changes the domain's code in every small way and asks whether a
// test of the domain notices. Run by hand: it takes minutes. The reports land in .cache/mutation.

export default {
  mutate: ['src/domain/**/*.ts'],
  plugins: ['@stryker-mutator/mocha-runner', './test/mutation/mocha-hot.mjs'],
  testRunner: 'mocha-hot',
  testRunnerNodeArgs: ['--import', 'tsx'],
  mochaOptions: { require: ['./test/mutation/jest-words.cjs'], spec: ['test/domain/**/*.test.ts'] },
  // TypeScript 7 has no API to read a tsconfig with, so none is looked for.
  tsconfigFile: 'none',
  coverageAnalysis: 'perTest',
  // What runs only while a module loads asks for a process each; what is also run by a test is changed there.
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 5_000,
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
