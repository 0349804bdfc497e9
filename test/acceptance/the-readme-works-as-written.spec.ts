import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EngineProcess } from '../engine/engine-process.js';
import { itEmbedded } from '../engine/profile.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';
import { apiKey } from '../engine/tenure-program.js';
import { describeWith, testData } from '../engine/test-data.js';

const file = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

interface Step {
  readonly command: string;
  /** The output that the README shows below it. */
  readonly shown: readonly string[];
}

/** A shell block is one step; in a console block each line that begins with `$` is one. */
function stepsOf(markdown: string): Step[] {
  return [...markdown.matchAll(/^```(sh|console)\n([\s\S]*?)^```$/gm)].flatMap(([, language, text = '']) => {
    if (language === 'sh') return [{ command: text, shown: [] }];
    return text
      .split(/^\$ /m)
      .slice(1)
      .map((step) => {
        const [, command = '', rest = ''] = /^((?:.*\\\n)*.*)\n?([\s\S]*)$/.exec(step) ?? [];
        return { command, shown: rest.split('\n').filter((line) => line.trim() !== '') };
      });
  });
}

const section = (title: string): string => {
  const [, text] = new RegExp(`^## ${title}\n([\\s\\S]*?)(?=^## )`, 'm').exec(readFileSync(file('README.md'), 'utf8')) ?? [];
  if (text === undefined) throw new Error(`The README has no section "${title}".`);
  return text;
};

let folder: string;
let engine: EngineProcess;

beforeAll(async () => {
  folder = temporaryFolder();
  engine = await EngineProcess.start({ data: join(folder, 'data') });
  mkdirSync(join(folder, 'bin'));
  writeFileSync(join(folder, 'bin/npx'), `#!/bin/sh\nshift\nexec "${process.execPath}" "${file('apps/tenure/bin/tenure.mjs')}" "$@"\n`);
  chmodSync(join(folder, 'bin/npx'), 0o755);
});
afterAll(async () => {
  await engine.stop();
  removeTemporaryFolders();
});

async function run({ command, shown }: Step): Promise<void> {
  const { PATH } = process.env;
  const script = command.replaceAll('127.0.0.1:7070', new URL(engine.url).host);
  const environment = { PATH: `${join(folder, 'bin')}:${PATH}`, NO_COLOR: '1', TENURE_API_KEY: apiKey };
  const child = spawn('bash', ['-euc', script], { cwd: folder, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const [exitCode] = (await once(child, 'close')) as [number];
  expect([command, exitCode, exitCode === 0 ? '' : stderr]).toEqual([command, 0, '']);
  const lines = stdout.split('\n').map((line) => line.trimEnd());
  for (const line of shown) expect([command, lines]).toEqual([command, expect.arrayContaining([line.trimEnd()])]);
}

const hasCurl = spawnSync('curl', ['--version']).status === 0;
if (!hasCurl) console.warn('Left out of the README: the request by curl, which is not installed here.');

itEmbedded(
  'the tour, in the order given, with what it shows',
  async () => {
    const steps = stepsOf(section('A tour of five minutes')).filter(({ command }) => hasCurl || !command.startsWith('curl'));
    expect(steps.length).toBeGreaterThan(7);
    for (const step of steps) {
      await run(step);
      if (step.command.includes('tenure demo')) await modelsAreFitted();
    }
  },
  600_000,
);

itEmbedded(
  'a file of the reader, as the README writes it',
  async () => {
    const [own] = stepsOf(section('Your own files'));
    await run(own!);
    expect((await engine.client.get<{ totals: object[] }>('/v1/customers/K-17')).totals).toEqual([
      expect.objectContaining({ currency: 'EUR', spend: { minor: 123_450, currency: 'EUR' } }),
    ]);
  },
  60_000,
);

describeWith('CDNOW_master.txt', 'CDNOW', () => {
  itEmbedded(
    'goes in as the README says',
    async () => {
      copyFileSync(testData('CDNOW_master.txt'), join(folder, 'CDNOW_master.txt'));
      for (const step of stepsOf(section('Your own files')).slice(1)) await run(step);
    },
    180_000,
  );
});

/** The README says that models are fitted automatically. */
/** Every model, to the same day: which one scores depends on all of them. */
async function modelsAreFitted(): Promise<void> {
  for (;;) {
    const { items } = await engine.client.get<{ items: { fitted: { trainedTo: string } | null }[] }>('/v1/models');
    const seen = new Set(items.map(({ fitted }) => fitted?.trainedTo));
    if (seen.size === 1 && !seen.has(undefined)) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
