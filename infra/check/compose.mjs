import { root } from './root.mjs';
import { attempt } from './run.mjs';
import { problemsOfRole } from './settings.mjs';

/** Checks docker-compose.yml with the Compose Specification's own loader, and each role's command and environment with Tenure's settings. */
export function checkCompose({ compose }) {
  const { status, stdout, stderr } = attempt(compose, ['-no-interpolation', '-format', 'json', 'docker-compose.yml'], { cwd: `${root}/infra` });
  if (status !== 0) return { count: 1, found: [`docker-compose.yml: ${stderr}`] };
  const { services } = JSON.parse(stdout);
  const found = [];
  for (const [name, { image, command, environment, depends_on = {} }] of Object.entries(services)) {
    if (image?.startsWith('tenure:')) found.push(...problemsOfRole(name, command, interpolated(environment)));
    for (const other of Object.keys(depends_on)) if (!services[other]) found.push(`${name} depends on ${other}, which is no service`);
  }
  return { count: Object.keys(services).length, found };
}

/** `${NAME:-default}` becomes its default, `${NAME:?why}` a value that is long enough. */
function interpolated(environment) {
  const text = (value) => String(value).replace(/\$\{\w+:([-?])([^}]*)\}/g, (_all, kind, rest) => (kind === '-' ? rest : 'sixteen-or-more-characters'));
  return Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, text(value)]));
}
