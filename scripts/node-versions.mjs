// `node scripts/node-versions.mjs [VERSION ...]`: builds, starts, imports and rebuilds on Tenure's Node versions other than this one. Minutes each: SQLite is compiled.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
// The last of Node 24 before 24.19, whose ObjectWrap removes a hook during garbage collection, where there may be no context, and ends the process
// (api/hooks.cc:142) for every addon compiled with its headers, better-sqlite3 12 among them; 13 is not, and needs Node 22.
const versions = process.argv.length > 2 ? process.argv.slice(2) : ['22.23.3', '24.18.1'];
const results = [];
for (const version of versions) results.push(await holdsOn(version));
console.log(`${results.filter(Boolean).length} passed, ${results.filter((passed) => !passed).length} failed`);
process.exit(results.every(Boolean) ? 0 : 1);

async function holdsOn(version) {
  const folder = mkdtempSync(join(tmpdir(), `tenure-node-${version}-`));
  try {
    const environment = environmentOf(nodeFromRegistry(version, folder));
    const checkout = copyOfCheckout(folder);
    const tool = (...args) => run(args, { cwd: checkout, env: environment });
    tool('npm', 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error');
    tool('node', 'scripts/build.mjs');
    const tenure = join(checkout, 'apps/tenure/bin/tenure.mjs');
    const data = join(folder, 'data');
    writeFileSync(join(folder, 'purchases.csv'), 'customer_id,occurred_at,amount,order_id\nC-1,2026-03-01,12.50,o-1\nC-2,2026-03-02,7.00,o-2\n');
    tool('node', tenure, 'import', 'purchases', join(folder, 'purchases.csv'), '--currency', 'EUR', '--data', data, '--json');
    tool('node', tenure, 'rebuild', '--data', data, '--json');
    const { identical } = JSON.parse(tool('node', tenure, 'rebuild', '--check', '--data', data, '--json'));
    if (identical !== true) throw new Error('the rebuild differs from the live read models');
    await startsAndStops(tenure, data, environment);
    console.log(`Node ${version}: builds, imports, rebuilds the same, starts and stops`);
    return true;
  } catch (error) {
    console.error(`Node ${version}: ${error.message}`);
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The npm package `node` is the program of nodejs.org with its headers. */
function nodeFromRegistry(version, folder) {
  const home = join(folder, 'node');
  mkdirSync(home);
  writeFileSync(join(home, 'package.json'), '{"private": true}');
  run(['npm', 'install', '--silent', `node@${version}`], { cwd: home, env: process.env });
  return join(home, 'node_modules/node');
}

function environmentOf(node) {
  const headers = join(node, `node_modules/node-${process.platform}-${process.arch}`);
  return { ...process.env, PATH: `${join(node, 'bin')}${delimiter}${process.env.PATH}`, npm_config_nodedir: headers, NODE_ENV: 'development' };
}

/** The files under version control, as they are on disk. */
function copyOfCheckout(folder) {
  const checkout = join(folder, 'checkout');
  const files = run(['git', 'ls-files', '-z'], { cwd: root, env: process.env }).split('\0').filter(Boolean);
  for (const file of files) cpSync(join(root, file), join(checkout, file));
  return checkout;
}

function run([program, ...args], options) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { ...options, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status === 0) return stdout;
  throw new Error(`${program} ${args.join(' ')}: ${error?.message ?? stderr.trim().split('\n').slice(-12).join('\n')}`);
}

async function startsAndStops(tenure, data, env) {
  const child = spawn('node', [tenure, 'start', '--json', '--port', '0', '--data', data], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    const line = await Promise.race([new Promise((resolve) => createInterface({ input: child.stdout }).once('line', resolve)), ended.then(() => null)]);
    if (line === null) throw new Error('the engine did not start');
    const ready = await fetch(`${JSON.parse(line).url}/health/ready`);
    if (!ready.ok) throw new Error(`the engine is not ready: ${ready.status}`);
  } finally {
    child.kill('SIGINT');
  }
  const code = await ended;
  if (code !== 0) throw new Error(`the engine ended with ${code}`);
}
