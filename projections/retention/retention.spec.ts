import { BadQuery } from '@tenure/querying';
import fc from 'fast-check';
import { arbitraryCustomers, arbitraryZone } from '../shared/testing/arbitrary-histories.js';
import { asked, type Texts } from '../shared/testing/asked.js';
import { contextOf } from '../shared/testing/context.js';
import { purchase, registered } from '../shared/testing/events.js';
import { fold, type Histories, MemorySnapshot } from '../shared/testing/memory-snapshot.js';
import { retentionRows } from './answer.js';
import { RetentionParameters } from './parameters.js';
import { retentionProjection } from './projection.js';
import { answerRetention } from './query.js';

/** As of today, long after every purchase, unless a test says otherwise. */
const ask = async (histories: Histories, parameters: Texts | RetentionParameters = {}, now?: string, source?: 'scan') =>
  answerRetention(
    contextOf(new MemorySnapshot([retentionProjection], histories), { now }),
    asked(RetentionParameters, { present: 'now', ...parameters }),
    source,
  );

const counts = async (...question: Parameters<typeof ask>) =>
  Object.fromEntries((await ask(...question)).cohorts.map(({ cohort, cells }) => [cohort, cells.map((cell) => cell?.count ?? null)]));

/** The example of the definition page. */
const example: Histories = {
  ada: [purchase('2026-01-10'), purchase('2026-02-03'), purchase('2026-04-20')],
  bo: [purchase('2026-01-20'), purchase('2026-03-02')],
};

