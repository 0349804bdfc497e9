import { asked, type Texts } from '../../shared/testing/asked.js';
import { contextOf } from '../../shared/testing/context.js';
import { cancelled, type GivenEvent, purchase, started } from '../../shared/testing/events.js';
import { type Histories, MemorySnapshot } from '../../shared/testing/memory-snapshot.js';
import { retentionProjection } from '../projection.js';
import { projectionRows } from './answer.js';
import { ProjectionParameters } from './parameters.js';
import { answerProjection } from './query.js';

const ask = async (histories: Histories, parameters: Texts = {}) =>
  answerProjection(contextOf(new MemorySnapshot([retentionProjection], histories)), asked(ProjectionParameters, parameters));

const inMonth = (month: number, day: number): string => new Date(Date.UTC(2024, month, day)).toISOString().slice(0, 10);

/** Customers who start in a month and of whom so many are left after each month that follows; those who leave do so on its 20th. */
function subscribers(name: string, month: number, alive: readonly number[]): Histories {
  const histories: Record<string, GivenEvent[]> = {};
  for (let n = 0; n < alive[0]!; n += 1) {
    const stayed = alive.findIndex((count, k) => k > 0 && n >= count);
    const ends = stayed === -1 ? [] : [cancelled(inMonth(month + stayed - 1, 20), 's')];
    histories[`${name}${n}`] = [started(inMonth(month, 10), 's'), ...ends];
  }
  return histories;
}

/** Survivors of 1,000 customers over twelve renewals: Fader & Hardie (2007), table 1. */
const regular = [1000, 631, 468, 382, 326, 289, 262, 241];
const highEnd = [1000, 869, 743, 653, 593, 551, 517, 491];
const sevenMonths = { of: 'subscriptions', ahead: '5', present: inMonth(7, 1) };

describe('the projection of the segments of Fader & Hardie (2007), from facts to figures', () => {
  it('Regular: the parameters, and the published survival of renewals 8 to 12, percent', async () => {
    const { cohorts } = await ask(subscribers('r', 0, regular), sevenMonths);
    const [{ cells, curve, noProjection, size }] = cohorts as [(typeof cohorts)[number]];
    expect({ size, noProjection, counted: cells.filter(({ projected }) => !projected).map(({ count }) => count) }).toEqual({
      size: 1000,
      noProjection: null,
      counted: regular,
    });
    expect(curve).toMatchObject({ of: 'own', model: 'sbg', boundary: null });
    expect([curve!.parameters.alpha, curve!.parameters.beta]).toEqual([expect.closeTo(0.704, 3), expect.closeTo(1.182, 3)]);
    const projected = cells.filter((cell) => cell.projected);
    expect(projected.map((cell) => [cell.period, (cell.curve! * 100).toFixed(2)])).toEqual([
      [8, '22.01'],
      [9, '20.44'],
      [10, '19.12'],
      [11, '17.99'],
      [12, '17.00'],
    ]);
    // Of the 241 who are left: 241 x 22.01 / 23.90, and what came then lies within what was foretold.
    expect(projected[0]!.count).toBeCloseTo(221.9, 1);
    [223, 207, 194, 183, 173].forEach((came, i) => {
      expect(came / 1000).toBeGreaterThanOrEqual(projected[i]!.low);
      expect(came / 1000).toBeLessThanOrEqual(projected[i]!.high);
    });
  });

  it('High-End: the BdW explains it better, and says by how much', async () => {
    const { cohorts } = await ask(subscribers('h', 0, highEnd), sevenMonths);
    const { cells, curve } = cohorts[0]!;
    expect(curve).toMatchObject({
      model: 'bdw',
      margin: expect.closeTo(2 * (1611.158147 - 1605.314213) - 2, 4),
      why: 'bdw has the lower AIC of sbg and bdw, by 9.7.',
    });
    [468, 445, 427, 409, 394].forEach((came, i) => {
      const { low, high } = cells[8 + i]!;
      expect(came / 1000 >= low && came / 1000 <= high).toBe(true);
    });
  });

  it('two cohorts that differ have a curve each, and a young one that of all', async () => {
    const histories = { ...subscribers('r', 0, regular), ...subscribers('h', 0 + 1, highEnd.slice(0, 7)), ...subscribers('y', 6, [500, 400]) };
    const { cohorts } = await ask(histories, sevenMonths);
    expect(cohorts.map(({ cohort, curve }) => [cohort, curve!.of])).toEqual([
      ['2024-01', 'own'],
      ['2024-02', 'own'],
      ['2024-07', 'all-cohorts'],
    ]);
    expect(cohorts[2]!.curve!.why).toMatch(/^Only 1 of the 3 periods that a curve of its own needs is known\. So it takes the curve of all cohorts: /);
    const [counted, next] = cohorts[2]!.cells.slice(1);
    expect([counted!.count, counted!.projected, next!.projected]).toEqual([400, false, true]);
    expect(next!.count).toBeCloseTo((400 * next!.curve!) / counted!.curve!, 9);
  });
});

