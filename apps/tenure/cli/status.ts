import { documentText } from './output/document.js';
import type { Session } from './session.js';
import type { Verb } from './verb.js';

export const status: Verb = {
  name: 'status',
  summary: 'the log, the read models and how far behind they are, what is parked',
  examples: ['tenure status', 'tenure status --json', 'tenure status --url http://127.0.0.1:7070'],
  async run(session: Session) {
    session.output.answer(await (await session.client()).get('/v1/status'), (answer) => documentText(answer));
  },
};
