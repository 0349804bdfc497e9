import { bgBb, groupOpportunities, opportunityHistory } from '../index.js';
import { betaDraw } from '../purchases/simulated-customers.fixture.js';
import type { Study } from './recovery.fixture.js';

const opportunities = 6,
  furtherOpportunities = 5;

/** The donors of Fader, Hardie & Shang (2010). */
const donors = { alpha: 1.204, beta: 0.75, gamma: 0.657, delta: 2.783 };

export const bgBbStudy: Study = {
  model: 'bg-bb',
  truth: donors,
  draw(customers, random) {
    const all = Array.from({ length: customers }, () => {
      const takes = betaDraw(donors.alpha, donors.beta, random),
        leaves = betaDraw(donors.gamma, donors.delta, random);
      let isThere = true;
      const taken = Array.from({ length: opportunities + furtherOpportunities }, () => {
        isThere = isThere && random() >= leaves;
        return isThere && random() < takes;
      });
      return { known: opportunityHistory(taken.slice(0, opportunities)), came: taken.slice(opportunities).filter(Boolean).length };
    });
    const fit = bgBb.fit(groupOpportunities(all.map(({ known }) => known)));
    return {
      fit,
      expected: all.reduce((sum, { known }) => sum + bgBb.expectedPurchases(fit.parameters, known, furtherOpportunities), 0),
      actual: all.reduce((sum, { came }) => sum + came, 0),
    };
  },
};
