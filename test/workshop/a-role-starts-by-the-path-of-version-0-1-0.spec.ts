import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const programOfBefore = (role: string) => join(root, 'apps', role, 'dist/main.js');

it('each role has a program where containers of 0.1.0 start it', () => {
  const roles = readdirSync(join(root, 'apps/engine/roles'));
  expect(roles.sort()).toEqual(['analyst', 'command-api', 'projector', 'query-api', 'relay']);
  expect(roles.filter((role) => !existsSync(programOfBefore(role)))).toEqual([]);
});

it('that program is the role', () => {
  const { status, stderr } = spawnSync(process.execPath, [programOfBefore('relay')], { env: { PATH: process.env.PATH }, encoding: 'utf8' });
  expect(stderr).toMatch(/^tenure relay: EVENTSTOREDB_URL: the distributed profile needs it/);
  expect(status).toBe(2);
});
