// Generates a Python client from openapi.json with a third-party generator, and makes every call with it against an engine. Installs into a temporary
// folder.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';

const config =
  'post_hooks: []\ncontent_type_overrides:\n  text/event-stream: application/octet-stream\n  image/svg+xml: application/octet-stream\n  application/x-ndjson: application/octet-stream\n';
const generator = 'openapi-python-client==0.29.1';
const root = fileURLToPath(new URL('..', import.meta.url));

await build();
const { startEmbedded } = await import('../apps/engine/dist/embedded/start-embedded.js');
const { resolveSettings } = await import('../libs/settings/dist/index.js');

const folder = mkdtempSync(join(tmpdir(), 'tenure-python-'));
let engine;
try {
  run('python3', '-m', 'venv', join(folder, 'venv'));
  const python = join(folder, 'venv/bin/python');
  run(python, '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', generator);
  writeFileSync(join(folder, 'openapi.json'), JSON.stringify(inBytes(JSON.parse(readFileSync(join(root, 'openapi.json'), 'utf8')))));
  writeFileSync(join(folder, 'config.yaml'), config);
  const generated = run(
    join(folder, 'venv/bin/openapi-python-client'),
    'generate',
    '--path',
    'openapi.json',
    '--config',
    'config.yaml',
    '--meta',
    'none',
    '--output-path',
    'tenure_client',
  );
  if (/WARNING|ERROR|Unable/.test(generated)) throw new Error(`the generator left something out:\n${generated}`);
  const { settings } = resolveSettings({ flags: { data: join(folder, 'data'), port: '0' }, environment: {}, configText: null, readSecret: () => '' });
  engine = await startEmbedded(settings, { background: true });
  process.stdout.write(await calls(python));
} finally {
  await engine?.close();
  rmSync(folder, { recursive: true });
}

function run(program, ...args) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed: ${error ?? stdout + stderr}`);
  return stdout + stderr;
}

/** Asynchronous, because the engine is in this process and has to answer meanwhile. */
async function calls(python) {
  const { execFile } = await import('node:child_process');
  const { promisify } = await import('node:util');
  const env = { ...process.env, PYTHONPATH: folder };
  const { stdout } = await promisify(execFile)(python, [join(root, 'test/python-client/every_call.py'), engine.url, engine.token], { cwd: folder, env });
  return stdout;
}

/** The generator knows JSON, text and bytes: files, tables and lines of JSON are bytes to it, and of several forms of an answer it takes JSON. */
function inBytes(document) {
  for (const item of Object.values(document.paths)) {
    for (const { requestBody = {}, responses } of Object.values(item)) {
      for (const body of [requestBody, ...Object.values(responses)]) if (body.content !== undefined) body.content = simplest(body.content);
    }
  }
  return document;
}

function simplest(content) {
  const types = Object.keys(content);
  const json = types.find((type) => type === 'application/json');
  if (json) return { [json]: content[json] };
  if (types.every((type) => /json$/.test(type) && type !== 'application/x-ndjson') || types.every((type) => type === 'text/html' || type === 'text/plain'))
    return content;
  return { [types.length === 1 ? types[0] : 'application/octet-stream']: { schema: { type: 'string', format: 'binary' } } };
}