describe('the projection of cohorts', () => {
  it('takes the curve of all for a cohort that is like the others', async () => {
    const histories = { ...subscribers('a', 0, [64, 48, 36, 27, 20, 15]), ...subscribers('b', 1, [64, 48, 36, 27, 20]) };
    const { cohorts } = await ask(histories, { ...sevenMonths, present: inMonth(5, 1) });
    expect(cohorts.map(({ curve }) => curve!.of)).toEqual(['all-cohorts', 'all-cohorts']);
    expect(cohorts[0]!.curve!.why).toMatch(/^Its own curve \(sbg\) explains it no better: its AIC is .* higher\. So it takes the curve of all cohorts: sbg/);
  });

  it('says why nothing is projected: nobody has left, or it is too early', async () => {
    const stayed = await ask(subscribers('a', 0, [20, 20, 20, 20]), { ...sevenMonths, present: inMonth(3, 1) });
    expect(stayed.cohorts[0]).toMatchObject({ curve: null, noProjection: expect.stringContaining('None of 20 customers has left') });
    expect(stayed.cohorts[0]!.cells).toHaveLength(4);
    const early = await ask({ ada: [started('2024-01-10', 's')] }, { of: 'subscriptions', present: '2024-01-20' });
    expect(early).toMatchObject({ cohorts: [], notEnoughData: expect.stringContaining('No cohort of subscriptions has its first month behind it') });
    const alone = await ask(subscribers('a', 0, [100, 70, 55]), { ...sevenMonths, present: inMonth(2, 1) });
    expect(alone.cohorts[0]!.curve).toMatchObject({ of: 'all-cohorts', why: expect.stringMatching(/^Only 2 of the 3 periods/) });
    const atOnce = await ask(subscribers('a', 0, [100, 60, 60, 60]), { ...sevenMonths, present: inMonth(3, 1) });
    expect(atOnce.cohorts[0]!.noProjection).toMatch(/nobody leaves any more/);
  });

  it.each([
    { alive: [5000, 1500, 450, 135, 40], model: 'sbg' },
    { alive: [1000, 100, 10, 1], model: 'sbg' },
    { alive: [1000, 980, 900, 740, 500, 260, 90, 20], model: 'bdw' },
  ])('goes on to 24 periods where nobody is left long before: $alive', async ({ alive, model }) => {
    const { cohorts } = await ask(subscribers('a', 0, alive), { of: 'subscriptions', ahead: '24', present: inMonth(alive.length - 1, 1) });
    const { cells, curve } = cohorts[0]!;
    expect(curve).toMatchObject({ model });
    const projected = cells.filter((cell) => cell.projected);
    expect(projected).toHaveLength(24);
    let before = alive.at(-1)!;
    for (const { count, low, high, modelLow, modelHigh, rate } of projected) {
      expect([rate >= modelLow!, rate <= modelHigh!, low <= high, count <= before]).toEqual([true, true, true, true]);
      before = count;
    }
    expect(projected.at(-1)).toMatchObject({ low: 0, high: 0, rate: expect.closeTo(0, 9) });
  });

  it('knows of purchases only what silence allows, and does not count who comes back', async () => {
    const bought = (...months: number[]): GivenEvent[] => months.map((month) => purchase(inMonth(month, 5)));
    const histories: Histories = { stays: bought(0, 1, 2, 3, 4, 5, 6), gone: bought(0, 1), pauses: bought(0, 3, 6), back: bought(0, 1, 6) };
    const counted = async (silence: string) =>
      (await ask(histories, { silence, present: inMonth(7, 1) })).cohorts[0]!.cells.filter(({ projected }) => !projected).map(({ count }) => count);
    // Until month 7 begins, who was last seen in month 5 or 6 may come again: with a silence of 3, periods 0 to 4 are known.
    expect(await counted('3')).toEqual([4, 4, 2, 2, 2]); // back was silent for 4 months after month 1
    expect(await counted('2')).toEqual([4, 3, 1, 1, 1, 1]); // pauses left after month 0
    expect(await counted('5')).toEqual([4, 4, 3]);
  });

  it('knows nothing that is dated later', async () => {
    const known = subscribers('a', 0, [100, 70, 55, 47]);
    const later = Object.fromEntries(Object.entries(known).map(([id, facts]) => [id, facts.length === 1 ? [...facts, cancelled('2024-04-15', 's')] : facts]));
    const parameters = { ...sevenMonths, present: inMonth(3, 1) };
    expect(await ask(later, parameters)).toEqual(await ask(known, parameters));
  });

  it('gives rows with projected ones marked, and refuses what makes no sense', async () => {
    const histories = subscribers('a', 0, [100, 70, 55, 47]);
    const rows = [...projectionRows(await ask(histories, { ...sevenMonths, ahead: '1', present: inMonth(3, 1) }))];
    expect(rows.map(({ period, projected, model }) => [period, projected, model])).toEqual([
      [0, false, 'sbg'],
      [1, false, 'sbg'],
      [2, false, 'sbg'],
      [3, false, 'sbg'],
      [4, true, 'sbg'],
    ]);
    await expect(ask(histories, { of: 'subscriptions', silence: '2' })).rejects.toMatchObject({ code: 'silence-needs-purchases' });
    for (const ahead of ['0', '25', '1.5']) await expect(ask(histories, { ahead })).rejects.toMatchObject({ parameter: 'ahead' });
    await expect(ask(histories, { granularity: 'day' as never })).rejects.toMatchObject({ parameter: 'granularity' });
  });

  it('refuses more cohorts than can be fitted', async () => {
    const weeks: Histories = Object.fromEntries(Array.from({ length: 125 }, (_, week) => [`c${week}`, [purchase(inMonth(0, 1 + 7 * week))]]));
    await expect(ask(weeks, { granularity: 'week' })).rejects.toMatchObject({ parameter: 'from', code: 'too-many-cohorts' });
    expect((await ask(weeks, { granularity: 'week', from: '2025-10' })).cohorts.length).toBeLessThan(120);
  });
});
