import { whyUnusable } from '@tenure/fitting';
import { fitInForce, modelRecord } from '@tenure/querying';
import fc from 'fast-check';
import { arbitraryDecisions } from '../shared/testing/arbitrary-decisions.js';
import { asked } from '../shared/testing/asked.js';
import { contextOf } from '../shared/testing/context.js';
import { eventOf, type GivenEvent } from '../shared/testing/events.js';
import { bgParameters, spendParameters } from '../shared/testing/fits.js';
import { fold, type Histories, MemorySnapshot } from '../shared/testing/memory-snapshot.js';
import { type ModelFitCounts, modelFitCountsQuery } from './counts-query.js';
import { judgedFits } from './fit-state.js';
import { type ModelFitList, modelFitListQuery } from './list-query.js';
import { ModelFitListParameters } from './parameters.js';
import { modelFitsProjection } from './projection.js';

const weekly = { ...bgParameters, timeUnit: 'week', until: null };
const fitted = (at: string, more: object = {}): GivenEvent => ({ type: 'ModelFitted', at, data: { ...weekly, ...more } });
const spend = (at: string, more: object = {}): GivenEvent => ({ type: 'ModelFitted', at, data: { ...spendParameters, until: null, ...more } });
const promoted = (at: string, fit: number, currency: string | null = null): GivenEvent => ({
  type: 'ModelPromoted',
  at,
  data: { fit, currency, reason: null },
});
const retired = (at: string, currency: string | null = null): GivenEvent => ({ type: 'ModelRetired', at, data: { currency, reason: null } });

const contextFor = (models: Histories) => contextOf(new MemorySnapshot([modelFitsProjection], {}, { model: models }));
const list = (models: Histories, texts: object = {}) =>
  modelFitListQuery.run(contextFor(models), asked(ModelFitListParameters, texts)) as Promise<ModelFitList>;
const counts = async (models: Histories) => ((await modelFitCountsQuery.run(contextFor(models), {})) as ModelFitCounts).cells;
const states = async (models: Histories) => (await list(models)).items.map(({ fittedAt, state }) => [fittedAt.slice(0, 10), state]);

/** The example of the definition page. */
const example = [fitted('2026-03-02'), fitted('2026-03-03'), fitted('2026-03-04', { until: '2026-01-31' })];

describe('fits of models', () => {
  it('answer the example of the definition', async () => {
    expect(await states({ 'mbg-nbd': example })).toEqual([
      ['2026-03-04', 'tried'],
      ['2026-03-03', 'in-force'],
      ['2026-03-02', 'replaced'],
    ]);
    const after = [...example, promoted('2026-03-05', 2)];
    expect(await states({ 'mbg-nbd': after })).toEqual([
      ['2026-03-04', 'in-force'],
      ['2026-03-03', 'replaced'],
      ['2026-03-02', 'replaced'],
    ]);
    expect((await list({ 'mbg-nbd': after })).items[0]).toEqual({
      model: 'mbg-nbd',
      currency: null,
      state: 'in-force',
      promotedAt: '2026-03-05T00:00:00.000Z',
      fittedAt: '2026-03-04T00:00:00.000Z',
      position: '0000000000000003',
      trainedTo: '2024-12-31',
      customers: 100,
    });
    const again = await list({ 'mbg-nbd': [...after, promoted('2026-03-06', 0)] });
    expect(again.items.map(({ state, promotedAt }) => [state, promotedAt?.slice(0, 10)])).toEqual([
      ['tried', undefined],
      ['replaced', undefined],
      ['in-force', '2026-03-06'],
    ]);
    expect(await states({ 'mbg-nbd': [...after, retired('2026-03-06')] })).toEqual(await states({ 'mbg-nbd': example }));
  });

  it('are unusable where nothing can be scored with them, also while nothing else is in force', async () => {
    const models = {
      'mbg-nbd': [fitted('2026-03-02'), fitted('2026-03-03', { converged: false })],
      'gamma-gamma': [spend('2026-03-04', { parameters: { p: 6, q: 0.5, gamma: 15 } })],
    };
    expect(await states(models)).toEqual([
      ['2026-03-04', 'unusable'],
      ['2026-03-03', 'unusable'],
      ['2026-03-02', 'replaced'],
    ]);
  });

  it('of spend are in force in each currency by itself', async () => {
    const models = { 'gamma-gamma': [spend('2026-03-01'), spend('2026-03-02', { currency: 'EUR' }), spend('2026-03-03'), promoted('2026-03-04', 0, 'USD')] };
    expect((await list(models)).items.map(({ currency, state }) => [currency, state])).toEqual([
      ['USD', 'replaced'],
      ['EUR', 'in-force'],
      ['USD', 'in-force'],
    ]);
    expect((await list(models, { currency: 'eur' })).items).toHaveLength(1);
  });

  it('come page by page, the latest first', async () => {
    const models = { 'mbg-nbd': example, nbd: [fitted('2026-03-03'), fitted('2026-03-09')] };
    const days: string[] = [];
    let cursor: string | null = null;
    do {
      const page: ModelFitList = await list(models, { limit: '2', cursor: cursor ?? undefined });
      days.push(...page.items.map(({ model, fittedAt }) => `${model} ${fittedAt.slice(8, 10)}`));
      cursor = page.next;
    } while (cursor !== null);
    expect(days).toEqual(['nbd 09', 'mbg-nbd 04', 'mbg-nbd 03', 'nbd 03', 'mbg-nbd 02']);
  });

  it('are as many in the list as the figure says', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDecisions, arbitraryDecisions, async (one, other) => {
        const models = { 'mbg-nbd': one, 'gamma-gamma': other };
        const cells = await counts(models);
        for (const { model, state, fits } of cells) expect((await list(models, { model, state })).items).toHaveLength(fits);
        expect(cells.reduce((sum, { fits }) => sum + fits, 0)).toBe((await list(models)).items.length);
      }),
      { numRuns: 100 },
    );
  });

  it('are in force where figures are scored with them, and nowhere else', () => {
    fc.assert(
      fc.property(arbitraryDecisions, (decisions) => {
        const record = modelRecord(decisions.map((given, revision) => eventOf(modelFitsProjection.of, 'm', revision, given)));
        const scores = record.fits.map(({ fitted: fit }) => whyUnusable(fit) === null && fitInForce(record, fit.currency)?.position === fit.position);
        expect(judgedFits(fold(modelFitsProjection, 'm', decisions)).map(({ state }) => state === 'in-force')).toEqual(scores);
      }),
      { numRuns: 500 },
    );
  });
});
