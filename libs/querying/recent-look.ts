import type { EventLogReader, LogHead, Position } from '@tenure/event-log';
import type { QueriedLog } from './queried-log.js';

const RECENT_MS = 100;
/** Consecutive heads show when the events between them were recorded, as exactly as the reads are apart. */
const REMEMBERED = 100;
const FURTHEST_APART_MS = 1_000;

interface Seen extends LogHead {
  /** The last time when the log still ended there. */
  lastSeenAt: number;
  readonly firstSeenAt: number;
}

/**
 * A remote log whose head is read at most ten times a second, however many queries need their lag: a lag may be wrong by that
 * much, or more when the log answers late, and nothing else depends on it.
 */
export function recentLook(log: Pick<EventLogReader, 'head' | 'readAll' | 'readStream'>): QueriedLog {
  const heads = new RecentHeads(log);
  return {
    readStream: (stream, options) => log.readStream(stream, options),
    async waitingSince(position) {
      const head = await heads.look();
      if (head === null || (position !== null && position >= head.position)) return null;
      const known = position === null ? null : heads.nextAfter(position);
      if (known !== null) return known.recordedAt;
      const [waiting] = await log.readAll({ after: position, limit: 1 });
      return waiting?.recordedAt ?? null;
    },
  };
}

class RecentHeads {
  readonly #seen: Seen[] = [];
  #asked: Promise<LogHead | null> | null = null;
  #askedAt = 0;

  constructor(private readonly log: Pick<EventLogReader, 'head'>) {}

  look(): Promise<LogHead | null> {
    if (this.#asked && performance.now() - this.#askedAt <= RECENT_MS) return this.#asked;
    const asking = this.#look(performance.now());
    this.#asked = asking;
    this.#askedAt = performance.now();
    asking.catch(() => {
      this.#asked = null;
    });
    return asking;
  }

  /** A head seen after a position, so soon after the log still ended before it that the next event is hardly older. */
  nextAfter(position: Position): LogHead | null {
    const at = this.#seen.findIndex((seen) => seen.position > position);
    const before = this.#seen[at - 1];
    const next = this.#seen[at];
    return before && next && next.firstSeenAt - before.lastSeenAt <= FURTHEST_APART_MS ? next : null;
  }

  async #look(at: number): Promise<LogHead | null> {
    const head = await this.log.head();
    if (head) this.#remember(head, at);
    return head;
  }

  #remember(head: LogHead, at: number): void {
    const last = this.#seen[this.#seen.length - 1];
    if (last && head.position < last.position) return;
    if (last?.position === head.position) last.lastSeenAt = at;
    else this.#seen.push({ ...head, firstSeenAt: at, lastSeenAt: at });
    if (this.#seen.length > REMEMBERED) this.#seen.shift();
  }
}
