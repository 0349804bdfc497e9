// `npm test [-- jest options and paths]`: install what is missing, compile what changed, run every test that needs no outside server.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from './install.mjs';

const SLOWEST = 10;
const root = dirname(dirname(fileURLToPath(import.meta.url)));
install();
const { build } = await import('./build.mjs');
await build();

const jest = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    join(root, 'node_modules/jest/bin/jest.js'),
    '--json',
    ...process.argv.slice(2).map(compiled),
  ],
  { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8', maxBuffer: Number.MAX_SAFE_INTEGER },
);
let result;
try {
  result = JSON.parse(jest.stdout);
} catch {
  console.error('The test runner ended without a report.');
  process.exit(1);
}
printSlowest(result.testResults);
const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
console.log(`${result.numPassedTests} passed, ${failed} failed${result.numPendingTests ? `, ${result.numPendingTests} skipped` : ''}`);
process.exit(jest.status === 0 && result.numPassedTests > 0 ? 0 : 1);

/** Tests run on compiled output; a person names sources that are there: libs/shape/nearest.spec.ts is libs/shape/dist/nearest.spec.js. Patterns stay. */
function compiled(argument) {
  const path = argument.replace(/\.spec$/, '.spec.ts');
  if (argument.includes('dist') || !existsSync(join(root, path))) return argument;
  return argument
    .replace(/^((?:libs|apps|infra)\/[^/]+)(?=\/|$)/, '$1/dist')
    .replace(/^(projections|test)(?=\/|$)/, '$1/dist')
    .replace(/\.ts$/, '.js');
}

function printSlowest(specs) {
  if (specs.length <= SLOWEST) return;
  const seconds = ({ startTime, endTime }) => (endTime - startTime) / 1000;
  const source = ({ name }) => relative(root, name).replace('/dist/', '/').replace(/\.js$/, '.ts');
  console.log(`The ${SLOWEST} slowest specs:`);
  for (const spec of [...specs].sort((a, b) => seconds(b) - seconds(a)).slice(0, SLOWEST)) {
    console.log(`  ${seconds(spec).toFixed(1).padStart(6)} s  ${source(spec)}`);
  }
}
