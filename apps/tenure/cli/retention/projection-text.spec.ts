import type { Schemas } from '@tenure/client';
import { projectionText } from './projection-text.js';

type Projection = Schemas['RetentionProjectionAnswer'];

const cell = (period: number, rate: number, projected: boolean) => ({
  period,
  projected,
  count: rate * 1000,
  rate,
  low: rate - 0.05,
  high: rate + 0.05,
  modelLow: projected ? rate - 0.01 : null,
  modelHigh: projected ? rate + 0.01 : null,
  curve: rate,
  customers: projected ? null : '/v1/retention/projection/customers',
});
const answer: Projection = {
  definition: {
    name: 'retention-projection',
    of: 'subscriptions',
    granularity: 'month',
    timezone: 'UTC',
    weekStart: 'monday',
    ahead: 2,
    silence: null,
    stays: 'A customer is there while a subscription goes on.',
    intervals: 'Of what will be counted.',
    present: { day: '2026-03-09', basis: 'latest-fact' },
    from: '2026-01-01',
    to: '2026-02-28',
    confidence: 0.95,
  },
  cohorts: [
    {
      cohort: '2026-01',
      size: 1000,
      cells: [cell(0, 1, false), cell(1, 0.631, false), cell(2, 0.468, true), cell(3, 0.382, true)],
      curve: {
        of: 'all-cohorts',
        model: 'sbg',
        why: 'Young.',
        margin: null,
        parameters: { alpha: 0.7, beta: 1.2 },
        standardErrors: null,
        aic: 1,
        boundary: null,
      },
      noProjection: null,
    },
    { cohort: '2026-02', size: 10, cells: [cell(0, 1, false)], curve: null, noProjection: 'None of 10 customers has left.' },
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

it('what is known, what comes next, the interval of the last, and why there is none', () => {
  expect(projectionText(answer).split('\n')).toEqual([
    'cohort    size  known   there     +1     +2     95 % of +2  curve',
    '2026-01  1,000      1   63.1%  46.8%  38.2%  33.2% - 43.2%  sbg, all',
    '2026-02     10      0  100.0%      -      -              -  -',
    '-: None of 10 customers has left.',
    'By month, UTC; known: periods behind a cohort. A customer is there while a',
    'subscription goes on. present 2026-03-09, the day of the latest fact.',
  ]);
});

it('says why there is no cohort', () => {
  expect(projectionText({ ...answer, cohorts: [], notEnoughData: 'No cohort yet.' })).toBe('No cohort yet.');
});
