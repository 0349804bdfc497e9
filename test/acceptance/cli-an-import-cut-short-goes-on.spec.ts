import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Event } from '../engine/client.js';
import { tenure } from '../engine/command-line.js';
import { EngineProcess } from '../engine/engine-process.js';
import { asCsv, inventedPurchases } from '../engine/invented-purchases.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';
import { spawnTenure } from '../engine/tenure-program.js';

/** Large enough to be interrupted in the middle. */
const purchases = inventedPurchases({ customers: 800, seed: 11 });
let cwd: string;
beforeEach(() => {
  cwd = temporaryFolder();
  writeFileSync(join(cwd, 'orders.csv'), asCsv(purchases));
});
afterAll(removeTemporaryFolders);

const words = ['import', 'purchases', 'orders.csv', '--json'];

/** Begins the import, calls `interrupt` as soon as some of it is recorded, and answers how it ended. */
async function interrupted(engine: EngineProcess, interrupt: (importing: { kill(signal: 'SIGINT'): boolean }) => unknown) {
  const head: string | null = await engine.client.head();
  const later = `/v1/events?limit=100${head === null ? '' : `&after=${head}`}`;
  const child = spawnTenure(words, { cwd });
  const said = { stderr: '', stdout: '' };
  child.stderr!.on('data', (text: Buffer) => (said.stderr += text));
  child.stdout!.on('data', (text: Buffer) => (said.stdout += text));
  const ended = once(child, 'close') as Promise<[number]>;
  const isBegun = async () => (await engine.client.get<{ items: Event[] }>(later)).items.some(({ type }) => type.includes('PurchaseRecorded'));
  while (!(await isBegun()) && child.exitCode === null) await new Promise((done) => setTimeout(done, 5));
  await interrupt(child);
  const [exitCode] = await ended;
  return { exitCode, ...said };
}

async function expectAllOnce(): Promise<void> {
  const { accepted, duplicate, rejected } = (await tenure(words, { cwd })).json<{ accepted: number; duplicate: number; rejected: number }>();
  expect([accepted + duplicate, rejected]).toEqual([purchases.length, 0]);
  expect(duplicate).toBeGreaterThan(0);
  expect((await tenure(words, { cwd })).json()).toMatchObject({ accepted: 0, duplicate: purchases.length });
}

it('after Ctrl-C', async () => {
  const engine = await EngineProcess.start({ data: join(cwd, 'data') });
  try {
    const { exitCode, stdout, stderr } = await interrupted(engine, (importing) => importing.kill('SIGINT'));
    expect([exitCode, stdout, stderr]).toEqual([1, '', expect.stringContaining('run the same import again and it goes on where it stopped')]);
    await expectAllOnce();
  } finally {
    await engine.stop();
  }
});

it('after the engine was killed', async () => {
  const engine = await EngineProcess.start({ data: join(cwd, 'data') });
  const { exitCode, stdout, stderr } = await interrupted(engine, () => engine.kill());
  expect([exitCode, stdout, stderr]).toEqual([1, '', expect.stringContaining('The import was cut short')]);
  await expectAllOnce();
});
