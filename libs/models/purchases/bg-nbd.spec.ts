import { bgNbd, historyInUnit, purchaseStatistics } from '../index.js';
import { calibrationEnd, cdnowMaster, cdnowSample, dayOf, describeWithData, statisticsOf, weekly } from './historical-purchases.fixture.js';

/** CDNOW 1/10 sample, 39 weeks; published as .243, 4.414, .793, 2.426 in Fader, Hardie & Lee (2005), table 2. */
const cdnow = { r: 0.24259452, alpha: 4.41360202, a: 0.79292202, b: 2.42590678 };
const published = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

describe('bg-nbd predictions', () => {
  it('customer 1 of the paper (2, 30.43, 38.86): 1.226 purchases in 39 weeks', () => {
    const customer = { x: 2, tx: 30.43, T: 38.86 };
    expect(bgNbd.expectedPurchases(published, customer, 39)).toBeCloseTo(1.226, 3);
    expect(bgNbd.expectedPurchases(cdnow, customer, 39)).toBeCloseTo(1.225907, 6);
    expect(bgNbd.probabilityAlive(cdnow, customer)).toBeCloseTo(0.72661, 5);
  });

  /** Computed with mpmath (40 digits) as an integral over the chance to leave, not by the series used here. */
  it.each([
    [26, 216 / 7, 31, 52, 25.7573369349984],
    [2, 213 / 7, 272 / 7, 39, 1.22599445287051],
    [10, 20, 39, 52, 0.347483772771934],
    [25, 20, 39, 52, 0.000358393822083344],
    [0, 0, 0, 52, 1.44401238230179],
    [0, 0, 0, 0.1429, 0.00781600032126548],
  ])('x %d, tx %d, T %d: purchases in %d weeks to 12 digits', (x, tx, T, t, expected) => {
    expect(bgNbd.expectedPurchases(cdnow, { x, tx, T }, t) / expected).toBeCloseTo(1, 12);
  });

  /** BTYD and lifetimes print these at their own optima: four digits agree with the exact values above. */
  it('customer 1516 (26, 30.857143, 31) and a new one, as libraries print them', () => {
    const customer = { x: 26, tx: 216 / 7, T: 31 };
    expect(bgNbd.expectedPurchases(cdnow, customer, 52) / 25.75659).toBeCloseTo(1, 4);
    expect(bgNbd.probabilityAlive(cdnow, customer)).toBeCloseTo(0.9688523, 5);
    expect(bgNbd.expectedPurchasesNewCustomer(cdnow, 52) / 1.444004).toBeCloseTo(1, 4);
  });

  it.each([
    [10, 0.3474606],
    [15, 0.04283391],
    [20, 0.004158973],
    [25, 0.0003583685],
  ])('the increasing-frequency paradox at x = %d, silent from week 20 to 39, as libraries print it', (x, printed) => {
    expect(Math.abs(bgNbd.expectedPurchases(cdnow, { x, tx: 20, T: 39 }, 52) / printed - 1)).toBeLessThan(1e-4);
  });

  it.each([
    [0.1429, 0.0078],
    [1, 0.0532],
    [3, 0.1506],
    [31.8571, 1.0405],
    [32, 1.0437],
  ])('new customer, %d weeks: %d purchases, as in the Excel note', (t, expected) =>
    expect(bgNbd.expectedPurchasesNewCustomer(cdnow, t)).toBeCloseTo(expected, 4),
  );

  it('new customer, 78 weeks: 1.8580; the Excel note cuts its series short at 1.8576', () => {
    expect(bgNbd.expectedPurchasesNewCustomer(cdnow, 78)).toBeCloseTo(1.85795837054246, 12);
  });

  it.each([
    [39, 0, 0.5737864],
    [2, 10, 1.07869e-7],
    [30, 11, 0.0019995214],
    [30, 12, 0.0015170236],
    [30, 13, 0.001163315],
    [30, 14, 0.0009003148],
    [30, 15, 0.0007023638],
    [30, 16, 0.0005517902],
    [30, 17, 0.0004361913],
    [30, 18, 0.0003467171],
    [30, 19, 0.0002769613],
    [30, 20, 0.000222226],
  ])('P(X(%d) = %d)', (t, n, expected) => expect(bgNbd.probabilityOfCount(published, n, t) / expected).toBeCloseTo(1, 5));

  it('takes a customer who never came back as alive', () => {
    expect(bgNbd.probabilityAlive(cdnow, { x: 0, tx: 0, T: 38 })).toBe(1);
  });
});

