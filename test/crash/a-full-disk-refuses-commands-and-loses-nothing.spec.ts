import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EngineProcess } from '../engine/engine-process.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';
import { until } from '../faults/until.js';
import { Acknowledgements, type SentCommand } from './acknowledgements.js';
import { checkHistory } from './history-check.js';

const mount = (folder: string) => spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folder]).status === 0;
const unmount = (folder: string) => spawnSync('umount', [folder]);

/** A disk of 8 MB can only be had by mounting one, which takes root. */
function mayMount(): boolean {
  const folder = temporaryFolder();
  const mounted = mount(folder);
  if (mounted) unmount(folder);
  else console.warn('Skipped the full disk: a small tmpfs cannot be mounted here. Run as root, with the right to mount.');
  return mounted;
}

(mayMount() ? describe : describe.skip)('a full disk', () => {
  let data: string;
  let engine: EngineProcess;

  beforeAll(async () => {
    data = join(temporaryFolder(), 'data');
    mkdirSync(data);
    mount(data);
    writeFileSync(join(data, 'something-else'), Buffer.alloc(4_000_000));
    engine = await EngineProcess.start({ data });
  }, 60_000);
  afterAll(async () => {
    await engine.kill();
    unmount(data);
    removeTemporaryFolders();
  });

  const ledger = new Acknowledgements();
  const send = async (command: SentCommand) => {
    const answer = await engine.client.send(command.name, command.body, { key: command.key });
    if (answer.status < 300) ledger.accept(command, answer.json());
    return answer;
  };
  const register = (n: number) => {
    const customerId = `c-${n}`;
    const attributes = { filling: `${n}`.padEnd(250, 'x') };
    return ledger.send({ name: 'RegisterCustomer', customerId, key: `k-${n}`, body: { customerId, occurredAt: '2026-01-01T00:00:00Z', attributes } });
  };
  let count = 0;
  const waiting: SentCommand[] = [];

  it('refuses commands as unavailable, with the remedy, and keeps on answering questions', async () => {
    let refused = 0;
    while (refused < 20 && count < 60_000) {
      const commands = Array.from({ length: 64 }, () => register(count++));
      const answers = await Promise.all(commands.map(send));
      answers.forEach((answer, index) => {
        if (answer.status === 201) return;
        refused += 1;
        waiting.push(commands[index]!);
        expect([answer.status, answer.headers.get('retry-after'), answer.json()]).toEqual([
          503,
          expect.stringMatching(/^\d+$/),
          expect.objectContaining({ code: 'log-disk-full', retryable: true, detail: expect.stringMatching(/full.*(space|room)/is) }),
        ]);
      });
    }
    expect(refused).toBeGreaterThan(0);
    expect(ledger.acceptedCount).toBeGreaterThan(100);
    expect((await engine.client.ask('/health/live')).status).toBe(200);
    expect((await engine.client.ask('/v1/customers?limit=1')).status).toBe(200);
    expect((await engine.client.ask('/v1/customers/c-0/events')).status).toBe(200);
  }, 120_000);

  const told = (words: string) => engine.stderr.split('\n').filter((line) => line.includes(words));

  it('says so in readiness, and in one line of its log however often it is tried', async () => {
    await until(
      () => told('Not ready').length > 0,
      () => engine.stderr,
    );
    const ready = await engine.client.ask('/health/ready');
    expect([ready.status, ready.text]).toEqual([503, expect.stringContaining('The disk is full')]);
    expect(told('The disk is full')).toHaveLength(1);
  }, 120_000);

  it('goes on after room was made, without a restart; what was refused is taken once when sent again', async () => {
    rmSync(join(data, 'something-else'));
    for (const command of waiting) {
      for (let attempt = 0; (await send(command)).status === 503 && attempt < 50; attempt++) await new Promise((resolve) => setTimeout(resolve, 200));
    }
    expect(waiting.filter(({ outcome }) => outcome.kind !== 'accepted')).toEqual([]);
    await until(
      () => told('Ready again').length > 0,
      () => engine.stderr,
    );
  }, 60_000);

  it('has lost nothing that was acknowledged, before and after a kill', async () => {
    expect(checkHistory(ledger.sent, await engine.client.events())).toEqual([]);
    expect(ledger.contradictions).toEqual([]);
    await engine.kill();
    engine = await EngineProcess.start({ data });
    expect(checkHistory(ledger.sent, await engine.client.events())).toEqual([]);
    expect(await engine.client.current(`/v1/customers/${waiting.at(-1)!.customerId}`)).toMatchObject({ revision: 0 });
    expect(await engine.client.check()).toMatchObject({ identical: true });
  }, 60_000);
});
