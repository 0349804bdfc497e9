import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const { compiledPaths } = (await import(join(root, 'scripts/compiled-paths.mjs'))) as { compiledPaths(args: readonly string[]): string[] };

it.each([
  ['a spec', ['libs/shape/nearest.spec.ts'], ['libs/shape/dist/nearest.spec.js']],
  ['a spec without its ending', ['./projections/retention/cdnow.spec'], ['projections/dist/retention/cdnow.spec.js']],
  ['a spec that is called like the folder of what is compiled', ['libs/models/distinct-keys.spec.ts'], ['libs/models/dist/distinct-keys.spec.js']],
  ['a folder', ['libs/customer/complaints', 'test/acceptance/'], ['libs/customer/dist/complaints', 'test/dist/acceptance/']],
  ['the beginning of a name', ['test/acceptance/the-readme'], ['test/dist/acceptance/the-readme']],
  ['a whole package', ['libs/time'], ['libs/time/dist']],
  ['a pattern, which stays', ['test/dist/acceptance/the-readme', 'libs/.*[.]int[.]spec'], ['test/dist/acceptance/the-readme', 'libs/.*[.]int[.]spec']],
  ['the name of a test, though there is such a folder', ['libs/time', '-t', 'libs/time'], ['libs/time/dist', '-t', 'libs/time']],
])('npm test takes %s', (_, given, passedOn) => {
  expect(compiledPaths(given)).toEqual(passedOn);
});

it('a trace of a test names the source and its line', () => {
  expect(new Error('here').stack).toMatch(/test\/workshop\/tests-are-named-by-their-sources[.]spec[.]ts:2\d:/);
});

it('a trace of the bundled engine names sources, which npm run dev asks for', () => {
  const programs = join(root, 'bundle/apps/tenure/dist');
  const maps = readdirSync(programs, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.map'));
  const sources = maps.flatMap((name) => (JSON.parse(readFileSync(join(programs, name), 'utf8')) as { sources: string[] }).sources);
  const own = sources.filter((source) => !source.includes('node_modules'));
  expect(own).toContain('../../../../apps/tenure/main.ts');
  expect(own.filter((source) => !source.endsWith('.ts'))).toEqual([]);
});
