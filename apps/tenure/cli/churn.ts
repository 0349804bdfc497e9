import { type ChurnLikelihood, type Parameters, pathOf } from '@tenure/client';
import { Option } from 'commander';
import { asAtOption } from './as-at-option.js';
import { freshGet } from './fresh.js';
import { limitOption, printList } from './list.js';
import { percent } from './output/figures.js';
import { factsOf } from './output/table.js';
import type { Session } from './session.js';
import { textOf, type Verb, wordOption } from './verb.js';

interface Options {
  readonly horizon?: string;
  readonly minProbability?: string;
  readonly model?: string;
  readonly asOf?: string;
  readonly limit?: number;
}

export const churn: Verb<Options> = {
  name: 'churn',
  arguments: '[id]',
  summary: 'who is likely not to buy within the horizon, and why',
  examples: ['tenure churn', 'tenure churn --min-probability 0.8 --limit 50', 'tenure churn C-1001 --horizon P30D', 'tenure churn --json > at-risk.ndjson'],
  options: [
    new Option('--horizon <duration>', 'ISO 8601 (default: P90D)'),
    new Option('--min-probability <p>', 'only who is at least so likely, 0 to 1'),
    wordOption('--model <model>', 'score with this model; default: the best that is fitted', ['nbd', 'bg-nbd', 'mbg-nbd']),
    new Option('--as-of <date>', 'about this day (default: the last day with a purchase)'),
    asAtOption,
    limitOption,
  ],
  async run(session: Session, [id], { limit, ...parameters }) {
    if (id !== undefined) {
      const { minProbability: _, ...ofOne } = parameters;
      const answer = await freshGet<ChurnLikelihood>(session, pathOf('churn-likelihood', textOf(id)), ofOne as Parameters);
      session.output.answer(answer, churnText);
      return;
    }
    await printList<ChurnLikelihood>(session, {
      path: pathOf('churn-likelihood'),
      parameters: parameters as Parameters,
      limit,
      none: 'Nobody is that likely to leave.',
      columns: [
        { title: 'customer', value: ({ customerId }) => customerId },
        { title: 'probability', align: 'right', value: ({ probability }) => (probability === null ? null : percent(probability)) },
        { title: 'low', align: 'right', value: ({ low }) => (low === null || low === undefined ? null : percent(low)) },
        { title: 'high', align: 'right', value: ({ high }) => (high === null || high === undefined ? null : percent(high)) },
        { title: 'last purchase', value: ({ facts }) => facts?.lastPurchase },
        { title: 'why', value: ({ reasons }) => reasons?.[0]?.text },
      ],
    });
  },
};

export function churnText(answer: ChurnLikelihood): string {
  const { customerId, probability, low, high, horizon, about, facts, reasons = [], model, notEnoughData } = answer;
  if (probability === null) return notEnoughData ?? 'There is not enough data for a likelihood.';
  const range = low === null || low === undefined || high === null || high === undefined ? '' : ` (${percent(low)} to ${percent(high)})`;
  const known = factsOf([
    ['customer', customerId],
    ['no purchase', `${percent(probability)}${range} likely within ${horizon} from ${about}`],
    ['purchases', facts?.purchases],
    ['last purchase', facts && `${facts.lastPurchase}, ${facts.daysSinceLastPurchase} days before`],
    ['model', model && `${model.name}, fitted at position ${model.position}`],
  ]);
  return reasons.length === 0 ? known : `${known}\n\nWhy:\n${reasons.map(({ text }) => `  - ${text}`).join('\n')}`;
}
