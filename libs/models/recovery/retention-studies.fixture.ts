import { bdw, type Parameters, type RetentionModel, sbg } from '../index.js';
import { betaDraw } from '../purchases/simulated-customers.fixture.js';
import type { Study } from './recovery.fixture.js';

const renewals = 8,
  furtherRenewals = 4;

/** Each customer leaves at the end of the first period t with (1 - chance)^(t^c) below a uniform number; c is 1 in the sBG. */
function retentionStudy(model: RetentionModel, truth: Parameters): Study {
  const [a, b, c = 1] = Object.values(truth) as [number, number, number?];
  return {
    model: model.name,
    truth,
    draw(customers, random) {
      const left = Array.from({ length: customers }, () => {
        const chance = betaDraw(a, b, random);
        return Math.ceil((Math.log(1 - random()) / Math.log1p(-chance)) ** (1 / c));
      });
      const alive = Array.from({ length: renewals + furtherRenewals + 1 }, (_, period) => left.filter((at) => at > period).length);
      const fit = model.fit([{ alive: alive.slice(0, renewals + 1) }]);
      const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
      return {
        fit,
        expected: sum(model.expectedSurvivors(fit.parameters, alive[renewals]!, renewals, furtherRenewals)),
        actual: sum(alive.slice(renewals + 1)),
      };
    },
  };
}

export const retentionStudies: readonly Study[] = [retentionStudy(sbg, { alpha: 0.7, beta: 1.2 }), retentionStudy(bdw, { gamma: 0.5, delta: 0.9, c: 1.3 })];
