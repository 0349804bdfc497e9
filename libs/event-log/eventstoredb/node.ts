import { setMaxListeners } from 'node:events';
import { setTimeout as delay, setImmediate as nextTurn } from 'node:timers/promises';
import type { Address } from './address.js';
import { NoAnswer, within } from './deadline.js';
import { isSilence, leaderOf, type Member } from './members.js';
import { NodeClient } from './node-client.js';

const BEAT_MS = 1_000;
/** With the pause before a beat, a node is left at most 3 s after its last answer. */
const SILENCE_MS = 2_000;

/** `refused`: the node answered, but did not name the members of its cluster; `gone`: its connection has ended. */
type Beat = readonly Member[] | 'refused' | 'gone' | 'silent';

export interface Watcher {
  /** Receives what a beat has shown of the cluster. */
  saw(members: readonly Member[]): void;
  left(why: string): void;
}

/** A node for as long as it is used: it is left when it falls silent, whatever its connection says, or when it no longer leads. */
export class Node {
  readonly client: NodeClient;
  readonly #leaving = new AbortController();
  #answeredAt = performance.now();

  /** @param endpoint `host:port` */
  constructor(
    readonly endpoint: string,
    private readonly address: Address,
    private readonly watcher: Watcher,
  ) {
    this.client = new NodeClient(endpoint, address);
    // Every operation in flight listens to this signal.
    setMaxListeners(0, this.left);
    void this.#watch();
  }

  /** Aborted, with the reason, when the node is left: operations waiting for the node stop waiting. */
  get left(): AbortSignal {
    return this.#leaving.signal;
  }

  /** Notes that the node has answered, whatever the answer was. */
  answered(): void {
    this.#answeredAt = performance.now();
  }

  leave(why: string): void {
    if (this.left.aborted) return;
    this.#leaving.abort(new NoAnswer(`${this.endpoint} ${why}`));
    // Fails only where there is no connection to give up.
    this.client.abandon().catch(() => undefined);
    this.watcher.left(why);
  }

  /** Ends its reads and subscriptions; its appends continue. */
  async close(): Promise<void> {
    this.#leaving.abort(new NoAnswer(`${this.endpoint} is no longer used`));
    await this.client.dispose();
  }

  /** Looks at the cluster now, if the node names its members. */
  async look(): Promise<void> {
    const beat = await this.#ask();
    if (typeof beat === 'object') this.watcher.saw(beat);
  }

  async #watch(): Promise<void> {
    while (await this.#pause()) {
      const beat = await this.#beat();
      if (beat === 'silent') this.leave(`has said nothing for ${SILENCE_MS} ms`);
      else if (typeof beat === 'object') this.#judge(beat);
      else if (beat === 'gone' && this.address.isCluster) this.leave('is gone');
    }
  }

  async #beat(): Promise<Beat> {
    const askedAt = performance.now();
    const asking = this.#ask();
    const silentIn = () => Math.max(askedAt, this.#answeredAt) + SILENCE_MS - performance.now();
    while (!this.left.aborted && silentIn() > 0) {
      try {
        return await within(silentIn(), asking, this.left);
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error;
        // If this process was suspended for that long, the answers are already queued: let them in first.
        await nextTurn();
        await nextTurn();
      }
    }
    return 'silent';
  }

  async #ask(): Promise<Beat> {
    try {
      const members = await this.client.members(2 * SILENCE_MS);
      this.answered();
      return members;
    } catch (error) {
      if (isSilence(error)) return 'gone';
      this.answered();
      return 'refused';
    }
  }

  #judge(members: readonly Member[]): void {
    this.watcher.saw(members);
    if (!this.address.isCluster) return;
    const leader = leaderOf(members);
    if (leader !== this.endpoint) this.leave(leader === null ? 'no longer leads' : `says that ${leader} leads`);
  }

  async #pause(): Promise<boolean> {
    try {
      await delay(BEAT_MS, undefined, { signal: this.left, ref: false });
      return true;
    } catch (error) {
      if (this.left.aborted) return false;
      throw error;
    }
  }
}
