import { randomUUID } from 'node:crypto';
import { type Schemas, words } from '@tenure/client';
import { Option } from 'commander';
import { asAtOption } from './as-at-option.js';
import { backtestTable, backtestText } from './model/backtest-text.js';
import { type CampaignOptions, campaignOf, campaignOptions } from './model/campaign-options.js';
import { fits } from './model/fits.js';
import { modelTable, modelText } from './model/model-text.js';
import { testDays } from './model/test-days.js';
import { documentText } from './output/document.js';
import type { Session } from './session.js';
import { oneOf, textOf, type Verb, wordOption } from './verb.js';
import { WrongUsage } from './wrong-usage.js';

const purchaseModels = words['/v1/churn-likelihood'].model;
const models = [...purchaseModels, 'gamma-gamma'] as const;

type FitOptions = Schemas['FitModelRequest'];

const currencyOption = new Option('--currency <code>', 'of gamma-gamma, which is fitted in each currency by itself');

const fit: Verb<FitOptions> = {
  name: 'fit',
  arguments: '<model>',
  summary: `fit a model by maximum likelihood (${models.join(', ')})`,
  examples: [
    'tenure model fit bg-nbd',
    'tenure model fit bg-nbd --until 1997-09-30 --unit week --json',
    'tenure model fit gamma-gamma --currency EUR',
    'tenure model fit gamma-gamma --population first-purchase=1997-01-01..1997-03-31',
  ],
  notes: [
    'The fit is recorded. One on everything is in force from then on; one with --until, --unit or --population is only tried, until it is promoted.',
    'Exit 1 when it did not converge.',
  ],
  options: [
    new Option('--until <date>', 'purchases up to this day (default: all)'),
    wordOption('--unit <unit>', 'the unit that the model counts time in', ['day', 'week', 'month']),
    new Option('--population <rule>', 'all, or first-purchase=FROM..TO (days)'),
    currencyOption,
  ],
  async run(session: Session, [model], request) {
    const name = oneOf(textOf(model), models, 'The model');
    const fitted = await (await session.client()).post('/v1/models/{model}/fits', { path: { model: name }, body: request });
    session.output.answer(fitted, modelText);
    if (!fitted.converged)
      session.output.note('The search did not converge: these are not estimates to go by. More customers, or another --until or --unit, may help.');
    return fitted.converged ? 0 : 1;
  },
};

interface ShowOptions {
  readonly asAt?: string;
  readonly fit?: string;
  readonly currency?: string;
}

const show: Verb<ShowOptions> = {
  name: 'show',
  arguments: '[model]',
  summary: 'a fit of a model, or the latest of every model',
  examples: [
    'tenure model show',
    'tenure model show mbg-nbd --fit in-force',
    'tenure model show gamma-gamma --currency EUR',
    'tenure model show bg-nbd --as-at 2026-03-01 --json | jq .parameters',
  ],
  options: [new Option('--fit <fit>', 'latest (default), in-force, or the position of a fit'), currencyOption, asAtOption],
  async run(session: Session, [model], { asAt, ...options }) {
    const client = await session.client();
    if (model !== undefined) {
      const name = oneOf(textOf(model), models, 'The model');
      return session.output.answer(await client.get('/v1/models/{model}', { path: { model: name }, query: { ...options, asAt } }), modelText);
    }
    const given = Object.keys(options)[0];
    if (given !== undefined) throw new WrongUsage(`--${given} goes with a model: tenure model show gamma-gamma --${given} ...`);
    const { items } = await client.get('/v1/models', { query: { asAt } });
    if (session.json) for (const item of items) session.output.line(JSON.stringify(item));
    else session.output.line(modelTable(items));
  },
};

interface Decision {
  readonly reason?: string;
  readonly currency?: string;
}

const reasonOption = new Option('--reason <text>', 'why, in clear, for those who read the history: name nobody');

const promote: Verb<Decision> = {
  name: 'promote',
  arguments: '<model> <position>',
  summary: 'score figures with one fit of a model, whatever is fitted later',
  examples: ['tenure model promote mbg-nbd 0000000000001234', 'tenure model promote gamma-gamma 0000000000001240 --reason "without the sale of last year"'],
  notes: ['The position is the one that fit and show print. In force until another fit is promoted or it is retired; per currency.'],
  options: [reasonOption],
  async run(session: Session, [model, position], { reason }) {
    const name = oneOf(textOf(model), models, 'The model');
    const header = { 'Idempotency-Key': randomUUID() };
    const answer = await (await session.client()).post('/v1/commands/PromoteModel', { header, body: { model: name, fit: textOf(position), reason } });
    session.output.answer(answer, documentText);
    session.output.hint(`In force: the fit of ${name} at ${textOf(position)}.`);
  },
};

