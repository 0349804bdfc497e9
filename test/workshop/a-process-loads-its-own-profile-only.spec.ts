import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bundle = fileURLToPath(new URL('../../../bundle/', import.meta.url));
const engine = join(bundle, 'apps/engine/dist');

/** The packages and the folders of this repository that a program of the bundle loads at its start, without later `import()`. */
function loadedBy(program: string): Set<string> {
  const modules = new Set<string>();
  const files = new Set([program]);
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    for (const [, name] of text.matchAll(/^ *\/\/ node_modules\/((?:@[^/]+\/)?[^/]+)\//gm)) modules.add(name!);
    for (const [, path] of text.matchAll(/^ *\/\/ ((?:apps|libs|projections)\/.*)\/[^/]+$/gm)) modules.add(path!);
    for (const [, from] of text.matchAll(/^(?:import|export) (?:[^'"]* from )?["']([^"']+)["'];$/gm)) {
      if (from!.startsWith('.')) files.add(join(dirname(file), from!));
      else modules.add(from!);
    }
  }
  return modules;
}

const loaded = (program: string, names: readonly string[]) => names.filter((name) => loadedBy(program).has(name));

it.each(['command-api', 'query-api', 'analyst', 'relay', 'projector'])('%s does not load SQLite', (role) => {
  const program = join(engine, 'roles', role, 'main.js');
  expect(loaded(program, ['better-sqlite3', 'mongodb', 'fastify', '@eventstore/db-client'])).toEqual(['mongodb', 'fastify', '@eventstore/db-client']);
});

it('the embedded engine, and its threads, load no client of a server, and no partitions', () => {
  const start = readdirSync(join(bundle, 'chunks')).find((chunk) => /^start-embedded-\w+\.js$/.test(chunk));
  const threads = ['projector.worker.js', 'query.worker.js'].map((thread) => join(engine, 'embedded', thread));
  for (const program of [join(bundle, 'chunks', start!), ...threads]) {
    const others = ['mongodb', 'kafkajs', '@eventstore/db-client', '@grpc/grpc-js', 'libs/projecting/dist/partitions'];
    expect(loaded(program, ['better-sqlite3', ...others])).toEqual(['better-sqlite3']);
  }
});
