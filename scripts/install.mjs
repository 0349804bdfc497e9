// Installs the packages of the lockfile if others are installed. Needs only Node and npm.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stampFile = join(root, 'node_modules', '.installed');
const [major, minor] = process.versions.node.split('.').map(Number);

export function install() {
  if (major < 20 || (major === 20 && minor < 19)) {
    fail(`Tenure needs Node 20.19 or later; this is ${process.version}. Install a newer Node and run the command again.`);
  }
  const stamp = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(process.versions.modules)
    .digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  console.error('Installing dependencies (once; a minute or two where SQLite has to be compiled) ...');
  const npm = process.env.npm_execpath;
  const [command, first] = npm ? [process.execPath, [npm]] : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
  const result = spawnSync(command, [...first, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    // With NODE_ENV=production the first start still needs the compiler.
    env: { ...process.env, NODE_ENV: 'development' },
  });
  if (result.error) fail(`npm could not be started: ${result.error.message}`);
  if (result.status !== 0) explain(result.stderr);
  writeFileSync(stampFile, stamp);
}

function explain(output) {
  const compiling = /node-gyp|better-sqlite3|prebuild-install/.test(output);
  const last = output.trim().split('\n').slice(-12).join('\n');
  fail(
    compiling
      ? `${last}\n\nSQLite could not be installed: no prebuilt binary could be fetched, and compiling it failed.\n` +
          'Install a C++ tool chain and Python 3, then run the command again:\n' +
          '  Debian, Ubuntu: apt install g++ make python3     Fedora: dnf install gcc-c++ make python3     macOS: xcode-select --install'
      : `${last}\n\nnpm ci failed. Is a package registry reachable?`,
  );
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
