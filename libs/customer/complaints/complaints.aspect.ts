import { type Aspect, command } from '../aspect.js';
import { AcknowledgeComplaint } from './acknowledge-complaint.command.js';
import { decideAcknowledge, decideLog, decideReopen, decideResolve } from './decide.js';
import { evolveAcknowledged, evolveLogged, evolveReopened, evolveResolved } from './evolve.js';
import { LogComplaint } from './log-complaint.command.js';
import { ReopenComplaint } from './reopen-complaint.command.js';
import { ResolveComplaint } from './resolve-complaint.command.js';

export const complaints: Aspect = {
  name: 'complaints',
  commands: [
    command(LogComplaint, 'known', 'Log a complaint.', decideLog),
    command(AcknowledgeComplaint, 'known', 'Record that the customer was told the complaint is looked at.', decideAcknowledge),
    command(ResolveComplaint, 'known', 'Record how a complaint was settled.', decideResolve),
    command(ReopenComplaint, 'known', 'Reopen a complaint that was not settled after all.', decideReopen),
  ],
  events: [
    { type: 'ComplaintLogged', versions: [1], evolve: (state, fact) => evolveLogged(state.complaints, fact) },
    {
      type: 'ComplaintAcknowledged',
      versions: [1],
      evolve: (state, fact) => evolveAcknowledged(state.complaints, fact),
    },
    { type: 'ComplaintResolved', versions: [1], evolve: (state, fact) => evolveResolved(state.complaints, fact) },
    { type: 'ComplaintReopened', versions: [1], evolve: (state, fact) => evolveReopened(state.complaints, fact) },
  ],
};
