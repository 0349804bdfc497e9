import { type FittedModel, pathOf } from '@tenure/client';
import { Option } from 'commander';
import { modelTable, modelText } from './model/model-text.js';
import type { Session } from './session.js';
import { oneOf, textOf, type Verb, wordOption } from './verb.js';

const models = ['nbd', 'bg-nbd', 'mbg-nbd', 'gamma-gamma'];

interface FitOptions {
  readonly until?: string;
  readonly unit?: string;
  readonly population?: string;
}

const fit: Verb<FitOptions> = {
  name: 'fit',
  arguments: '<model>',
  summary: `fit a model by maximum likelihood (${models.join(', ')})`,
  examples: [
    'tenure model fit bg-nbd',
    'tenure model fit bg-nbd --until 1997-09-30 --unit week --json',
    'tenure model fit gamma-gamma --population first-purchase=1997-01-01..1997-03-31',
  ],
  notes: ['The fit is recorded; from then on figures are scored with it. Exit 1 when it did not converge.'],
  options: [
    new Option('--until <date>', 'purchases up to this day (default: all)'),
    wordOption('--unit <unit>', 'the unit that the model counts time in', ['day', 'week', 'month']),
    new Option('--population <rule>', 'all, or first-purchase=FROM..TO (days)'),
  ],
  async run(session: Session, [model], request) {
    const name = oneOf(textOf(model), models, 'The model');
    const fitted = await (await session.client()).post<FittedModel>(pathOf('models', name, 'fits'), request);
    session.output.answer(fitted, modelText);
    if (!fitted.converged)
      session.output.note('The search did not converge: these are not estimates to go by. More customers, or another --until or --unit, may help.');
    return fitted.converged ? 0 : 1;
  },
};

const show: Verb = {
  name: 'show',
  arguments: '[model]',
  summary: 'the latest fit of a model, or of every model',
  examples: ['tenure model show', 'tenure model show bg-nbd', 'tenure model show bg-nbd --json | jq .parameters'],
  async run(session: Session, [model]) {
    const client = await session.client();
    if (model !== undefined) {
      const name = oneOf(textOf(model), models, 'The model');
      return session.output.answer(await client.get<FittedModel>(pathOf('models', name)), modelText);
    }
    const { items } = await client.get<{ items: { model: string; fitted: FittedModel | null }[] }>(pathOf('models'));
    if (session.json) for (const item of items) session.output.line(JSON.stringify(item));
    else session.output.line(modelTable(items));
  },
};

export const model: Verb = {
  name: 'model',
  summary: 'the models behind the figures: fit one, show the fits',
  examples: [...fit.examples, ...show.examples],
  verbs: [fit, show],
};
