import { middle95, sbg } from '@tenure/models';
import { parseDay } from '@tenure/time';
import { recurringRevenueProjection } from '../../recurring-revenue/projection.js';
import { liveView } from '../../shared/reading/live-view.js';
import { asked, type Texts } from '../../shared/testing/asked.js';
import { contextOf } from '../../shared/testing/context.js';
import { cancelled, type GivenEvent, purchase, registered } from '../../shared/testing/events.js';
import { spendParameters, weeklyFit } from '../../shared/testing/fits.js';
import { type Histories, MemorySnapshot } from '../../shared/testing/memory-snapshot.js';
import { type CustomerWorth, customerValueQuery } from '../customer-query.js';
import { CustomerValueParameters } from '../parameters.js';
import { valueProjection } from '../projection.js';
import { retentionCurve } from './retention-curve.js';
import type { SubscriptionValue, UnvaluedSubscription, ValuedSubscription } from './subscription-value.js';

const begun = (at: string, subscriptionId: string, { minor = 10_000, interval = 'P1Y' } = {}): GivenEvent => ({
  type: 'SubscriptionStarted',
  at,
  precision: 'day',
  data: { subscriptionId, plan: 'basic', price: { minor, currency: 'EUR' }, interval, quantity: 1 },
});
const ended = (at: string, subscriptionId: string, reasonCode?: string): GivenEvent => ({ ...cancelled(at, subscriptionId, reasonCode), precision: 'day' });

/** Survivors of 1,000 customers over seven renewals: Fader & Hardie (2007), table 1. */
const regular = [1000, 631, 468, 382, 326, 289, 262, 241];

/** They start in 2000, and those who leave do so instead of a yearly renewal. Registered later: what is asked is about a day before. */
function subscribers(alive: readonly number[], name = 'r'): Histories {
  return Object.fromEntries(
    Array.from({ length: alive[0]! }, (_, n) => {
      const stayed = alive.findIndex((count, k) => k > 0 && n >= count);
      const ends = stayed === -1 ? [] : [ended(`${2000 + stayed}-03-01`, 's')];
      return [`${name}${n}`, [registered('2000-01-01'), begun('2000-03-01', 's'), ...ends]];
    }),
  );
}

const newcomer: Histories = { new: [registered('2006-01-01'), begun('2006-06-01', 'n')] };
const about = '2007-03-01';
const contextFor = (histories: Histories) =>
  contextOf(new MemorySnapshot([valueProjection, recurringRevenueProjection], histories), { models: [weeklyFit, spendParameters] });
const ask = async (histories: Histories, customerId: string, more: Texts = {}) =>
  customerValueQuery.run(contextFor(histories), asked(CustomerValueParameters, { customerId, about, ...more })) as Promise<CustomerWorth>;
const valuesOf = async (...question: Parameters<typeof ask>): Promise<readonly SubscriptionValue[]> => (await ask(...question)).subscriptions!;
const valued = async (...question: Parameters<typeof ask>) => (await valuesOf(...question))[0] as ValuedSubscription;
const reason = async (...question: Parameters<typeof ask>) => ((await valuesOf(...question))[0] as UnvaluedSubscription).notEnoughData;

