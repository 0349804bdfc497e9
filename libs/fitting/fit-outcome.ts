import type { Position } from '@tenure/event-log';
import type { FittedModel } from '@tenure/projecting';

export type FitOutcome =
  | {
      readonly status: 'accepted';
      readonly replayed: boolean;
      readonly commandId: string;
      readonly revision: number;
      readonly position: Position;
      readonly events: ReadonlyArray<{ readonly eventId: string; readonly type: string; readonly revision: number }>;
      readonly fitted: FittedModel;
    }
  | { readonly status: 'key-reused'; readonly detail: string };
