import { pathOf } from '@tenure/client';
import { Option } from 'commander';
import type { Session } from './session.js';
import type { Verb } from './verb.js';

export const republish: Verb<{ readonly reason: string }> = {
  name: 'republish',
  summary: 'publish the log to the topic again, from its beginning, when the topic was lost',
  examples: ['tenure republish --reason "the topic was deleted" --url http://query-api:7070'],
  notes: [
    'Nothing needs a restart and nothing is counted twice. tenure status shows how far the relay is.',
    'The reason is kept in the log, with who gave it.',
  ],
  options: [new Option('--reason <why>', 'kept for whoever asks later').makeOptionMandatory()],
  async run(session: Session, _args, { reason }) {
    const answer = await (await session.client()).post<{ position: string }>(pathOf('operations', 'publications'), { reason });
    session.output.answer(answer, () => `The relay begins at the beginning of the log. See how far it is with ${session.program} status${session.sameData}.`);
  },
};
