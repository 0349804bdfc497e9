import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bundle = fileURLToPath(new URL('../../../bundle/', import.meta.url));
const engine = join(bundle, 'apps/engine/dist');

/** The packages that a program of the bundle loads at its start, whether they are in it or beside it; `import()` comes later. */
function packagesOf(program: string): Set<string> {
  const packages = new Set<string>();
  const files = new Set([program]);
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    for (const [, name] of text.matchAll(/^ *\/\/ node_modules\/((?:@[^/]+\/)?[^/]+)\//gm)) packages.add(name!);
    for (const [, from] of text.matchAll(/^(?:import|export) (?:[^'"]* from )?["']([^"']+)["'];$/gm)) {
      if (from!.startsWith('.')) files.add(join(dirname(file), from!));
      else packages.add(from!);
    }
  }
  return packages;
}

const loaded = (program: string, names: readonly string[]) => names.filter((name) => packagesOf(program).has(name));

it.each(['command-api', 'query-api', 'analyst', 'relay', 'projector'])('%s does not load SQLite', (role) => {
  const program = join(engine, 'roles', role, 'main.js');
  expect(loaded(program, ['better-sqlite3', 'mongodb', 'fastify', '@eventstore/db-client'])).toEqual(['mongodb', 'fastify', '@eventstore/db-client']);
});

it('the embedded engine, and its threads, load no client of a server', () => {
  const start = readdirSync(join(bundle, 'chunks')).find((chunk) => /^start-embedded-\w+\.js$/.test(chunk));
  const threads = ['projector.worker.js', 'query.worker.js'].map((thread) => join(engine, 'embedded', thread));
  for (const program of [join(bundle, 'chunks', start!), ...threads]) {
    expect(loaded(program, ['better-sqlite3', 'mongodb', 'kafkajs', '@eventstore/db-client', '@grpc/grpc-js'])).toEqual(['better-sqlite3']);
  }
});
