import { type Aspect, command } from '../aspect.js';
import { decideVisit } from './decide.js';
import { evolveVisit } from './evolve.js';
import { RecordVisit } from './record-visit.command.js';

export const activity: Aspect = {
  name: 'activity',
  commands: [command(RecordVisit, 'open', 'Record a visit or another contact.', decideVisit)],
  events: [{ type: 'VisitRecorded', versions: [1], evolve: (state, fact) => evolveVisit(state.activity, fact) }],
};
