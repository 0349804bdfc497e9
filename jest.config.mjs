/** Tests run on the compiled output: what is tested is what ships. `npm test` compiles first. */
export default {
  testEnvironment: 'node',
  transform: {},
  testMatch: ['**/dist/**/*.spec.js'],
  testPathIgnorePatterns: ['/node_modules/'],
  modulePathIgnorePatterns: [],
  testTimeout: 60_000,
};
