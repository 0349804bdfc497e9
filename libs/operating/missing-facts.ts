import type { RelayState } from '@tenure/event-feed';
import type { AppendedLog, LogRefused } from '@tenure/event-log';
import type { SettleParts } from '@tenure/projecting/partitions';
import { lossBehind } from './loss-behind.js';

/** Readiness and a start wait this long at most for the answer of MongoDB. */
const LONGEST_LOOK_MS = 1_000;
/** While it is unknown what was published, commands check no more often than this. */
const LOOK_AGAIN_MS = 1_000;

/**
 * Whether the log lacks facts that were published from it. Anything recorded on such a log is lost when the right one is put back, so
 * nothing is recorded until the loss is accepted. Exchanging the log ends the process that runs on it: one successful check is
 * enough where nothing is missing. Commands do not wait for MongoDB: until it has answered once they are accepted.
 */
export class MissingFacts {
  /** The result of the last successful check: null when nothing is missing, undefined before the first. */
  #known: LogRefused | null | undefined;
  #looking: Promise<void> | null = null;
  #begunAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly log: SettleParts['log'],
    private readonly relay: Pick<RelayState, 'read'>,
  ) {}

  /** The refusal, within a second; null when nothing is missing, or when that is not known yet. Never rejects. */
  async look(): Promise<LogRefused | null> {
    let timer: NodeJS.Timeout | undefined;
    const longest = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, LONGEST_LOOK_MS).unref();
    });
    await Promise.race([this.#look(), longest]);
    clearTimeout(timer);
    return this.#known ?? null;
  }

  /** Asks no server once it is known that nothing is missing. @throws LogRefused `facts-missing` */
  async refuse(): Promise<void> {
    if (this.#known === null) return;
    if (this.#known === undefined) {
      if (performance.now() - this.#begunAt >= LOOK_AGAIN_MS) void this.#look();
      return;
    }
    const refusal = await this.look();
    if (refusal) throw refusal;
  }

  /**
   * The log for everything that is recorded, except customers' commands, which do not wait, and the decision that accepts the loss. Its `append`
   * waits up to a second for the first answer, and throws as `refuse` does.
   */
  guarding(log: AppendedLog): AppendedLog {
    return {
      append: async (request) => {
        if (this.#known === undefined) await this.look();
        await this.refuse();
        return log.append(request);
      },
      readStream: (stream, range) => log.readStream(stream, range),
    };
  }

  /** One check at a time: further callers wait for the same. Never rejects. */
  #look(): Promise<void> {
    if (this.#looking === null) {
      this.#begunAt = performance.now();
      this.#looking = this.#find().finally(() => {
        this.#looking = null;
      });
    }
    return this.#looking;
  }

  /**
   * A failed check leaves the result unchanged. Its cause is reported by what needs the server: readiness and commands for the log,
   * queries and relay for MongoDB.
   */
  async #find(): Promise<void> {
    try {
      const { checkpoint } = await this.relay.read();
      this.#known = (await lossBehind(this.log, checkpoint, []))?.refusal ?? null;
    } catch {
      return;
    }
  }
}
