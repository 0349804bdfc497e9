import { groupHistories, historyInUnit, noPurchaseProbabilities, type PurchaseStatistics, paretoNbd } from '@tenure/models';
import { seededRandom } from './seeded-random.js';

/** `million-customers.main.js CUSTOMERS ROUNDS`: groups, fits and scores that many customers, and prints the seconds of each round. */
const [customers = '1000000', rounds = '5'] = process.argv.slice(2);
const OBSERVED_DAYS = 1_095;
const random = seededRandom(1);

/** Mean days from purchase to purchase, and until they leave, spread widely between customers, who begin on any day. */
function customer(): PurchaseStatistics {
  const ageDays = Math.floor(random() * OBSERVED_DAYS);
  const between = 5 + 400 * random() ** 2;
  const end = Math.min(ageDays, -Math.log(1 - random()) * 600 * random());
  let x = 0;
  let recencyDays = 0;
  for (let day = wait(between); day <= end; day += wait(between)) {
    x += 1;
    recencyDays = day;
  }
  return { x, recencyDays, ageDays };
}

const wait = (mean: number): number => Math.ceil(-Math.log(1 - random()) * mean);

const statistics = Array.from({ length: Number(customers) }, customer);
const histories = statistics.map((each) => historyInUnit(each, 'week'));
const columns = {
  x: Float64Array.from(histories, ({ x }) => x),
  tx: Float64Array.from(histories, ({ tx }) => tx),
  T: Float64Array.from(histories, ({ T }) => T),
};

function round() {
  const started = performance.now();
  const groups = groupHistories(statistics, 'week');
  const fit = paretoNbd.fit(groups);
  const between = performance.now();
  noPurchaseProbabilities(paretoNbd, fit.parameters, columns, 13);
  const ended = performance.now();
  if (!fit.converged || fit.boundary !== null) throw new Error(`The fit did not converge: ${fit.boundary}`);
  return { fit: (between - started) / 1_000, score: (ended - between) / 1_000, histories: groups.x.length };
}

console.log(JSON.stringify(Array.from({ length: Number(rounds) }, round)));
