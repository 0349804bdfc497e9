import { readFileSync } from 'node:fs';
import { bgNbd, gammaGamma, groupHistories, groupSpend, type PurchaseStatistics, type RepeatSpend } from '@tenure/models';

/** `model-fit.main.js FILE WARM`: fits both models to the statistics in a JSON file, once cold, then warm. Prints milliseconds. */
const [file = '', warm = '20'] = process.argv.slice(2);
const { statistics, spend } = JSON.parse(readFileSync(file, 'utf8')) as { statistics: PurchaseStatistics[]; spend: RepeatSpend[] };

function fitOnce(): { purchases: number; spend: number } {
  const started = performance.now();
  const purchases = bgNbd.fit(groupHistories(statistics, 'week'));
  const between = performance.now();
  const money = gammaGamma.fit(groupSpend(spend));
  const ended = performance.now();
  if (!purchases.converged || !money.converged) throw new Error('A fit did not converge.');
  return { purchases: between - started, spend: ended - between };
}

const cold = fitOnce();
const samples = Array.from({ length: Number(warm) }, fitOnce);
console.log(JSON.stringify({ cold, warm: samples }));
