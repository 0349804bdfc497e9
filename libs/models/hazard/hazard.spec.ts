import fc from 'fast-check';
import { areaUnderCurve, assess } from '../outcomes/assess.js';
import { type Shop, shop } from '../outcomes/shop.fixture.js';
import { gammaDraw, randomStream } from '../purchases/simulated-customers.fixture.js';
import type { CustomerRecord } from './customer-record.js';
import type { HazardHorizon } from './hazard-horizon.js';
import { HazardLikelihood } from './hazard-likelihood.js';
import { learnHazard } from './learn-hazard.js';

const horizon = 90;
const buyer = (purchases: readonly number[], also: Partial<CustomerRecord> = {}): CustomerRecord => ({
  purchases,
  visits: [],
  complaints: [],
  satisfaction: [],
  downgrades: [],
  ...also,
});
const buyers = (days: readonly number[][]): CustomerRecord[] => days.filter(({ length }) => length > 0).map((each) => buyer(each));
const customersOf = (of: Partial<Shop>): CustomerRecord[] => buyers(shop({ shape: 1, leaving: 0.08, season: 0, seed: 1, customers: 1500, ...of }));
/** Learnt once for each set of customers. */
const held = new Map<readonly CustomerRecord[], HazardHorizon>();
function learnt(records: readonly CustomerRecord[], until: number): HazardHorizon {
  const found = held.get(records) ?? (learnHazard(records, until, horizon) as HazardHorizon);
  held.set(records, found);
  return found;
}

/** Likelihoods on a day and what came, of all who had bought by then. */
function heldAgainst(records: readonly CustomerRecord[], found: HazardHorizon, day: number) {
  const likelihood = new HazardLikelihood(found);
  const known = records.filter(({ purchases }) => purchases[0]! <= day);
  const { intercept, slope } = found.line;
  return {
    known,
    logOdds: Float64Array.from(known, (record) => intercept + (found.season ?? 0) + slope * likelihood.logOdds(record, day)),
    silent: Uint8Array.from(known, ({ purchases }) => Number(!Array.from(purchases).some((each) => each > day && each <= day + horizon))),
    silence: Float64Array.from(known, ({ purchases }) => day - Array.from(purchases).findLast((each) => each <= day)!),
  };
}

/** Monthly: gaps of a month, give or take a tenth. Yearly likewise. */
function regular(gap: number, leaving: number, days: number, seed: number): CustomerRecord[] {
  const random = randomStream(seed);
  return buyers(
    Array.from({ length: 1500 }, () => {
      const bought: number[] = [];
      for (let time = Math.floor(random() * days * 0.8); time < days + horizon; time += Math.round(gap * (0.95 + 0.1 * random()))) {
        bought.push(time);
        if (random() < leaving) break;
      }
      return bought;
    }),
  );
}

const atRandom = customersOf({ seed: 2 });
const withRhythm = customersOf({ shape: 4, seed: 3 });
const yearlyDonors = regular(365, 0.15, 1500, 5);

