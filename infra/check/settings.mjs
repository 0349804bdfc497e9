import { existsSync } from 'node:fs';
import { resolveSettings } from '../../libs/settings/dist/index.js';
import { root } from './root.mjs';

const secrets = { 'eventstoredb-url': 'esdb://a:2113', 'mongodb-url': 'mongodb://a', 'api-key': 'sixteen-or-more-characters' };

/** Problems in the command and the environment of a role, as Tenure's own settings see them. */
export function problemsOfRole(name, command, environment) {
  const problems = [];
  const role = /^apps\/engine\/dist\/roles\/([\w-]+)\/main\.js$/.exec(command?.[1] ?? '')?.[1];
  if (command?.[0] !== 'node' || !role || !existsSync(`${root}/apps/engine/roles/${role}/main.ts`))
    problems.push(`${name}: no role is started by ${JSON.stringify(command)}`);
  try {
    const ours = Object.entries(environment).filter(([key]) => /^(TENURE|EVENTSTOREDB|KAFKA|MONGODB)_/.test(key));
    const texts = Object.fromEntries(ours.map(([key, value]) => [key, String(value)]));
    resolveSettings({ flags: { profile: 'distributed' }, environment: texts, configText: null, readSecret: (path) => secrets[path.split('/').at(-1)] ?? '' });
  } catch (error) {
    problems.push(`${name}: ${error.message}`);
  }
  return problems;
}
