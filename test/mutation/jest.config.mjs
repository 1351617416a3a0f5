import base from '../../jest.config.mjs';

const { globalSetup, reporters, ...shared } = base;

/** The domain's own tests and nothing else: no browser, no built bundle. */
export default {
  ...shared,
  rootDir: '../..',
  testMatch: ['<rootDir>/test/mutation/domain.ts'],
  testEnvironment: './test/mutation/environment.cjs',
};
