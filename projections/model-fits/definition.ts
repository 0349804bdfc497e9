import type { Definition } from '@tenure/querying';

export const modelFitsDefinition: Definition = {
  name: 'model-fits',
  title: 'Fits of models',
  summary: 'Every fit of every model: when it was made, on what, and whether figures are scored with it.',
  counts: 'Fits, one by one, of all models that were ever fitted; those of a model of spend in each currency by itself.',
  formula:
    'in-force: the fit that was promoted last in its currency and not retired since, else the latest one on everything there was. unusable: the search did not converge, or the fit has no expected spend to give; nothing is scored with it, also where it would be in force. ' +
    'tried: made with until, population or another unit than weeks, and not in force: it scores figures only once it is promoted. replaced: all others. fits = number of fits of a model in a state; the list with the same model and state has as many rows.',
  window: 'From the first fit to the latest one recorded.',
  timezone: 'None: times are moments, shown in UTC; trainedTo is a day of purchases in UTC.',
  leftOut: ['Back-tests: they change no score, and have a list of their own at each model.', 'Parameters: /v1/models/{model}?fit=POSITION shows them.'],
  example:
    'mbg-nbd is fitted on everything on Monday and on Tuesday, then up to an earlier day. Tuesday’s fit is in force, Monday’s replaced, the third tried. Promoting the third puts it into force, and Tuesday’s becomes replaced.',
  fields: {
    model: 'nbd, bg-nbd, mbg-nbd, pareto-nbd or gamma-gamma',
    currency: 'Of a model of spend: the one that it was fitted in; null for the others',
    state: 'in-force, replaced, tried or unusable',
    promotedAt: 'Since when it is promoted, in UTC; null while it is not',
    fittedAt: 'When it was recorded, in UTC',
    position: 'Of the fit in the log: what PromoteModel and /v1/models/{model}?fit= take',
    trainedTo: 'The last day of purchases that it has seen',
    customers: 'How many customers it was made on',
    fits: 'Fits of the model in this state. The list shows them: `model` and `state` of its parameters',
  },
};
