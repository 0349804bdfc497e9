import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const rows = readFileSync(`${root}docs/security.md`, 'utf8')
  .split('\n')
  .flatMap((line) => /^\| (\d+\.\d+\.\d+) \| (met|partly|not met|n\/a) \| (.*) \|$/.exec(line) ?? [])
  .filter((_, at) => at % 4 !== 0);
const requirements = Array.from({ length: rows.length / 3 }, (_, at) => ({ number: rows[3 * at]!, state: rows[3 * at + 1]!, text: rows[3 * at + 2]! }));

it('each of the 70 requirements of level 1 is answered once', () => {
  expect(new Set(requirements.map(({ number }) => number)).size).toBe(70);
  expect(requirements).toHaveLength(70);
});

it('every test that is named is there', () => {
  const named = requirements.flatMap(({ text }) => [...text.matchAll(/`([^`]+\.spec\.ts)`/g)].map(([, path]) => path!));
  expect(named.length).toBeGreaterThan(40);
  for (const path of new Set(named)) expect([path, existsSync(root + path)]).toEqual([path, true]);
});

it('what is not met, or partly, says what is missing', () => {
  for (const { number, state, text } of requirements) expect([number, state, text.length >= 5]).toEqual([number, state, true]);
});
