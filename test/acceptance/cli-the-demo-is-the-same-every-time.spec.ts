import { tenure } from '../engine/command-line.js';
import { itEmbedded } from '../engine/profile.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

const words = ['demo', '--customers', '60', '--months', '12', '--seed', '7', '--until', '2026-06-01', '--json'];
let cwd: string;
beforeAll(() => {
  cwd = temporaryFolder();
});
afterAll(removeTemporaryFolders);

interface Sent {
  readonly commands: number;
  readonly accepted: number;
  readonly replayed: number;
}

itEmbedded('the same options give the same history in any folder, and running it again adds nothing', async () => {
  const first = (await tenure([...words, '--data', 'one'], { cwd })).json<Sent>();
  expect(first).toMatchObject({ accepted: first.commands, replayed: 0 });
  expect((await tenure([...words, '--data', 'one'], { cwd })).json()).toMatchObject({ commands: first.commands, accepted: 0, replayed: first.commands });
  expect((await tenure([...words, '--data', 'two'], { cwd })).json()).toMatchObject({ accepted: first.commands });
  const digests = await Promise.all(
    ['one', 'two'].map(async (data) =>
      (await tenure(['export', 'customer-file', '--out', `${data}.csv`, '--data', data, '--json'], { cwd })).json<{ sha256: string; rows: number }>(),
    ),
  );
  expect(digests[0]).toMatchObject({ rows: 60 });
  expect(digests[1]!.sha256).toBe(digests[0]!.sha256);
});

itEmbedded('it tells its story to a person', async () => {
  const { stdout, stderr } = await tenure([...words.slice(0, -1), '--data', 'one'], { cwd });
  expect(stdout).toContain('known already');
  expect(stderr).toContain('Complaints that stay open');
  expect(stderr).toContain('tenure retention --data one');
});

itEmbedded('it does not put made-up customers among real ones, nor one demo into another', async () => {
  await tenure(['command', 'RegisterCustomer', 'customerId=real-1', '--data', 'real'], { cwd });
  const refused = await tenure([...words, '--data', 'real'], { cwd });
  expect([refused.exitCode, refused.stderr]).toEqual([1, expect.stringContaining('--among-others')]);
  const other = await tenure(['demo', '--customers', '30', '--seed', '7', '--until', '2026-05-01', '--data', 'one'], { cwd });
  expect([other.exitCode, other.stderr]).toEqual([1, expect.stringContaining('folder of its own')]);
});
