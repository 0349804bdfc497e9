// Puts the compiled programs and threads together into few files under bundle/, which mirrors the tree: loading some 1,200 modules one by one
// costs twice what everything else costs that a verb or a thread does (docs/decisions/0022). Made anew only when something in it changed.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'bundle');
const stampFile = join(folder, '.made-of.json');

/** Loaded where they lie: a compiled addon, and what Nest asks for only if it is installed. */
const external = ['better-sqlite3', '@fastify/multipart', '@fastify/view', '@nestjs/microservices', '@nestjs/platform-express', '@nestjs/websockets'];

/** CommonJS packages ask for builtins; own modules find threads and data beside themselves. */
const banner = `import { createRequire as $createRequire } from 'node:module';
const require = $createRequire(import.meta.url);
const $bundle = import.meta.url.slice(0, import.meta.url.lastIndexOf('/bundle/') + 8);`;

/** An own module goes on being where it was in the tree. */
const ownPlaces = {
  name: 'own-places',
  setup(build) {
    build.onLoad({ filter: /[\\/](?:apps|libs|projections)[\\/].*[\\/]dist[\\/].*\.js$/ }, ({ path }) => {
      if (path.includes('node_modules')) return undefined;
      const contents = readFileSync(path, 'utf8');
      if (!contents.includes('import.meta.')) return undefined;
      const place = JSON.stringify(relative(root, path).replaceAll('\\', '/'));
      return { contents: contents.replaceAll('import.meta.url', `($bundle + ${place})`), loader: 'js' };
    });
  },
};

/** Makes the bundle if what is in it has changed. */
export async function bundle() {
  if (isFresh()) return;
  const bundler = await startBundler();
  await bundler.bundle();
  await bundler.end();
}

/** For whoever bundles again and again: what has not changed is not read again. */
export async function startBundler() {
  const { context } = await import('esbuild');
  const building = await context({
    absWorkingDir: root,
    entryPoints: entries(),
    outbase: root,
    outdir: folder,
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    sourcesContent: false,
    metafile: true,
    external: external.flatMap((name) => [name, `${name}/*`]),
    banner: { js: banner },
    plugins: [ownPlaces],
    logLevel: 'warning',
  });
  return {
    async bundle() {
      const { metafile } = await building.rebuild();
      const made = new Set(Object.keys(metafile.outputs).map((output) => join(root, output)));
      for (const path of filesBelow(folder)) if (!made.has(path)) rmSync(path);
      const inputs = Object.keys(metafile.inputs).filter((input) => !input.includes('node_modules'));
      writeFileSync(stampFile, JSON.stringify({ of: ofWhat(), inputs: Object.fromEntries(inputs.map((input) => [input, changedAt(input)])) }));
    },
    end: () => building.dispose(),
  };
}

/** Programs, and the threads that they start. */
function entries() {
  const compiled = ['apps', 'libs'].flatMap((group) => readdirSync(join(root, group)).flatMap((name) => filesBelow(join(root, group, name, 'dist'))));
  return compiled.map((path) => relative(root, path).replaceAll('\\', '/')).filter((path) => /\/dist\/(?:main|(?!.*\/testing\/).*[.]worker)[.]js$/.test(path));
}

function filesBelow(path) {
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name)] : []));
}

function isFresh() {
  if (!existsSync(stampFile)) return false;
  const { of, inputs } = JSON.parse(readFileSync(stampFile, 'utf8'));
  return of === ofWhat() && Object.entries(inputs).every(([input, at]) => changedAt(input) === at) && entries().every((entry) => entry in inputs);
}

/** This script, and the packages. */
function ofWhat() {
  const hash = createHash('sha256');
  for (const file of [fileURLToPath(import.meta.url), join(root, 'package-lock.json')]) hash.update(readFileSync(file));
  return hash.digest('hex');
}

function changedAt(input) {
  return statSync(join(root, input), { throwIfNoEntry: false })?.mtimeMs ?? null;
}
