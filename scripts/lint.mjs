// `npm run lint [-- --write]`: formatting and lint rules, the dependency rule of the house, names of files, prose, and the list of decisions.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const passes = (script, ...args) => spawnSync(process.execPath, [join(root, script), ...args], { cwd: root, stdio: 'inherit' }).status === 0;

const write = process.argv.includes('--write');
const check = write ? [] : ['--check'];
const results = [
  passes('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', ...process.argv.slice(2)),
  passes('node_modules/dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.mjs', 'apps', 'libs', 'projections', 'infra'),
  passes('scripts/names.mjs'),
  passes('scripts/prose.mjs', ...check),
  passes('scripts/decisions.mjs', ...check),
];
process.exit(results.includes(false) ? 1 : 0);
