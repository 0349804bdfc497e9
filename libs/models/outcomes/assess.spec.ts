import fc from 'fast-check';
import { assess } from '../index.js';
import { randomStream } from '../purchases/simulated-customers.fixture.js';

const logit = (p: number) => Math.log(p / (1 - p));
const assessed = (probabilities: readonly number[], happened: readonly number[]) => assess(Float64Array.from(probabilities, logit), Uint8Array.from(happened));

describe('an assessment of probabilities', () => {
  it('by hand', () => {
    const { calibration, brierParts, ...figures } = assessed([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]);
    expect(figures).toEqual({
      customers: 4,
      baseRate: 0.5,
      meanProbability: expect.closeTo(0.4125, 12),
      auc: 0.75,
      brier: expect.closeTo(0.158125, 12),
      logLoss: expect.closeTo(-(Math.log(0.9) + Math.log(0.6) + Math.log(0.35) + Math.log(0.8)) / 4, 12),
      calibrationLine: expect.objectContaining({ slope: expect.any(Number) as number }),
      calibrationError: expect.closeTo((0.1 + 0.4 + 0.65 + 0.2) / 4, 12),
      topDecileLift: 2,
      gains: [0, 0.5, 0.5, 0.5, 0.5, 0.5, 1, 1, 1, 1].map((each, i) => (i === 0 ? expect.any(Number) : each)),
    });
    expect(calibration).toHaveLength(4);
    expect(calibration[0]).toEqual({
      from: 0.1,
      to: 0.2,
      customers: 1,
      meanProbability: expect.closeTo(0.1, 12),
      observed: 0,
      low: 0,
      high: expect.closeTo(0.7935, 4),
    });
    expect(brierParts).toEqual({ reliability: expect.closeTo(0.158125, 12), resolution: 0.25, uncertainty: 0.25, withinBins: expect.closeTo(0, 12) });
  });

  it('has no AUC, line or gains where it happened to all or nobody, and is finite where a probability is 0 or 1', () => {
    expect(assessed([0.2, 0.9], [0, 0])).toMatchObject({ auc: null, topDecileLift: null, calibrationLine: null, gains: null });
    expect(assess(Float64Array.of(900, -800), Uint8Array.of(1, 1))).toMatchObject({ auc: null, topDecileLift: 1, brier: 0.5, logLoss: 400 });
  });

  it('finds level and slope of probabilities that were pushed away from what is right', () => {
    const random = randomStream(3);
    const right = Float64Array.from({ length: 20_000 }, () => 4 * random() - 2.5);
    const happened = Uint8Array.from(right, (logOdds) => Number(random() < 1 / (1 + Math.exp(-logOdds))));
    const { calibrationLine: line } = assess(
      right.map((logOdds) => 2 * logOdds + 0.5),
      happened,
    );
    expect(line!.slope).toBeCloseTo(0.5, 1);
    expect(line!.intercept).toBeCloseTo(-0.25, 1);
    expect(Math.abs(line!.slope - 0.5)).toBeLessThan(3 * line!.slopeError);
    expect(Math.abs(line!.intercept + 0.25)).toBeLessThan(3 * line!.interceptError);
    expect(assess(right, happened).calibrationError).toBeLessThan(0.02);
  });

  it('the parts of the Brier score add up to it', () => {
    const customers = fc.array(fc.record({ logOdds: fc.double({ min: -6, max: 6, noNaN: true }), happened: fc.integer({ min: 0, max: 1 }) }), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(customers, (all) => {
        const {
          brier,
          brierParts: parts,
          gains,
          baseRate,
        } = assess(
          Float64Array.from(all, ({ logOdds }) => logOdds),
          Uint8Array.from(all, ({ happened }) => happened),
        );
        expect(parts.reliability - parts.resolution + parts.uncertainty + parts.withinBins).toBeCloseTo(brier, 12);
        if (baseRate > 0) expect([gains!.at(-1), [...gains!].sort((left, right) => left - right)]).toEqual([1, gains]);
      }),
    );
  });

  it('counts each pair for the AUC, ties as one half', () => {
    const customers = fc.array(fc.record({ probability: fc.constantFrom(0.1, 0.2, 0.5, 0.9), happened: fc.boolean() }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(customers, (all) => {
        const [yes, no] = [true, false].map((which) => all.filter(({ happened }) => happened === which));
        const { auc, calibration } = assess(
          Float64Array.from(all, (one) => logit(one.probability)),
          Uint8Array.from(all, ({ happened }) => Number(happened)),
        );
        const pairs = yes!.flatMap((one) => no!.map((other) => (one.probability > other.probability ? 1 : one.probability === other.probability ? 0.5 : 0)));
        if (pairs.length === 0) expect(auc).toBeNull();
        else expect(auc).toBeCloseTo(pairs.reduce((sum: number, pair) => sum + pair, 0) / pairs.length, 12);
        expect(calibration.reduce((sum, bin) => sum + bin.customers, 0)).toBe(all.length);
      }),
    );
  });
});
