import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cached } from '../local/dist/cache/cached.js';
import { run } from './run.mjs';

/** Each tool includes its schemas: nothing is fetched while checking. */
const versions = {
  kustomize: 'sigs.k8s.io/kustomize/kustomize/v5@v5.7.1',
  // The loader of the Compose Specification, with a command line of its own.
  compose: 'github.com/compose-spec/compose-go/v2/cmd@v2.16.2',
  pip: ['kubernetes-validate==1.37.0', 'PyYAML==6.0.3', 'jsonschema==4.26.0'],
  npm: ['@kubernetes-models/keda@2.0.0', 'yaml@2.9.1'],
};

/** Programs by their path; `python`: the environment in which `python3 -m kubernetes_validate` runs; `yaml` and `keda`: modules. */
export async function tools() {
  const digest = createHash('sha256').update(JSON.stringify(versions)).digest('hex').slice(0, 12);
  const folder = await cached(`infra-check-${digest}`, async (unfinished) => {
    console.error('Fetching and building what checks infra/ (once; a few minutes) ...');
    run('npm', ['install', '--prefix', unfinished, '--ignore-scripts', '--no-audit', '--no-fund', '--no-save', '--loglevel=error', ...versions.npm]);
    run('python3', [
      '-m',
      'pip',
      'install',
      '--quiet',
      '--disable-pip-version-check',
      '--root-user-action=ignore',
      '--target',
      join(unfinished, 'python'),
      ...versions.pip,
    ]);
    for (const module of [versions.kustomize, versions.compose]) run('go', ['install', module], { env: { GOBIN: join(unfinished, 'bin') } });
  });
  return {
    kustomize: join(folder, 'bin', 'kustomize'),
    compose: join(folder, 'bin', 'cmd'),
    haproxy: haproxy(),
    python: { PYTHONPATH: join(folder, 'python') },
    yaml: createRequire(join(folder, 'any.js'))('yaml'),
    keda: await import(pathToFileURL(join(folder, 'node_modules/@kubernetes-models/keda/keda.sh/v1alpha1/index.js')).href),
  };
}

/** Installed from Debian if it is missing and this process may install it. */
function haproxy() {
  const found = ['/usr/sbin/haproxy', '/usr/local/sbin/haproxy'].find((path) => existsSync(path));
  if (found) return found;
  if (process.getuid() !== 0)
    throw new Error('The gateway is checked with HAProxy 2.6 or later, and there is none here. Install it (Debian: apt-get install haproxy).');
  run('apt-get', ['update', '-q']);
  run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'haproxy']);
  return '/usr/sbin/haproxy';
}
