import { givenSecret } from '@tenure/log-secret';
import { VAULT, VAULT_BEGUN } from './belongs-to-log.js';
import { VaultUnavailable, vaultUnreachable } from './errors.js';
import { MemoryKeys } from './testing/memory-keys.js';
import { Vault } from './vault.js';
import { vaultStatus } from './vault-status.js';

const logOf = (vault: string | null) => ({
  readStream: async (stream: string) => (stream === VAULT && vault !== null ? [{ type: VAULT_BEGUN, data: { vault } }] : []) as never[],
});
const statusOf = (keys: MemoryKeys, log: Parameters<typeof vaultStatus>[0] = logOf('ours')) =>
  vaultStatus(log, new Vault(keys, givenSecret('0123456789abcdef0123456789abcdef')));
const keysOf = async (id: string | null) => {
  const keys = new MemoryKeys();
  if (id !== null) await keys.begin(id);
  return keys;
};

it.each([
  ['not-begun', null, null],
  ['at-hand', 'ours', 'ours'],
  ['missing', 'ours', null],
  ['another', 'ours', "another log's"],
] as const)('is %s by what the log names and what is there', async (state, named, there) => {
  const found = await statusOf(await keysOf(there), logOf(named));
  expect(found).toMatchObject({ state, failure: state === 'missing' || state === 'another' ? expect.stringContaining('vault of this log') : null });
});

it('is what commands are answered where the vault cannot be asked', async () => {
  const keys = await keysOf('ours');
  keys.id = () => Promise.reject(new VaultUnavailable('missing', 'deleted under the engine'));
  expect(await statusOf(keys)).toMatchObject({ state: 'missing', failure: 'deleted under the engine' });
  keys.id = () => Promise.reject(vaultUnreachable('here', new Error('no route')));
  expect(await statusOf(keys)).toMatchObject({ state: 'unreachable', failure: expect.stringContaining('no route') });
});

it('does not take a failure of the log for one of the vault', async () => {
  const failed = new Error('the log does not answer');
  await expect(statusOf(await keysOf('ours'), { readStream: () => Promise.reject(failed) })).rejects.toBe(failed);
});
