import { mbgNbd } from '../index.js';
import { calibrationEnd, cdnowMaster, cdnowSample, describeWithData, weekly } from './historical-purchases.fixture.js';
import { simulateCustomers, ungrouped } from './simulated-customers.fixture.js';

/** CDNOW 1/10 sample, 39 weeks; printed by BTYDplus and lifetimes as .525, 6.183, .891, 1.614. */
const cdnow = { r: 0.524843, alpha: 6.183085, a: 0.89136, b: 1.614003 };

describe('mbg-nbd predictions', () => {
  it('customer 1 of CDNOW (2, 30.43, 38.86)', () => {
    const customer = { x: 2, tx: 30.43, T: 38.86 };
    expect(mbgNbd.expectedPurchases(cdnow, customer, 39)).toBeCloseTo(1.2626692, 5);
    expect(mbgNbd.probabilityAlive(cdnow, customer)).toBeCloseTo(0.7061257, 6);
  });

  it('a customer who never came back may be gone', () => {
    const customer = { x: 0, tx: 0, T: 38.86 };
    expect(mbgNbd.expectedPurchases(cdnow, customer, 39)).toBeCloseTo(0.1539543, 6);
    expect(mbgNbd.probabilityAlive(cdnow, customer)).toBeCloseTo(0.3897152, 6);
  });

  it('simulated customers: predictions come back, as a and b need not (lifetimes issue 55)', () => {
    const histories = simulateCustomers(5000, 52, cdnow, true, 20261122);
    const fit = mbgNbd.fit(ungrouped(histories));
    expect(fit.converged).toBe(true);
    const total = (parameters: typeof cdnow) => histories.reduce((sum, history) => sum + mbgNbd.expectedPurchases(parameters, history, 26), 0);
    expect(total(fit.parameters as typeof cdnow) / total(cdnow)).toBeCloseTo(1, 1);
  });
});

describeWithData('mbg-nbd on CDNOW', () => {
  it('sample: reference optimum and standard errors', () => {
    const fit = mbgNbd.fit(weekly(cdnowSample(), calibrationEnd));
    expect(fit.converged).toBe(true);
    for (const [name, value] of Object.entries(cdnow)) expect(fit.parameters[name]! / value).toBeCloseTo(1, 5);
    expect(fit.logLikelihood).toBeCloseTo(-9582.135716, 6);
    const errors = { r: 0.083268, alpha: 0.695621, a: 0.15479, b: 0.537496 };
    for (const [name, value] of Object.entries(errors)) expect(fit.standardErrors![name]! / value).toBeCloseTo(1, 5);
    const customer = { x: 2, tx: 30.43, T: 38.86 };
    expect(mbgNbd.expectedPurchases(fit.parameters, customer, 39)).toBeCloseTo(1.2626692, 6);
    expect(mbgNbd.probabilityAlive(fit.parameters, customer)).toBeCloseTo(0.7061257, 6);
  });

  it('master: reference optimum', () => {
    const fit = mbgNbd.fit(weekly(cdnowMaster(), calibrationEnd));
    const expected = { r: 0.63714, alpha: 7.31029, a: 0.80747, b: 1.22839 };
    for (const [name, value] of Object.entries(expected)) expect(fit.parameters[name]).toBeCloseTo(value, 5);
    expect(fit.logLikelihood).toBeCloseTo(-95336.9583, 4);
  });
});
