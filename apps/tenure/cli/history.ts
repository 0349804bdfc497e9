import { type EventEnvelope, type Page, pathOf } from '@tenure/client';
import { printEvent } from './history/event-text.js';
import type { Session } from './session.js';
import { textOf, type Verb, wholeNumberOption } from './verb.js';

interface Options {
  readonly from?: number;
  readonly limit?: number;
}

const page = 500;

export const history: Verb<Options> = {
  name: 'history',
  arguments: '<id>',
  summary: 'every event of a customer, oldest first, with actor, cause and both times',
  examples: ['tenure history C-1001', 'tenure history C-1001 --from 40 --limit 10', "tenure history C-1001 --json | jq -c '[.revision, .type]'"],
  options: [wholeNumberOption('--from <revision>', 'begin at this revision', 0), wholeNumberOption('--limit <n>', 'how many at most (default: all)', 1)],
  async run(session: Session, [id], { from = 0, limit = Number.POSITIVE_INFINITY }) {
    const client = await session.client();
    let next: string | null = String(from);
    let left = limit;
    let printed = 0;
    while (next !== null && left > 0) {
      const answer: Page<EventEnvelope> = await client.get(pathOf('customers', textOf(id), 'events'), { from: next, limit: Math.min(left, page) });
      for (const event of answer.items) session.output.line(session.json ? JSON.stringify(event) : printEvent(event));
      left -= answer.items.length;
      printed += answer.items.length;
      next = answer.next;
    }
    if (printed === 0) session.output.note(`Nothing from revision ${from} on.`);
    else if (next !== null) session.output.hint(`There are more: --from ${next}.`);
  },
};
