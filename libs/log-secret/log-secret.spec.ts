import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKeyedHash } from './keyed-hash.js';
import { type SecretStore, storedSecret } from './log-secret.js';
import { isPayloadOf, payloadHash } from './payload-hash.js';
import { secretFile } from './secret-file.js';

describe('a keyed hash', () => {
  it('is an HMAC of purpose and text, the same for ever: logs hold it', () => {
    for (const secret of [Buffer.alloc(32, 7), Buffer.alloc(100, 7)]) {
      const expected = createHmac('sha256', secret).update('p\0text').digest('base64url');
      expect(createKeyedHash(secret, 1).digest('p', 'text')).toBe(expected);
    }
  });

  it('has no use for a short secret', () => {
    expect(() => createKeyedHash(Buffer.alloc(31), 1)).toThrow('31 bytes');
  });
});

describe('a payload hash', () => {
  const keyed = createKeyedHash(Buffer.alloc(32, 1), 1);
  const body = { customerId: 'a', amount: { minor: 1, currency: 'EUR' }, note: undefined };

  it('names its form, and depends on the secret, the name and the body, not on the order of fields', () => {
    const stored = payloadHash(keyed, 'RecordPurchase', body);
    expect(stored).toMatch(/^h2\.1\.[\w-]{28}$/);
    expect(payloadHash(keyed, 'RecordPurchase', { amount: { currency: 'EUR', minor: 1 }, customerId: 'a' })).toBe(stored);
    expect(payloadHash(keyed, 'RecordReturn', body)).not.toBe(stored);
    expect(payloadHash(createKeyedHash(Buffer.alloc(32, 2), 1), 'RecordPurchase', body)).not.toBe(stored);
  });

  it('is compared in the form that version 0.1.0 stored, too', () => {
    const stored = 'NVTbB2wUnCmDbWLPDldPDg';
    expect(isPayloadOf(stored, keyed, 'RecordPurchase', body)).toBe(false);
    // sha256('RegisterCustomer\n{"customerId":"a","party":"person"}') in base64url, 22 characters of it
    const written = 'qZ-9I9JvONM-8a6BzV-Auo';
    expect(isPayloadOf(written, keyed, 'RegisterCustomer', { customerId: 'a', party: 'person' })).toBe(true);
    expect(isPayloadOf(written, keyed, 'RegisterCustomer', { customerId: 'b', party: 'person' })).toBe(false);
  });
});

describe('the secret of a log', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tenure-secret-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const path = () => join(folder, 'log-secret');
  const secretOf = (hashes: string[], file = path()) => storedSecret(secretFile(file), async () => hashes);

  it('is made when it is first asked for, in a file of its user alone, and is the same from then on', async () => {
    const secret = secretOf([]);
    expect(() => statSync(path())).toThrow('ENOENT');
    const stored = payloadHash(await secret.keyed(), 'C', {});
    expect(statSync(path()).mode & 0o777).toBe(0o600);
    expect(payloadHash(await secretOf([stored]).keyed(), 'C', {})).toBe(stored);
  });

  it('is made for a log that version 0.1.0 wrote', async () => {
    const secret = secretOf(['NVTbB2wUnCmDbWLPDldPDg', '']);
    await expect(secret.keyed()).resolves.toMatchObject({ epoch: 1 });
    expect(await secret.isKeyedThroughout()).toBe(false);
    expect(await secretOf([payloadHash(await secret.keyed(), 'C', {})]).isKeyedThroughout()).toBe(true);
    expect(await secretOf([]).isKeyedThroughout()).toBe(true);
  });

  it('that is lost is never made again: the file to restore is named, and once it is back all goes on', async () => {
    const stored = payloadHash(await secretOf([]).keyed(), 'C', {});
    const text = readFileSync(path(), 'utf8');
    rmSync(path());
    const secret = secretOf(['', stored]);
    await expect(secret.keyed()).rejects.toMatchObject({ name: 'LogSecretMissing', code: 'missing', message: expect.stringContaining(path()) });
    expect(() => statSync(path())).toThrow('ENOENT');
    writeFileSync(path(), text);
    expect(payloadHash(await secret.keyed(), 'C', {})).toBe(stored);
  });

  it('of another log, and one that was cut short, are told from its own', async () => {
    const stored = payloadHash(await secretOf([]).keyed(), 'C', {});
    const other = join(folder, 'other');
    await secretOf([], other).keyed();
    await expect(secretOf([stored], other).keyed()).rejects.toMatchObject({ code: 'another', message: expect.stringContaining(other) });
    writeFileSync(path(), 'abc\n');
    await expect(secretOf([stored]).keyed()).rejects.toMatchObject({ code: 'another' });
  });

  it.each(['read', 'keep'] as const)('whose place cannot be reached (%s) is asked for again once it can', async (step) => {
    let reachable = false;
    const file = secretFile(path());
    const place = async (): Promise<never> => {
      throw new Error('no route to it');
    };
    const store: SecretStore = {
      place: file.place,
      read: () => (step === 'read' && !reachable ? place() : file.read()),
      keep: (text) => (step === 'keep' && !reachable ? place() : file.keep(text)),
    };
    const secret = storedSecret(store, async () => []);
    await expect(secret.keyed()).rejects.toMatchObject({ code: 'unreadable', message: expect.stringMatching(/no route to it.*TENURE_LOG_SECRET/) });
    reachable = true;
    await expect(secret.keyed()).resolves.toMatchObject({ epoch: 1 });
  });
});