describe('retention', () => {
  it('answers the example of its definition', async () => {
    expect(await counts(example)).toEqual({ '2026-01': [2, 1, 1, 1] });
    expect(await counts(example, { mode: 'on-or-after' })).toEqual({ '2026-01': [2, 2, 2, 1] });
    const rolling = await counts(example, { window: 'rolling' });
    expect(rolling['2026-01']!.slice(0, 2)).toEqual([2, 1]); // Ada's 3 February is day 24, period 0; Bo's 2 March is day 41
  });

  it('gives rates with a Wilson interval, and echoes the definition in force', async () => {
    const answer = await ask(example);
    expect(answer.definition).toEqual({
      name: 'retention',
      granularity: 'month',
      kind: 'first-time',
      mode: 'on',
      window: 'calendar',
      timezone: 'UTC',
      weekStart: 'monday',
      by: null,
      brackets: null,
      from: '2026-01-01',
      to: '2026-04-30',
      present: { day: '2026-11-22', basis: 'now' },
      confidence: 0.95,
    });
    expect(answer.cohorts[0]!.cells[1]).toEqual({ period: 1, count: 1, rate: 0.5, low: expect.closeTo(0.0945, 4), high: expect.closeTo(0.9055, 4) });
  });

  it('has null for a period in progress, and leaves it out of the average', async () => {
    const now = '2026-04-25T00:00:00Z';
    expect(await counts(example, {}, now)).toEqual({ '2026-01': [2, 1, 1, null] });
    expect((await ask(example, {}, now)).weightedAverage[3]).toBeNull();
  });

  it('takes the day of the latest purchase for the present, and has its period in progress', async () => {
    const answer = await ask(example, { present: '' });
    expect(answer.definition.present).toEqual({ day: '2026-04-20', basis: 'latest-fact' });
    expect(answer.cohorts[0]!.cells.map((cell) => cell?.count ?? null)).toEqual([2, 1, 1, null]);
    const ahead = await ask({ ...example, cy: [purchase('2027-01-01')] }, { present: '' }, '2026-05-02T12:00:00Z');
    expect(ahead.definition).toMatchObject({ to: '2026-05-31', present: { day: '2026-05-02', basis: 'now' } });
  });

  it('leaves out what is dated after a present that is asked for', async () => {
    for (const source of [undefined, 'scan'] as const) {
      const answer = await ask(example, { present: '2026-03-01', mode: 'on-or-after' }, undefined, source);
      expect(answer.definition).toMatchObject({ to: '2026-02-28', present: { day: '2026-03-01', basis: 'asked' } });
      expect(answer.cohorts[0]!.cells.map((cell) => cell?.count ?? null)).toEqual([2, 1]);
    }
  });

  it('gives a rolling cell as soon as the periods of its own customers are over', async () => {
    const cells = async (present: string) => (await counts(example, { window: 'rolling', present, to: '2026-12' }))['2026-01'];
    // Bo's first 30 days end with 18 February, the second 30 with 20 March; the month of the cohort ends on 31 January.
    expect(await cells('2026-02-18')).toEqual([null, null]);
    expect(await cells('2026-02-19')).toEqual([2, null]);
    expect(await cells('2026-03-20')).toEqual([2, null, null]);
    expect(await cells('2026-03-21')).toEqual([2, 1, null]);
  });

  it('names a bracket by its bounds in rows, also while it is in progress', async () => {
    const answer = await ask(example, { mode: 'bracket', brackets: '1,3,7', present: '' });
    const rows = [...retentionRows(answer)].map(({ period, through, count }) => [period, through, count]);
    expect(rows).toEqual([
      [0, 0, 2],
      [1, 2, 2],
      [3, 6, null],
    ]);
  });

  it('takes from and to for days, both inclusive, and a month for all of its days', async () => {
    const days: Histories = { ada: [purchase('2026-01-31T23:59:59.999Z'), purchase('2026-02-01')], bo: [purchase('2026-02-28')] };
    const covered = async (from: string, to: string) => {
      const { definition, cohorts } = await ask(days, { granularity: 'day', from, to });
      return [definition.from, definition.to, ...cohorts.map(({ cohort }) => cohort)];
    };
    expect(await covered('2026-01-31', '2026-01-31')).toEqual(['2026-01-31', '2026-01-31', '2026-01-31']);
    expect(await covered('2026-02', '2026-02')).toEqual(['2026-02-01', '2026-02-28', '2026-02-28']);
    expect((await ask(days, { from: '2026-02-10', to: '2026-02-10' })).definition).toMatchObject({ from: '2026-02-01', to: '2026-02-28' });
  });

  it('averages by size, over the cohorts that have got so far', async () => {
    const histories: Histories = {
      ...example,
      cy: [purchase('2026-02-05'), purchase('2026-03-05')],
      di: [purchase('2026-02-06')],
      ed: [purchase('2026-02-07')],
      flo: [purchase('2026-02-08')],
    };
    const { weightedAverage } = await ask(histories);
    expect(weightedAverage[1]).toMatchObject({ period: 1, count: 2, size: 6, cohorts: 2, rate: 2 / 6 });
    expect(weightedAverage[3]).toMatchObject({ count: 1, size: 2, cohorts: 1 });
  });

  it('follows a customer from every active period when recurring', async () => {
    expect(await counts({ ada: example.ada! }, { kind: 'recurring' })).toEqual({ '2026-01': [1, 1, 0, 1], '2026-02': [1, 0, 1], '2026-04': [1] });
  });

  it('counts a customer once per bracket', async () => {
    const { cohorts } = await ask(example, { mode: 'bracket', brackets: '1,3,4' });
    expect(cohorts[0]!.cells).toMatchObject([
      { period: 0, count: 2 },
      { period: 1, through: 2, count: 2 },
      { period: 3, count: 1 },
    ]);
  });

  it('splits by channel and product of the first purchase and by attribute', async () => {
    const histories: Histories = {
      ada: [registered('2026-01-01', { region: 'north' }), purchase('2026-01-10', { channel: 'web' }), purchase('2026-02-01', { channel: 'shop' })],
      bo: [purchase('2026-02-09', { channel: 'shop' }), purchase('2026-01-08', { channel: 'shop', product: 'tea' })],
    };
    const groups = async (by: string) => (await ask(histories, { by })).cohorts.map(({ group, cohort, size, cells }) => [group, cohort, size, cells[1]?.count]);
    expect(await groups('channel')).toEqual([
      ['shop', '2026-01', 1, 1],
      ['web', '2026-01', 1, 1],
    ]);
    expect(await groups('product')).toEqual([
      ['tea', '2026-01', 1, 1],
      [null, '2026-01', 1, 1],
    ]);
    expect(await groups('region')).toEqual([
      ['north', '2026-01', 1, 1],
      [null, '2026-01', 1, 1],
    ]);
    await expect(ask(histories, { by: 'regoin' })).rejects.toMatchObject({ parameter: 'by', code: 'unknown-dimension' });
  });

  it('adds up the smallest of very many groups as one, says how many they are, and loses nobody', async () => {
    const histories: Histories = Object.fromEntries(
      Array.from({ length: 3_000 }, (_, n) => [
        `c${n}`,
        [registered('2026-01-01', { shoe: n < 900 ? n % 300 : n }), purchase('2026-01-10'), purchase('2026-03-01')],
      ]),
    );
    const { groups, otherGroups, cohorts, weightedAverage } = await ask(histories, { by: 'shoe' });
    expect(groups).toHaveLength(1_001);
    expect(otherGroups).toBe(300 + 2_100 - 1_000);
    expect(groups!.find(({ group }) => group === '(other)')!.size).toBe(otherGroups);
    expect(groups!.filter(({ size }) => size === 3)).toHaveLength(300);
    expect(cohorts.reduce((sum, { size }) => sum + size, 0)).toBe(3_000);
    expect(weightedAverage).toEqual((await ask(histories)).weightedAverage);
  });

  it('shows the cohorts and periods asked for only', async () => {
    const histories: Histories = { ...example, cy: [purchase('2026-03-01')] };
    expect(await counts(histories, { from: '2026-02', to: '2026-05-31' })).toEqual({ '2026-03': [1, 0, 0] });
    expect(await counts(histories, { to: '2026-02' })).toEqual({ '2026-01': [2, 1] });
  });

  it('names weeks by the day they start on', async () => {
    const histories = { ada: [purchase('2026-03-01T12:00:00Z'), purchase('2026-03-02T12:00:00Z')] }; // a Sunday and a Monday
    expect(await counts(histories, { granularity: 'week' })).toEqual({ '2026-02-23': [1, 1] });
    expect(await counts(histories, { granularity: 'week', weekStart: 'sunday' })).toEqual({ '2026-03-01': [1] });
    expect(await counts(histories, { granularity: 'week', timezone: 'Pacific/Auckland' })).toEqual({ '2026-03-02': [1] });
  });

  it.each([
    [{ timezone: 'Mars/Base' }, 'timezone'],
    [{ from: '1997-02-30' }, 'from'],
    [{ from: '2026-05', to: '2026-01' }, 'from'],
    [{ present: '2026-13-01' }, 'present'],
    [{ present: '2027-01-01' }, 'present'],
    [{ kind: 'recurring', window: 'rolling' }, 'window'],
    [{ mode: 'bracket', brackets: '3,1' }, 'brackets'],
    [{ mode: 'on', brackets: '1,2' }, 'brackets'],
  ] as Array<[Texts, string]>)('refuses %j', async (parameters, parameter) => {
    const error: unknown = await ask(example, parameters).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(BadQuery);
    expect((error as BadQuery).parameter).toBe(parameter);
  });

  it('answers nothing when there is nothing', async () => {
    expect(await ask({ ada: [registered('2026-01-01')] })).toMatchObject({ cohorts: [], weightedAverage: [], definition: { from: null } });
  });

  it('keeps moments to the millisecond in seconds', () => {
    expect(fold(retentionProjection, 'c', [purchase(1_700_000_000_123), purchase(1_600_000_000_000)])).toEqual([
      [
        [[1_600_000_000, 1_700_000_000.123], []],
        [[], []],
      ],
      '',
      [],
      0,
    ]);
  });
});

