import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteEventLog } from '@tenure/event-log/sqlite';
import { givenSecret, isPayloadOf } from '@tenure/log-secret';
import { modelStream } from '@tenure/querying';
import { DeclaredCommands, StreamCommands, StreamKinds } from '@tenure/streams';
import type { ModelBacktested } from './backtest-model.js';
import type { FitRequest, ModelFitted } from './fit-model.js';
import { modelKind } from './model-kind.js';
import { type ModelComputing, ModelService } from './model-service.js';

const request: FitRequest = { model: 'bg-nbd' };
const result = (logLikelihood: number, more: Partial<ModelFitted> = {}) =>
  ({
    model: 'bg-nbd',
    logLikelihood,
    parameters: { p: 1, q: 3, v: 1 },
    converged: true,
    boundary: null,
    timeUnit: 'week',
    population: 'all',
    until: null,
    currency: null,
    ...more,
  }) as unknown as ModelFitted;

const computing = (fit: ModelComputing['fit']): ModelComputing => ({
  fit,
  backtest: async (asked) => ({ ...asked, auc: 0.8 }) as ModelBacktested,
});

describe('fits of one model', () => {
  let folder: string;
  let log: SqliteEventLog;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tenure-fits-'));
    log = await SqliteEventLog.open(join(folder, 'events.db'));
  });
  afterEach(async () => {
    await log.close();
    rmSync(folder, { recursive: true });
  });

  it('that meet are both recorded, one after the other, and each is computed once', async () => {
    let count = 0;
    const service: ModelService = new ModelService(
      log,
      new StreamCommands({ log, secret: givenSecret('the secret of the logs of this spec') }),
      computing(async () => {
        count += 1;
        if (count === 1) await service.fit(request, 'somebody else', { commandId: 'other' });
        return result(-count);
      }),
    );
    expect(await service.fit(request, 'analyst', { commandId: 'mine' })).toMatchObject({ status: 'accepted', replayed: false, revision: 1 });
    const events = await log.readStream(modelStream('bg-nbd'));
    expect(events.map(({ metadata }) => metadata.commandId)).toEqual(['other', 'mine']);
    expect(count).toBe(2);
  });

  it('that nobody waits for any more are cut, with nothing recorded, and made anew under the same key', async () => {
    const gone = new AbortController();
    const service = new ModelService(
      log,
      new StreamCommands({ log, secret: givenSecret('the secret of the logs of this spec') }),
      computing(async (_, signal) => {
        if (signal === gone.signal) gone.abort(new Error('the client has gone'));
        signal?.throwIfAborted();
        return result(-1);
      }),
    );
    await expect(service.fit(request, 'analyst', { commandId: 'mine', signal: gone.signal })).rejects.toThrow('the client has gone');
    expect(await log.readStream(modelStream('bg-nbd'))).toEqual([]);
    expect(await service.fit(request, 'analyst', { commandId: 'mine', signal: new AbortController().signal })).toMatchObject({
      status: 'accepted',
      replayed: false,
    });
    expect(await service.fit(request, 'engine')).toMatchObject({ status: 'accepted', replayed: false });
  });

  it('that insist on a revision are not made, nor tested, at another: it costs no pass over all customers', async () => {
    let count = 0;
    const fit = async () => {
      count += 1;
      return result(-count);
    };
    const service = new ModelService(log, new StreamCommands({ log, secret: givenSecret('the secret of the logs of this spec') }), computing(fit));
    const at = (commandId: string, expectedRevision: number) => service.fit(request, 'analyst', { commandId, expectedRevision });
    expect(await at('too early', 0)).toEqual({ status: 'revision-mismatch', actual: null });
    await service.fit(request, 'analyst', { commandId: 'first' });
    expect(await at('second', 0)).toMatchObject({ status: 'accepted', revision: 1 });
    expect(await at('third', 0)).toEqual({ status: 'revision-mismatch', actual: 1 });
    expect(await at('second', 0)).toMatchObject({ status: 'accepted', replayed: true, revision: 1 });
    expect(count).toBe(2);
    const asked = { model: 'bg-nbd', at: '2024-01-01', horizon: 'P30D' };
    expect(await service.backtest(asked, 'analyst', { expectedRevision: 0 })).toEqual({ status: 'revision-mismatch', actual: 1 });
    expect(await service.backtest(asked, 'analyst', { expectedRevision: 1 })).toMatchObject({ status: 'accepted', revision: 2 });
  });

  it('that others are always faster than are left to the caller, computed once', async () => {
    const others = { append: async () => ({ outcome: 'conflict', actual: 'no-stream' }) as const };
    let count = 0;
    const fit = async () => {
      count += 1;
      return result(-1);
    };
    const service = new ModelService(log, new StreamCommands({ log: others, secret: givenSecret('the secret of the logs of this spec') }), computing(fit));
    await expect(service.fit(request, 'analyst', { commandId: 'mine' })).rejects.toMatchObject({
      name: 'LogUnavailable',
      message: expect.stringContaining('same key'),
    });
    expect(count).toBe(1);
  });

  describe('tried and promoted', () => {
    let service: ModelService;
    beforeEach(() => {
      let count = 0;
      service = new ModelService(
        log,
        new StreamCommands({ log, secret: givenSecret('the secret of the logs of this spec') }),
        computing(async ({ model, until, currency }) => {
          count += 1;
          return result(-count, { model, until: until ?? null, currency: currency ?? null, converged: until !== '1970-01-01' });
        }),
      );
    });
    const fitOf = async (wanted: FitRequest) => {
      const outcome = await service.fit(wanted, 'analyst');
      if (outcome.status !== 'accepted') throw new Error(outcome.status);
      return outcome.fitted;
    };
    const send = (name: 'PromoteModel' | 'RetireModel', data: object, id = `${name} ${JSON.stringify(data)}`) =>
      new DeclaredCommands({ log, positions: log, secret: givenSecret('the secret of the logs of this spec'), kinds: new StreamKinds([modelKind]) }).execute({
        name,
        data,
        id,
        actor: 'analyst',
      });
    const refused = (rejection: object) => ({ status: 'rejected', rejection: expect.objectContaining(rejection) as object });
    const inForce = async (model = 'bg-nbd', currency?: string) => (await service.one(model, { fit: 'in-force', currency }, null)).logLikelihood;

    it('change no score before they are promoted, and none after they are retired', async () => {
      expect((await fitOf(request)).inForce).toBe(true);
      const tried = await fitOf({ ...request, until: '1997-09-30' });
      expect(tried.inForce).toBe(false);
      expect(await inForce()).toBe(-1);
      const promotion = await send('PromoteModel', { model: 'bg-nbd', fit: tried.position, reason: 'steadier' }, 'promote');
      expect(promotion).toMatchObject({ status: 'recorded', replayed: false });
      await fitOf(request);
      expect(await inForce()).toBe(-2);
      expect(await service.one('bg-nbd', {}, null)).toMatchObject({ logLikelihood: -3, inForce: false });
      expect(await service.one('bg-nbd', { fit: tried.position }, null)).toMatchObject({ logLikelihood: -2, inForce: true });
      const then = promotion.status === 'recorded' ? promotion.position : '';
      await send('RetireModel', { model: 'bg-nbd' });
      expect(await inForce()).toBe(-3);
      expect((await service.one('bg-nbd', { fit: 'in-force' }, { position: then })).logLikelihood).toBe(-2);
      expect((await service.lastOrdinary('bg-nbd', null))?.logLikelihood).toBe(-3);
    });

    it('are promoted once for one key, however the same thing is asked for', async () => {
      const { position } = await fitOf(request);
      const asked = { model: 'bg-nbd', fit: position, reason: null };
      expect(await send('PromoteModel', asked, 'once')).toMatchObject({ status: 'recorded', replayed: false });
      for (const same of [asked, { model: 'bg-nbd', fit: position }, { model: 'bg-nbd', fit: position.replace(/^0+/, '') }]) {
        expect(await send('PromoteModel', same, 'once')).toMatchObject({ status: 'recorded', replayed: true });
      }
      expect(await send('PromoteModel', { ...asked, reason: 'another' }, 'once')).toMatchObject({ status: 'key-reused' });
      const keyed = await givenSecret('the secret of the logs of this spec').keyed();
      const [, promoted] = await log.readStream(modelStream('bg-nbd'));
      // Version 0.2.0 hashed this body before the command was declared, and its keys never expire.
      expect(isPayloadOf(promoted!.metadata.payloadHash, keyed, 'PromoteModel', asked)).toBe(true);
    });

    it('stand for each currency by itself', async () => {
      const euro = await fitOf({ model: 'gamma-gamma', currency: 'EUR', until: '1997-09-30' });
      await fitOf({ model: 'gamma-gamma', currency: 'CNY' });
      await expect(inForce('gamma-gamma', 'EUR')).rejects.toMatchObject({ code: 'model-not-fitted', message: expect.stringContaining('promote a fit') });
      await send('PromoteModel', { model: 'gamma-gamma', fit: euro.position });
      expect([await inForce('gamma-gamma', 'EUR'), await inForce('gamma-gamma', 'CNY')]).toEqual([-1, -2]);
      expect(await send('RetireModel', { model: 'gamma-gamma', currency: 'CNY' })).toEqual(refused({ detail: expect.stringContaining('promoted in EUR') }));
      expect((await service.list(null)).filter(({ model }) => model === 'gamma-gamma')).toMatchObject([
        { currency: 'CNY', fitted: { inForce: true } },
        { currency: 'EUR', fitted: { inForce: true } },
      ]);
    });

    it('that did not converge are not in force, and say so', async () => {
      const failing: ModelService = new ModelService(
        log,
        new StreamCommands({ log, secret: givenSecret('the secret of the logs of this spec') }),
        computing(async ({ model, currency }) => {
          const parameters: Record<string, number> = model === 'gamma-gamma' ? { p: 1, q: 0.5, v: 1 } : {};
          return result(-1, { model, currency: currency ?? null, parameters, converged: model === 'gamma-gamma' });
        }),
      );
      for (const [asked, why] of [
        [request, 'did not converge'],
        [{ model: 'gamma-gamma', currency: 'EUR' }, 'no expected spend'],
      ] as const) {
        const outcome = await failing.fit(asked, 'analyst');
        const shown = { inForce: false, notInForce: expect.stringContaining(why) as string };
        expect(outcome).toMatchObject({ status: 'accepted', fitted: shown });
        expect(await failing.one(asked.model, {}, null)).toMatchObject(shown);
        expect((await failing.list(null)).find(({ model }) => model === asked.model)).toMatchObject({ fitted: shown });
        await expect(failing.one(asked.model, { fit: 'in-force' }, null)).rejects.toMatchObject({
          code: 'model-not-fitted',
          message: expect.stringContaining(why),
        });
      }
    });

    it('of before anything was recorded are none', async () => {
      await fitOf(request);
      expect((await service.list({ recordedAt: 0 })).every(({ fitted }) => fitted === null)).toBe(true);
    });

    it('are put to the test without any change of score, and the tests are kept', async () => {
      await fitOf(request);
      const asked = { model: 'bg-nbd', at: '2024-01-01', horizon: 'P90D' };
      expect(await service.backtest(asked, 'analyst', { commandId: 'test' })).toMatchObject({ status: 'accepted', replayed: false, backtest: { auc: 0.8 } });
      expect(await service.backtest(asked, 'analyst', { commandId: 'test' })).toMatchObject({ status: 'accepted', replayed: true, backtest: { auc: 0.8 } });
      await service.backtest({ ...asked, at: '2024-06-01' }, 'analyst');
      expect((await service.backtests('bg-nbd')).map(({ at }) => at)).toEqual(['2024-06-01', '2024-01-01']);
      expect(await inForce()).toBe(-1);
    });

    it('are refused where they make no sense', async () => {
      const { position } = await fitOf({ ...request, until: '1970-01-01' });
      const promoting = (fit: string) => send('PromoteModel', { model: 'bg-nbd', fit });
      expect(await promoting(position)).toEqual(refused({ pointer: '/fit', code: 'not-converged' }));
      expect(await promoting('elsewhere')).toEqual(refused({ pointer: '/fit', code: 'wrong-position' }));
      expect(await promoting('77')).toEqual(refused({ pointer: '/fit', code: 'fit-unknown' }));
      expect(await send('RetireModel', { model: 'bg-nbd' })).toEqual(refused({ pointer: '/currency', code: 'not-promoted' }));
      expect(await send('RetireModel', { model: 'bg' })).toMatchObject({
        status: 'unknown-stream',
        detail: expect.stringContaining('There is no model "bg". There are: nbd'),
      });
      await expect(service.fit({ ...request, currency: 'EUR' }, 'analyst')).rejects.toMatchObject({ parameter: 'currency' });
      await expect(service.one('bg', {}, null)).rejects.toMatchObject({ code: 'model-unknown' });
    });
  });
});
