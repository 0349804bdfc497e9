// `npm test [-- jest options]`: install what is missing, compile what changed, run every test that needs no outside server.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from './install.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
install();
const { build } = await import('./build.mjs');
await build();

const folder = mkdtempSync(join(tmpdir(), 'tenure-test-'));
const report = join(folder, 'report.json');
const jest = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    join(root, 'node_modules/jest/bin/jest.js'),
    '--json',
    `--outputFile=${report}`,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
);
let result;
try {
  result = JSON.parse(readFileSync(report, 'utf8'));
} catch {
  console.error('The test runner ended without a report.');
  process.exit(1);
} finally {
  rmSync(folder, { recursive: true });
}
const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
console.log(`${result.numPassedTests} passed, ${failed} failed${result.numPendingTests ? `, ${result.numPendingTests} skipped` : ''}`);
process.exit(jest.status === 0 && result.numPassedTests > 0 ? 0 : 1);
