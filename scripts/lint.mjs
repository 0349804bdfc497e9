// `npm run lint`: formatting and lint rules, then the dependency rule of the house.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const run = (tool, ...args) => spawnSync(process.execPath, [join(root, 'node_modules', tool), ...args], { cwd: root, stdio: 'inherit' }).status;

const lint = run('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', ...process.argv.slice(2));
const dependencies = run('dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.mjs', 'apps', 'libs', 'projections', 'infra');
process.exit(lint || dependencies ? 1 : 0);
