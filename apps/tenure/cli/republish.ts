import { Option } from 'commander';
import type { Session } from './session.js';
import type { Verb } from './verb.js';

export const republish: Verb<{ readonly reason: string; readonly acceptLoss?: boolean }> = {
  name: 'republish',
  summary: 'publish the log to the topic again, from its beginning, when the topic was lost',
  examples: [
    'tenure republish --reason "the topic was deleted" --url http://query-api:7070',
    'tenure republish --accept-loss --reason "the log was restored from the backup of Monday" --url http://query-api:7070',
  ],
  notes: [
    'Nothing needs a restart and nothing is counted twice. tenure status shows how far the relay is.',
    'The reason is kept in the log, with who gave it.',
    'Read models that are not of a log that was restored are set aside, and built anew.',
  ],
  options: [
    new Option('--reason <why>', 'kept for whoever asks later, in clear: name nobody').makeOptionMandatory(),
    new Option('--accept-loss', 'go on although events that were published or shown are in the log no more'),
  ],
  async run(session: Session, _args, { reason, acceptLoss = false }) {
    const answer = await (await session.client()).post('/v1/operations/publications', { body: { reason, acceptLoss } });
    session.output.answer(answer, () => `The relay begins at the beginning of the log. See how far it is with ${session.program} status${session.sameData}.`);
  },
};
