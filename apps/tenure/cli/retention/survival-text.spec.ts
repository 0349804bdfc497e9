import type { Schemas } from '@tenure/client';
import { survivalText } from './survival-text.js';

type Survival = Schemas['RetentionSurvivalAnswer'];

const row = (days: number, atRisk: number, events: number, censored: number, survival: number, happened: object) => ({
  period: days / 30,
  days,
  atRisk,
  events,
  censored,
  survival,
  standardError: 0.01,
  low: survival === 1 ? null : survival - 0.1,
  high: survival === 1 ? null : survival + 0.1,
  customers: '/v1/retention/survival/customers',
  happened,
});
const answer: Survival = {
  definition: {
    name: 'retention-survival',
    of: 'subscriptions',
    granularity: 'month',
    timezone: 'UTC',
    by: null,
    begins: 'The day on which the first subscription started.',
    ends: 'The day on which the last one ended.',
    censored: 'Has a subscription.',
    present: { day: '2026-03-09', basis: 'latest-fact' },
    from: null,
    to: null,
    confidence: 0.95,
  },
  curves: [
    {
      customers: 1200,
      events: 700,
      censored: 500,
      median: { days: 41, low: 37, high: null },
      noMedian: null,
      rows: [row(0, 1200, 0, 10, 1, { voluntary: 0, involuntary: 0 }), row(30, 1190, 300, 40, 0.75, { voluntary: 0.2, involuntary: 0.05 })],
    },
  ],
  asOf: { position: '1', recordedAt: null, lagMs: 0 },
};

const before = process.env['COLUMNS'];
beforeAll(() => {
  process.env['COLUMNS'] = '80';
});
afterAll(() => {
  if (before === undefined) delete process.env['COLUMNS'];
  else process.env['COLUMNS'] = before;
});

it('a curve: how many it is about, its median, and those who left by choice and otherwise', () => {
  expect(survivalText(answer).split('\n')).toEqual([
    '1,200 customers, 700 with the event, 500 without; median 41 days (37 to not',
    'reached)',
    'days  at risk  events  censored  survival   from     to  by choice  not so',
    '   0    1,200       0        10    100.0%      -      -       0.0%    0.0%',
    '  30    1,190     300        40     75.0%  65.0%  85.0%      20.0%    5.0%',
    '',
    'From: The day on which the first subscription started. To: The day on which the',
    'last one ended. present 2026-03-09, the day of the latest fact; intervals are 95',
    '%.',
  ]);
});

it('a curve for each value, and why one has no median', () => {
  const [curve] = answer.curves;
  const curves = [{ ...curve!, group: 'north', median: null, noMedian: 'The curve ends above one half.' }];
  expect(survivalText({ ...answer, definition: { ...answer.definition, by: 'region' }, curves })).toMatch(/^region north: 1,200 customers.* one half\./s);
});

it('says why there is none', () => {
  expect(survivalText({ ...answer, curves: [], notEnoughData: 'Nobody has a subscription.' })).toBe('Nobody has a subscription.');
});
