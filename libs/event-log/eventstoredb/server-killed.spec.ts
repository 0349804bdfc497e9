import { counted, type StandInLogs, startStandInLogs } from './testing/stand-in-logs.js';

let logs: StandInLogs;
beforeAll(async () => {
  logs = await startStandInLogs();
});
afterAll(() => logs.end());

const WRITERS = 8;
const KILLS = 5;

it('loses nothing it acknowledged and doubles nothing while the server is killed under eight writers', async () => {
  const log = logs.log({ deadlineMs: 2_000, settleForMs: 30_000 });
  const ledger = new Map<string, string[]>();
  let killing = true;
  const write = async (writer: number) => {
    const stream = `customer-${writer}`;
    const acknowledged: string[] = [];
    ledger.set(stream, acknowledged);
    for (let n = 0; killing; n++) {
      const commandId = `${stream}/${n}`;
      const result = await log.append({ stream, expected: n === 0 ? 'no-stream' : n - 1, events: [counted(n, commandId)] });
      expect(result).toMatchObject({ outcome: 'appended', revision: n });
      acknowledged.push(commandId);
    }
  };
  const kill = async () => {
    for (let kills = 0; kills < KILLS; kills++) {
      // Between the commit and the answer, which is where an append is lost or doubled.
      await logs.server.set({ dieAtAppend: 20 + 7 * kills });
      await logs.server.ended();
      await logs.server.restart();
    }
    killing = false;
  };
  await Promise.all([kill(), ...Array.from({ length: WRITERS }, (_, writer) => write(writer))]);
  for (const [stream, acknowledged] of ledger) {
    const recorded = (await log.readStream(stream)).map(({ metadata }) => metadata.commandId);
    expect(recorded).toEqual(acknowledged);
  }
  const everywhere = await log.readAll({ after: null, limit: 100_000 });
  expect(everywhere).toHaveLength([...ledger.values()].reduce((sum, { length }) => sum + length, 0));
});

it('can be tried again when the server was not there at first', async () => {
  await logs.server.kill();
  const log = logs.log();
  await expect(log.check()).rejects.toMatchObject({ name: 'LogUnavailable', code: 'unreachable', message: expect.stringContaining('EVENTSTOREDB_URL') });
  await expect(log.head()).rejects.toMatchObject({ code: 'unreachable' });
  await logs.server.restart();
  await log.check();
  expect(await log.head()).not.toBeNull();
});
