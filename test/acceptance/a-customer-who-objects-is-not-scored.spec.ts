import { join } from 'node:path';
import type { Schemas } from '@tenure/client';
import { tenure } from '../engine/command-line.js';
import { EngineProcess } from '../engine/engine-process.js';
import { asCsv, inventedPurchases } from '../engine/invented-purchases.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

type Score = Schemas['CustomerChurnLikelihoodAnswer'];
type Value = Schemas['CustomerLifetimeValueAnswer'];
type List = Schemas['ChurnLikelihoodAnswer'];
type Values = Schemas['LifetimeValueAnswer'];

const customerId = 'C-00007';
const dayAhead = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

afterAll(removeTemporaryFolders);

it('an explanation asked for right after an import waits for the first fit', async () => {
  const cwd = temporaryFolder();
  const engine = await EngineProcess.start({ data: join(cwd, 'data') });
  await engine.client.importFile('purchases', asCsv(inventedPurchases({ customers: 250, seed: 7 })), {});
  const { stdout, exitCode } = await tenure(['churn', customerId, '--explain', '--json', '--data', join(cwd, 'data')], { cwd });
  await engine.stop();
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ probability: expect.any(Number), markdown: expect.stringContaining('The probability is') });
}, 120_000);

describe('a customer and the scores about them', () => {
  let cwd: string;
  let engine: EngineProcess;
  const score = () => engine.client.current<Score>(`/v1/churn-likelihood/${customerId}`);
  const scoreThen = () => engine.client.current<Score>(`/v1/churn-likelihood/${customerId}?about=2025-03-31`);
  const value = () => engine.client.current<Value>(`/v1/lifetime-value/${customerId}`);
  const list = () => engine.client.current<List>('/v1/churn-likelihood?order=probability&limit=1000');
  const values = () => engine.client.current<Values>('/v1/lifetime-value?limit=1000');
  const cli = async (...args: string[]) => {
    const { stdout, stderr } = await tenure([...args, '--data', join(cwd, 'data')], { cwd });
    return stdout + stderr;
  };
  /** Without what differs from answer to answer. */
  const figures = <T extends object>({ asOf: _, ...rest }: T & { asOf?: unknown }) => rest;

  beforeAll(async () => {
    cwd = temporaryFolder();
    engine = await EngineProcess.start({ data: join(cwd, 'data') });
    await engine.client.importFile('purchases', asCsv(inventedPurchases({ customers: 250, seed: 7 })), {});
    for (const model of ['mbg-nbd', 'gamma-gamma']) {
      const { position } = await engine.client.post<{ position: string }>(`/v1/models/${model}/fits`, { unit: 'week' });
      await engine.client.accept('PromoteModel', { model, fit: position });
    }
  }, 120_000);
  afterAll(() => engine.stop());

  it('a likelihood that a person stated stands beside the computed one until it is withdrawn', async () => {
    const before = await score();
    expect(before).toMatchObject({ probability: expect.any(Number), override: null });
    await engine.client.accept('OverrideChurnLikelihood', { customerId, probability: 0.05, expiresOn: dayAhead(60), reason: 'signed for two years' });
    const stated = { probability: 0.05, expiresOn: dayAhead(60), recordedOn: dayAhead(0) };
    expect(await score()).toMatchObject({ probability: before.probability, override: { ...stated, reason: 'signed for two years' } });
    expect((await list()).items.find((item) => item.customerId === customerId)).toMatchObject({ probability: before.probability, override: stated });
    expect(await cli('churn', customerId)).toMatch(/5\.0% by .* on .*, until .*: signed for two years/);
    expect(await cli('churn', customerId, '--explain')).toMatch(/^# How the likelihood of leaving of customer C-00007 .* stated a probability of 5\.0 %/s);
    expect(await cli('churn', customerId, '--explain', '--language', 'zh')).toMatch(/^# 客户 C-00007 的流失概率.*5\.0%/s);
    await engine.client.accept('WithdrawChurnOverride', { customerId, reason: 'cancelled' });
    expect(figures(await score())).toEqual(figures(before));
  });

  it('an objection hides every score, about earlier days too, and its withdrawal shows them as before', async () => {
    const questions = { score, scoreThen, value, list, values };
    const before: Record<string, object> = {};
    expect(await cli('value', customerId, '--explain')).toMatch(/^# How the lifetime value of customer C-00007 .*The value is [\d,.]+ USD\./s);
    expect(await cli('value', customerId, '--explain', '--language', 'zh')).toMatch(/^# 客户 C-00007 的终身价值.*价值为 [\d,.]+ USD。/s);
    for (const [name, question] of Object.entries(questions)) before[name] = figures(await question());
    await engine.client.accept('ObjectToScoring', { customerId, occurredAt: dayAhead(-1), objectedBy: 'customer', channel: 'letter' });

    for (const question of [score, scoreThen]) expect(await question()).toMatchObject({ probability: null, code: 'scoring-objected', override: null });
    expect(await value()).toMatchObject({ value: null, code: 'scoring-objected' });
    const [listed, valued] = [await list(), await values()];
    expect(listed).toMatchObject({ customers: (before['list'] as List).customers! - 1, leftOut: { objected: 1 } });
    expect(valued.objected).toBe(1);
    for (const { items } of [listed, valued]) expect(items.map((item) => item.customerId)).not.toContain(customerId);
    expect(await cli('churn', customerId)).toContain(`objected to automated scoring on ${dayAhead(-1)}`);
    expect(await cli('churn', customerId, '--explain')).toMatch(/^# .*objected to automated scoring on/s);
    expect(await cli('value', customerId, '--explain')).toMatch(/^# (?!.*The value is).*objected to automated scoring on/s);
    expect(await cli('churn', '--order', 'probability')).toContain('1 who object to scoring');
    const refused = await engine.client.send('OverrideChurnLikelihood', { customerId, probability: 0.1, expiresOn: dayAhead(9), reason: 'r' });
    expect([refused.status, refused.json()]).toEqual([422, expect.objectContaining({ code: 'scoring-objected' })]);

    await engine.client.accept('WithdrawScoringObjection', { customerId, channel: 'e-mail' });
    for (const [name, question] of Object.entries(questions)) expect([name, figures(await question())]).toEqual([name, before[name]]);
  });
});