describe('the value of a subscription', () => {
  const histories = { ...subscribers(regular), ...newcomer };

  it('has the published lifetime of a customer who has not renewed yet (Fader and Hardie 2010), from the facts on', async () => {
    const found = await valued(histories, 'new');
    expect(found.model).toMatchObject({ name: 'sbg', customers: 1000, ended: 759, why: 'sbg has the lower AIC of sbg and bdw, by 0.7.' });
    expect([found.model.parameters['alpha'], found.model.parameters['beta']]).toEqual([expect.closeTo(0.704077, 4), expect.closeTo(1.182043, 4)]);
    expect(found).toMatchObject({ subscriptionId: 'n', price: { minor: 10_000, currency: 'EUR' }, period: 'P1Y', renewals: 0, nextRenewal: '2007-06-01' });
    expect(found.discountedLifetime).toBeCloseTo(2.9644, 4);
    expect(found.discountToRenewal).toBeCloseTo(1.1 ** (-92 / 365), 12);
    expect(found.value).toEqual({ minor: Math.round(10_000 * found.discountedLifetime * found.discountToRenewal), currency: 'EUR' });
  });

  it('counts the renewals of one who stays, and takes margin and discount rate as asked', async () => {
    const found = await valued(histories, 'r0', { margin: '0.5', discountRate: '0.2' });
    expect(found).toMatchObject({ renewals: 7, nextRenewal: '2008-03-01' });
    const lifetime = sbg.discountedResidualLifetime(found.model.parameters, 7, 0.2);
    expect(found.discountedLifetime).toBeCloseTo(lifetime, 9);
    expect(found.value.minor).toBe(Math.round(5_000 * lifetime * 1.2 ** (-366 / 365)));
  });

  it('has the interval of the parameters, which is close to that of the lifetime at each of their draws', async () => {
    const { value, interval, discountToRenewal } = await valued(histories, 'new');
    const context = contextFor(histories);
    const curve = await retentionCurve(context.snapshot, await liveView(context.snapshot, 'recurring-revenue'), 'P1Y', parseDay(about)!);
    if (typeof curve === 'string') throw new Error(curve);
    const exact = middle95(Float64Array.from(curve.draws.parameters, (parameters) => sbg.discountedResidualLifetime(parameters, 0, 0.1)));
    expect(Number(interval!.low.minor) / (10_000 * discountToRenewal * exact.low)).toBeCloseTo(1, 2);
    expect(Number(interval!.high.minor) / (10_000 * discountToRenewal * exact.high)).toBeCloseTo(1, 2);
    expect(Number(interval!.low.minor)).toBeLessThan(Number(value.minor));
    expect(Number(interval!.high.minor)).toBeGreaterThan(Number(value.minor));
  });

  it('stands beside that of purchases, which knows nothing of it', async () => {
    const bought = [purchase('2006-01-10', { orderId: 'a' }), purchase('2006-05-10', { orderId: 'b' }), purchase('2007-02-01', { orderId: 'c' })];
    const renewal: GivenEvent = { type: 'SubscriptionRenewed', at: '2007-01-01', data: { subscriptionId: 'n', amount: { minor: 9_900, currency: 'USD' } } };
    const { subscriptions, ...worth } = await ask({ ...histories, new: [...newcomer['new']!, ...bought, renewal] }, 'new');
    const without = await ask({ ...subscribers(regular), new: [registered('2006-01-01'), ...bought] }, 'new');
    expect(worth).toEqual(without);
    expect(worth.value).not.toBeNull();
    expect(subscriptions).toHaveLength(1);
  });

  it('is of each running subscription, on the terms of the day', async () => {
    const several = [
      begun('2005-01-31', 'monthly', { interval: 'P1M', minor: 900 }),
      begun('2005-01-31', 'yearly'),
      begun('2005-02-01', 'gone'),
      ended('2006-02-01', 'gone'),
      { type: 'SubscriptionChanged', at: '2006-10-01', data: { subscriptionId: 'yearly', price: { minor: 12_000, currency: 'EUR' } } },
      { type: 'SubscriptionChanged', at: '2007-04-01', data: { subscriptionId: 'yearly', price: { minor: 1, currency: 'EUR' } } },
    ];
    const [monthly, yearly, ...others] = await valuesOf({ ...histories, both: [registered('2005-01-01'), ...several] }, 'both');
    expect(others).toEqual([]);
    expect(monthly).toMatchObject({ subscriptionId: 'monthly', period: 'P1M', value: null, notEnoughData: expect.stringContaining('there are 0 among') });
    expect(yearly).toMatchObject({ subscriptionId: 'yearly', price: { minor: 12_000 }, renewals: 2, nextRenewal: '2008-01-31' });
  });

  it('says why there is none', async () => {
    expect(await reason(histories, 'new', { discountRate: '0' })).toContain('need a discountRate above 0');
    expect(await reason({ ...subscribers(regular.map((count) => Math.round(count / 40))), ...newcomer }, 'new')).toBe(
      'How long customers stay is learned from 20 who have left, of those who pay every P1Y; there are 19 among 25 for whom a renewal could have come.',
    );
    expect(await reason({ ...subscribers([1000, 600, 600, 600, 600, 600, 600, 600]), ...newcomer }, 'new')).toMatch(/nobody leaves any more/);
    expect(await reason({ new: [registered('2006-01-01'), begun('2006-06-01', 'n', { interval: 'PT12H' })] }, 'new')).toContain('counted in days');
  });

  it('is not given about a customer who objects to scoring', async () => {
    const objection: GivenEvent = { type: 'ScoringObjectionRaised', at: '2006-07-01', data: { objectedBy: 'customer' } };
    const answer = await ask({ ...histories, new: [...newcomer['new']!, objection] }, 'new');
    expect(answer).toMatchObject({ value: null, code: 'scoring-objected' });
    expect(answer).not.toHaveProperty('subscriptions');
  });
});
