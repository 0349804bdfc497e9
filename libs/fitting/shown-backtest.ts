import type { RecordedEvent } from '@tenure/event-log';
import type { ModelBacktested } from './backtest-model.js';

/** A back-test as it was recorded. */
export interface ShownBacktest extends ModelBacktested {
  readonly testedAt: string;
  readonly position: string;
}

export function shownBacktest({ data, recordedAt, position }: Pick<RecordedEvent, 'data' | 'recordedAt' | 'position'>): ShownBacktest {
  return { ...(data as ModelBacktested), testedAt: new Date(recordedAt).toISOString(), position };
}
