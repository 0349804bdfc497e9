import fc from 'fast-check';
import { arbitraryCustomers, arbitraryFacts, arbitraryZone } from '../../shared/testing/arbitrary-histories.js';
import { asked, type Texts } from '../../shared/testing/asked.js';
import { contextOf } from '../../shared/testing/context.js';
import { cancelled, purchase, registered, started } from '../../shared/testing/events.js';
import { type Histories, MemorySnapshot } from '../../shared/testing/memory-snapshot.js';
import { retentionProjection } from '../projection.js';
import { survivalRows } from './answer.js';
import { SurvivalParameters } from './parameters.js';
import { answerSurvival } from './query.js';

const ask = async (histories: Histories, parameters: Texts = {}, now?: string) =>
  answerSurvival(contextOf(new MemorySnapshot([retentionProjection], histories), { now }), asked(SurvivalParameters, parameters));

const curve = async (...question: Parameters<typeof ask>) => (await ask(...question)).curves[0]!;

const closeTo = (value: number) => expect.closeTo(value, 4);

describe('survival until the second purchase', () => {
  it('answers the example of the definition', async () => {
    const example: Histories = {
      ada: [purchase('2026-01-10'), purchase('2026-02-03'), purchase('2026-04-20')],
      bo: [purchase('2026-01-20'), purchase('2026-03-02')],
    };
    const { rows, median } = await curve(example);
    expect(rows.map(({ days, atRisk, events, survival }) => [days, atRisk, events, survival])).toEqual([
      [0, 2, 0, 1],
      [30, 2, 1, 0.5],
      [41, 1, 1, 0],
    ]);
    expect(median).toEqual({ days: 24, low: 24, high: null });
  });

  it('counts who is observed no longer in the row in which that ends', async () => {
    const histories: Histories = { ada: [purchase('2026-01-01'), purchase('2026-03-02')], bo: [purchase('2026-01-21')] }; // Bo is observed for 40 days
    const { rows } = await curve(histories);
    expect(rows.map(({ days, atRisk, events, censored }) => [days, atRisk, events, censored])).toEqual([
      [0, 2, 0, 0],
      [30, 2, 0, 0],
      [60, 2, 1, 1],
    ]);
  });

  it('counts another purchase of the first day as the first, and days in the zone of the question', async () => {
    const histories: Histories = { ada: [purchase('2026-01-01T22:00:00Z'), purchase('2026-01-01T23:30:00Z'), purchase('2026-01-05')] };
    expect((await curve(histories, { granularity: 'day' })).median!.days).toBe(4);
    expect((await curve(histories, { granularity: 'day', timezone: 'Europe/Berlin' })).median!.days).toBe(1);
  });

  it('gives no median that the curve does not reach, and says so', async () => {
    const { median, noMedian } = await curve({ ada: [purchase('2026-01-01')], bo: [purchase('2026-01-11')] });
    expect(median).toBeNull();
    expect(noMedian).toBe('After the 10 days for which they were observed the curve is still at 100.0 %, above one half.');
  });
});

describe('survival of subscriptions', () => {
  /** Weeks of remission under 6-MP (Freireich et al. 1963), taken for days of a subscription. */
  const ends = [6, 6, 6, 7, 10, 13, 16, 22, 23];
  const goesOn = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
  const day = (n: number): string => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
  const remission: Histories = Object.fromEntries([
    ...ends.map((days, n) => [`e${n}`, [started(day(0), 's'), cancelled(day(days), 's')]]),
    // Observed until the present, day 35: they started so many days before.
    ...goesOn.map((days, n) => [`g${n}`, [started(day(35 - days), 's')]]),
  ]);

  it('has the figures of the textbooks for 6-MP, from the facts on', async () => {
    const { curves, definition } = await ask(remission, { of: 'subscriptions', granularity: 'day', present: day(35) }, '2026-02-20T00:00:00Z');
    const { rows, median, customers, events, censored } = curves[0]!;
    expect(definition).toMatchObject({ of: 'subscriptions', present: { day: day(35), basis: 'asked' }, confidence: 0.95 });
    expect({ customers, events, censored, median }).toEqual({ customers: 21, events: 9, censored: 12, median: { days: 23, low: 13, high: null } });
    expect(
      rows.filter(({ events }) => events > 0).map(({ days, atRisk, survival, standardError, low, high }) => [days, atRisk, survival, standardError, low, high]),
    ).toEqual(
      [
        [6, 21, 0.8571, 0.0764, 0.6197, 0.9516],
        [7, 17, 0.8067, 0.0869, 0.5631, 0.9228],
        [10, 15, 0.7529, 0.0963, 0.5032, 0.8894],
        [13, 12, 0.6902, 0.1068, 0.4316, 0.8491],
        [16, 11, 0.6275, 0.1141, 0.3675, 0.8049],
        [22, 7, 0.5378, 0.1282, 0.2678, 0.7468],
        [23, 6, 0.4482, 0.1346, 0.1881, 0.6801],
      ].map((row) => row.map(closeTo)),
    );
  });

  it('is not over while one subscription goes on, nor when another has started since', async () => {
    const histories: Histories = {
      two: [started('2026-01-01', 'a'), started('2026-01-02', 'b'), cancelled('2026-01-20', 'a')],
      again: [started('2026-01-01', 'a'), cancelled('2026-01-05', 'a'), started('2026-01-25', 'b')],
      gone: [started('2026-01-01', 'a'), cancelled('2026-01-11', 'a')],
    };
    expect(await curve(histories, { of: 'subscriptions' })).toMatchObject({ customers: 3, events: 1, censored: 2 });
    const before = await curve(histories, { of: 'subscriptions', present: '2026-01-12' });
    expect(before).toMatchObject({ customers: 3, events: 2 }); // that one came back is not known yet
  });

  it('shows ends that the customer did not choose apart, and everything adds up', async () => {
    const histories: Histories = {
      a: [started('2026-01-01', 's'), cancelled('2026-01-03', 's', 'involuntary')],
      b: [started('2026-01-01', 's'), cancelled('2026-01-05', 's')],
      c: [started('2026-01-01', 's')],
      d: [started('2026-01-01', 's')],
      ofOneDay: [started('2026-01-01', 's'), started('2026-01-01', 't'), cancelled('2026-01-05', 's'), cancelled('2026-01-05', 't', 'involuntary')],
    };
    const { rows } = await curve(histories, { of: 'subscriptions', granularity: 'day' });
    expect(rows.at(-1)).toMatchObject({ survival: closeTo(0.4), happened: { voluntary: closeTo(0.4), involuntary: closeTo(0.2) } });
    const columns = [...survivalRows(await ask(histories, { of: 'subscriptions' }))].at(-1)!;
    expect(columns).toMatchObject({ voluntary: closeTo(0.4), involuntary: closeTo(0.2), boughtAgain: null });
  });

  it('says that nobody has one, and what to ask instead', async () => {
    const answer = await ask({ ada: [purchase('2026-01-01')] }, { of: 'subscriptions' });
    expect(answer).toMatchObject({ curves: [], notEnoughData: expect.stringContaining('of=second-purchase') });
  });
});

