import type { Schemas } from '@tenure/client/browser';

type Status = Schemas['Status'];

/** A read model further behind than this is no longer what people call current. */
const NOTICED_MS = 5_000;

export interface Standing {
  readonly behind: number;
  readonly parked: number;
  readonly damaged: number;
  /** The engine says itself that something is wrong. */
  readonly said: readonly string[];
}

/** What of a status needs somebody. */
export function standingOf({
  projections,
  failure,
  warning,
  scrub,
  fileCheck,
}: Pick<Status, 'projections' | 'failure' | 'warning' | 'scrub' | 'fileCheck'>): Standing {
  return {
    behind: projections.filter(({ lagMs }) => lagMs > NOTICED_MS).length,
    parked: projections.reduce((sum, { parked }) => sum + parked, 0),
    damaged: (scrub?.damaged.length ?? 0) + (fileCheck?.log.length ?? 0),
    said: [failure, warning].filter((text) => text !== null),
  };
}

export const isWell = ({ behind, parked, damaged, said }: Standing): boolean => behind + parked + damaged + said.length === 0;
