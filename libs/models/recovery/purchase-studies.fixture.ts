import { type Parameters, PurchaseGaps, type PurchaseHistory, type PurchaseModelName, purchaseModels } from '../index.js';
import { betaDraw, gammaDraw, ungrouped } from '../purchases/simulated-customers.fixture.js';
import type { Study } from './recovery.fixture.js';

/** One customer as the model has it. */
interface Buyer {
  readonly rate: number;
  /** How many stages, that end at the rate, a purchase takes. */
  readonly stages: number;
  /** How long after the first purchase the customer leaves, where purchases do not matter to it. */
  readonly lifetime: number;
  /** Whether the customer stays after a purchase. */
  stays(): boolean;
  readonly staysAfterFirst: boolean;
}

type DrawBuyer = (truth: Parameters, random: () => number) => Buyer;

const forEver = { stages: 1, lifetime: Infinity, stays: () => true, staysAfterFirst: true };
const rateOf: DrawBuyer = ({ r, alpha }, random) => ({ ...forEver, rate: gammaDraw(r!, random) / alpha! });

const leavesAtPurchases =
  (fromFirst: boolean): DrawBuyer =>
  (truth, random) => {
    const chance = betaDraw(truth.a!, truth.b!, random);
    const stays = () => random() >= chance;
    return { ...rateOf(truth, random), stays, staysAfterFirst: !fromFirst || stays() };
  };

const leavesAtAnyTime: DrawBuyer = (truth, random) => ({
  ...rateOf(truth, random),
  lifetime: -Math.log(1 - random()) / (gammaDraw(truth.s!, random) / truth.beta!),
});

const atRegularTimes =
  (stages: number, drawBuyer: DrawBuyer): DrawBuyer =>
  (truth, random) => ({ ...drawBuyer(truth, random), stages });

const lastFirstPurchase = 12,
  observed = 52,
  ahead = 26; // weeks: customers first bought in the first 12 of 52, and what is expected of them is that of the next 26

/** `times`: of the purchases that are known, the first at 0. */
function history({ rate, stages, lifetime, stays, staysAfterFirst }: Buyer, random: () => number): { known: PurchaseHistory; times: number[]; came: number } {
  const T = observed - lastFirstPurchase * random();
  const end = Math.min(lifetime, T + ahead);
  const times = [0];
  let came = 0;
  let isThere = staysAfterFirst;
  for (let time = wait(rate, stages, random); isThere && time < end; time += wait(rate, stages, random)) {
    if (time < T) times.push(time);
    else came += 1;
    isThere = stays();
  }
  return { known: { x: times.length - 1, tx: times.at(-1)!, T }, times, came };
}

function wait(rate: number, stages: number, random: () => number): number {
  let sum = 0;
  for (let stage = 0; stage < stages; stage += 1) sum -= Math.log(1 - random()) / rate;
  return sum;
}

function purchaseStudy(name: PurchaseModelName, truth: Parameters, drawBuyer: DrawBuyer): Study {
  const model = purchaseModels[name];
  return {
    model: name,
    truth,
    draw(customers, random) {
      const all = Array.from({ length: customers }, () => history(drawBuyer(truth, random), random));
      const gaps = new PurchaseGaps();
      for (const { times } of all) gaps.add(times, observed);
      const fit = model.fit({ ...ungrouped(all.map(({ known }) => known)), gaps: gaps.sums('day') });
      return {
        fit,
        expected: all.reduce((sum, { known }) => sum + model.expectedPurchases(fit.parameters, known, ahead), 0),
        actual: all.reduce((sum, { came }) => sum + came, 0),
      };
    },
  };
}

export const purchaseStudies: readonly Study[] = [
  purchaseStudy('nbd', { r: 0.8, alpha: 8 }, rateOf),
  purchaseStudy('bg-nbd', { r: 0.5, alpha: 6, a: 0.8, b: 2.4 }, leavesAtPurchases(false)),
  purchaseStudy('mbg-nbd', { r: 0.8, alpha: 6, a: 0.8, b: 2.4 }, leavesAtPurchases(true)),
  purchaseStudy('pareto-nbd', { r: 0.8, alpha: 8, s: 0.8, beta: 15 }, leavesAtAnyTime),
  purchaseStudy('bg-cnbd-k', { r: 0.8, alpha: 2, a: 0.8, b: 2.4 }, atRegularTimes(3, leavesAtPurchases(false))),
  purchaseStudy('mbg-cnbd-k', { r: 0.8, alpha: 2, a: 0.8, b: 2.4 }, atRegularTimes(3, leavesAtPurchases(true))),
];
