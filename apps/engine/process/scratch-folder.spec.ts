import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openScratchFolder } from './scratch-folder.js';

let parent: string;
beforeEach(() => {
  parent = join(mkdtempSync(join(tmpdir(), 'tenure-scratch-spec-')), 'scratch');
});
afterEach(() => rmSync(join(parent, '..'), { recursive: true }));

function leave(name: string): string {
  const folder = join(parent, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'read-models.db'), 'x');
  return folder;
}

it('is private to its user and gone after closing', () => {
  const scratch = openScratchFolder(parent, { alone: true });
  expect(statSync(scratch.path).mode & 0o777).toBe(0o700);
  writeFileSync(join(scratch.path, 'file'), 'x');
  scratch.close();
  expect(existsSync(scratch.path)).toBe(false);
});

it('removes everything that is there for a process that is alone', () => {
  const folders = [leave('past-of-another-host.1'), leave('anything')];
  openScratchFolder(parent, { alone: true });
  expect(folders.map((folder) => existsSync(folder))).toEqual([false, false]);
});

it('else removes only what this host left and no longer runs', () => {
  const [dead, ownNumber, living, elsewhere, unknown] = [
    leave(`${hostname()}.4194303.0a`),
    leave(`${hostname()}.${process.pid}.0a`),
    leave(`${hostname()}.${process.ppid}.0a`),
    leave('another-host.17.0a'),
    leave('unknown'),
  ];
  const first = openScratchFolder(parent, { alone: false });
  openScratchFolder(parent, { alone: false });
  expect(existsSync(first.path)).toBe(true);
  expect([dead, living, elsewhere, unknown].map((folder) => existsSync(folder!))).toEqual([false, true, true, true]);
  expect(existsSync(ownNumber!)).toBe(false);
});
