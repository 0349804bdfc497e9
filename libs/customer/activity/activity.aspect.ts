import { type Aspect, command } from '../aspect.js';
import { changes, part } from '../sentence.js';
import { CorrectVisit } from './correct-visit.command.js';
import { decideCorrectVisit, decideVisit, decideVoidVisit } from './decide.js';
import { activityEventSchemas } from './event-schemas.js';
import type { VisitCorrected, VisitRecorded, VisitVoided } from './events.js';
import { evolveVisit, evolveVisitCorrected, evolveVisitVoided } from './evolve.js';
import { RecordVisit } from './record-visit.command.js';
import { VoidVisit } from './void-visit.command.js';

export const activity: Aspect = {
  name: 'activity',
  ids: ['visitId'],
  commands: [
    command(RecordVisit, 'open', 'Record a visit or another contact.', decideVisit),
    command(CorrectVisit, 'known', 'Put a recorded visit right.', decideCorrectVisit),
    command(VoidVisit, 'known', 'Take a visit back that never was.', decideVoidVisit),
  ],
  eventSchemas: activityEventSchemas,
  events: [
    {
      type: 'VisitRecorded',
      versions: [1],
      evolve: (state, fact) => evolveVisit(state.activity, fact),
      sentence: ({ visitId, channel, place, subject, result }: VisitRecorded) =>
        `Visit${part(' by ', channel)}${part(' at ', place)}${part(' about ', subject)}${part(': ', result)} (${visitId})`,
    },
    {
      type: 'VisitCorrected',
      versions: [1],
      rank: 1,
      evolve: (state, fact) => evolveVisitCorrected(state.activity, fact),
      sentence: ({ visitId, reason, was, now: { occurredAt, ...more } }: VisitCorrected) => {
        const given = Object.entries(more).map(([name, value]) => `${name} ${value ?? 'none'}`);
        const replaced = [changes({ date: [was.occurredAt, occurredAt] }), ...given].filter((text) => text !== '');
        return `Visit ${visitId} corrected: ${replaced.join(', ')} (${reason})`;
      },
    },
    {
      type: 'VisitVoided',
      versions: [1],
      rank: 2,
      evolve: (state, fact) => evolveVisitVoided(state.activity, fact),
      sentence: ({ visitId, reason, was }: VisitVoided) => `Visit ${visitId} of ${was.occurredAt} taken back: ${reason}`,
    },
  ],
};
