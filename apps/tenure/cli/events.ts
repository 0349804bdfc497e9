import { Option } from 'commander';
import { asAtOption } from './as-at-option.js';
import { printEvents } from './history/print-events.js';
import type { Session } from './session.js';
import { type Verb, wholeNumberOption } from './verb.js';

interface Options {
  readonly after?: string;
  readonly types?: string;
  readonly actor?: string;
  readonly limit?: number;
}

const eventsForAPerson = 20;

export const events: Verb<Options> = {
  name: 'events',
  summary: 'what was recorded, of all customers, in the order of the log',
  examples: [
    'tenure events',
    'tenure events --after 1200 --types PurchaseRecorded,PurchaseReturned',
    'tenure events --actor key:shop --as-at 2026-03-01',
    'tenure events --json > events.ndjson',
  ],
  notes: ['With --json each event is a CloudEvent on a line of its own. To follow what is recorded from now on: GET /v1/events/stream.'],
  options: [
    new Option('--after <position>', 'behind this position (default: from the beginning)'),
    new Option('--types <types>', 'only these event types, with a comma between'),
    new Option('--actor <actor>', 'only those recorded by this actor, as events name it'),
    wholeNumberOption('--limit <n>', `how many at most (default: ${eventsForAPerson}, with --json all)`, 1),
    asAtOption,
  ],
  async run(session: Session, _args, { after, types, actor, limit }) {
    const most = limit ?? (session.json ? Number.POSITIVE_INFINITY : eventsForAPerson);
    const { printed, next } = await printEvents(session, {
      page: (client, place, asked) => client.get('/v1/events', { query: { types, actor, after: place, ...asked } }),
      from: after ?? null,
      limit: most,
      withSubject: true,
    });
    if (printed === 0) session.output.note('No such events.');
    else if (next !== null) session.output.hint(`There are more: --after ${next}.`);
  },
};
