import { type Query, words } from '@tenure/client';
import { Option } from 'commander';
import { asAtOption } from './as-at-option.js';
import { fromOption, presentOption, timezoneOption, toOption, weekStartOption } from './calendar-options.js';
import { freshGet } from './fresh.js';
import { limitOption } from './list.js';
import { printCellCustomers, printStayingCustomers, printSurvivalCustomers } from './retention/customers-lists.js';
import { requireOptionsOf } from './retention/options-of-figures.js';
import { projectionText } from './retention/projection-text.js';
import { survivalText } from './retention/survival-text.js';
import { retentionTable } from './retention/triangle.js';
import type { Session } from './session.js';
import { flagOf, oneOf, type Verb, wholeNumberOption, wordOption } from './verb.js';
import { WrongUsage } from './wrong-usage.js';

interface Options extends Query<'/v1/retention'> {
  readonly counts?: boolean;
  readonly survival?: boolean;
  readonly project?: number;
  readonly of?: string;
  readonly silence?: number;
  readonly customers?: number;
  readonly outcome?: Query<'/v1/retention/survival/customers'>['outcome'];
  readonly group?: string;
  readonly cohort?: string;
  readonly limit?: number;
}

export const retention: Verb<Options> = {
  name: 'retention',
  summary: 'of the customers of each cohort, how many came back, period by period',
  examples: [
    'tenure retention',
    'tenure retention --counts --from 1997-01 --to 1997-12',
    'tenure retention --granularity week --mode on-or-after --timezone Europe/Berlin',
    'tenure retention --present now',
    'tenure retention --survival --of subscriptions --by region',
    'tenure retention --project 6 --of subscriptions',
    'tenure retention --cohort 2026-04 --customers 3',
    'tenure retention --survival --customers 3 --outcome event',
    'tenure retention --project 6 --customers 2 --cohort 2026-01',
    "tenure retention --json | jq '.cohorts[0].cells[1]'",
  ],
  notes: [
    'A period that is not over for the whole cohort is marked "..." and left out of the average. The present is the day of the latest purchase.',
    '--survival: Kaplan-Meier curves of the time to the second purchase, or to the end of the last subscription; tenure definitions retention has the words.',
    '--project: how many of each cohort will be there in each of the next periods or later, by the better of two curves (sBG, BdW).',
    '--customers lists who is behind a number: who bought in this period of their cohort (of a bracket the one it starts at; --cohort: of one cohort),',
    'with --survival who is at risk in the row of this number (with --outcome, whose observation ends in it),',
    'with --project who of a cohort was there in this known period or later. 0 is everybody.',
    '--json prints the answer of GET /v1/retention (/survival, /projection) as it is; with --customers each customer on a line.',
  ],
  options: [
    wordOption('--granularity <period>', 'length of a period', words['/v1/retention'].granularity),
    wordOption('--kind <kind>', 'cohorts by first purchase, or of all who bought in a period', words['/v1/retention'].kind),
    wordOption('--mode <mode>', 'bought in the period, in it or later, or in brackets of periods', words['/v1/retention'].mode),
    wordOption('--window <window>', 'calendar periods, or counted from the first purchase', words['/v1/retention'].window),
    new Option('--brackets <periods>', 'first period of each bracket; the last ends the last, e.g. 1,3,7,14,30'),
    timezoneOption,
    weekStartOption,
    fromOption,
    toOption,
    presentOption,
    asAtOption,
    new Option('--by <dimension>', 'apart by channel or product of the first purchase, or a customer attribute'),
    new Option('--counts', 'customers instead of percentages'),
    new Option('--survival', 'how long it takes, as curves, instead of cohorts'),
    wholeNumberOption('--project <periods>', 'how many will be there, so many periods on, 1 to 24', 1, 24),
    new Option('--of <subject>', 'purchases or subscriptions with --project, second-purchase or subscriptions with --survival'),
    wholeNumberOption('--silence <periods>', 'with --project: without a purchase for so many a customer has left (default: 3)', 1, 24),
    wholeNumberOption(
      '--customers <period>',
      'who they are: of this period of the cohorts; with --survival or --project from this row or period on',
      0,
      100_000,
    ),
    wordOption('--outcome <outcome>', 'with --survival --customers: whose observation ended like this', words['/v1/retention/survival/customers'].outcome),
    new Option('--group <value>', 'with --customers --by: of the cohort or the curve of this value'),
    new Option('--cohort <period>', 'with --customers: of this cohort, e.g. 2026-01'),
    limitOption,
  ],
  async run(session: Session, _args, { survival = false, project, ...options }) {
    if (survival && project !== undefined) throw new WrongUsage('--survival and --project are two figures: ask for one.');
    requireOptionsOf(survival ? '--survival' : project === undefined ? 'triangle' : '--project', options);
    const { counts = false, of, silence, customers, outcome, group, cohort, limit, ...parameters } = options;
    requireCustomersWith(customers, { outcome, group, cohort, limit });
    const { granularity, timezone, weekStart, from, to, present, by, asAt } = parameters;
    if (survival) {
      const query = { of: subjectOf(of, words['/v1/retention/survival'].of), granularity, timezone, from, to, present, by, asAt };
      if (customers !== undefined) return printSurvivalCustomers(session, { ...query, group, outcome, period: customers }, limit);
      session.output.answer(await freshGet(session, '/v1/retention/survival', { query }), survivalText);
    } else if (project !== undefined) {
      const lengths = words['/v1/retention/projection'].granularity;
      const subject = subjectOf(of, words['/v1/retention/projection'].of);
      const length = granularity ? oneOf(granularity, lengths, '--granularity with --project') : undefined;
      const stays = { of: subject, granularity: length, silence, timezone, weekStart, from, to, present, asAt };
      if (customers !== undefined) return printStayingCustomers(session, { ...stays, cohort, period: customers }, limit);
      const query = { ...stays, ahead: project };
      session.output.answer(await freshGet(session, '/v1/retention/projection', { query }), projectionText);
    } else if (customers !== undefined) {
      if (counts) throw new WrongUsage('--counts does not go with --customers.');
      return printCellCustomers(session, { ...parameters, cohort, group, period: customers === 0 ? undefined : customers }, limit);
    } else {
      const answer = await freshGet(session, '/v1/retention', { query: parameters });
      session.output.answer(answer, (shown) => retentionTable(shown, counts));
    }
  },
};

function requireCustomersWith(customers: number | undefined, options: Readonly<Record<string, unknown>>): void {
  const misplaced = customers === undefined ? Object.keys(options).find((name) => options[name] !== undefined) : undefined;
  if (misplaced !== undefined) throw new WrongUsage(`${flagOf(misplaced)} goes with --customers.`);
}

const subjectOf = <Subject extends string>(text: string | undefined, subjects: readonly Subject[]): Subject | undefined =>
  text === undefined ? undefined : oneOf(text, subjects, '--of');
