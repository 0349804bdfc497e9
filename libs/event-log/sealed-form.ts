import type { NewEvent, RecordedEvent } from './event.js';

/** An event as it comes into a copy of its log in which nothing personal is in clear. The checksum is that of its form and place. */
export interface SealedForm extends NewEvent {
  readonly checksum: string;
}

/** What each event is in the copy, in their order; null: as it was recorded. */
export type SealAll = (events: readonly RecordedEvent[]) => Promise<readonly (SealedForm | null)[]>;
