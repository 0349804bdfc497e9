import { readFileSync } from 'node:fs';
import { bgNbd, gammaGamma, groupHistories, groupSpend, type PurchaseStatistics, paretoNbd, type RepeatSpend } from '@tenure/models';

/** `model-fit.main.js FILE WARM`: fits the models to the statistics in a JSON file, once cold, then warm. Prints milliseconds. */
const [file = '', warm = '20'] = process.argv.slice(2);
const { statistics, spend } = JSON.parse(readFileSync(file, 'utf8')) as { statistics: PurchaseStatistics[]; spend: RepeatSpend[] };

const tenth = statistics.filter((_, i) => i % 10 === 0);

function fitOnce(): { purchases: number; spend: number; pareto: number; tenth: number } {
  const started = performance.now();
  const purchases = bgNbd.fit(groupHistories(statistics, 'week'));
  const between = performance.now();
  const money = gammaGamma.fit(groupSpend(spend));
  const after = performance.now();
  const pareto = paretoNbd.fit(groupHistories(statistics, 'week'));
  const before = performance.now();
  const ofTenth = bgNbd.fit(groupHistories(tenth, 'week'));
  const ended = performance.now();
  if (![purchases, money, pareto, ofTenth].every(({ converged }) => converged)) throw new Error('A fit did not converge.');
  return { purchases: between - started, spend: after - between, pareto: before - after, tenth: ended - before };
}

const cold = fitOnce();
const samples = Array.from({ length: Number(warm) }, fitOnce);
console.log(JSON.stringify({ cold, warm: samples }));
