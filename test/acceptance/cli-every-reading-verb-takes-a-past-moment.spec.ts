import { join } from 'node:path';
import { parseLines } from '../engine/client.js';
import { tenure } from '../engine/command-line.js';
import { EngineProcess } from '../engine/engine-process.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

describe('every reading verb', () => {
  let engine: EngineProcess;
  let data: string;
  let before: string;
  const run = (...words: string[]) => tenure([...words, '--data', data], { cwd: join(data, '..') });

  beforeAll(async () => {
    data = join(temporaryFolder(), 'data');
    engine = await EngineProcess.start({ data });
    const amount = { minor: 1000, currency: 'USD' };
    await engine.client.accept('RegisterCustomer', { customerId: 'Ada' });
    await engine.client.accept('RecordPurchase', { customerId: 'Ada', orderId: 'A-1', occurredAt: '2026-01-10', amount });
    before = (await engine.client.accept('LogComplaint', { customerId: 'Ada', complaintId: 'K-1', occurredAt: '2026-01-11', subject: 'late' })).position;
    await engine.client.accept('RegisterCustomer', { customerId: 'Bo' });
    await engine.client.accept('RecordPurchase', { customerId: 'Bo', orderId: 'B-1', occurredAt: '2026-02-10', amount });
    await engine.client.accept('LogComplaint', { customerId: 'Bo', complaintId: 'K-2', occurredAt: '2026-02-11', subject: 'broken' });
  }, 60_000);
  afterAll(async () => {
    await engine.stop();
    removeTemporaryFolders();
  });

  it.each([
    ['customers'],
    ['events'],
    ['complaints'],
    ['lifecycle'],
    ['retention'],
    ['retention', '--survival'],
    ['retention', '--project', '3'],
    ['churn'],
    ['value'],
    ['export', 'purchases'],
    ['export', 'customer-file'],
  ])('tenure %s %s --as-at: what came later is not there', async (...words) => {
    const bare = before.replaceAll(/\b0+(?=\d)/g, '');
    const json = words[0] === 'export' ? [] : ['--json'];
    const [then, now] = await Promise.all([run(...words, ...json, '--as-at', bare), run(...words, ...json)]);
    expect([then.exitCode, now.exitCode]).toEqual([0, 0]);
    expect(then.stdout).not.toMatch(/"Bo"|2026-02/);
    if (!['churn', 'value'].includes(words[0]!)) expect(now.stdout).toMatch(/"Bo"|2026-02/);
  });

  it('a customer of later is unknown then, and has no history', async () => {
    for (const verb of ['customer', 'history']) {
      expect([verb, (await run(verb, 'Ada', '--as-at', before)).exitCode]).toEqual([verb, 0]);
      const later = await run(verb, 'Bo', '--as-at', before);
      const today = new Date().toISOString().slice(0, 10);
      expect([verb, later.exitCode, later.stderr]).toEqual([verb, 1, expect.stringContaining(`"Bo" had been recorded by then: it begins on ${today}`)]);
    }
    expect((await run('customer', 'Cy', '--as-at', before)).stderr).toContain('There is no customer "Cy"');
  });

  it('takes a time and a day, and refuses what is none of these with the remedy', async () => {
    const { time, day } = { time: '2020-01-01T00:00:00Z', day: '2020-01-01' };
    for (const moment of [time, day]) expect((await run('customers', '--json', '--as-at', moment)).stdout).toBe('');
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    expect((await run('customers', '--json', '--as-at', tomorrow)).stdout.trim().split('\n')).toHaveLength(2);
    for (const [moment, exitCode] of [
      ['yesterday', 2],
      [`9${before.slice(1)}`, 1], // well-formed, but not recorded
    ] as const) {
      const refused = await run('lifecycle', '--as-at', moment);
      expect([moment, refused.exitCode, refused.stderr]).toEqual([moment, exitCode, expect.stringContaining('asAt')]);
    }
  });

  it('tenure events chooses by type, by actor and by place', async () => {
    const types = async (...words: string[]) => parseLines<{ type: string }>((await run('events', '--json', ...words)).stdout).map(({ type }) => type);
    expect(await types('--types', 'ComplaintLogged')).toHaveLength(2);
    const typo = await run('events', '--types', 'ComplaintLoged');
    expect([typo.exitCode, typo.stderr]).toEqual([2, expect.stringContaining('did you mean ComplaintLogged?')]);
    expect((await types('--after', before)).at(0)).toBe('tenure.customer.CustomerRegistered.v1');
    const [{ actor }] = parseLines<{ actor: string }>((await run('events', '--json', '--limit', '1')).stdout) as [{ actor: string }];
    expect((await types('--actor', actor)).length).toBeGreaterThanOrEqual(6);
    expect(await types('--actor', 'nobody')).toEqual([]);
    expect((await run('events', '--limit', '1')).stdout).toMatch(/^Ada /);
  });

  it('tenure definitions lists what is defined, and explains one', async () => {
    const names = parseLines<{ name: string }>((await run('definitions', '--json')).stdout).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['retention', 'lifecycle', 'complaints', 'purchases']));
    expect((await run('definitions', 'purchases')).stdout).toContain('net = amount - returned');
    const unknown = await run('definitions', 'retenton');
    expect([unknown.exitCode, unknown.stderr]).toEqual([1, expect.stringContaining('retention')]);
  });
});
