import { type Query, type Schemas, words } from '@tenure/client';
import { Option } from 'commander';
import { asAtOption } from './as-at-option.js';
import { aboutList, groupTable } from './churn/list-text.js';
import { printExplanation } from './explanation.js';
import { freshGet } from './fresh.js';
import { limitOption, printList } from './list.js';
import { refuseListOptions } from './list-options.js';
import { onceFitted } from './once-fitted.js';
import { moneyText, percent } from './output/figures.js';
import { modelFacts } from './output/model-facts.js';
import { type Column, factsOf, grouped } from './output/table.js';
import type { Session } from './session.js';
import { textOf, type Verb, wordOption } from './verb.js';
import { WrongUsage } from './wrong-usage.js';

type ChurnItem = Schemas['ChurnLikelihoodAnswer']['items'][number];
type ChurnLikelihood = Schemas['CustomerChurnLikelihoodAnswer'];

type Options = Query<'/v1/churn-likelihood'> &
  Pick<Query<'/v1/churn-likelihood/{customerId}/explanation'>, 'language'> & { readonly explain?: boolean; readonly limit?: number };

export const churn: Verb<Options> = {
  name: 'churn',
  arguments: '[id]',
  summary: 'whom to call: who may be lost, what is at stake, and why',
  examples: [
    'tenure churn',
    'tenure churn --order probability --min-probability 0.8 --limit 50',
    'tenure churn --by region --currency EUR',
    'tenure churn C-1001 --horizon P30D',
    'tenure churn C-1001 --explain --language zh > explanation.md',
    'tenure churn --json > at-risk.ndjson',
  ],
  notes: [
    'By value at risk: expected value x likelihood of no purchase within the horizon, of customers who are probably still active.',
    'Without a model of spend the order is by likelihood, and the answer says what is missing.',
  ],
  options: [
    wordOption('--order <order>', 'default: value-at-risk', words['/v1/churn-likelihood'].order),
    new Option('--horizon <duration>', 'ISO 8601 (default: P90D)'),
    new Option('--currency <code>', 'only who bought in it; values are in it (default: the reporting currency, or that of most customers)'),
    new Option('--by <dimension>', 'totals by channel, product (of the first purchase) or a customer attribute'),
    new Option('--min-probability <p>', 'only who is at least so likely, 0 to 1'),
    new Option('--min-active <p>', 'only who is at least so probably still active, 0 to 1 (default: 0.5; 0 with --order probability)'),
    wordOption(
      '--model <model>',
      'score with this model; default: the one promoted, else the one that told later outcomes better',
      words['/v1/churn-likelihood'].model,
    ),
    new Option('--about <date>', 'about this day (default: the day of the latest fact it is made of)'),
    new Option('--as-of <date>', 'older name of --about').hideHelp(),
    new Option('--explain', 'how the likelihood of one customer was computed: a document for the customer or a supervisory authority'),
    wordOption('--language <language>', 'of the document, with --explain (default: en)', words['/v1/churn-likelihood/{customerId}/explanation'].language),
    asAtOption,
    limitOption,
  ],
  async run(session: Session, [id], { limit, explain = false, language, ...parameters }) {
    if (explain && id === undefined) throw new WrongUsage('--explain is about one customer: give the id.');
    if (!explain && language !== undefined) throw new WrongUsage('--language goes with --explain.');
    const { order, currency, by, minProbability, minActive } = parameters;
    if (id !== undefined) refuseListOptions({ order, currency, by, minProbability, minActive, limit });
    if (explain) {
      const { horizon, model, about, asOf, asAt } = parameters;
      const path = { customerId: textOf(id) };
      const query = { horizon, model, about, asOf, asAt, language };
      return printExplanation(session, () => freshGet(session, '/v1/churn-likelihood/{customerId}/explanation', { path, query }));
    }
    if (id !== undefined) {
      const { horizon, model, about, asOf, asAt } = parameters;
      const ask = () =>
        freshGet(session, '/v1/churn-likelihood/{customerId}', { path: { customerId: textOf(id) }, query: { horizon, model, about, asOf, asAt } });
      session.output.answer(await onceFitted(session, ask), churnText);
      return;
    }
    await printList(session, {
      path: '/v1/churn-likelihood',
      parameters,
      limit,
      none: 'Nobody is that likely to leave.',
      before: groupTable,
      about: aboutList,
      columns: (list) => [
        { title: 'customer', value: ({ customerId }) => customerId },
        { title: 'name', value: ({ name }) => name },
        { title: 'at risk', align: 'right', value: ({ valueAtRisk }) => valueAtRisk && moneyText(valueAtRisk) },
        { title: 'value', align: 'right', value: ({ value }) => value && moneyText(value) },
        { title: 'likely', align: 'right', value: ({ probability }) => (probability === null ? null : percent(probability)) },
        ...(list.items.some(({ override }) => override !== null) ? [stated] : []),
        { title: 'last bought', value: ({ facts }) => facts?.lastPurchase },
        // A person who phones a customer can still keep them: the reason shown is one that raises the likelihood, even for a customer likely to stay.
        { title: 'why', value: ({ reasons }) => (reasons?.find(({ contribution }) => contribution > 0) ?? reasons?.[0])?.text },
      ],
    });
  },
};

const stated: Column<ChurnItem> = { title: 'stated', align: 'right', value: ({ override }) => override && percent(override.probability) };

type Outcomes = NonNullable<ChurnLikelihood['outcomes']>;

const outcomesText = (outcomes: Outcomes): string =>
  outcomes.checked
    ? `checked against what ${grouped(outcomes.customers)} customers did within ${outcomes.horizons.join(' and ')}, to the last one from ${outcomes.at}: ${percent(outcomes.baseRate)} did not buy`
    : outcomes.why;

/** What a person stated; no line without an override. */
const statedText = (override: ChurnLikelihood['override']): string[] =>
  override === null
    ? []
    : [
        `${percent(override.probability)} by ${override.by} on ${override.recordedOn}, until ${override.expiresOn}${override.reason === null ? '' : `: ${override.reason}`}`,
      ];

export function churnText(answer: ChurnLikelihood): string {
  const {
    customerId,
    probability,
    low,
    high,
    horizon,
    about,
    facts,
    outcomes,
    intervalOf,
    reasons = [],
    noReasons,
    model,
    notEnoughData,
    override,
    trend,
  } = answer;
  if (probability === null) return [notEnoughData ?? 'There is not enough data for a likelihood.', ...statedText(override)].join('\n');
  const range =
    low === null || low === undefined || high === null || high === undefined
      ? ''
      : ` (${percent(low)} to ${percent(high)}, 95 % ${intervalOf === 'outcome' ? 'of outcomes' : 'of the model'})`;
  const known = factsOf([
    ['customer', customerId],
    ['no purchase', `${percent(probability)}${range} likely within ${horizon} from ${about}`],
    ['30 days ago', trend && `${percent(trend.probability)} about ${trend.about}`],
    ['outcomes', outcomes && outcomesText(outcomes)],
    ['purchases', facts?.purchases],
    ['last purchase', facts && `${facts.lastPurchase}, ${facts.daysSinceLastPurchase} days before`],
    ...modelFacts(model),
    ['stated', statedText(override)[0]],
  ]);
  if (noReasons !== undefined) return `${known}\n\n${noReasons}`;
  const why = reasons.map(({ contribution, text }) => `  ${contribution < 0 ? '-' : '+'} ${text}`);
  return `${known}\n\nWhy (+ raises the likelihood, - lowers it):\n${why.join('\n')}`;
}
