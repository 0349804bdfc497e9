import { cdnowMaster, describeWithCdnow } from '../shared/testing/cdnow.js';
import { contextOf } from '../shared/testing/context.js';
import { MemorySnapshot } from '../shared/testing/memory-snapshot.js';
import { lifecycleProjection } from './projection.js';
import { answerLifecycle } from './query.js';

/** The expected numbers were counted from the file by other means. */
describeWithCdnow('lifecycle of the CDNOW customers', () => {
  let snapshot: MemorySnapshot;
  beforeAll(() => {
    snapshot = new MemorySnapshot([lifecycleProjection], cdnowMaster());
  });

  it.each(['kept-when-possible', 'scan'] as const)('has the published months, from %s', async (source) => {
    const { periods } = await answerLifecycle(contextOf(snapshot), { granularity: 'month' }, source);
    expect(periods.map((period) => period.start).join(' ')).toMatch(/^1997-01 1997-02 .* 1998-06$/);
    expect(periods.slice(0, 6).map((period) => [period.new, period.returning, period.resurrecting, period.dormant])).toEqual([
      [7846, 0, 0, 0],
      [8476, 1157, 0, 6689],
      [7248, 1681, 595, 7952],
      [0, 1773, 1049, 7751],
      [0, 852, 1362, 1970],
      [0, 747, 1592, 1467],
    ]);
    expect(periods.reduce((sum, { purchases }) => sum + purchases, 0)).toBe(69_659);
  });
});
