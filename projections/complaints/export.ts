import type { ExportDefinition } from '@tenure/querying';
import { liveView } from '../shared/reading/live-view.js';
import { readComplaint } from './complaint.js';
import type { ComplaintsDocument } from './document.js';
import { knownCurrencies } from './known-currencies.js';
import { openedWithin } from './opened-within.js';
import { ComplaintExportParameters } from './parameters.js';
import { complaintColumns, complaintRow, openComplaints, type ShownComplaint, showComplaint } from './rows.js';

/** Every complaint, by customer, then by id. */
export const complaintsExport: ExportDefinition<ComplaintExportParameters> = {
  params: ComplaintExportParameters,
  columns: async ({ snapshot }) => complaintColumns(await knownCurrencies(snapshot, await liveView(snapshot, 'complaints'))),
  async *rows(context, parameters) {
    const { snapshot } = context;
    const wanted = openedWithin(context, parameters);
    const view = await liveView(snapshot, 'complaints');
    const currencies = await knownCurrencies(snapshot, view);
    for await (const chunk of snapshot.scan(view)) {
      const shown: ShownComplaint[] = [];
      for (const [customerId, document] of chunk as Array<[string, ComplaintsDocument]>) {
        for (const stored of document) {
          const complaint = readComplaint(stored);
          if (complaint !== null && wanted.includes(complaint)) shown.push(showComplaint(customerId, complaint));
        }
      }
      for (const complaint of await openComplaints(context, shown)) yield complaintRow(complaint, currencies);
    }
  },
};
