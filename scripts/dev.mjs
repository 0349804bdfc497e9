// `npm run dev`: as `npm start`, and restarts the engine whenever a source has changed. Flags of `tenure start` go after `--`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endWithNpm } from './end-with-npm.mjs';
import { install } from './install.mjs';
import { watchSources } from './watch-sources.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
install();
const { compile } = await import('./build.mjs');
const { startBundler } = await import('./bundle.mjs');
const { dashboard } = await import('./dashboard.mjs');

await compile();
endWithNpm();
const bundler = await startBundler();
let engine = null;
watchSources(['apps', 'libs', 'projections'], async (files) => {
  const ofTheEngine = files.filter((file) => !file.endsWith('.spec.ts'));
  if (ofTheEngine.length > 0) await again(ofTheEngine[0]);
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, leave);
await bundler.bundle();
await dashboard();
await start();

async function again(file) {
  const begun = performance.now();
  try {
    await compile();
    await bundler.bundle();
    await dashboard();
  } catch (error) {
    // The compiler has reported it, with its place; the running engine continues.
    console.error(`${file}: ${error.message}`);
    return;
  }
  await stop();
  await start();
  console.error(`${file} changed: started anew in ${Math.round(performance.now() - begun)} ms`);
}

async function start() {
  engine = spawn(process.execPath, ['--enable-source-maps', join(root, 'apps/tenure/bin/tenure.mjs'), 'start', ...process.argv.slice(2)], {
    cwd: root,
    stdio: ['inherit', 'pipe', 'inherit'],
  });
  engine.stdout.pipe(process.stdout, { end: false });
  // Its first line says that it serves; an engine that ends before that has said why.
  await Promise.race([once(engine.stdout, 'data'), once(engine, 'exit')]);
}

async function stop() {
  if (engine.exitCode !== null || engine.signalCode !== null) return;
  engine.kill('SIGTERM');
  await once(engine, 'exit');
}

async function leave() {
  await stop();
  await bundler.end();
  process.exit(engine.exitCode ?? 0);
}
