import type { Schemas } from '@tenure/client';
import { retentionTable } from './triangle.js';

type Retention = Schemas['RetentionAnswer'];

const cell = (period: number, count: number, size: number) => ({ period, count, rate: count / size, low: 0, high: 1 });
const answer: Retention = {
  definition: {
    granularity: 'month',
    kind: 'first-time',
    mode: 'on',
    window: 'calendar',
    timezone: 'UTC',
    name: 'retention',
    confidence: 0.95,
    weekStart: 'monday',
    from: null,
    to: null,
    by: null,
    brackets: null,
    present: { day: '1997-03-09', basis: 'latest-fact' },
  },
  cohorts: [
    { cohort: '1997-01', size: 100, customers: '/v1/retention/customers?cohort=1997-01', cells: [cell(0, 100, 100), cell(1, 15, 100), null] },
    { cohort: '1997-02', size: 50, customers: '/v1/retention/customers?cohort=1997-02', cells: [cell(0, 50, 50), null] },
  ],
  weightedAverage: [{ ...cell(0, 150, 150), size: 150, cohorts: 2 }, { ...cell(1, 15, 100), size: 100, cohorts: 1 }, null],
  asOf: { position: '1', recordedAt: null, lagMs: 0 },
};

it('a triangle: percentages, unfinished cells marked, nothing where a period has not begun', () => {
  expect(retentionTable(answer, false).split('\n')).toEqual([
    'cohort   size       0      1    2',
    '1997-01   100  100.0%  15.0%  ...',
    '1997-02    50  100.0%    ...',
    'average   150  100.0%  15.0%  ...',
    'first-time customers by calendar month, on, UTC; present 1997-03-09, the day of the latest fact; ... is not over yet',
  ]);
});

it('counts instead', () => {
  expect(retentionTable(answer, true)).toContain('1997-01   100  100   15  ...');
});

it('a bracket is named by its bounds, also where no cohort has got through it', () => {
  const definition = { ...answer.definition, mode: 'bracket' as const, brackets: [0, 1, 3, 7, 14] };
  const cohorts = [
    {
      cohort: '1997-01',
      size: 100,
      customers: '/v1/retention/customers?cohort=1997-01',
      cells: [cell(0, 100, 100), { ...cell(1, 15, 100), through: 2 }, null, null],
    },
  ];
  expect(retentionTable({ ...answer, definition, cohorts }, true)).toMatch(/^cohort +size +0 +1-2 +3-6 +7-13$/m);
});

it('no purchases: what to do', () => {
  expect(retentionTable({ ...answer, cohorts: [], weightedAverage: [] }, false)).toContain('tenure import purchases');
});

it.each([80, 60, 40])('a year of months fits %d columns, the cohorts repeated in each block, nothing left out', (width) => {
  const cells = Array.from({ length: 13 }, (_, period) => cell(period, 100 - period, 100));
  const year = {
    ...answer,
    cohorts: Array.from({ length: 13 }, (_, n) => ({ cohort: `1997-${n}`, size: 100, customers: '/v1/retention/customers', cells: cells.slice(n) })),
    weightedAverage: [],
  };
  const before = process.env['COLUMNS'];
  process.env['COLUMNS'] = String(width);
  const text = retentionTable(year, false);
  if (before === undefined) delete process.env['COLUMNS'];
  else process.env['COLUMNS'] = before;
  const lines = text.split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
  const blocks = text.split('\n\n');
  expect(blocks.length).toBe({ 80: 2, 60: 3, 40: 5 }[width]);
  expect(blocks.every((block) => block.startsWith('cohort'))).toBe(true);
  for (const rate of ['100.0%', '94.0%', '88.0%']) expect(text).toContain(rate);
});
