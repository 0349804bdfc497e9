import { type Aspect, command } from '../aspect.js';
import { decideSatisfaction } from './decide.js';
import { evolveSatisfaction } from './evolve.js';
import { RecordSatisfaction } from './record-satisfaction.command.js';

export const satisfaction: Aspect = {
  name: 'satisfaction',
  commands: [command(RecordSatisfaction, 'known', 'Record an answer to a survey.', decideSatisfaction)],
  events: [{ type: 'SatisfactionRecorded', versions: [1], evolve: evolveSatisfaction }],
};
