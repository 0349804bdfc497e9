// Bundles the compiled programs and threads into few files under bundle/, which mirrors the tree: loading some 1,200 modules one by one costs twice
// what the rest of a verb's or a thread's start costs (docs/decisions/0022). Rebuilt only when an input has changed.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'bundle');
const stampFile = join(folder, '.made-of.json');

/** Loaded from where they are installed: a compiled addon, and modules that Nest loads only if they are installed. */
const external = ['better-sqlite3', '@fastify/multipart', '@fastify/view', '@nestjs/microservices', '@nestjs/platform-express', '@nestjs/websockets'];

/** CommonJS packages require builtins; own modules find threads and data beside themselves. */
const banner = `import { createRequire as $createRequire } from 'node:module';
const require = $createRequire(import.meta.url);
const $bundle = import.meta.url.slice(0, import.meta.url.lastIndexOf('/bundle/') + 8);`;

/** An own module keeps its place in the tree: `import.meta.url` is that of its compiled file. */
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

/** Rebuilds the bundle if its inputs have changed. */
export async function bundle() {
  if (isFresh()) return;
  const bundler = await startBundler();
  await bundler.bundle();
  await bundler.end();
}

/** For a caller that bundles repeatedly: unchanged files are not read again. */
export async function startBundler() {
  const { context } = await import('esbuild');
  let building = null;
  let of = [];
  return {
    async bundle() {
      const entryPoints = entries();
      if (building === null || entryPoints.join() !== of.join()) {
        await building?.dispose();
        building = await context(optionsFor(entryPoints));
        of = entryPoints;
      }
      // Until everything is written no stamp vouches for the files.
      rmSync(stampFile, { force: true });
      const begun = Date.now();
      const { metafile } = await building.rebuild();
      const outputs = Object.keys(metafile.outputs);
      const made = new Set(outputs.map((output) => join(root, output)));
      for (const path of filesBelow(folder)) if (!made.has(path)) rmSync(path, { force: true });
      const inputs = Object.keys(metafile.inputs).filter((input) => !input.includes('node_modules'));
      const changed = inputs.map((input) => [input, changedAt(input)]);
      // A file compiled during the build may be in the bundle or not.
      if (changed.some(([, at]) => at === null || at >= begun)) return;
      writeFileSync(`${stampFile}.new`, JSON.stringify({ of: ofWhat(), inputs: Object.fromEntries(changed), outputs }));
      renameSync(`${stampFile}.new`, stampFile);
    },
    end: () => building?.dispose(),
  };
}

function optionsFor(entryPoints) {
  return {
    absWorkingDir: root,
    entryPoints,
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
  };
}

/** Programs, and the threads that they start. */
function entries() {
  const compiled = ['apps', 'libs'].flatMap((group) => readdirSync(join(root, group)).flatMap((name) => filesBelow(join(root, group, name, 'dist'))));
  return compiled
    .map((path) => relative(root, path).replaceAll('\\', '/'))
    .filter((path) => /^apps\/tenure\/dist\/main[.]js$|\/dist\/(?:roles\/[^/]+\/main|(?!.*\/testing\/).*[.]worker)[.]js$/.test(path));
}

function filesBelow(path) {
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name)] : []));
}

function isFresh() {
  const stamp = stampOf();
  if (stamp === null || stamp.of !== ofWhat()) return false;
  return (
    Object.entries(stamp.inputs).every(([input, at]) => changedAt(input) === at) &&
    stamp.outputs.every((output) => existsSync(join(root, output))) &&
    entries().every((entry) => entry in stamp.inputs)
  );
}

/** Null if there is no readable stamp. */
function stampOf() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'));
  } catch {
    return null;
  }
}

/** Hash of this script and of the packages. */
function ofWhat() {
  const hash = createHash('sha256');
  for (const file of [fileURLToPath(import.meta.url), join(root, 'package-lock.json')]) hash.update(readFileSync(file));
  return hash.digest('hex');
}

function changedAt(input) {
  return statSync(join(root, input), { throwIfNoEntry: false })?.mtimeMs ?? null;
}
