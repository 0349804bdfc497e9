/**
 * Tests run on the compiled output: what is tested is what ships. `npm test` compiles first. What needs outside servers
 * (`*.int.spec.ts`: brokers and databases that infra/local starts) runs with TENURE_TEST_SERVERS=1.
 */
const servers = process.env.TENURE_TEST_SERVERS === '1';

export default {
  testEnvironment: 'node',
  transform: {},
  testMatch: ['**/dist/**/*.spec.js'],
  testPathIgnorePatterns: ['/node_modules/', ...(servers ? [] : ['[.]int[.]spec[.]js$'])],
  modulePathIgnorePatterns: [],
  testTimeout: 60_000,
};
