import type { ComplaintCorrected, ComplaintLogged, ComplaintReopened, ComplaintResolved, ComplaintVoided, CountedComplaint } from '@tenure/customer';
import { integer, record } from '@tenure/shape/schema';
import { changeEntry } from '../../shared/last-write/register-list.js';
import type { Exported, Listed, Section } from '../section.js';

interface ComplaintsPart {
  /** Ascending by id: how often it was logged (normally once), and resolutions less reopenings. */
  complaints: CountedSteps[];
}

type CountedSteps = [complaintId: string, logged: number, resolved: number];

interface ShownComplaints {
  readonly complaints: { readonly open: number; readonly resolved: number };
}

interface ComplaintsLine {
  readonly openComplaints: number;
}

export const complaints: Section<ComplaintsPart, ShownComplaints> & Listed<ShownComplaints, ComplaintsLine> & Exported<ShownComplaints> = {
  initial: () => ({ complaints: [] }),

  folds: {
    ComplaintLogged: (part, event) => count(part, event.data as ComplaintLogged, 1, 0),
    ComplaintResolved: (part, event) => count(part, event.data as ComplaintResolved, 0, 1),
    ComplaintReopened: (part, event) => count(part, event.data as ComplaintReopened, 0, -1),
    ComplaintCorrected(part, event) {
      const data = event.data as ComplaintCorrected;
      count(part, data, 0, resolvedIn(data.now) - resolvedIn(data.was));
    },
    ComplaintVoided(part, event) {
      const data = event.data as ComplaintVoided;
      count(part, data, -1, -resolvedIn(data.was));
    },
  },

  /** A complaint counts once it is logged, and is open unless it was resolved once more than reopened. */
  show({ complaints }) {
    const logged = complaints.filter(([, times]) => times > 0);
    const resolved = logged.filter(([, , times]) => times > 0).length;
    return { complaints: { open: logged.length - resolved, resolved } };
  },
  answer: { complaints: record({ open: integer, resolved: integer }) },
  texts: { complaints: 'How many are open and resolved' },
  line: { answer: { openComplaints: integer }, of: ({ complaints }) => ({ openComplaints: complaints.open }) },
  columns: { openComplaints: ({ complaints }) => complaints.open },
};

function count({ complaints }: ComplaintsPart, { complaintId }: { readonly complaintId: string }, logged: number, resolved: number): void {
  changeEntry(
    complaints,
    complaintId,
    () => [complaintId, 0, 0],
    (complaint) => {
      complaint[1] += logged;
      complaint[2] += resolved;
    },
    ([, times, more]) => times === 0 && more === 0,
  );
}

/** Resolutions less reopenings. */
function resolvedIn({ steps }: CountedComplaint): number {
  return steps.reduce((sum, { step }) => sum + (step === 'resolved' ? 1 : step === 'reopened' ? -1 : 0), 0);
}