describe('the hazard model', () => {
  it.each([
    ['random gaps', atRandom, 900],
    ['regular gaps', withRhythm, 900],
    ['a month between purchases', regular(30, 0.06, 900, 4), 900],
    ['a year between purchases', yearlyDonors, 1500],
  ])('comes true and ranks better than the time since the last purchase, with %s', (_, records, day) => {
    const { logOdds, silent, silence } = heldAgainst(records, learnt(records, day), day);
    const { auc, calibrationError, calibrationLine } = assess(logOdds, silent);
    expect(auc!).toBeGreaterThan(areaUnderCurve(silence, silent)! - 0.003);
    expect(calibrationError).toBeLessThan(0.03);
    expect(Math.abs(calibrationLine!.slope - 1)).toBeLessThan(0.15);
  });

  it('knows that a donor who gives once a year is due again after ten months, and gone after two years', () => {
    const likelihood = new HazardLikelihood(learnt(yearlyDonors, 1500));
    const after = (silence: number): number => likelihood.logOdds(buyer([100, 465, 830]), 830 + silence);
    expect(after(30)).toBeGreaterThan(after(300) + 2);
    expect(after(730)).toBeGreaterThan(after(300) + 2);
  });

  it('never lowers a likelihood for a longer silence where gaps are random, frequency and age being the same', () => {
    const day = 900;
    const likelihood = new HazardLikelihood(learnt(atRandom, day));
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 30, max: 600 }),
        fc.integer({ min: 0, max: 580 }),
        fc.integer({ min: 1, max: 100 }),
        (x, age, silence, more) => {
          const first = day - age;
          const spread = (last: number): number[] => Array.from({ length: x + 1 }, (_, i) => (i === x ? last : first + (i * (last - first)) / x));
          const longer = Math.min(age - x, silence + more);
          fc.pre(x > 0 && silence < longer);
          expect(likelihood.logOdds(buyer(spread(day - longer)), day)).toBeGreaterThanOrEqual(likelihood.logOdds(buyer(spread(day - silence)), day) - 1e-9);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('gives reasons that add up to what sets a customer apart from the typical one', () => {
    const likelihood = new HazardLikelihood(learnt(withRhythm, 900));
    for (const record of withRhythm.filter(({ purchases }) => purchases[0]! <= 900).slice(0, 500)) {
      const sum = likelihood.contributions(record, 900).reduce((all, { contribution }) => all + contribution, 0);
      expect(Math.abs(likelihood.typicalLogOdds! + sum - likelihood.logOdds(record, 900))).toBeLessThan(1e-9);
    }
  });

  it('learns from what was known by the day, and from nothing later', () => {
    const records = customersOf({ seed: 7 });
    const until = 700;
    const known = buyers(records.map(({ purchases }) => Array.from(purchases).filter((day) => day <= until)));
    expect(
      learnt(
        records.filter(({ purchases }) => purchases[0]! <= until),
        until,
      ),
    ).toEqual(learnt(known, until));
  });

  it('looks at no later day at a horizon beyond a year, where a season cannot be told', () => {
    const records = customersOf({ seed: 7, days: 1400, customers: 3000 });
    const until = 1300;
    const known = buyers(records.map(({ purchases }) => Array.from(purchases).filter((day) => day <= until)));
    const found = learnHazard(
      records.filter(({ purchases }) => purchases[0]! <= until),
      until,
      400,
    );
    expect(found).toMatchObject({ season: null });
    expect(found).toEqual(learnHazard(known, until, 400));
  });

  it('tells a reader of gaps as they were, whatever the regression makes of them', () => {
    const likelihood = new HazardLikelihood(learnt(atRandom, 900));
    const values = (purchases: number[]) => new Map(likelihood.featureValues(buyer(purchases), 900).map(({ feature, value }) => [feature, value]));
    expect(values([800, 830, 860]).get('regularity')).toBe(0);
    expect(values([800, 801, 802, 812]).get('last-gap')).toBeCloseTo(2.5, 12);
    expect(values([800]).get('regularity')).toBeNull();
    const answered = likelihood.featureValues(buyer([800], { satisfaction: [{ day: 810, share: 0.4 }] }), 900);
    expect(answered.find(({ feature }) => feature === 'satisfaction-trend')!.value).toBeNull();
  });

  it('is evaluated on outcomes that came after all it had learnt from, beside the model of purchases', () => {
    const { evaluation, spread } = learnt(withRhythm, 900);
    expect(evaluation).toMatchObject({ at: 810, days: 3 });
    expect(evaluation!.hazard.logLoss).toBeLessThan(evaluation!.purchases!.logLoss);
    expect(spread).toBeGreaterThan(0);
  });

  it('is compared with the share of those who stayed away where the model of purchases does not rank', () => {
    const { evaluation, baseRate } = learnt(yearlyDonors, 1500);
    const ofShare = -baseRate * Math.log(baseRate) - (1 - baseRate) * Math.log(1 - baseRate);
    expect(evaluation!.purchases.logLoss).toBeGreaterThan(evaluation!.hazard.logLoss);
    expect(Math.abs(evaluation!.purchases.logLoss - ofShare)).toBeLessThan(0.03);
  });

  it('says what is missing where there is too little to learn from', () => {
    expect(learnHazard(customersOf({ seed: 8, days: 60 }), 60, horizon)).toMatch(/0 customers had bought.*the least to learn from/);
    expect(learnHazard([buyer([1])], 200, horizon)).toMatch(/1 customers had bought/);
    expect(learnHazard([], 200, horizon)).toMatch(/0 customers had bought/);
  });
});

describe('what customers say', () => {
  const customers = told(9);

  /** Of those who complain, one in three leaves at once if it stays open, one in twenty if it is resolved; satisfaction is low before leaving. */
  function told(seed: number): CustomerRecord[] {
    const random = randomStream(seed);
    return Array.from({ length: 4000 }, () => {
      const purchases: number[] = [];
      const complaints: { logged: number; steps: { day: number; step: 'resolved' }[] }[] = [];
      const satisfaction: { day: number; share: number }[] = [];
      let time = random() * 700;
      let leaves = false;
      while (time < 990) {
        const day = Math.floor(time);
        if (purchases.at(-1) !== day) purchases.push(day);
        if (leaves) break;
        if (random() < 0.15) {
          const open = random() < 0.5;
          complaints.push({ logged: day, steps: open ? [] : [{ day: day + 3, step: 'resolved' }] });
          leaves = random() < (open ? 0.5 : 0.05);
          if (leaves) break;
        } else if (random() < 0.2) {
          leaves = random() < 0.1;
          satisfaction.push({ day, share: leaves ? 0.2 * random() : 0.4 + 0.6 * random() });
          if (leaves) break;
        } else if (random() < 0.02) break;
        time += (20 + 20 * gammaDraw(2, random)) * gammaDraw(1, random);
      }
      return buyer(purchases, { complaints, satisfaction });
    }).filter(({ purchases }) => purchases.length > 0);
  }

  it('moves the likelihood as it moved customers: an open complaint more than a resolved one, a bad answer more than a good one', () => {
    const found = learnt(customers, 900);
    const likelihood = new HazardLikelihood(found);
    const bought = [700, 740, 790, 830, 880];
    const than = (also: Partial<CustomerRecord>): number => likelihood.logOdds(buyer(bought, also), 900) - likelihood.logOdds(buyer(bought), 900);
    const open = than({ complaints: [{ logged: 880, steps: [] }] });
    const resolved = than({ complaints: [{ logged: 880, steps: [{ day: 883, step: 'resolved' }] }] });
    expect(open).toBeGreaterThan(resolved + 0.5);
    expect(than({ satisfaction: [{ day: 880, share: 0.1 }] })).toBeGreaterThan(than({ satisfaction: [{ day: 880, share: 0.9 }] }) + 0.5);
    const reasons = likelihood.contributions(buyer(bought, { complaints: [{ logged: 880, steps: [] }] }), 900);
    expect(reasons.find(({ feature }) => feature === 'complaints-open')).toMatchObject({ value: 1, typical: 0, contribution: expect.closeTo(open, 9) });
  });

  it('about a later day changes nothing', () => {
    const likelihood = new HazardLikelihood(learnt(customers, 900));
    const record = buyer([700, 740], { complaints: [{ logged: 910, steps: [] }], satisfaction: [{ day: 905, share: 0 }], visits: [901], downgrades: [950] });
    expect(likelihood.logOdds(record, 900)).toBe(likelihood.logOdds(buyer([700, 740]), 900));
    const reopened = {
      logged: 650,
      steps: [
        { day: 660, step: 'resolved' as const },
        { day: 905, step: 'reopened' as const },
      ],
    };
    expect(likelihood.logOdds(buyer([700, 740], { complaints: [reopened] }), 900)).toBe(
      likelihood.logOdds(buyer([700, 740], { complaints: [{ logged: 650, steps: [reopened.steps[0]!] }] }), 900),
    );
  });
});
