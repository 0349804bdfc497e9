import type { RecordedEvent } from '@tenure/event-log';

/** By type of event: what it changes in what is kept of one kind of fact, in place. The result does not depend on the order of events. */
export type Folds<Kept> = Readonly<Record<string, (kept: Kept, event: RecordedEvent) => void>>;
