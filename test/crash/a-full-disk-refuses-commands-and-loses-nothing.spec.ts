import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteEventLog } from '@tenure/event-log/sqlite';
import { tenure } from '../engine/command-line.js';
import { EngineProcess } from '../engine/engine-process.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';
import { until } from '../faults/until.js';
import { Acknowledgements, type SentCommand } from './acknowledgements.js';
import { checkHistory } from './history-check.js';

const mount = (folder: string) => spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folder]).status === 0;
const unmount = (folder: string) => spawnSync('umount', [folder]);

/** A disk of 8 MB has to be mounted, which takes root. */
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
  /** Lines of the engine's log from an offset on that contain these words. */
  const told = (words: string, from = 0) =>
    engine.stderr
      .slice(from)
      .split('\n')
      .filter((line) => line.includes(words));
  const unwritten = 'The log cannot be written: The disk is full. Make room';
  /** Fills the disk to the last byte. */
  const fill = () => {
    const file = openSync(join(data, 'the-rest'), 'w');
    try {
      for (const bytes of [65_536, 4_096, 512]) for (; writeSync(file, Buffer.alloc(bytes)) === bytes; );
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    } finally {
      closeSync(file);
    }
  };

  let filledAt = 0;

  it('refuses commands as unavailable, with the remedy, and keeps on answering questions', async () => {
    filledAt = engine.stderr.length;
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

  it('says so in readiness, and in one line of its log however often it is tried', async () => {
    // The log's checkpoints since then have freed space.
    fill();
    const lines = () => told(unwritten, filledAt).length - told('Ready again', filledAt).length;
    await until(
      async () => {
        const command = register(count++);
        if ((await send(command)).status === 503) waiting.push(command);
        return lines() > 0;
      },
      () => engine.stderr,
    );
    const ready = await engine.client.ask('/health/ready');
    expect([ready.status, ready.text]).toEqual([503, expect.stringContaining(unwritten)]);
    expect(lines()).toBe(1);
  }, 150_000);

  it('goes on after room was made, without a restart; what was refused is taken once when sent again', async () => {
    for (const name of ['something-else', 'the-rest']) rmSync(join(data, name));
    for (const command of waiting) {
      for (let attempt = 0; (await send(command)).status === 503 && attempt < 50; attempt++) await new Promise((resolve) => setTimeout(resolve, 200));
    }
    expect(waiting.filter(({ outcome }) => outcome.kind !== 'accepted')).toEqual([]);
    await until(
      () => told('Ready again', filledAt).length > 0,
      () => engine.stderr,
    );
  }, 60_000);

  it('says so when the write-ahead log alone cannot be moved, and that it can again', async () => {
    const answers = await Promise.all(Array.from({ length: 64 }, () => send(register(count++))));
    filledAt = engine.stderr.length;
    fill(); // before the log is idle long enough for a checkpoint
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    await until(
      () => told(unwritten, filledAt).length > 0,
      () => engine.stderr,
    );
    rmSync(join(data, 'the-rest'));
    await until(
      () => told('Ready again', filledAt).length > 0,
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
    spawnSync('mount', ['-o', 'remount,size=32m', data]); // read models are built beside the existing ones
    expect(await engine.client.check()).toMatchObject({ identical: true });
  }, 60_000);

  it('keeps nothing up once there is room, though nobody appends', async () => {
    await engine.stop();
    const log = await SqliteEventLog.open(join(data, 'beside.db'));
    const metadata = { index: 0, of: 1, payloadHash: 'h', actor: 'spec' };
    for (let n = 0; n < 64; n++) {
      const event = { type: 'Counted', version: 1, occurredAt: 0, data: { filling: 'x'.repeat(250) }, metadata: { ...metadata, commandId: `c-${n}` } };
      await log.append({ stream: `counter-${n}`, expected: 'no-stream', events: [event] });
    }
    fill();
    try {
      await until(
        () => log.failure !== null,
        () => 'The write-ahead log was moved into a full disk.',
      );
      expect(log.failure).toBe('The disk is full. Make room, then it goes on by itself.');
      rmSync(join(data, 'the-rest'));
      await until(
        () => log.failure === null,
        () => log.failure!,
      );
    } finally {
      await log.close();
    }
  }, 150_000);

  it('is told by every verb that meets it', async () => {
    fill();
    for (const verb of [['start', '--port', '0'], ['backup', join(data, 'copy.backup')], ['doctor']]) {
      const { exitCode, stdout, stderr } = await tenure([...verb, '--data', data], { cwd: data });
      expect([verb, exitCode, stdout + stderr]).toEqual([verb, 1, expect.stringMatching(/The disk is full.*Make room/s)]);
    }
  }, 60_000);
});
