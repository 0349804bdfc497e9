/** What distinguishes an event of a stream from any other event at the same place. */
export interface Placed {
  readonly commandId: string;
  /** Equal for byte-equal events at one place, and for no others. */
  readonly content: string;
}

/**
 * What lies where an append wanted to put its events:
 * - `nothing`: the append has not happened;
 * - `ours`: the append has happened;
 * - `torn`: the stream ends inside one of our commands, so the rest can follow;
 * - `others`: another writer's events, or ours with a different decision.
 */
export type Verdict = 'nothing' | 'ours' | 'torn' | 'others';

/** @param there at most as many as `wanted`, from the first wanted place on, to the end of the stream if there are fewer */
export function judge(there: readonly Placed[], wanted: readonly Placed[]): Verdict {
  const last = there[there.length - 1];
  if (last === undefined) return 'nothing';
  if (!there.every(({ content }, i) => content === wanted[i]?.content)) return 'others';
  if (there.length === wanted.length) return 'ours';
  return wanted[there.length]!.commandId === last.commandId ? 'torn' : 'others';
}
