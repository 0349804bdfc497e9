import { Option } from 'commander';
import { documentText } from './output/document.js';
import type { Session } from './session.js';
import type { Verb } from './verb.js';

interface Options {
  readonly to: string;
  readonly customer?: string;
}

export const replay: Verb<Options> = {
  name: 'replay',
  summary: 'the state as it was recorded by a moment',
  examples: ['tenure replay --to 2026-03-01', 'tenure replay --to 2026-03-01T00:00:00Z --customer C-1001', 'tenure replay --to 00000000000000001234 --json'],
  options: [
    new Option('--to <moment>', 'a position of the log, an RFC 3339 time of recording, or a day: its end in the reporting time zone').makeOptionMandatory(),
    new Option('--customer <id>', 'of one customer (default: the counts over all)'),
  ],
  async run(session: Session, _args, { to, customer }) {
    session.output.answer(await (await session.client()).get('/v1/replay', { query: { to, customerId: customer } }), documentText);
  },
};
