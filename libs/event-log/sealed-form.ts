import type { NewEvent, RecordedEvent } from './event.js';

/** An event as it enters a copy of its log in which no personal data is in clear. The checksum is that of its form and place. */
export interface SealedForm extends NewEvent {
  readonly checksum: string;
}

/** The form of each event in the copy, in their order; null: as it was recorded. */
export type SealAll = (events: readonly RecordedEvent[]) => Promise<readonly (SealedForm | null)[]>;
