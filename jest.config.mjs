import { availableParallelism } from 'node:os';
import { isCompiled } from './scripts/compiled-paths.mjs';

/**
 * Tests run on the compiled output: what is tested is what ships. `npm test` compiles first. What needs outside servers
 * (`*.int.spec.ts`: brokers and databases that infra/local starts) runs with TENURE_TEST_SERVERS=1.
 */
const servers = process.env.TENURE_TEST_SERVERS === '1';
/** With TENURE_TEST_PROFILE=distributed the stories of test/acceptance and test/operators run on such servers: a log for each file, Kafka and MongoDB for all. */
const distributed = process.env.TENURE_TEST_PROFILE === 'distributed';

/** What needs a browser, what looks for trouble at random, or by kills at every step, and what starts an engine over and over, runs when its folder is named: `.ci/run` does. */
const LONG = ['test/dist/(?:crash|fuzz|simulation|operators|browser)/'];
const isNamed = process.argv.slice(2).some(isCompiled);

export default {
  testEnvironment: './scripts/test-environment.mjs',
  transform: {},
  testMatch: ['**/dist/**/*.spec.js'],
  testPathIgnorePatterns: [
    '/node_modules/',
    ...(servers ? [] : ['[.]int[.]spec[.]js$']),
    ...(distributed ? [] : ['both-profiles[.]spec[.]js$']),
    ...(isNamed ? [] : LONG),
  ],
  modulePathIgnorePatterns: ['<rootDir>/bundle/'],
  // Stories wait for processes and for time that has to pass: three for two cores keep both busy. On servers the cores are busy anyway.
  maxWorkers: Math.ceil(availableParallelism() * (servers || distributed ? 1 : 1.5)),
  testTimeout: distributed ? 180_000 : 60_000,
  ...(distributed
    ? {
        globalSetup: './test/dist/engine/servers.setup.js',
        globalTeardown: './test/dist/engine/servers.teardown.js',
        setupFilesAfterEnv: ['./test/dist/engine/log-of-the-file.setup.js'],
      }
    : {}),
};
