import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MovedFiles } from './moved-files.js';

let folder: string;
let setAside: MovedFiles;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenure-set-aside-'));
  setAside = new MovedFiles();
  for (const name of ['log', 'log-wal']) {
    writeFileSync(join(folder, name), name);
    setAside.move(join(folder, name), join(folder, `old-${name}`));
  }
  setAside.move(join(folder, 'none'), join(folder, 'old-none'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('puts back what was moved', () => {
  expect(setAside.names).toEqual(['old-log', 'old-log-wal'].map((name) => join(folder, name)));
  setAside.putBack();
  expect([setAside.names, readdirSync(folder)]).toEqual([[], ['log', 'log-wal']]);
});

it('leaves what has come to lie there, and names what could not be put back', () => {
  writeFileSync(join(folder, 'log-wal'), 'of another log');
  setAside.putBack();
  expect(setAside.names).toEqual(['old-log', 'old-log-wal'].map((name) => join(folder, name)));
  expect(readFileSync(join(folder, 'log-wal'), 'utf8')).toBe('of another log');
});

it('names what has gone meanwhile', () => {
  rmSync(join(folder, 'old-log'));
  setAside.putBack();
  expect([setAside.names, readdirSync(folder)]).toEqual([[join(folder, 'old-log')], ['log-wal']]);
});
