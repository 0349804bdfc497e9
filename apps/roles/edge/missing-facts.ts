import type { RelayState } from '@tenure/event-feed/kafka';
import type { LogRefused } from '@tenure/event-log';
import { lossBehind } from '../loss-behind.js';
import type { SettleParts } from '../settle-views.js';

/**
 * Whether the log lacks what was published of it. What would be recorded on such a log is gone when the right one is put back, so nothing is,
 * until the loss is accepted. A log that is exchanged beneath a process ends it: it is enough to look when it starts.
 */
export class MissingFacts {
  #refusal: LogRefused | null = null;

  constructor(
    private readonly log: SettleParts['log'],
    private readonly relay: Pick<RelayState, 'read'>,
  ) {}

  /** What is to be said of it; null when nothing is missing, or when the relays' state cannot be asked: commands do not wait for it. */
  async look(): Promise<LogRefused | null> {
    const published = await this.relay.read().catch(() => null);
    const loss = published && (await lossBehind(this.log, published.checkpoint, []));
    this.#refusal = loss?.refusal ?? null;
    return this.#refusal;
  }

  /** Asks nobody while nothing is missing. @throws LogRefused `facts-missing` */
  async refuse(): Promise<void> {
    if (this.#refusal === null) return;
    const refusal = await this.look();
    if (refusal) throw refusal;
  }
}
