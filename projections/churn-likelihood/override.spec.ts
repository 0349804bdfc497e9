import { customerFileProjection } from '../customer-file/projection.js';
import { valueProjection } from '../lifetime-value/projection.js';
import { asked, type Texts } from '../shared/testing/asked.js';
import { contextOf } from '../shared/testing/context.js';
import { type GivenEvent, purchase, registered } from '../shared/testing/events.js';
import { spendParameters, weeklyFit } from '../shared/testing/fits.js';
import { MemorySnapshot } from '../shared/testing/memory-snapshot.js';
import { customerChurnQuery } from './customer-query.js';
import { churnExport } from './export.js';
import type { ChurnList } from './list-answer.js';
import { churnListQuery } from './list-query.js';
import { ChurnListParameters, CustomerChurnParameters } from './parameters.js';
import { churnProjection } from './projection.js';

const overridden = (at: string, probability: number, expiresOn: string): GivenEvent => ({
  type: 'ChurnLikelihoodOverridden',
  at,
  data: { probability, expiresOn },
  personal: { reason: 'signed' },
});
const withdrawn = (at: string): GivenEvent => ({ type: 'ChurnOverrideWithdrawn', at });
const history = [registered('2026-01-01'), purchase('2026-01-01'), purchase('2026-02-01', { orderId: 'second' })];
const first = overridden('2026-03-10T23:00:00Z', 0.05, '2026-04-30');

function contextAt(now: string, events: readonly GivenEvent[], more: { timezone?: string; personal?: boolean } = {}) {
  const snapshot = new MemorySnapshot([churnProjection, valueProjection, customerFileProjection], { ada: [...history, ...events], bo: history });
  return contextOf(snapshot, { models: [weeklyFit, spendParameters], now, ...more });
}

const overrideAt = async (now: string, events: readonly GivenEvent[], texts: Texts = {}, more: { timezone?: string; personal?: boolean } = {}) =>
  ((await customerChurnQuery.run(contextAt(now, events, more), asked(CustomerChurnParameters, { customerId: 'ada', ...texts }))) as { override: unknown })
    .override;

const shown = { probability: 0.05, expiresOn: '2026-04-30', recordedOn: '2026-03-10', by: 'spec', reason: 'signed' };

it('an override stands beside the computed likelihood, which it does not change', async () => {
  const ask = async (events: readonly GivenEvent[]) =>
    customerChurnQuery.run(contextAt('2026-04-01T00:00:00Z', events), asked(CustomerChurnParameters, { customerId: 'ada' }));
  expect(await ask([first])).toEqual({ ...(await ask([])), override: shown });
});

it.each([
  ['the latest fact is weeks old', '2026-03-20T00:00:00Z', {}, shown],
  ['its last day', '2026-04-30T23:00:00Z', {}, shown],
  ['the day after', '2026-05-01T00:00:00Z', {}, null],
  ['about a day before it was recorded', '2026-04-01T00:00:00Z', { about: '2026-03-09' }, null],
  ['about a day on which it was in force', '2026-11-01T00:00:00Z', { about: '2026-04-30' }, shown],
])('is in force today, or on the day asked for: %s', async (_, now, texts, expected) => {
  expect(await overrideAt(now, [first], texts)).toEqual(expected);
});

it('counts days in the zone of the reports', async () => {
  expect(await overrideAt('2026-04-30T23:00:00Z', [first], {}, { timezone: 'Asia/Shanghai' })).toBeNull();
  expect(await overrideAt('2026-04-01T00:00:00Z', [first], {}, { timezone: 'Asia/Shanghai' })).toMatchObject({ recordedOn: '2026-03-11' });
});

it('the one recorded last counts until it is withdrawn, and none comes back', async () => {
  const second = overridden('2026-03-15', 0.9, '2026-03-31');
  expect(await overrideAt('2026-03-20T00:00:00Z', [first, second])).toMatchObject({ probability: 0.9 });
  expect(await overrideAt('2026-04-02T00:00:00Z', [first, second])).toBeNull();
  expect(await overrideAt('2026-03-20T00:00:00Z', [first, second, withdrawn('2026-03-18')])).toBeNull();
  expect(await overrideAt('2026-03-20T00:00:00Z', [first, second, withdrawn('2026-03-18')], { about: '2026-03-17' })).toMatchObject({ probability: 0.9 });
});

it('its reason is for roles that may read personal data', async () => {
  const { reason: _, ...facts } = shown;
  expect(await overrideAt('2026-04-01T00:00:00Z', [first], {}, { personal: false })).toEqual({
    ...facts,
    reason: null,
    sealed: { fields: ['reason'], reason: 'not-permitted' },
  });
});

it('lists and exports show it, without the reason', async () => {
  const context = contextAt('2026-04-01T00:00:00Z', [first]);
  const { reason: _, ...facts } = shown;
  const list = (await churnListQuery.run(context, asked(ChurnListParameters, { minActive: '0' }))) as ChurnList;
  expect(Object.fromEntries(list.items.map(({ customerId, override }) => [customerId, override]))).toEqual({ ada: facts, bo: null });
  const rows: object[] = [];
  for await (const row of churnExport.rows(context, {})) rows.push(row);
  expect(rows).toMatchObject([
    { customerId: 'ada', overrideProbability: 0.05, overrideExpiresOn: '2026-04-30' },
    { customerId: 'bo', overrideProbability: null, overrideExpiresOn: null },
  ]);
});
