import { assess, calibrateOutcomes, mbgNbd, nbd, type OutcomeCalibration, type PurchaseDays, packPurchaseDays } from '../index.js';
import { outcomesAfter } from './purchase-days.js';
import { type Shop, shop } from './shop.fixture.js';
import { fitOn, logOddsOf } from './tested-model.js';

const horizon = 90;
const packed = (of: Shop): PurchaseDays => packPurchaseDays(shop(of));

/** The model's likelihoods on a day, before and after calibration, compared with the outcomes. */
function heldAgainst(days: PurchaseDays, model: typeof mbgNbd, until: number): { raw: number; moved: number; found: OutcomeCalibration; tenths: Tenth[] } {
  const known = packPurchaseDays(eachCustomer(days).map((all) => all.filter((day) => day <= until)));
  const tested = { model, unit: 'week' as const, horizon };
  const found = calibrateOutcomes(tested, known, until) as OutcomeCalibration;
  const outcomes = outcomesAfter(days, until, horizon);
  const logOdds = logOddsOf(tested, fitOn(tested, outcomes)!, outcomes);
  const moved = logOdds.map((each) => found.line.intercept + (found.season ?? 0) + found.line.slope * each);
  return {
    tenths: tenthsOf(moved, outcomes.silent),
    raw: assess(logOdds, outcomes.silent).calibrationError,
    moved: assess(moved, outcomes.silent).calibrationError,
    found,
  };
}

/** ln-odds of a tenth of the customers by likelihood, as foretold on average and as it came. */
interface Tenth {
  readonly foretold: number;
  readonly came: number;
}

function tenthsOf(logOdds: Float64Array, silent: Uint8Array): Tenth[] {
  const order = [...logOdds.keys()].sort((one, other) => logOdds[one]! - logOdds[other]!);
  const ln = (share: number): number => Math.log(share / (1 - share));
  return Array.from({ length: 10 }, (_, tenth) => {
    const members = order.slice(Math.round((tenth * order.length) / 10), Math.round(((tenth + 1) * order.length) / 10));
    const mean = (of: (i: number) => number): number => members.reduce((sum, i) => sum + of(i), 0.5) / (members.length + 1);
    return { foretold: ln(mean((i) => 1 / (1 + Math.exp(-logOdds[i]!)))), came: ln(mean((i) => silent[i]!)) };
  });
}

const eachCustomer = ({ days, offsets }: PurchaseDays): number[][] =>
  Array.from({ length: offsets.length - 1 }, (_, i) => [...days.subarray(offsets[i], offsets[i + 1])]);

describe('likelihoods moved by the newest outcomes', () => {
  it('come true where the model is wrong about timing: gaps more regular than chance', () => {
    const { raw, moved, found } = heldAgainst(packed({ shape: 4, leaving: 0.08, season: 0, seed: 1 }), mbgNbd, 900);
    expect(found.line.slope).toBeGreaterThan(1.3); // the model is too cautious
    expect(moved).toBeLessThan(raw / 2);
    expect(moved).toBeLessThan(0.03);
    expect(found.spread).toBeGreaterThan(0);
  });

  it('stay where they are where the model is right', () => {
    const { raw, moved, found } = heldAgainst(packed({ shape: 1, leaving: 0.08, season: 0, seed: 2 }), mbgNbd, 900);
    expect(Math.abs(found.line.slope - 1)).toBeLessThan(0.15);
    expect(Math.abs(moved - raw)).toBeLessThan(0.02);
  });

  it('say how far tenths of the customers were off: far enough to hold most of them, and no further', () => {
    for (const [shape, seed] of [
      [1, 12],
      [4, 11],
    ] as const) {
      const days = packed({ shape, leaving: 0.08, season: 0, seed });
      const { found, tenths } = heldAgainst(days, mbgNbd, 900);
      const off = tenths.map(({ foretold, came }) => Math.abs(came - foretold) / Math.hypot(found.spread!, found.spreadGrowth! * foretold));
      expect(off.filter((each) => each <= 1.96).length).toBeGreaterThanOrEqual(7);
      const typical = Math.sqrt(off.reduce((sum, each) => sum + each * each, 0) / off.length);
      expect(typical).toBeGreaterThan(0.4);
      expect(typical).toBeLessThan(2.5);
    }
  });

  it('know the time of the year from two years on', () => {
    const days = packed({ shape: 1, leaving: 0.06, season: 0.9, seed: 3 });
    const { raw, moved, found } = heldAgainst(days, mbgNbd, 1000);
    expect(Math.abs(found.season!)).toBeGreaterThan(0.2);
    expect(moved).toBeLessThan(raw);
    expect(
      calibrateOutcomes({ model: mbgNbd, unit: 'week', horizon }, packPurchaseDays(eachCustomer(days).map((all) => all.filter((day) => day <= 600))), 600),
    ).toMatchObject({ season: null });
  });

  it('learn from what was over by the day, and from nothing later', () => {
    const days = packed({ shape: 2, leaving: 0.08, season: 0, seed: 4 });
    const until = 700;
    const known = packPurchaseDays(eachCustomer(days).map((all) => all.filter((day) => day <= until)));
    const tested = { model: mbgNbd, unit: 'week' as const, horizon };
    expect(calibrateOutcomes(tested, days, until)).toEqual(calibrateOutcomes(tested, known, until));
  });

  it('are left alone, with the reason, where there is nothing to learn from', () => {
    const days = packed({ shape: 1, leaving: 0.08, season: 0, seed: 5, days: 60 });
    expect(calibrateOutcomes({ model: nbd, unit: 'week', horizon }, days, 60)).toMatch(/0 customers had bought.*the least to learn from/);
    const nobodyReturns = packPurchaseDays(Array.from({ length: 500 }, (_, i) => [i % 50]));
    expect(calibrateOutcomes({ model: nbd, unit: 'week', horizon }, nobodyReturns, 200)).toMatch(/0 of them bought again/);
  });

  it('are left alone where nobody had bought again before the outcomes began, even if half did within them', () => {
    const justOpened = Array.from({ length: 500 }, (_, i) => (i % 2 ? [0] : [0, 35 + (i % 50)]));
    expect(calibrateOutcomes({ model: mbgNbd, unit: 'week', horizon }, packPurchaseDays(justOpened), 120)).toMatch(/too little for the model/);
    const later = shop({ shape: 1, leaving: 0.08, season: 0, seed: 6, days: 300 }).map((all) => all.map((day) => day + 60));
    expect(calibrateOutcomes({ model: mbgNbd, unit: 'week', horizon }, packPurchaseDays([...justOpened, ...later]), 300)).toMatchObject({ horizon });
  });
});
