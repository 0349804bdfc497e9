import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { streamOf } from '@tenure/event-log';
import { SqliteEventLog, writeBackup } from '@tenure/event-log/sqlite';
import { givenSecret } from '@tenure/log-secret';
import Database from 'better-sqlite3';
import { belongsToLog } from '../belongs-to-log.js';
import { KEY_BYTES } from '../customer-key.js';
import { SealingLog } from '../sealing-log.js';
import { Vault } from '../vault.js';
import { WRAPPING_BYTES, wrap } from '../wrapping.js';
import { SqliteKeys } from './sqlite-keys.js';
import { putVaultIntoBackup, verifyVaultInBackup } from './vault-in-backup.js';

const secret = givenSecret('0123456789abcdef0123456789abcdef');
let folder: string;
const at = (name: string) => join(folder, name);

/** A log with something sealed for each customer, beside its vault. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tenure-vault-in-backup-'));
  const log = await SqliteEventLog.open(at('events.db'), { keyed: () => secret.keyed() });
  const vault = new Vault(SqliteKeys.openForWriting(at('vault.db')), secret, { maySeal: belongsToLog(log, secret) });
  for (const customerId of ['ada', 'bob']) {
    const metadata = { commandId: customerId, index: 0, of: 1, payloadHash: 'h', actor: 'spec' };
    const registered = { type: 'CustomerRegistered', version: 1, occurredAt: 0, data: { party: 'person' }, personal: { name: customerId }, metadata };
    await new SealingLog(log, vault).append({ stream: streamOf(customerId), expected: 'no-stream', events: [registered] });
  }
  await vault.close();
  await log.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

const change = (file: string, sql: string, ...values: unknown[]) => {
  const database = new Database(at(file));
  expect(database.prepare(sql).run(...values).changes).toBe(1);
  database.close();
};
const backUp = () => {
  writeBackup(at('events.db'), at('backup'), null, new Date());
  putVaultIntoBackup(at('vault.db'), at('backup'));
};

it('is verified with the secret and without it, and its keys are counted', async () => {
  backUp();
  expect(verifyVaultInBackup(at('backup'), await secret.keyed())).toBe(2);
  expect(verifyVaultInBackup(at('backup'), undefined)).toBe(2);
});

it('has no key besides those that were copied, though it opens', async () => {
  backUp();
  const { customerId, epoch, secretEpoch, wrapped } = wrap(Buffer.alloc(KEY_BYTES, 1), Buffer.alloc(WRAPPING_BYTES, 2), 'eve', 1, await secret.keyed());
  change('backup', 'INSERT INTO customer_key VALUES (?, ?, ?, ?)', customerId, epoch, secretEpoch, wrapped);
  for (const keyed of [await secret.keyed(), undefined])
    expect(() => verifyVaultInBackup(at('backup'), keyed)).toThrow('the keys of customers in it are not those that were copied');
});

it('has no key that does not open, though it was copied so', async () => {
  change('vault.db', "UPDATE customer_key SET wrapped = zeroblob(length(wrapped)) WHERE customer = 'bob'");
  backUp();
  const keyed = await secret.keyed();
  expect(() => verifyVaultInBackup(at('backup'), keyed)).toThrow('the key of customer "bob" does not open with the secret of the log');
  expect(verifyVaultInBackup(at('backup'), undefined)).toBe(2);
});
