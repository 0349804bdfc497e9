import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { StoredEvent } from './store-schema.js';

export interface EventFilter {
  allows(event: StoredEvent): boolean;
  /** A filtered subscription reports its position after so many events, whether they matched or not. */
  readonly checkpointEvery: number;
}

const DEFAULT_WINDOW = 32;

export function filterOf(options: ReadReq.Options): EventFilter | null {
  const filter = options.getFilter();
  if (!filter) return null;
  const byStream = filter.hasStreamIdentifier();
  const expression = byStream ? filter.getStreamIdentifier()! : filter.getEventType()!;
  const prefixes = expression.getPrefixList();
  const pattern = expression.getRegex() ? new RegExp(expression.getRegex(), 'u') : null;
  const window = filter.hasMax() ? filter.getMax() : DEFAULT_WINDOW;
  return {
    allows: (event) => {
      const subject = byStream ? event.stream : event.type;
      return pattern ? pattern.test(subject) : prefixes.some((prefix) => subject.startsWith(prefix));
    },
    checkpointEvery: window * Math.max(1, filter.getCheckpointintervalmultiplier()),
  };
}