const retire: Verb<Decision> = {
  name: 'retire',
  arguments: '<model>',
  summary: 'take the promotion of a model back: the latest fit on everything is in force again',
  examples: ['tenure model retire mbg-nbd', 'tenure model retire gamma-gamma --currency EUR --reason "a year later"'],
  options: [currencyOption, reasonOption],
  async run(session: Session, [model], { currency, reason }) {
    const name = oneOf(textOf(model), models, 'The model');
    const header = { 'Idempotency-Key': randomUUID() };
    const answer = await (await session.client()).post('/v1/commands/RetireModel', { header, body: { model: name, currency, reason } });
    session.output.answer(answer, documentText);
    session.output.hint(`In force again: the latest fit of ${name} on everything there is.`);
  },
};

interface BacktestOptions extends CampaignOptions {
  readonly at?: string;
  readonly until?: string;
  readonly every?: string;
  readonly horizon?: string;
}

type Backtest = Schemas['ModelBacktest'];

const backtest: Verb<BacktestOptions> = {
  name: 'backtest',
  arguments: '<model>',
  summary: 'how well a model of purchases would have foretold a past that is known by now',
  examples: [
    'tenure model backtest mbg-nbd --at 1997-09-30 --horizon P90D',
    'tenure model backtest mbg-nbd --at 1997-06-30 --until 1998-03-31 --every P30D',
    'tenure model backtest mbg-nbd --at 1997-09-30 --value-kept 200 --contact-cost 1 --offer-cost 10 --acceptance 0.3',
    'tenure model backtest mbg-nbd',
    'tenure model backtest bg-nbd --at 1997-09-30 --json',
  ],
  notes: [
    'Fits on the purchases up to --at, and compares who was likely not to buy with who did not. Recorded; changes no score.',
    'With --until: a test for each of many days, so that a drift is seen. Without --at: the tests so far.',
    'With a campaign: what contacting the most likely leavers would have brought, against nobody and everybody, in the currency of the reports.',
  ],
  options: [
    new Option('--at <date>', 'last day to fit on'),
    new Option('--until <date>', 'test on every so many days from --at to this one'),
    new Option('--every <duration>', 'with --until (default: P30D)'),
    new Option('--horizon <duration>', 'ISO 8601, with --at (default: P90D)'),
    ...campaignOptions,
  ],
  async run(session: Session, [model], { at, until, every, horizon, ...offer }) {
    const name = oneOf(textOf(model), purchaseModels, 'The model');
    const campaign = campaignOf(offer);
    const client = await session.client();
    const testOn = async (day: string) => {
      const header = { 'Idempotency-Key': randomUUID() };
      return (await client.post('/v1/commands/BacktestModel', { header, body: { model: name, at: day, horizon, campaign } })).backtest;
    };
    if (every !== undefined && until === undefined) throw new WrongUsage('--every goes with --until.');
    if (at !== undefined && until === undefined) return session.output.answer(await testOn(at), backtestText);
    if (at === undefined && until !== undefined) throw new WrongUsage('--until goes with --at, the first day to fit on.');
    if (at === undefined && horizon !== undefined) throw new WrongUsage('--horizon goes with --at.');
    if (at === undefined && campaign !== undefined) throw new WrongUsage('A campaign goes with --at.');
    const items: Backtest[] = [];
    if (at !== undefined) for (const day of testDays(at, until!, every ?? 'P30D')) items.push(await testOn(day));
    else items.push(...(await client.get('/v1/models/{model}/backtests', { path: { model: name } })).items);
    if (session.json) for (const item of items) session.output.line(JSON.stringify(item));
    else if (items.length > 0) session.output.line(backtestTable(items));
    else session.output.note(`${name} has not been tested yet: --at names the last day to fit on.`);
  },
};

export const model: Verb = {
  name: 'model',
  summary: 'the models behind the figures: fit one, show the fits, list all, put one into force, test one on the past',
  examples: [...fit.examples, ...fits.examples, ...show.examples, ...promote.examples, ...retire.examples, ...backtest.examples],
  verbs: [fit, fits, show, promote, retire, backtest],
};
