import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const text = readFileSync(`${root}CONTRIBUTING.md`, 'utf8');
const quoted = [...text.matchAll(/`([^`\n]+)`/g)].map(([, words]) => words!);

it('every file and folder', () => {
  const paths = quoted.filter((words) => /^(?:apps|docs|infra|libs|projections|scripts|test)\/[\w./{},-]*$/.test(words)).flatMap(alternatives);
  expect(paths.length).toBeGreaterThan(30);
  for (const path of paths) expect([path, existsSync(root + path)]).toEqual([path, true]);
});

it('every script of npm', () => {
  const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { scripts: Record<string, string> };
  const named = quoted.flatMap((words) => [...words.matchAll(/npm (?:run )?([a-z]+)/g)].map(([, script]) => script!));
  expect(named.length).toBeGreaterThan(8);
  for (const script of named) expect([script, script in scripts]).toEqual([script, true]);
});

/** `a/{b,c}.ts` is two paths. */
function alternatives(path: string): string[] {
  const [whole, before = '', names = '', after = ''] = /^(.*)\{(.*)\}(.*)$/.exec(path) ?? [];
  return whole === undefined ? [path] : names.split(',').map((name) => before + name + after);
}
