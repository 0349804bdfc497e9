import { type Aspect, command } from '../aspect.js';
import { AcknowledgeComplaint } from './acknowledge-complaint.command.js';
import { CorrectComplaint } from './correct-complaint.command.js';
import { decideAcknowledge, decideLog, decideReopen, decideResolve } from './decide.js';
import { complaintEventSchemas } from './event-schemas.js';
import {
  type ComplaintsState,
  evolveAcknowledged,
  evolveComplaintCorrected,
  evolveComplaintVoided,
  evolveLogged,
  evolveReopened,
  evolveResolved,
  noComplaints,
} from './evolve.js';
import { LogComplaint } from './log-complaint.command.js';
import { ReopenComplaint } from './reopen-complaint.command.js';
import { ResolveComplaint } from './resolve-complaint.command.js';
import { sayAcknowledged, sayComplaintCorrected, sayComplaintVoided, sayLogged, sayReopened, sayResolved } from './sentences.js';
import { decideCorrectComplaint, decideVoidComplaint } from './taking-back.js';
import { complaintCorrectedFromVersion1, complaintVoidedFromVersion1 } from './version-1.js';
import { VoidComplaint } from './void-complaint.command.js';

export const complaints: Aspect<'complaints', ComplaintsState> = {
  name: 'complaints',
  initial: noComplaints,
  ids: ['complaintId'],
  commands: [
    command(LogComplaint, 'known', 'Log a complaint.', decideLog),
    command(AcknowledgeComplaint, 'known', 'Record that the customer was told the complaint is looked at.', decideAcknowledge),
    command(ResolveComplaint, 'known', 'Record how a complaint was settled.', decideResolve),
    command(ReopenComplaint, 'known', 'Reopen a complaint that was not settled after all.', decideReopen),
    command(CorrectComplaint, 'known', 'Put a logged complaint right.', decideCorrectComplaint),
    command(VoidComplaint, 'known', 'Take a complaint back that never was.', decideVoidComplaint),
  ],
  eventSchemas: complaintEventSchemas,
  events: [
    { type: 'ComplaintLogged', versions: [1, 2], correctable: 'complaintId', evolve: evolveLogged, sentence: sayLogged },
    { type: 'ComplaintAcknowledged', versions: [1], rank: 1, evolve: evolveAcknowledged, sentence: sayAcknowledged },
    { type: 'ComplaintResolved', versions: [1, 2], correctable: 'complaintId', rank: 2, evolve: evolveResolved, sentence: sayResolved },
    { type: 'ComplaintReopened', versions: [1, 2], rank: 3, evolve: evolveReopened, sentence: sayReopened },
    {
      type: 'ComplaintCorrected',
      versions: [1, 2],
      changes: 'complaintId',
      rank: 4,
      evolve: evolveComplaintCorrected,
      sentence: sayComplaintCorrected,
      fromVersion1: complaintCorrectedFromVersion1,
    },
    {
      type: 'ComplaintVoided',
      versions: [1, 2],
      changes: 'complaintId',
      rank: 5,
      evolve: evolveComplaintVoided,
      sentence: sayComplaintVoided,
      fromVersion1: complaintVoidedFromVersion1,
    },
  ],
};
