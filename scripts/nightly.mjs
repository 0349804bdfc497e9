// `npm run nightly [VERSION ...]`: what takes minutes. Tenure on other Node versions; the parameters of models found again in simulated data.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const scripts = dirname(fileURLToPath(import.meta.url));
let passed = 0;
let failed = 0;
count('node-versions.mjs', process.argv.slice(2));
count('recover-parameters.mjs');
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

/** Adds up the last line of a script; one that ends without it has failed once. */
function count(script, args = []) {
  const { stdout, status } = spawnSync(process.execPath, [join(scripts, script), ...args], { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' });
  process.stdout.write(stdout);
  const counted = /^(\d+) passed, (\d+) failed\s*$/m.exec(stdout);
  passed += counted ? Number(counted[1]) : 0;
  failed += counted ? Number(counted[2]) : 0;
  if (!counted || (status !== 0 && counted[2] === '0')) failed += 1;
}
