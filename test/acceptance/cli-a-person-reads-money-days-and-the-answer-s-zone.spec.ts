import { join } from 'node:path';
import { tenure } from '../engine/command-line.js';
import { EngineProcess } from '../engine/engine-process.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

describe('at a terminal', () => {
  let engine: EngineProcess;
  let data: string;
  const run = (...words: string[]) => tenure([...words, '--data', data], { cwd: join(data, '..') });

  beforeAll(async () => {
    data = join(temporaryFolder(), 'data');
    engine = await EngineProcess.start({ data });
    const { client } = engine;
    await client.accept('RegisterCustomer', { customerId: 'Ada' });
    await client.accept('RecordPurchase', { customerId: 'Ada', orderId: 'A-1', occurredAt: '2026-01-10', amount: { minor: 123_450, currency: 'USD' } });
    await client.accept('CorrectPurchase', {
      customerId: 'Ada',
      orderId: 'A-1',
      occurredAt: '2026-01-11T09:30:00Z',
      amount: { minor: 12_345, currency: 'USD' },
      reason: 'typed wrong',
    });
    await client.accept('LogComplaint', { customerId: 'Ada', complaintId: 'K-1', occurredAt: '2026-01-10T23:30:00Z', subject: 'late' });
  }, 60_000);
  afterAll(async () => {
    await engine.stop();
    removeTemporaryFolders();
  });

  it('a correction shows money and days as a person reads them', async () => {
    const { stdout } = await run('history', 'Ada');
    expect(stdout).toMatch(/was \(.*amount \$1,234\.50/);
    expect(stdout).toMatch(/now \(.*amount \$123\.45/);
    expect(stdout).toContain('2026-01-11 09:30:00 UTC');
    expect(stdout).not.toMatch(/[{}]/);
  });

  it('complaints show times on the clocks of the zone that was asked for, and say which', async () => {
    const berlin = await run('complaints', '--timezone', 'Europe/Berlin');
    expect(berlin.stdout).toContain('2026-01-11 00:30:00');
    expect(berlin.stderr).toContain('Times are in Europe/Berlin');
    expect((await run('complaints')).stdout).toContain('2026-01-10 23:30:00');
  });

  it('an amount without its currency is refused with both forms to write it in', async () => {
    const refused = await run('command', 'RecordPurchase', 'customerId=Ada', 'amount=20');
    expect([refused.exitCode, refused.stderr]).toEqual([2, expect.stringContaining('amount="20 EUR" or amount=\'{"minor":2000,"currency":"EUR"}\'')]);
  });

  it('a currency that is none is refused with the one that was meant', async () => {
    const refused = await run('model', 'show', 'gamma-gamma', '--currency', 'euro');
    expect([refused.exitCode, refused.stderr]).toEqual([2, expect.stringContaining('did you mean EUR?')]);
  });
});