const question = fc.record({
  granularity: fc.constantFrom('day', 'week', 'month'),
  mode: fc.constantFrom('on', 'on-or-after'),
  weekStart: fc.constantFrom('monday', 'sunday'),
  timezone: arbitraryZone,
  kind: fc.constantFrom('first-time', 'recurring'),
}) as fc.Arbitrary<RetentionParameters>;

describe('retention, whoever bought whenever', () => {
  it('has the same answer from kept sums and from a scan', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryCustomers, question, async (histories, { granularity, mode }) => {
        const parameters = { granularity: granularity === 'day' ? 'week' : granularity, mode } as const;
        expect(await ask(histories, parameters)).toEqual(await ask(histories, parameters, undefined, 'scan'));
      }),
    );
  });

  it('retains everybody in period 0, and on-or-after at least as many as on, never rising', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryCustomers, question, async (histories, { mode: _, ...parameters }) => {
        const on = await ask(histories, { ...parameters, mode: 'on' });
        const after = await ask(histories, { ...parameters, mode: 'on-or-after' });
        const wrong = on.cohorts.filter(({ size, cells }, i) => {
          const later = after.cohorts[i]!;
          const counted = later.cells.map((cell) => cell!.count);
          return (
            cells[0]!.count !== size ||
            counted[0] !== size ||
            later.size !== size ||
            cells.some((cell, k) => counted[k]! < cell!.count || (k > 0 && counted[k]! > counted[k - 1]!))
          );
        });
        expect(wrong).toEqual([]);
        expect(on.cohorts.length).toBeGreaterThan(0);
      }),
      { numRuns: 40 },
    );
  });

  it('has groups that add up to the whole', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryCustomers, question, async (histories, parameters) => {
        const whole = await ask(histories, parameters);
        const split = await ask(histories, { ...parameters, by: 'region' });
        for (const { cohort, size } of whole.cohorts) {
          expect(split.cohorts.filter((part) => part.cohort === cohort).reduce((sum, part) => sum + part.size, 0)).toBe(size);
        }
        expect(split.weightedAverage).toEqual(whole.weightedAverage);
      }),
      { numRuns: 40 },
    );
  });

  it('counts rolling windows as the definition says', async () => {
    const long = 30 * 86_400_000;
    await fc.assert(
      fc.asyncProperty(arbitraryCustomers, async (histories) => {
        const { weightedAverage } = await ask(histories, { window: 'rolling', to: '2026-01' });
        const firstAndLater = Object.values(histories).map((facts) =>
          facts
            .filter(({ type }) => type === 'PurchaseRecorded')
            .map(({ at }) => at as number)
            .sort((a, b) => a - b),
        );
        const expected = [0, 1, 2].map(
          (k) => firstAndLater.filter(([first, ...rest]) => [first!, ...rest].some((at) => Math.floor((at - first!) / long) === k)).length,
        );
        expect(weightedAverage.slice(0, 3).map((cell) => cell!.count)).toEqual(expected);
      }),
    );
  });
});
