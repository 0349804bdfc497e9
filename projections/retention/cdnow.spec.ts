import { cdnowMaster, describeWithCdnow } from '../shared/testing/cdnow.js';
import { contextOf } from '../shared/testing/context.js';
import { MemorySnapshot } from '../shared/testing/memory-snapshot.js';
import { retentionProjection } from './projection.js';
import { answerRetention } from './query.js';

/** Fader & Hardie's CDNOW master data set; the expected numbers were counted from the file by other means. */
describeWithCdnow('retention of the CDNOW customers', () => {
  let snapshot: MemorySnapshot;
  beforeAll(() => {
    snapshot = new MemorySnapshot([retentionProjection], cdnowMaster());
  });

  const january = [7846, 1157, 964, 810, 679, 736, 720, 582, 559, 594, 673, 634, 528, 511, 664, 472, 497, 498];
  const february = [8476, 1312, 980, 783, 847, 786, 626, 619, 666, 721, 661, 545, 568, 718, 545, 548, 551];
  const march = [7248, 1032, 752, 756, 674, 564, 561, 579, 634, 569, 464, 472, 678, 420, 443, 457];

  it.each(['kept-when-possible', 'scan'] as const)('has the published months, from %s', async (source) => {
    const { cohorts } = await answerRetention(contextOf(snapshot), { granularity: 'month', present: 'now' }, source);
    expect(cohorts.map(({ cohort, size, cells }) => [cohort, size, cells.map((cell) => cell?.count)])).toEqual([
      ['1997-01', 7846, january],
      ['1997-02', 8476, february],
      ['1997-03', 7248, march],
    ]);
    const cell = cohorts[0]!.cells[1]!;
    expect([cell.rate, cell.low, cell.high].map((share) => (share * 100).toFixed(2))).toEqual(['14.75', '13.98', '15.55']);
  });

  it('has the published rolling months of 30 days', async () => {
    const rolling = async (mode: 'on' | 'on-or-after') => {
      const { weightedAverage } = await answerRetention(contextOf(snapshot), { granularity: 'month', window: 'rolling', mode, present: 'now' });
      return weightedAverage.slice(0, 7).map((cell) => cell?.count);
    };
    expect(await rolling('on')).toEqual([23570, 3088, 2375, 2149, 2110, 2024, 1868]);
    expect(await rolling('on-or-after')).toEqual([23570, 10325, 9585, 9059, 8605, 8197, 7716]);
  });

  it('keeps a customer in few bytes', async () => {
    const view = (await snapshot.view('retention'))!;
    const four = (await snapshot.page(view, { after: null, limit: 30_000 })).filter(({ body }) => (JSON.parse(body) as [[[number[]]]])[0][0][0].length === 4);
    expect(four.length).toBeGreaterThan(500);
    expect(Math.max(...four.map(({ body }) => body.length))).toBeLessThan(90);
  });
});
