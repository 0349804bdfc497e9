import { type Query, words } from '@tenure/client';
import { Option } from 'commander';
import { asAtOption } from './as-at-option.js';
import { fromOption, presentOption, timezoneOption, toOption, weekStartOption } from './calendar-options.js';
import { freshGet } from './fresh.js';
import { requireOptionsOf } from './retention/options-of-figures.js';
import { survivalText } from './retention/survival-text.js';
import { retentionTable } from './retention/triangle.js';
import type { Session } from './session.js';
import { type Verb, wordOption } from './verb.js';

interface Options extends Query<'/v1/retention'>, Pick<Query<'/v1/retention/survival'>, 'of'> {
  readonly counts?: boolean;
  readonly survival?: boolean;
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
    "tenure retention --json | jq '.cohorts[0].cells[1]'",
  ],
  notes: [
    'A period that is not over for the whole cohort is marked "..." and left out of the average. The present is the day of the latest purchase.',
    '--survival: Kaplan-Meier curves of the time to the second purchase, or to the end of the last subscription; tenure definitions retention has the words.',
    '--json prints the answer of GET /v1/retention (/survival) as it is.',
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
    wordOption('--of <subject>', 'with --survival: what is waited for', words['/v1/retention/survival'].of),
  ],
  async run(session: Session, _args, { survival = false, ...options }) {
    requireOptionsOf(survival ? '--survival' : 'triangle', options);
    const { counts = false, of, ...parameters } = options;
    if (survival) {
      const { granularity, timezone, from, to, present, by, asAt } = parameters;
      const answer = await freshGet(session, '/v1/retention/survival', { query: { of, granularity, timezone, from, to, present, by, asAt } });
      session.output.answer(answer, survivalText);
      return;
    }
    const answer = await freshGet(session, '/v1/retention', { query: parameters });
    session.output.answer(answer, (shown) => retentionTable(shown, counts));
  },
};
