import { type Query, type Schemas, words } from '@tenure/client';
import { asAtOption } from './as-at-option.js';
import { fromOption, presentOption, timezoneOption, toOption, weekStartOption } from './calendar-options.js';
import { freshGet } from './fresh.js';
import { bar } from './output/figures.js';
import { presentText } from './output/present.js';
import { dim } from './output/style.js';
import { tableOf } from './output/table.js';
import { wrap } from './output/wrap.js';
import type { Session } from './session.js';
import { type Verb, wordOption } from './verb.js';

type Lifecycle = Schemas['LifecycleAnswer'];

export const lifecycle: Verb<Query<'/v1/lifecycle'>> = {
  name: 'lifecycle',
  summary: 'new, returning, resurrecting and dormant customers, period by period',
  examples: ['tenure lifecycle', 'tenure lifecycle --granularity week --from 1997-01-01 --to 1997-03-31', 'tenure lifecycle --json'],
  notes: [
    'The bar is the active customers; what a period in progress loses is not known yet ("...").',
    '--json prints the answer of GET /v1/lifecycle as it is.',
  ],
  options: [
    wordOption('--granularity <period>', 'length of a period', words['/v1/lifecycle'].granularity),
    timezoneOption,
    weekStartOption,
    fromOption,
    toOption,
    presentOption,
    asAtOption,
  ],
  async run(session: Session, _args, parameters) {
    const answer = await freshGet(session, '/v1/lifecycle', { query: parameters });
    session.output.answer(answer, lifecycleTable);
  },
};

/** Active customers go up, those who fell silent go down, both on one scale. */
export function lifecycleTable({ definition, periods }: Lifecycle): string {
  if (periods.length === 0) return 'No purchases in this range. tenure import purchases FILE, or tenure demo, brings some in.';
  const most = Math.max(...periods.map(({ active, dormant }) => Math.max(active, dormant ?? 0)));
  const table = tableOf(periods, [
    { title: 'period', value: ({ start }) => start },
    { title: 'new', align: 'right', value: (period) => period.new },
    { title: 'returning', align: 'right', value: ({ returning }) => returning },
    { title: 'resurrecting', align: 'right', value: ({ resurrecting }) => resurrecting },
    { title: 'dormant', align: 'right', value: ({ dormant }) => (dormant === null ? '...' : dormant === 0 ? 0 : -dormant) },
    { title: 'active', align: 'right', value: ({ active }) => active },
    { title: '', value: ({ active, inProgress }) => `${bar(active, most, 24)}${inProgress ? dim(' in progress') : ''}` || ' ' },
  ]);
  return `${table}\n${dim(wrap(`by calendar ${definition.granularity}, ${definition.timezone}; ${presentText(definition.present)}`))}`;
}
