import { setMaxListeners } from 'node:events';
import { setTimeout as delay, setImmediate as nextTurn } from 'node:timers/promises';
import type { Address } from './address.js';
import { NoAnswer, within } from './deadline.js';
import { isSilence, leaderOf, type Member } from './members.js';
import { NodeClient } from './node-client.js';

const BEAT_MS = 1_000;
/** With the pause before a beat, a node is left at most 3 s after it has last said anything. */
const SILENCE_MS = 2_000;

/** `refused`: it has answered, but not who its cluster is; `gone`: its connection has ended. */
type Beat = readonly Member[] | 'refused' | 'gone' | 'silent';

export interface Watcher {
  /** What a beat has shown of the cluster. */
  saw(members: readonly Member[]): void;
  left(why: string): void;
}

/** A node as long as it is used: it is left when it falls silent, whatever its connection says, or no longer leads. */
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
    // Everything that is under way waits for it.
    setMaxListeners(0, this.left);
    void this.#watch();
  }

  /** Aborted when the node is left, with the reason: who waits for it need not wait any longer. */
  get left(): AbortSignal {
    return this.#leaving.signal;
  }

  /** Whatever it was that it has answered. */
  answered(): void {
    this.#answeredAt = performance.now();
  }

  leave(why: string): void {
    if (this.left.aborted) return;
    this.#leaving.abort(new NoAnswer(`${this.endpoint} ${why}`));
    // Fails only where there is no connection that could be given up.
    this.client.abandon().catch(() => undefined);
    this.watcher.left(why);
  }

  /** Its reads and subscriptions end; what it appends goes on. */
  async close(): Promise<void> {
    this.#leaving.abort(new NoAnswer(`${this.endpoint} is no longer used`));
    await this.client.dispose();
  }

  /** Sees the cluster now, where the node says who is in it. */
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
        // Had this process not run for so long, the answers would be waiting.
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
