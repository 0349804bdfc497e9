import { asAtOption } from './as-at-option.js';
import { customerIdOf } from './customer-id.js';
import { printEvents } from './history/print-events.js';
import type { Session } from './session.js';
import { textOf, type Verb, wholeNumberOption } from './verb.js';

interface Options {
  readonly from?: number;
  readonly limit?: number;
}

export const history: Verb<Options> = {
  name: 'history',
  arguments: '<id>',
  summary: 'every event of a customer, oldest first, with actor, cause and both times',
  examples: ['tenure history C-1001', 'tenure history C-1001 --from 40 --limit 10', "tenure history C-1001 --json | jq -c '[.revision, .type]'"],
  options: [
    wholeNumberOption('--from <revision>', 'begin at this revision', 0),
    wholeNumberOption('--limit <n>', 'how many at most (default: all)', 1),
    asAtOption,
  ],
  async run(session: Session, [id], { from = 0, limit = Number.POSITIVE_INFINITY }) {
    const customerId = await customerIdOf(session, textOf(id));
    const { printed, next } = await printEvents(session, {
      page: (client, place, asked) => client.get('/v1/customers/{customerId}/events', { path: { customerId }, query: { from: place, ...asked } }),
      from: String(from),
      limit,
      withSubject: false,
    });
    if (printed === 0) session.output.note(`Nothing from revision ${from} on.`);
    else if (next !== null) session.output.hint(`There are more: --from ${next}.`);
  },
};
