import { gammaGamma, groupSpend } from '../index.js';
import { gammaDraw } from '../purchases/simulated-customers.fixture.js';
import type { Study } from './recovery.fixture.js';

/** Spend as in CDNOW, Fader & Hardie (2013); customers bought again 1 to 5 times, and are expected to spend on the next purchase. */
const spendTruth = { p: 6.25, q: 3.74, gamma: 15.44 };

export const gammaGammaStudy: Study = {
  model: 'gamma-gamma',
  truth: spendTruth,
  draw(customers, random) {
    const { p, q, gamma } = spendTruth;
    const all = Array.from({ length: customers }, () => {
      const x = 1 + Math.floor(5 * random());
      const scale = gammaDraw(q, random) / gamma;
      return { x, repeatMinor: Math.max(1, Math.round((100 * gammaDraw(p * x, random)) / scale)), next: gammaDraw(p, random) / scale };
    });
    const fit = gammaGamma.fit(groupSpend(all, 100));
    return {
      fit,
      expected: all.reduce((sum, { x, repeatMinor }) => sum + gammaGamma.expectedSpend(fit.parameters, x, repeatMinor / 100 / x).spend, 0),
      actual: all.reduce((sum, { next }) => sum + next, 0),
    };
  },
};
