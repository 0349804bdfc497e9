import type { ExportDefinition } from '@tenure/projecting';
import { liveView } from '../reading/live-view.js';
import { readComplaint } from './complaint.js';
import type { ComplaintsDocument } from './projection.js';
import { complaintColumns, complaintRow, showComplaint } from './rows.js';

/** Every complaint, by customer, then by id. */
export const complaintsExport: ExportDefinition = {
  columns: complaintColumns,
  async *rows({ snapshot }) {
    for await (const chunk of snapshot.scan(await liveView(snapshot, 'complaints'))) {
      for (const [customerId, document] of chunk as Array<[string, ComplaintsDocument]>) {
        for (const stored of document) {
          const complaint = readComplaint(stored);
          if (complaint !== null) yield complaintRow(showComplaint(customerId, complaint));
        }
      }
    }
  },
};
