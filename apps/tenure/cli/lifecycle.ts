import { type Lifecycle, type Parameters, pathOf } from '@tenure/client';
import { Option } from 'commander';
import { freshGet } from './fresh.js';
import { bar } from './output/figures.js';
import { dim } from './output/style.js';
import { tableOf } from './output/table.js';
import type { Session } from './session.js';
import { type Verb, wordOption } from './verb.js';

export const lifecycle: Verb<Record<string, unknown>> = {
  name: 'lifecycle',
  summary: 'new, returning, resurrecting and dormant customers, period by period',
  examples: ['tenure lifecycle', 'tenure lifecycle --granularity week --from 1997-01-01 --to 1997-03-31', 'tenure lifecycle --json'],
  notes: [
    'The bar is the active customers; what a period in progress loses is not known yet ("...").',
    '--json prints the answer of GET /v1/lifecycle as it is.',
  ],
  options: [
    wordOption('--granularity <period>', 'length of a period', ['day', 'week', 'month']),
    new Option('--timezone <zone>', 'an IANA zone'),
    wordOption('--week-start <day>', 'first day of a week', ['monday', 'sunday']),
    new Option('--from <date>', 'first period, e.g. 1997-01'),
    new Option('--to <date>', 'last period'),
  ],
  async run(session: Session, _args, parameters) {
    const answer = await freshGet<Lifecycle>(session, pathOf('lifecycle'), parameters as Parameters);
    session.output.answer(answer, lifecycleTable);
  },
};

/** Up is who is active, down is who fell silent, both to one scale. */
export function lifecycleTable({ periods }: Lifecycle): string {
  if (periods.length === 0) return 'No purchases in this range. tenure import purchases FILE, or tenure demo, brings some in.';
  const most = Math.max(...periods.map(({ active, dormant }) => Math.max(active, dormant ?? 0)));
  return tableOf(periods, [
    { title: 'period', value: ({ start }) => start },
    { title: 'new', align: 'right', value: (period) => period.new },
    { title: 'returning', align: 'right', value: ({ returning }) => returning },
    { title: 'resurrecting', align: 'right', value: ({ resurrecting }) => resurrecting },
    { title: 'dormant', align: 'right', value: ({ dormant }) => (dormant === null ? '...' : dormant === 0 ? 0 : -dormant) },
    { title: 'active', align: 'right', value: ({ active }) => active },
    { title: '', value: ({ active, inProgress }) => `${bar(active, most, 24)}${inProgress ? dim(' in progress') : ''}` || ' ' },
  ]);
}
