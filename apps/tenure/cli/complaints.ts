import { type Query, type Schemas, words } from '@tenure/client';
import { Option } from 'commander';
import { asAtOption } from './as-at-option.js';
import { fromOption, timezoneOption, toOption } from './calendar-options.js';
import { freshGet } from './fresh.js';
import { limitOption, printList } from './list.js';
import { momentIn } from './output/figures.js';
import { presentText } from './output/present.js';
import { dim } from './output/style.js';
import { tableOf } from './output/table.js';
import { wrap } from './output/wrap.js';
import type { Session } from './session.js';
import { type Verb, wordOption } from './verb.js';
import { WrongUsage } from './wrong-usage.js';

type ComplaintSummary = Schemas['ComplaintsSummaryAnswer'];

type Options = Query<'/v1/complaints'> & Pick<Query<'/v1/complaints/summary'>, 'present'> & { readonly summary?: boolean; readonly limit?: number };

export const complaints: Verb<Options> = {
  name: 'complaints',
  summary: 'complaints, those that wait longest first; or by month',
  examples: [
    'tenure complaints --status unresolved',
    'tenure complaints --severity critical --order newest --limit 50',
    'tenure complaints --from 2026-03-01 --to 2026-03-31 --timezone Europe/Berlin',
    'tenure complaints --summary --from 2026-01',
  ],
  notes: ['--from and --to are days, both inclusive: of a list those on which complaints were opened, of the summary widened to whole months.'],
  options: [
    wordOption('--status <status>', 'only these', words['/v1/complaints'].status),
    wordOption('--severity <severity>', 'only these', words['/v1/complaints'].severity),
    wordOption('--order <order>', 'by when they were opened', words['/v1/complaints'].order),
    limitOption,
    new Option('--summary', 'opened, resolved and reopened by month'),
    fromOption,
    toOption,
    timezoneOption,
    asAtOption,
    new Option('--present <day>', 'with --summary: now, or the day at which knowledge ends (default: the day of the latest step)'),
  ],
  async run(session: Session, _args, { summary = false, limit, ...parameters }) {
    if (summary) {
      const { status, severity, order, ...ofSummary } = parameters;
      const misplaced = Object.entries({ status, severity, order, limit }).find(([, given]) => given !== undefined)?.[0];
      if (misplaced !== undefined) throw new WrongUsage(`--${misplaced} goes with the list of complaints: leave it out, or leave --summary out.`);
      const answer = await freshGet(session, '/v1/complaints/summary', { query: ofSummary });
      return session.output.answer(answer, summaryTable);
    }
    const { present, ...filter } = parameters;
    if (present !== undefined) throw new WrongUsage('--present goes with --summary: a list has no period in progress.');
    await printList(session, {
      path: '/v1/complaints',
      parameters: filter,
      limit,
      none: 'No complaints.',
      about: ({ definition }) => `\nTimes are in ${definition.timezone}; a day is a day everywhere.`,
      columns: ({ definition: { timezone } }) => [
        { title: 'customer', value: ({ customerId }) => customerId },
        { title: 'complaint', value: ({ complaintId }) => complaintId },
        { title: 'opened', value: ({ openedAt }) => momentIn(openedAt, timezone) },
        { title: 'status', value: ({ status }) => status },
        { title: 'severity', value: ({ severity }) => severity },
        { title: 'resolved', value: ({ resolvedAt }) => momentIn(resolvedAt, timezone) },
        { title: 'subject', value: ({ subject }) => subject },
      ],
    });
  },
};

function summaryTable({ definition, periods }: ComplaintSummary): string {
  if (periods.length === 0) return 'No complaints.';
  const table = tableOf(periods, [
    { title: 'month', value: ({ start }) => start },
    { title: 'opened', align: 'right', value: ({ opened }) => opened.total },
    { title: 'resolved', align: 'right', value: ({ resolved }) => resolved.total },
    { title: 'reopened', align: 'right', value: ({ reopened }) => reopened.total },
    { title: 'hours to resolve', align: 'right', value: ({ meanHoursToResolve }) => meanHoursToResolve?.toFixed(1) },
  ]);
  return `${table}\n${dim(wrap(`by calendar month, ${definition.timezone}; ${presentText(definition.present)}`))}`;
}