describe('survival', () => {
  it('splits by attribute, takes those who began within from and to, and refuses a dimension that nobody has', async () => {
    const histories: Histories = {
      ada: [registered('2026-01-01', { region: 'north' }), purchase('2026-01-10'), purchase('2026-02-01')],
      bo: [registered('2026-01-01', { region: 'south' }), purchase('2026-01-20')],
      cy: [registered('2026-01-01', { region: 'south' }), purchase('2026-03-01')],
    };
    const split = await ask(histories, { by: 'region' });
    expect(split.curves.map(({ group, customers, events }) => [group, customers, events])).toEqual([
      ['north', 1, 1],
      ['south', 2, 0],
    ]);
    expect((await curve(histories, { from: '2026-01', to: '2026-01-15' })).customers).toBe(1);
    await expect(ask(histories, { by: 'regoin' })).rejects.toMatchObject({ parameter: 'by', code: 'unknown-dimension' });
    await expect(ask(histories, { of: 'purchases' })).rejects.toMatchObject({ parameter: 'of' });
    await expect(ask(histories, { present: '2027-01-01' })).rejects.toMatchObject({ code: 'present-in-future' });
  });

  it('shows the 50 largest groups and the rest as one, and loses nobody', async () => {
    const bought = (n: number) => [registered('2025-01-01', { town: `t${n}` }), purchase('2026-01-10')];
    const histories: Histories = Object.fromEntries(Array.from({ length: 120 }, (_, n) => [`c${n}`, n < 60 ? bought(n % 30) : bought(n)]));
    const { curves, otherGroups } = await ask(histories, { by: 'town' });
    expect([curves.length, otherGroups]).toEqual([51, 40]);
    expect(curves.find(({ group }) => group === '(other)')).toMatchObject({ customers: 40, censored: 40 });
    expect(curves.reduce((sum, { customers }) => sum + customers, 0)).toBe(120);
  });

  it('refuses more rows than anybody reads, before it builds them', async () => {
    const histories: Histories = Object.fromEntries(
      Array.from({ length: 25 }, (_, n) => [`c${n}`, [registered('1900-01-01', { town: `t${n}` }), purchase('1900-01-01'), purchase('2026-01-01')]]),
    );
    const parameters = { by: 'town', granularity: 'day' };
    await expect(ask(histories, parameters)).rejects.toMatchObject({ parameter: 'from', code: 'too-many-cells' });
    expect((await ask(histories, { ...parameters, granularity: 'week' })).curves).toHaveLength(25);
  });

  it('loses nobody: rows add up to the customers, happened and survival to 1, whatever happened', async () => {
    const customers = fc
      .array(arbitraryFacts, { minLength: 1, maxLength: 6 })
      .map((facts): Histories => Object.fromEntries(facts.map((one, n) => [`c${n}`, one])));
    await fc.assert(
      fc.asyncProperty(
        customers,
        arbitraryZone,
        fc.constantFrom('day', 'week', 'month'),
        fc.constantFrom('subscriptions', 'second-purchase'),
        async (histories, timezone, granularity, of) => {
          for (const { customers, events, censored, rows } of (await ask(histories, { timezone, granularity, of })).curves) {
            const total = (field: 'events' | 'censored') => rows.reduce((sum, row) => sum + row[field], 0);
            expect([total('events'), total('censored'), events + censored]).toEqual([events, censored, customers]);
            expect(rows[0]!.atRisk).toBe(customers);
            for (const { survival, happened } of rows) expect(survival + Object.values(happened).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is the plain share where everybody was observed for longer than anything took', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryCustomers, async (histories) => {
        const { rows, customers, events } = await curve(histories, { granularity: 'day', present: 'now' }, '2030-01-01T00:00:00Z');
        expect(rows.at(-1)!.survival).toBeCloseTo(1 - events / customers, 10);
      }),
      { numRuns: 30 },
    );
  });
});
