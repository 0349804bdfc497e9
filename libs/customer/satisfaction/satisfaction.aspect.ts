import { type Aspect, command } from '../aspect.js';
import { changes, part } from '../sentence.js';
import { CorrectSatisfaction } from './correct-satisfaction.command.js';
import { decideCorrectSatisfaction, decideSatisfaction, decideVoidSatisfaction } from './decide.js';
import { satisfactionEventSchemas } from './event-schemas.js';
import type { CountedAnswer, SatisfactionCorrected, SatisfactionRecorded, SatisfactionVoided } from './events.js';
import { evolveSatisfaction, evolveSatisfactionCorrected, evolveSatisfactionVoided, noSatisfaction, type SatisfactionState } from './evolve.js';
import { RecordSatisfaction } from './record-satisfaction.command.js';
import { VoidSatisfaction } from './void-satisfaction.command.js';

const answered = ({ score, max }: CountedAnswer): string => `${score} of ${max}`;

export const satisfaction: Aspect<'satisfaction', SatisfactionState> = {
  name: 'satisfaction',
  initial: noSatisfaction,
  ids: ['satisfactionId'],
  commands: [
    command(RecordSatisfaction, 'known', 'Record an answer to a survey.', decideSatisfaction),
    command(CorrectSatisfaction, 'known', 'Put a recorded answer right.', decideCorrectSatisfaction),
    command(VoidSatisfaction, 'known', 'Take an answer back that never was.', decideVoidSatisfaction),
  ],
  eventSchemas: satisfactionEventSchemas,
  events: [
    {
      type: 'SatisfactionRecorded',
      versions: [1],
      correctable: 'satisfactionId',
      evolve: evolveSatisfaction,
      sentence: ({ satisfactionId, metric, score, max, about }: SatisfactionRecorded, commandId) =>
        `Answered ${metric} with ${score} of ${max}${part(' about ', about)} (${satisfactionId ?? commandId})`,
    },
    {
      type: 'SatisfactionCorrected',
      versions: [1, 2],
      changes: 'satisfactionId',
      rank: 1,
      evolve: evolveSatisfactionCorrected,
      sentence: ({ satisfactionId, was, now }: SatisfactionCorrected) => {
        const replaced = changes({
          metric: [was.metric, now.metric],
          score: [answered(was), answered(now)],
          about: [was.about, now.about],
          date: [was.occurredAt, now.occurredAt],
        });
        return `Answer ${satisfactionId} corrected: ${replaced || 'comment'}`;
      },
    },
    {
      type: 'SatisfactionVoided',
      versions: [1, 2],
      changes: 'satisfactionId',
      rank: 2,
      evolve: evolveSatisfactionVoided,
      sentence: ({ satisfactionId, was }: SatisfactionVoided) => `Answer ${satisfactionId} (${was.metric}, ${answered(was)}) of ${was.occurredAt} taken back`,
    },
  ],
};
