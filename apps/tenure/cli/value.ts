import { type Query, words } from '@tenure/client';
import { Option } from 'commander';
import { asAtOption } from './as-at-option.js';
import { printExplanation } from './explanation.js';
import { freshGet } from './fresh.js';
import { limitOption, printList } from './list.js';
import { refuseListOptions } from './list-options.js';
import { onceFitted } from './once-fitted.js';
import { moneyText, percent } from './output/figures.js';
import type { Session } from './session.js';
import { concentrationText } from './value/concentration-text.js';
import { equityText } from './value/equity-text.js';
import { subscriptionsText } from './value/subscriptions-text.js';
import { aboutList, cellsTable, groupTable, valueText } from './value/value-text.js';
import { textOf, type Verb, wholeNumberOption, wordOption } from './verb.js';
import { WrongUsage } from './wrong-usage.js';

type Options = Query<'/v1/lifetime-value'> &
  Pick<Query<'/v1/lifetime-value/cells'>, 'recency' | 'frequency' | 'monetary'> & {
    readonly cells?: boolean;
    readonly concentration?: boolean;
    readonly equity?: boolean;
    readonly months?: number;
    readonly limit?: number;
    readonly explain?: boolean;
  } & Pick<Query<'/v1/lifetime-value/{customerId}/explanation'>, 'language'>;

export const value: Verb<Options> = {
  name: 'value',
  arguments: '[id]',
  summary: 'what customers are expected to bring within the horizon',
  examples: [
    'tenure value',
    'tenure value C-1001 --discount-rate 0.1 --margin 0.3',
    'tenure value C-1001 --explain --language zh > explanation.md',
    'tenure value --by region --currency EUR',
    'tenure value --horizon infinite --discount-rate 0.12',
    'tenure value --cells --recency 3 --frequency 3 --monetary 3',
    'tenure value --concentration --about 2026-10-31',
    'tenure value --equity --months 24',
    'tenure value --json > values.ndjson',
  ],
  options: [
    new Option('--cells', 'by recency, frequency and monetary value, those who bought once apart'),
    wholeNumberOption('--recency <groups>', 'groups by recency, with --cells', 1, 10),
    wholeNumberOption('--frequency <groups>', 'groups by frequency, with --cells', 1, 10),
    wholeNumberOption('--monetary <groups>', 'groups by monetary value, with --cells', 1, 10),
    new Option('--concentration', 'who makes how much of it: the first 80 %, the top 1 %, Gini coefficient'),
    new Option('--equity', 'of all customers together, as of the ends of the last months'),
    wholeNumberOption('--months <n>', 'how many months, with --equity (default: 12)', 1, 36),
    new Option('--down-to <id>', 'the list to this customer, with its total: an id that --concentration shows'),
    new Option('--horizon <duration>', 'ISO 8601 to P3Y, or infinite (default: P3Y)'),
    new Option('--discount-rate <rate>', 'a year, 0 to 1 (default: 0.1)'),
    new Option('--margin <share>', 'of the purchase amount, 0 to 1 (default: 1)'),
    wordOption('--model <model>', 'of purchases; default: the one promoted, else the best by AIC', words['/v1/lifetime-value'].model),
    new Option('--currency <code>', 'which spend (default: the reporting currency, or that of most customers)'),
    new Option('--by <dimension>', 'totals by cohort, channel, product (of the first purchase) or an attribute'),
    new Option('--about <date>', 'about this day (default: the day of the latest fact it is made of)'),
    new Option('--as-of <date>', 'older name of --about').hideHelp(),
    new Option('--explain', 'how the value of one customer was computed: a document for the customer or a supervisory authority'),
    wordOption('--language <language>', 'of the document, with --explain (default: en)', words['/v1/lifetime-value/{customerId}/explanation'].language),
    asAtOption,
    limitOption,
  ],
  async run(
    session: Session,
    [id],
    { explain = false, language, cells, concentration, equity, months, limit, recency, frequency, monetary, by, downTo, ...terms },
  ) {
    const groups = { recency, frequency, monetary };
    const grouped = Object.entries(groups).find(([, given]) => given !== undefined);
    if (!cells && grouped) throw new WrongUsage(`--${grouped[0]} goes with --cells.`);
    const figures = Object.entries({ cells, concentration, equity }).flatMap(([name, asked]) => (asked ? [`--${name}`] : []));
    if (figures.length > 1) throw new WrongUsage(`${figures.join(' and ')} are different figures: ask for one.`);
    const [figure = null] = figures;
    if (months !== undefined && !equity) throw new WrongUsage('--months goes with --equity.');
    if (figure !== null && id !== undefined) throw new WrongUsage(`${figure} is about all customers: leave the id out.`);
    if (figure !== null || id !== undefined) refuseListOptions({ by, downTo, limit });
    if (explain && id === undefined) throw new WrongUsage('--explain is about one customer: give the id.');
    if (!explain && language !== undefined) throw new WrongUsage('--language goes with --explain.');
    if (equity) {
      const ask = () => freshGet(session, '/v1/lifetime-value/equity', { query: { ...terms, months } });
      return session.output.answer(await onceFitted(session, ask), equityText);
    }
    if (concentration) {
      const ask = () => freshGet(session, '/v1/lifetime-value/concentration', { query: terms });
      return session.output.answer(await onceFitted(session, ask), concentrationText);
    }
    if (cells) {
      const ask = () => freshGet(session, '/v1/lifetime-value/cells', { query: { ...terms, ...groups } });
      return session.output.answer(await onceFitted(session, ask), cellsTable);
    }
    if (explain) {
      const request = { path: { customerId: textOf(id) }, query: { ...terms, language } };
      return printExplanation(session, () => freshGet(session, '/v1/lifetime-value/{customerId}/explanation', request));
    }
    if (id !== undefined) {
      const ask = () => freshGet(session, '/v1/lifetime-value/{customerId}', { path: { customerId: textOf(id) }, query: terms });
      return session.output.answer(await onceFitted(session, ask), (shown) => {
        const subscriptions = subscriptionsText(shown.subscriptions);
        return subscriptions === null ? valueText(shown) : `${valueText(shown)}\n\n${subscriptions}`;
      });
    }
    await printList(session, {
      path: '/v1/lifetime-value',
      parameters: { ...terms, by, downTo },
      limit,
      none: 'Nobody has a value yet.',
      before: groupTable,
      about: aboutList,
      columns: [
        { title: 'customer', value: ({ customerId }) => customerId },
        { title: 'value', align: 'right', value: (item) => item.value && moneyText(item.value) },
        { title: 'purchases expected', align: 'right', value: ({ expectedPurchases }) => expectedPurchases?.toFixed(2) },
        { title: 'spend each', align: 'right', value: ({ expectedSpend }) => expectedSpend && moneyText(expectedSpend.amount) },
        { title: 'active', align: 'right', value: ({ probabilityAlive }) => (probabilityAlive === undefined ? null : percent(probabilityAlive)) },
        { title: 'last purchase', value: ({ facts }) => facts?.lastPurchase },
      ],
    });
  },
};
