export default {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/support/build.js',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': '@swc/jest' },
  testTimeout: 60_000,
  // A worker keeps the modules of every suite it has run, so it is replaced before its heap is full; two also fit the
  // smallest machine. Jest alone would run everything in one process there.
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB',
};
