import { existsSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { EngineProcess } from '../engine/engine-process.js';
import { describeEmbedded } from '../engine/profile.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

const purchase = { customerId: 'C-1', orderId: 'A-1', occurredAt: '2026-01-05T10:00:00Z', amount: { minor: 1177, currency: 'EUR' } };
afterAll(removeTemporaryFolders);

/** In the distributed profile the secret is in MongoDB: specs in libs/log-secret hold both stores to the same rules. */
describeEmbedded('an engine', () => {
  it('refuses commands while the secret of its log is away, reads on, and goes on when it is back', async () => {
    const data = join(temporaryFolder(), 'data');
    const [secret, away] = [join(data, 'log-secret'), join(data, 'away')];
    let engine = await EngineProcess.start({ data });
    expect(existsSync(secret)).toBe(false);
    await engine.client.accept('RegisterCustomer', { customerId: 'C-1' });
    expect(statSync(secret).mode & 0o777).toBe(0o600);
    const first = (await engine.client.send('RecordPurchase', purchase, { key: 'order-A-1' })).json();
    const [event] = await engine.client.events();
    expect(JSON.stringify(event)).not.toContain(readFileSync(secret, 'utf8').trim());
    await engine.stop();

    renameSync(secret, away);
    engine = await EngineProcess.start({ data });
    for (const key of ['order-A-1', 'another']) {
      const refused = await engine.client.send('RecordPurchase', purchase, { key });
      expect(refused.status).toBe(503);
      expect(refused.json()).toMatchObject({ code: 'log-secret-missing', detail: expect.stringContaining(secret) });
    }
    expect(existsSync(secret)).toBe(false);
    expect(await engine.client.current('/v1/customers/C-1')).toMatchObject({ customerId: 'C-1' });

    renameSync(away, secret);
    const again = await engine.client.send('RecordPurchase', purchase, { key: 'order-A-1' });
    expect([again.status, again.json()]).toEqual([200, first]);
    await engine.stop();
  }, 60_000);

  it('takes the secret from its setting, and says so when that is another log’s', async () => {
    const data = join(temporaryFolder(), 'data');
    const environment = (secret: string) => ({ TENURE_LOG_SECRET: secret.repeat(32) });
    let engine = await EngineProcess.start({ data, environment: environment('a') });
    await engine.client.accept('RegisterCustomer', { customerId: 'C-1' });
    expect(existsSync(join(data, 'log-secret'))).toBe(false);
    await engine.stop();
    engine = await EngineProcess.start({ data, environment: environment('b') });
    const refused = await engine.client.send('RecordPurchase', purchase, { key: 'k' });
    expect([refused.status, refused.json()]).toEqual([
      503,
      expect.objectContaining({ code: 'log-secret-another', detail: expect.stringContaining('TENURE_LOG_SECRET') }),
    ]);
    await engine.stop();
  }, 60_000);
});
