import { type Complaint, type Parameters, pathOf } from '@tenure/client';
import { Option } from 'commander';
import { freshGet } from './fresh.js';
import { limitOption, printList } from './list.js';
import { moment } from './output/figures.js';
import { tableOf } from './output/table.js';
import type { Session } from './session.js';
import { type Verb, wordOption } from './verb.js';

interface Options {
  readonly summary?: boolean;
  readonly from?: string;
  readonly to?: string;
  readonly status?: string;
  readonly severity?: string;
  readonly order?: string;
  readonly limit?: number;
}

interface Month {
  readonly start: string;
  readonly opened: { readonly total: number };
  readonly resolved: { readonly total: number };
  readonly reopened: { readonly total: number };
  readonly meanHoursToResolve: number | null;
}

export const complaints: Verb<Options> = {
  name: 'complaints',
  summary: 'complaints, those that wait longest first; or by month',
  examples: [
    'tenure complaints --status unresolved',
    'tenure complaints --severity critical --order newest --limit 50',
    'tenure complaints --summary --from 2026-01',
  ],
  options: [
    wordOption('--status <status>', 'only these', ['open', 'acknowledged', 'reopened', 'resolved', 'unresolved']),
    wordOption('--severity <severity>', 'only these', ['low', 'medium', 'high', 'critical']),
    wordOption('--order <order>', 'by when they were opened', ['oldest', 'newest']),
    limitOption,
    new Option('--summary', 'opened, resolved and reopened by month'),
    new Option('--from <date>', 'first month, with --summary'),
    new Option('--to <date>', 'last month, with --summary'),
  ],
  async run(session: Session, _args, { summary = false, from, to, limit, ...filter }) {
    if (summary) {
      const answer = await freshGet<{ periods: Month[] }>(session, pathOf('complaints', 'summary'), { from, to });
      return session.output.answer(answer, summaryTable);
    }
    await printList<Complaint>(session, {
      path: pathOf('complaints'),
      parameters: filter as Parameters,
      limit,
      none: 'No complaints.',
      columns: [
        { title: 'customer', value: ({ customerId }) => customerId },
        { title: 'complaint', value: ({ complaintId }) => complaintId },
        { title: 'opened', value: ({ openedAt }) => moment(openedAt) },
        { title: 'status', value: ({ status }) => status },
        { title: 'severity', value: ({ severity }) => severity },
        { title: 'resolved', value: ({ resolvedAt }) => moment(resolvedAt) },
        { title: 'subject', value: ({ subject }) => subject },
      ],
    });
  },
};

function summaryTable({ periods }: { readonly periods: readonly Month[] }): string {
  if (periods.length === 0) return 'No complaints.';
  return tableOf(periods, [
    { title: 'month', value: ({ start }) => start },
    { title: 'opened', align: 'right', value: ({ opened }) => opened.total },
    { title: 'resolved', align: 'right', value: ({ resolved }) => resolved.total },
    { title: 'reopened', align: 'right', value: ({ reopened }) => reopened.total },
    { title: 'hours to resolve', align: 'right', value: ({ meanHoursToResolve }) => meanHoursToResolve?.toFixed(1) },
  ]);
}
