import type { Query, Schemas } from '@tenure/client';
import { Option } from 'commander';
import { asAtOption } from './as-at-option.js';
import { freshGet } from './fresh.js';
import { moment, moneyText } from './output/figures.js';
import { tableOf } from './output/table.js';
import type { Session } from './session.js';
import type { Verb } from './verb.js';
import { WrongUsage } from './wrong-usage.js';

type Terms = Schemas['TermsAnswer'];
type Statement = Terms['items'][number];
type Options = Query<'/v1/terms'> & { readonly history?: boolean };

export const terms: Verb<Options> = {
  name: 'terms',
  summary: 'on what values are reckoned: the margin, discount rate, horizon and costs in force, who stated them and why',
  examples: [
    'tenure terms',
    'tenure terms --about 2026-03-31',
    'tenure terms --history --as-at 2026-03-01',
    'tenure command StateMargin figure=lifetime-value currency=USD share=0.35 from=2026-01-01 reason="as the accounts of 2025 say"',
    'tenure command StateDiscountRate figure=lifetime-value rate=0.12 from=2026-01-01 reason="cost of capital"',
    'tenure command StateCost figure=lifetime-value of=complaint amount="25.00 USD" from=2026-01-01 reason="two hours of work"',
    'tenure command WithdrawTerm figure=lifetime-value term=margin currency=USD from=2026-06-01 reason="to be stated again"',
  ],
  notes: [
    'Where nothing is stated, the margin is 100 %, the discount rate 10 % a year and the horizon P3Y, and nothing costs. Options of "tenure value" go before all.',
  ],
  options: [
    new Option('--about <date>', 'in force on this day (default: today)'),
    new Option('--history', 'everything that was ever stated or withdrawn, in the order of recording'),
    asAtOption,
  ],
  async run(session: Session, _args, { history = false, about, asAt }) {
    if (!history) return session.output.answer(await freshGet(session, '/v1/terms', { query: { about, asAt } }), inForceText);
    if (about !== undefined) throw new WrongUsage('--about goes with the terms in force on a day: leave it out, or leave --history out.');
    session.output.answer(await freshGet(session, '/v1/terms/history', { query: { asAt } }), ({ items }) => statementsTable(items, 'Nothing was stated yet.'));
  },
};

const inForceText = ({ about, items }: Terms): string => statementsTable(items, `Nothing is stated for ${about}: values are reckoned on the defaults.`);

function statementsTable(items: readonly Statement[], none: string): string {
  if (items.length === 0) return none;
  return tableOf(items, [
    { title: 'term', value: ({ term, currency, product, severity }) => [term, currency, product, severity].filter((part) => part !== null).join(' ') },
    { title: 'value', align: 'right', value: statedValue },
    { title: 'from', value: ({ from }) => from },
    { title: 'why', value: ({ reason }) => reason },
    { title: 'stated', value: ({ statedAt }) => moment(statedAt) },
    { title: 'by', value: ({ statedBy }) => statedBy },
  ]);
}

function statedValue({ withdrawn, share, rate, horizon, amount }: Statement): string | null {
  if (withdrawn) return 'withdrawn';
  if (amount !== null) return `${moneyText(amount)} each`;
  if (share !== null) return exactPercent(share);
  return rate === null ? horizon : `${exactPercent(rate)} a year`;
}

/** As it was stated, without the last digits of floating point. */
const exactPercent = (rate: number): string => `${Number((rate * 100).toPrecision(12))}%`;
