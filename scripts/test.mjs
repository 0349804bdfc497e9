// `npm test [-- paths and jest options]`: install what is missing, compile what changed, run every test that needs no outside server;
// crash, fuzz and simulation when they are named.
// A path is a spec or a folder of sources. `--watch` runs again after each change; without paths, it runs the specs beside the changed sources.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compiledPaths, isCompiled } from './compiled-paths.mjs';
import { install } from './install.mjs';
import { watchSources } from './watch-sources.mjs';

const SLOWEST = 10;
const SOURCES = ['apps', 'libs', 'projections', 'infra', 'test'];
const root = dirname(dirname(fileURLToPath(import.meta.url)));
install();
const { build } = await import('./build.mjs');
await build();

const asked = process.argv.slice(2);
if (asked.includes('--watch')) watchTests(asked.filter((argument) => argument !== '--watch'));
else process.exit(run(asked) ? 0 : 1);

/** Runs jest with these arguments; answers whether there were tests, and all of them passed. */
function run(wanted) {
  const jest = spawnSync(
    process.execPath,
    ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', join(root, 'node_modules/jest/bin/jest.js'), '--json', ...compiledPaths(wanted)],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8', maxBuffer: Number.MAX_SAFE_INTEGER },
  );
  let result;
  try {
    result = JSON.parse(jest.stdout);
  } catch {
    console.error('The test runner ended without a report.');
    return false;
  }
  printSlowest(result.testResults);
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  console.log(`${result.numPassedTests} passed, ${failed} failed${result.numPendingTests ? `, ${result.numPendingTests} skipped` : ''}`);
  return jest.status === 0 && result.numPassedTests > 0;
}

function watchTests(wanted) {
  const namesPaths = compiledPaths(wanted).some(isCompiled);
  if (namesPaths) run(wanted);
  else console.log('Waiting for a source to change; its folder is tested then.');
  watchSources(SOURCES, async (files) => {
    try {
      await build();
    } catch (error) {
      console.error(`${files.join(', ')}: ${error.message}`);
      return;
    }
    run(namesPaths ? wanted : [...wanted, ...new Set(files.map(besideIt))]);
  });
}

/** The nearest folder above a source that has specs. */
function besideIt(file) {
  const folder = dirname(file);
  const hasSpecs = existsSync(join(root, folder)) && readdirSync(join(root, folder)).some((name) => name.endsWith('.spec.ts'));
  return hasSpecs || SOURCES.includes(folder) ? `${folder}/` : besideIt(folder);
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
