import type { RecordedEvent } from '@tenure/event-log';
import type { Projection } from '@tenure/projecting';

/** Visits that one projection cannot fold: until its code is fixed, or for ever, so that an operator has to discard them. */
export const poisons = ['until-mended', 'for-ever'] as const;

/** Whether the code with the bug has been replaced. */
export interface Bug {
  mended: boolean;
}

export function isPoison(event: RecordedEvent, kind: (typeof poisons)[number]): boolean {
  return event.type === 'VisitRecorded' && String(event.data.visitId).startsWith(kind);
}

/** The same projection with a bug; it also reads visits. */
export function withBug<Document>(projection: Projection<Document>, bug: Bug): Projection<Document> {
  return {
    ...projection,
    reads: projection.reads === 'all' ? 'all' : [...projection.reads, 'VisitRecorded'],
    evolve(document, event) {
      if (isPoison(event, 'for-ever') || (isPoison(event, 'until-mended') && !bug.mended)) throw new Error(`${event.data.visitId} cannot be folded`);
      return projection.evolve(document, event);
    },
  };
}
