import type { Schemas } from '@tenure/client';
import { percent } from '../output/figures.js';
import { factsOf, grouped, tableOf } from '../output/table.js';

type ModelBacktest = Schemas['ModelBacktest'];

export function backtestText(test: ModelBacktest): string {
  const { model, at, horizon, until, customers, baseRate, meanProbability, auc, brier, topDecileLift, calibration } = test;
  const facts = factsOf([
    ['model', `${model}, fitted on ${grouped(customers)} customers up to ${at}`],
    ['what happened', `${percent(baseRate)} did not buy within ${horizon}, to ${until}; foretold were ${percent(meanProbability)}`],
    ['AUC', auc?.toFixed(4)],
    ['Brier score', brier.toFixed(4)],
    ['lift of the top tenth', topDecileLift?.toFixed(2)],
  ]);
  const table = tableOf(calibration, [
    { title: 'foretold', value: ({ from, to }) => `${percent(from, 0)} to ${percent(to, 0)}` },
    { title: 'customers', align: 'right', value: ({ customers: count }) => count },
    { title: 'mean', align: 'right', value: ({ meanProbability: mean }) => percent(mean) },
    { title: 'did not buy', align: 'right', value: ({ observed }) => percent(observed) },
  ]);
  return `${facts}\n\n${table}`;
}

export function backtestTable(tests: readonly ModelBacktest[]): string {
  return tableOf(tests, [
    { title: 'fitted to', value: ({ at }) => at },
    { title: 'horizon', value: ({ horizon }) => horizon },
    { title: 'customers', align: 'right', value: ({ customers }) => customers },
    { title: 'did not buy', align: 'right', value: ({ baseRate }) => percent(baseRate) },
    { title: 'AUC', align: 'right', value: ({ auc }) => auc?.toFixed(4) },
    { title: 'Brier', align: 'right', value: ({ brier }) => brier.toFixed(4) },
    { title: 'top tenth', align: 'right', value: ({ topDecileLift }) => topDecileLift?.toFixed(2) },
  ]);
}
