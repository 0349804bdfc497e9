import type { RelayState } from '@tenure/event-feed';
import type { AppendedLog, LogRefused } from '@tenure/event-log';
import type { SettleParts } from '@tenure/projecting/partitions';
import { lossBehind } from './loss-behind.js';

/** Neither readiness nor a start waits longer for what MongoDB says. */
const LONGEST_LOOK_MS = 1_000;
/** While it is not known what was published, commands look for it no more often than this. */
const LOOK_AGAIN_MS = 1_000;

/**
 * Whether the log lacks what was published of it. What would be recorded on such a log is gone when the right one is put back, so nothing is,
 * until the loss is accepted. A log that is exchanged beneath a process ends it: one look that succeeds is enough where nothing is missing.
 * Commands do not wait for MongoDB: until it has answered once they are taken.
 */
export class MissingFacts {
  /** Of the last look that succeeded: null when nothing is missing, undefined before the first. */
  #known: LogRefused | null | undefined;
  #looking: Promise<void> | null = null;
  #begunAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly log: SettleParts['log'],
    private readonly relay: Pick<RelayState, 'read'>,
  ) {}

  /** What is to be said of it, within a second; null when nothing is missing, or when that could not be found out yet. Never rejects. */
  async look(): Promise<LogRefused | null> {
    let timer: NodeJS.Timeout | undefined;
    const longest = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, LONGEST_LOOK_MS).unref();
    });
    await Promise.race([this.#look(), longest]);
    clearTimeout(timer);
    return this.#known ?? null;
  }

  /** Asks nobody once it is known that nothing is missing. @throws LogRefused `facts-missing` */
  async refuse(): Promise<void> {
    if (this.#known === null) return;
    if (this.#known === undefined) {
      if (performance.now() - this.#begunAt >= LOOK_AGAIN_MS) void this.#look();
      return;
    }
    const refusal = await this.look();
    if (refusal) throw refusal;
  }

  /** The log for all that is recorded, but the decision that accepts the loss. Its `append` throws as `refuse`, too. */
  guarding(log: AppendedLog): AppendedLog {
    return {
      append: async (request) => {
        await this.refuse();
        return log.append(request);
      },
      readStream: (stream, range) => log.readStream(stream, range),
    };
  }

  /** One at a time: whoever comes meanwhile waits for the same. Never rejects. */
  #look(): Promise<void> {
    if (this.#looking === null) {
      this.#begunAt = performance.now();
      this.#looking = this.#find().finally(() => {
        this.#looking = null;
      });
    }
    return this.#looking;
  }

  /** What was known stays when it fails. Why is said by whoever cannot do without: readiness and commands of the log, queries and relay of MongoDB. */
  async #find(): Promise<void> {
    try {
      const { checkpoint } = await this.relay.read();
      this.#known = (await lossBehind(this.log, checkpoint, []))?.refusal ?? null;
    } catch {
      return;
    }
  }
}
