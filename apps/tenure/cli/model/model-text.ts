import type { Schemas } from '@tenure/client';
import { moment } from '../output/figures.js';
import { factsOf, grouped, tableOf } from '../output/table.js';
import { hazardTable } from './hazard-table.js';

type FittedModel = Schemas['ModelFit'];
type ListedModel = Schemas['ListedModel'];

export function modelText(fitted: FittedModel): string {
  const {
    model,
    parameters,
    standardErrors,
    logLikelihood,
    customers,
    transactions,
    timeUnit,
    trainedTo,
    converged,
    boundary,
    fittedAt,
    position,
    currency,
    inForce,
    notInForce,
    hazard,
  } = fitted;
  const facts = factsOf([
    ['model', currency ? `${model}, spend in ${currency}` : model],
    [
      'trained on',
      `${grouped(customers)} customers with ${grouped(transactions)} transactions up to ${trainedTo}${timeUnit === null ? '' : `, time in ${timeUnit}s`}`,
    ],
    ...(hazard ? [] : [['log-likelihood', logLikelihood === null ? 'without bound' : logLikelihood.toFixed(4)] as const]),
    ['converged', converged ? `yes${boundary === null ? '' : `, at a boundary: ${boundary}`}` : 'no'],
    ['fitted', `${moment(fittedAt)}, position ${position}`],
    ['in force', inForce ? scoredWith(model) : `no: ${notInForce}`],
  ]);
  if (hazard) return `${facts}\n\n${hazardTable(hazard)}`;
  const rows = Object.entries(parameters).map(([name, estimate]) => ({ name, estimate, error: standardErrors?.[name] ?? null }));
  const table = tableOf(rows, [
    { title: 'parameter', value: ({ name }) => name },
    { title: 'estimate', align: 'right', value: ({ estimate }) => estimate.toPrecision(7) },
    { title: 'standard error', align: 'right', value: ({ error }) => error?.toPrecision(3) },
  ]);
  return `${facts}\n\n${table}`;
}

/** Which figures use the model: scores use the promoted model of purchases, else the one with the lowest AIC; spend has only one model. */
function scoredWith(model: string): string {
  if (model === 'hazard') return 'yes: likelihoods are scored with it where it told outcomes better than the model of purchases';
  if (model === 'gamma-gamma') return 'yes: values are reckoned with it';
  return `yes: figures are scored with it where its AIC is the lowest, or with --model ${model}`;
}

export function modelTable(items: readonly ListedModel[]): string {
  return tableOf(items, [
    { title: 'model', value: ({ model, currency }) => (currency === null ? model : `${model} ${currency}`) },
    { title: 'trained to', value: ({ fitted }) => fitted?.trainedTo },
    { title: 'customers', align: 'right', value: ({ fitted }) => fitted?.customers },
    { title: 'converged', value: ({ fitted }) => fitted && (fitted.converged ? 'yes' : 'no') },
    { title: 'in force', value: ({ fitted }) => fitted && (fitted.inForce ? 'yes' : 'no') },
    { title: 'fitted', value: ({ fitted }) => fitted && moment(fitted.fittedAt) },
  ]);
}
