import { type Query, words } from '@tenure/client';
import { Option } from 'commander';
import { asAtOption } from './as-at-option.js';
import { fromOption, presentOption, timezoneOption, toOption, weekStartOption } from './calendar-options.js';
import { freshGet } from './fresh.js';
import { limitOption, printList } from './list.js';
import { moneyText } from './output/figures.js';
import { presentText } from './output/present.js';
import { revenueText } from './revenue/revenue-text.js';
import type { Session } from './session.js';
import { flagOf, oneOf, type Verb, wholeNumberOption, wordOption } from './verb.js';
import { WrongUsage } from './wrong-usage.js';

type Options = Query<'/v1/recurring-revenue'> &
  Pick<Query<'/v1/recurring-revenue/customers'>, 'period' | 'currency'> & { readonly customers?: string; readonly limit?: number };

export const revenue: Verb<Options> = {
  name: 'revenue',
  summary: 'of what subscriptions bring in a month, how much stays: gross and net retention (GRR, NRR)',
  examples: [
    'tenure revenue',
    'tenure revenue --over 12 --from 2026-01',
    'tenure revenue --granularity week --timezone Europe/Berlin',
    'tenure revenue --customers voluntary --period 2026-03 --currency EUR',
    "tenure revenue --json | jq '.periods[0].revenue[0].netRetention'",
  ],
  notes: [
    'GRR = (opening - contraction - lost) / opening, NRR adds the expansion; what new and reactivated customers bring is in neither. tenure definitions recurring-revenue has the words.',
    'Of a period that is not over only the opening is shown ("..." for the rest).',
    '--json prints the answer of GET /v1/recurring-revenue as it is; with --customers each customer on a line.',
  ],
  options: [
    wordOption('--granularity <period>', 'length of a period', words['/v1/recurring-revenue'].granularity),
    wholeNumberOption('--over <periods>', 'follow customers for so many periods; 12 for annual retention (default: 1)', 1, 60),
    timezoneOption,
    weekStartOption,
    fromOption,
    toOption,
    presentOption,
    asAtOption,
    wordOption('--customers <cell>', 'the customers of a cell', words['/v1/recurring-revenue/customers'].movement),
    new Option('--period <day>', 'with --customers: a day of the period, or its month (default: the one that is not over)'),
    new Option('--currency <code>', 'with --customers: those counted in this currency'),
    limitOption,
  ],
  async run(session: Session, _args, { customers, period, currency, limit, from, to, ...terms }) {
    if (customers === undefined) {
      refuse({ period, currency, limit }, 'goes with --customers.');
      return session.output.answer(await freshGet(session, '/v1/recurring-revenue', { query: { ...terms, from, to } }), revenueText);
    }
    refuse({ from, to }, 'does not go with --customers: say which --period.');
    const movement = oneOf(customers, words['/v1/recurring-revenue/customers'].movement, '--customers');
    await printList(session, {
      path: '/v1/recurring-revenue/customers',
      parameters: { ...terms, period, movement, currency },
      limit,
      none: 'Nobody is in this cell.',
      about: ({ definition, total }) =>
        `\n${total.count} customers${total.amount === null ? '' : `, ${moneyText(total.amount)} a month`}: ${definition.movement}, from the end of ${definition.opens} to that of ${definition.closes} (${definition.timezone}); ${presentText(definition.present)}.`,
      columns: [
        { title: 'customer', value: ({ customerId }) => customerId },
        { title: 'in the cell', align: 'right', value: ({ amount }) => amount && moneyText(amount) },
        { title: 'opening', align: 'right', value: ({ revenue: all }) => all.map(({ opening }) => moneyText(opening)).join(', ') },
        { title: 'closing', align: 'right', value: ({ revenue: all }) => all.map(({ closing }) => moneyText(closing)).join(', ') },
      ],
    });
  },
};

function refuse(options: Readonly<Record<string, unknown>>, why: string): void {
  const misplaced = Object.keys(options).find((name) => options[name] !== undefined);
  if (misplaced !== undefined) throw new WrongUsage(`${flagOf(misplaced)} ${why}`);
}
