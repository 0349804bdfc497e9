import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const roles = readdirSync(join(root, 'apps/engine/roles'));

// A bundle can put modules into an order in which one needs another that comes later; its program then ends before it has read a setting.
it.each(roles)('%s starts as far as its settings, and names those that it lacks', (role) => {
  const program = join(root, 'bundle/apps/engine/dist/roles', role, 'main.js');
  const { status, stderr } = spawnSync(process.execPath, [program], { env: { PATH: process.env['PATH'] }, encoding: 'utf8' });
  expect(stderr).toMatch(new RegExp(`^tenure ${role}: EVENTSTOREDB_URL: the distributed profile needs it`));
  expect(status).toBe(2);
});
