// Compiles every workspace's TypeScript to <package>/dist, file by file, and only changed files; then the programs to bundle/, and the dashboard.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.mjs';
import { dashboard } from './dashboard.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** Each role has a program of its own, which can also be started by this path: containers of 0.1.0 name it. */
const starters = new Map(
  readdirSync(join(root, 'apps/engine/roles')).map((role) => [join(root, 'apps', role, 'dist/main.js'), `import '../../engine/dist/roles/${role}/main.js';\n`]),
);
const skipped = new Set(['node_modules', 'dist', '.git', 'data', 'web']);

function packages() {
  const found = [];
  for (const group of ['libs', 'apps', 'infra']) {
    for (const entry of readdirSync(join(root, group), { withFileTypes: true })) {
      if (entry.isDirectory()) found.push(join(root, group, entry.name));
    }
  }
  return [...found, join(root, 'projections'), join(root, 'test')];
}

function* sources(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (skipped.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(path);
    else if (/\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts')) yield path;
  }
}

function* outputs(folder) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* outputs(path);
    else yield path;
  }
}

/** Compiles changed files, and bundles the programs and the dashboard; returns how many files were compiled. */
export async function build() {
  const compiled = await compile();
  await bundle();
  await dashboard();
  return compiled;
}

/** Compiles files newer than their output; returns how many files were compiled. */
export async function compile() {
  const how = createHash('sha256');
  for (const file of [join(root, '.swcrc'), fileURLToPath(import.meta.url)]) how.update(readFileSync(file));
  const stamp = how.digest('hex').slice(0, 16);
  writeStarters();
  let swc;
  let compiled = 0;
  for (const pack of packages()) {
    const dist = join(pack, 'dist');
    const stampFile = join(dist, '.compiled-by.sha256');
    const fresh = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
    const expected = new Set([stampFile]);
    for (const source of sources(pack)) {
      const target = join(dist, relative(pack, source)).replace(/\.tsx?$/, '.js');
      expected.add(target).add(`${target}.map`);
      if (fresh && existsSync(target) && statSync(target).mtimeMs >= statSync(source).mtimeMs) continue;
      swc ??= await import('@swc/core');
      const out = await swc.transformFile(source, {
        cwd: root,
        configFile: join(root, '.swcrc'),
        sourceFileName: relative(dirname(target), source),
        ...(source.endsWith('x') && { jsc: { parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } } }),
      });
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, `${out.code}//# sourceMappingURL=${basename(target)}.map\n`);
      writeFileSync(`${target}.map`, out.map);
      compiled += 1;
    }
    for (const output of outputs(dist)) if (!expected.has(output) && !starters.has(output)) rmSync(output);
    if (existsSync(dist)) writeFileSync(stampFile, stamp);
  }
  return compiled;
}

function writeStarters() {
  for (const [path, text] of starters) {
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const started = performance.now();
  const compiled = await build();
  console.error(`compiled ${compiled} files in ${Math.round(performance.now() - started)} ms`);
}