describe('bg-nbd where others give NaN', () => {
  it('x = 0 and a + b < 1 (lifetimes issue 302)', () => {
    const expected = 0.564588615532784; // mpmath, 50 digits
    const value = bgNbd.expectedPurchases({ r: 0.11, alpha: 2.24, a: 0.31, b: 0.5 }, { x: 0, tx: 0, T: 1 }, 30);
    expect(value / expected).toBeCloseTo(1, 13);
  });

  it('a = 1 is no gap between 1 - h and 1 + h', () => {
    for (const x of [0, 3]) {
      const at = (a: number) => bgNbd.expectedPurchases({ ...cdnow, a }, { x, tx: x * 5, T: 30 }, 40);
      expect((at(1 - 1e-7) + at(1 + 1e-7)) / 2 / at(1)).toBeCloseTo(1, 12);
    }
  });

  it('a + b = 1 at x = 0 is no gap either', () => {
    const at = (b: number) => bgNbd.expectedPurchases({ ...cdnow, a: 0.4, b }, { x: 0, tx: 0, T: 30 }, 40);
    expect((at(0.6 - 1e-7) + at(0.6 + 1e-7)) / 2 / at(0.6)).toBeCloseTo(1, 12);
  });

  it.each([
    [400, 5, 6],
    [500, 1, 37],
    [500, 4, 37],
  ])('heavy buyers: (%d, %d, %d) (lifetimes issue 25)', (x, tx, T) => {
    const heavy = { r: 10.465, alpha: 0.00798565181, a: 3.0516, b: 2.82 };
    const history = { x, tx, T };
    expect(bgNbd.probabilityAlive(heavy, history)).toBeGreaterThanOrEqual(0);
    expect(bgNbd.probabilityNoPurchase(heavy, history, 4)).toBeLessThanOrEqual(1);
    expect(bgNbd.noPurchaseLogOdds(heavy, history, 4)).toBeLessThan(Infinity);
    expect(bgNbd.expectedPurchases(heavy, history, 4)).toBeGreaterThanOrEqual(0);
  });

  it('refuses, in words, what has no answer', () => {
    const history = { x: 1, tx: 2, T: 3 };
    const { b: _missing, ...incomplete } = cdnow;
    expect(() => bgNbd.probabilityAlive(incomplete, history)).toThrow(expect.objectContaining({ code: 'not-finite', remedy: expect.any(String) }));
    expect(() => bgNbd.expectedPurchases(cdnow, { x: 1, tx: 4, T: 3 }, 1)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
    expect(() => bgNbd.probabilityNoPurchase(cdnow, history, 0)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
    expect(() => bgNbd.probabilityOfCount(cdnow, 1.5, 3)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });
});

describeWithData('bg-nbd on CDNOW', () => {
  const sample = () => cdnowSample();
  const groups = () => weekly(sample(), calibrationEnd);

  it('sample: reference optimum and standard errors', () => {
    const fit = bgNbd.fit(groups());
    expect(fit).toMatchObject({ converged: true, boundary: null, customers: 2357, transactions: 2457, timeUnit: 'week' });
    for (const [name, value] of Object.entries(cdnow)) expect(fit.parameters[name]! / value).toBeCloseTo(1, 7);
    expect(fit.logLikelihood).toBeCloseTo(-9582.429207, 6);
    const errors = { r: 0.012557, alpha: 0.378224, a: 0.185734, b: 0.705414 };
    for (const [name, value] of Object.entries(errors)) expect(fit.standardErrors![name]).toBeCloseTo(value, 6);
    const ofLogs = [0.05176, 0.0857, 0.23424, 0.29078]; // printed by CLVTools
    ofLogs.forEach((value, i) => {
      expect(Math.sqrt(fit.logCovariance![i]![i]!)).toBeCloseTo(value, 4);
    });
  });

  it('master: reference optimum', () => {
    const fit = bgNbd.fit(weekly(cdnowMaster(), calibrationEnd));
    const expected = { r: 0.25162396, alpha: 4.78894, a: 0.72343, b: 2.16109 };
    for (const [name, value] of Object.entries(expected)) expect(fit.parameters[name]! / value).toBeCloseTo(1, 5);
    expect(fit.logLikelihood).toBeCloseTo(-95368.4439, 4);
  });

  it('sample: histogram of repeat purchases', () => {
    const { parameters } = bgNbd.fit(groups());
    const expected = new Array<number>(7).fill(0);
    const { T, weight } = groups();
    weight.forEach((customers, i) => {
      expected.forEach((_, n) => {
        expected[n]! += customers * bgNbd.probabilityOfCount(parameters, n, T[i]!);
      });
    });
    [1407.684, 460.323, 192.461, 101.164, 59.847, 38.12, 25.549].forEach((value, n) => {
      expect(expected[n]).toBeCloseTo(value, 3);
    });
    expect(2357 - expected.reduce((sum, value) => sum + value, 0)).toBeCloseTo(71.851, 3);
  });

  it('sample: expected hold-out purchases by frequency, and how many are taken as alive', () => {
    const { parameters } = bgNbd.fit(groups());
    const bins = Array.from({ length: 8 }, () => ({ customers: 0, expected: 0, actual: 0 }));
    let alive = 0;
    for (const { days } of sample()) {
      const statistics = purchaseStatistics(days, calibrationEnd)!;
      const bin = bins[Math.min(7, statistics.x)]!;
      const history = historyInUnit(statistics, 'week');
      alive += bgNbd.probabilityAlive(parameters, history);
      bin.customers += 1;
      bin.expected += bgNbd.expectedPurchases(parameters, history, 39);
      bin.actual += days.filter((day) => day > calibrationEnd).length;
    }
    const expected = [0.2250893, 0.5231364, 1.044126, 1.520256, 2.163824, 2.653789, 3.503957, 6.157036];
    const actual = [0.2367, 0.697, 1.3925, 1.56, 2.5323, 2.9474, 3.8621, 6.3594];
    bins.forEach((bin, x) => {
      expect(bin.expected / bin.customers).toBeCloseTo(expected[x]!, 3);
      expect(bin.actual / bin.customers).toBeCloseTo(actual[x]!, 4);
    });
    expect(bins.reduce((sum, bin) => sum + bin.expected, 0)).toBeCloseTo(1653.4, 1);
    expect(alive / 2357).toBeCloseTo(0.81344, 6);
  });

  it('sample: repeat purchases of all customers by week', () => {
    const everyone = sample();
    const { parameters } = bgNbd.fit(groups());
    const start = dayOf('1997-01-01');
    const weeks = [
      [13, 708.97],
      [26, 1726.9],
      [39, 2493.96],
      [52, 3127.68],
      [65, 3675.01],
      [78, 4160.61],
    ] as const;
    for (const [week, expected] of weeks) {
      const total = everyone.reduce((sum, { days }) => sum + bgNbd.expectedPurchasesNewCustomer(parameters, Math.max(0, week - (days[0]! + 1 - start) / 7)), 0); // the clock of a customer starts on the next day
      expect(total).toBeCloseTo(expected, 2);
    }
    const actual = weeks.map(([week]) => statisticsOf(everyone, start + week * 7 - 1).reduce((sum, { x }) => sum + x, 0));
    expect(actual).toEqual([828, 1746, 2457, 3183, 3844, 4339]);
  });

  it('sample: a fit from the last parameters takes no step', () => {
    const fit = bgNbd.fit(groups());
    expect(bgNbd.fit(groups(), { start: fit.parameters }).iterations).toBe(0);
  });
});
