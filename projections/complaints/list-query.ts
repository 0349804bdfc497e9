import type { Query } from '@tenure/querying';
import type { ShownSpan } from '../shared/calendar/day-span.js';
import type { Ranked } from '../shared/paging/best-first.js';
import { RankedList } from '../shared/paging/ranked-list.js';
import { liveView } from '../shared/reading/live-view.js';
import { complaintListSchema } from './answer-schemas.js';
import { type Complaint, readComplaint } from './complaint.js';
import type { ComplaintsDocument } from './document.js';
import { knownCurrencies } from './known-currencies.js';
import { openedWithin } from './opened-within.js';
import { ComplaintListParameters } from './parameters.js';
import { complaintColumns, complaintRow, openComplaints, type ShownComplaint, showComplaint } from './rows.js';

export interface ComplaintList {
  /** `from` and `to`: the days, in this zone, on which complaints were opened. */
  readonly definition: ShownSpan & { readonly name: 'complaints'; readonly timezone: string };
  readonly items: readonly ShownComplaint[];
  readonly next: string | null;
  /** Every currency of a compensation: rows have a column for each. */
  readonly currencies: readonly string[];
}

interface RankedComplaint extends Ranked {
  readonly customerId: string;
  readonly complaint: Complaint;
}

export const complaintListQuery: Query<ComplaintListParameters> = {
  name: 'complaints',
  path: 'complaints',
  summary: 'Complaints by when they were opened, those that wait longest first',
  params: ComplaintListParameters,
  answer: complaintListSchema,
  access: 'figures',
  cost: 'scan',
  personal: true,

  async run(context, parameters): Promise<ComplaintList> {
    const { snapshot } = context;
    const opened = openedWithin(context, parameters);
    const status = parameters.status ?? null;
    const severity = parameters.severity ?? null;
    const order = parameters.order ?? 'oldest';
    const { timezone, from, to } = opened;
    const pins = { status, severity, order, timezone, from, to };
    const list = new RankedList<RankedComplaint>(parameters, pins);
    const sign = order === 'oldest' ? -1 : 1;
    const matches = (complaint: Complaint): boolean =>
      (status === null || complaint.status === status || (status === 'unresolved' && complaint.status !== 'resolved')) &&
      (severity === null || complaint.severity === severity) &&
      opened.includes(complaint);

    const view = await liveView(snapshot, 'complaints');
    for await (const chunk of snapshot.scan(view)) {
      for (const [customerId, document] of chunk as Array<[string, ComplaintsDocument]>) {
        for (const stored of document) {
          const complaint = readComplaint(stored);
          if (complaint === null || !matches(complaint)) continue;
          const value = sign * complaint.openedAt.occurredAt;
          const key = `${customerId}\n${complaint.complaintId}`;
          if (list.accepts(value, key)) list.add({ value, key, customerId, complaint });
        }
      }
    }
    const { page, next } = list.page();
    return {
      items: await openComplaints(
        context,
        page.map(({ customerId, complaint }) => showComplaint(customerId, complaint)),
      ),
      next,
      definition: { name: 'complaints', timezone, from, to },
      currencies: await knownCurrencies(snapshot, view),
    };
  },

  rows: ({ items, currencies }: ComplaintList) => items.map((complaint) => complaintRow(complaint, currencies)),
  columns: ({ currencies }: ComplaintList) => complaintColumns(currencies),
};
