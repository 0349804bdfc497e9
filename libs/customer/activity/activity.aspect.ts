import { type Aspect, command } from '../aspect.js';
import { changes, part } from '../sentence.js';
import { CorrectVisit } from './correct-visit.command.js';
import { decideCorrectVisit, decideVisit, decideVoidVisit } from './decide.js';
import { activityEventSchemas } from './event-schemas.js';
import type { VisitCorrected, VisitRecorded, VisitVoided } from './events.js';
import { type ActivityState, evolveVisit, evolveVisitCorrected, evolveVisitVoided, noActivity } from './evolve.js';
import { RecordVisit } from './record-visit.command.js';
import { visitCorrectedFromVersion1 } from './version-1.js';
import { VoidVisit } from './void-visit.command.js';

export const activity: Aspect<'activity', ActivityState> = {
  name: 'activity',
  initial: noActivity,
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
      versions: [1, 2],
      correctable: 'visitId',
      evolve: evolveVisit,
      sentence: ({ visitId, channel }: VisitRecorded) => `Visit${part(' by ', channel)} (${visitId})`,
    },
    {
      type: 'VisitCorrected',
      versions: [1, 2],
      changes: 'visitId',
      rank: 1,
      evolve: evolveVisitCorrected,
      sentence: ({ visitId, was, now: { occurredAt, channel } }: VisitCorrected) => {
        const given = channel === undefined ? '' : `channel ${channel ?? 'none'}`;
        const replaced = [changes({ date: [was.occurredAt, occurredAt] }), given].filter((text) => text !== '');
        return `Visit ${visitId} corrected: ${replaced.join(', ') || 'what was said of it'}`;
      },
      fromVersion1: visitCorrectedFromVersion1,
    },
    {
      type: 'VisitVoided',
      versions: [1, 2],
      changes: 'visitId',
      rank: 2,
      evolve: evolveVisitVoided,
      sentence: ({ visitId, was }: VisitVoided) => `Visit ${visitId} of ${was.occurredAt} taken back`,
    },
  ],
};
