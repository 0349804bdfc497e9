import { describeFit } from '../fit.js';
import { bgNbd, mbgNbd, nbd, paretoNbd } from '../index.js';
import { maximise } from '../numerics/maximise.js';
import { calibrationEnd, cdnowMaster, cdnowSample, dayOf, describeWithData, onlineRetail, weekly } from './historical-purchases.fixture.js';
import { ungrouped } from './simulated-customers.fixture.js';

const parameters = { r: 0.384766, alpha: 12.072022 };

describe('nbd', () => {
  it('lets nobody leave', () => {
    expect(nbd.probabilityAlive(parameters, { x: 5, tx: 2, T: 300 })).toBe(1);
  });

  it('expects the posterior rate for as long as asked', () => {
    expect(nbd.expectedPurchases(parameters, { x: 2, tx: 30, T: 39 }, 10)).toBeCloseTo((10 * 2.384766) / 51.072022, 12);
    expect(nbd.expectedPurchasesNewCustomer(parameters, 52)).toBeCloseTo((0.384766 / 12.072022) * 52, 12);
  });

  it('knows silence from the count of none', () => {
    const asNew = nbd.probabilityNoPurchase(parameters, { x: 0, tx: 0, T: 0 }, 26);
    expect(asNew).toBeCloseTo(nbd.probabilityOfCount(parameters, 0, 26), 14);
  });
});

describe('nbd where customers do not differ', () => {
  const alike = ungrouped(Array.from({ length: 500 }, (_, i) => ({ x: 3, tx: 8, T: 10 + (i % 2) })));

  it('says that the rates are equal, prints no standard errors, and still predicts the common rate', () => {
    const fit = nbd.fit(alike);
    expect(fit.boundary).toMatch(/rates do not differ/);
    expect(fit.standardErrors).toBeNull();
    expect(fit.converged).toBe(true);
    expect(fit.logLikelihood).toBeCloseTo(1_500 * (Math.log(3 / 10.5) - 1), 6);
    expect(nbd.expectedPurchases(fit.parameters, { x: 0, tx: 0, T: 10 }, 7)).toBeCloseTo((7 * 3) / 10.5, 9);
  });

  it('a start that is no parameter does no harm', () => {
    expect(nbd.fit(alike, { start: { r: NaN, alpha: 0 } }).logLikelihood).toBeCloseTo(nbd.fit(alike).logLikelihood!, 9);
  });

  it('a likelihood that is no number is an error', () => {
    const nothing = maximise((_theta, into) => {
      into.value = NaN;
    }, Float64Array.of(0));
    const data = { model: 'nbd', parameterNames: ['r'], customers: 1, transactions: 0, timeUnit: null };
    expect(() => describeFit(data, nothing, null)).toThrow(expect.objectContaining({ code: 'not-finite' }));
  });
});

describeWithData('nbd on real data', () => {
  it('CDNOW sample: reference optimum', () => {
    const fit = nbd.fit(weekly(cdnowSample(), calibrationEnd));
    expect(fit.converged).toBe(true);
    expect(fit.parameters.r! / 0.384766).toBeCloseTo(1, 5);
    expect(fit.parameters.alpha! / 12.072022).toBeCloseTo(1, 5);
    expect(fit.logLikelihood).toBeCloseTo(-9763.657615, 6);
    expect(fit.standardErrors!.r).toBeCloseTo(0.020985, 6);
    expect(fit.standardErrors!.alpha).toBeCloseTo(0.808723, 6);
    expect(fit.aic).toBeCloseTo(4 + 2 * 9763.657615, 5);
    expect(fit.bic).toBeCloseTo(2 * Math.log(2357) + 2 * 9763.657615, 5);
  });

  it('CDNOW master: reference optimum', () => {
    const fit = nbd.fit(weekly(cdnowMaster(), calibrationEnd));
    expect(fit.parameters.r).toBeCloseTo(0.38725, 5);
    expect(fit.parameters.alpha).toBeCloseTo(12.27123, 5);
    expect(fit.logLikelihood).toBeCloseTo(-96845.3442, 4);
    expect([fit.customers, fit.transactions]).toEqual([23570, 24337]);
  });
});

describeWithData('Online Retail (UCI) to 2011-08-31: nobody can be seen to leave', () => {
  const groups = () => weekly(onlineRetail(), dayOf('2011-08-31'));

  it('nbd: reference optimum', () => {
    const fit = nbd.fit(groups());
    expect(fit.customers).toBe(3312 + 5); // five first bought on the last day and weigh nothing
    expect(fit.parameters.r).toBeCloseTo(0.7227, 3);
    expect(fit.parameters.alpha).toBeCloseTo(9.4247, 3);
    expect(fit.logLikelihood).toBeCloseTo(-21755.348, 3);
    expect(fit.boundary).toBeNull();
  });

  it.each([bgNbd, mbgNbd])('$name: says that dropout is not identifiable, prints no standard errors, and equals nbd', (model) => {
    const fit = model.fit(groups());
    expect(fit.boundary).toMatch(/Dropout is not identifiable.*Use nbd/);
    expect(fit.standardErrors).toBeNull();
    const without = nbd.fit(groups());
    expect(fit.logCovariance!.map((row) => row.slice(0, 2)).slice(0, 2)).toEqual(
      without.logCovariance!.map((row) => row.map((each) => expect.closeTo(each, 8))),
    );
    expect(fit.logLikelihood).toBeCloseTo(-21755.348, 3);
    expect(fit.parameters).toEqual({ r: expect.closeTo(without.parameters.r!, 6), alpha: expect.closeTo(without.parameters.alpha!, 5), a: 0, b: 1 });
    expect(fit.aic).toBeCloseTo(without.aic!, 6); // no worse for what vanished
  });

  it('pareto-nbd says so, too, at the same likelihood', () => {
    const fit = paretoNbd.fit(groups());
    expect(fit.boundary).toMatch(/Dropout is not identifiable.*Use nbd/);
    expect(fit.standardErrors).toBeNull();
    expect(fit.logLikelihood).toBeCloseTo(-21755.348, 3);
  });

  it('a start where dropout has vanished does not hide what newer data show', () => {
    const sample = weekly(cdnowSample(), calibrationEnd);
    const vanished = { ...nbd.fit(sample).parameters, a: 1e-60, b: 1 }; // the gradient is 0 here too
    const fit = bgNbd.fit(sample, { start: vanished });
    expect(fit.boundary).toBeNull();
    expect(fit.logLikelihood).toBeCloseTo(-9582.429207, 6);
  });
});
