// Checks asyncapi.json with the AsyncAPI Specification's own parser, which is installed into a temporary folder: nothing else needs it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const parser = '@asyncapi/parser@3.6.6';
const warning = 1; // 0 is an error

const folder = mkdtempSync(join(tmpdir(), 'tenure-asyncapi-'));
let found;
try {
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  const install = spawnSync('npm', ['install', '--silent', '--no-audit', '--no-fund', '--ignore-scripts', parser], { cwd: folder, stdio: 'inherit' });
  if (install.status !== 0) throw new Error(`${parser} could not be installed`);
  const { Parser } = createRequire(join(folder, 'package.json'))('@asyncapi/parser');
  const { document, diagnostics } = await new Parser().parse(readFileSync(new URL('../asyncapi.json', import.meta.url), 'utf8'));
  found = diagnostics.filter(({ severity }) => severity <= warning).map(({ path, message }) => `${path.join('/')}: ${message}`);
  if (document === undefined) found.push('it could not be read');
  else console.log(`asyncapi.json: AsyncAPI ${document.version()}, ${document.messages().length} messages, ${found.length} faults`);
} finally {
  rmSync(folder, { recursive: true });
}
for (const line of found) console.error(line);
process.exit(found.length > 0 ? 1 : 0);
