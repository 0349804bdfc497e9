/** A larger difference between two clocks is not explained by the network. */
const NOTICEABLE_MS = 2_000;

/**
 * Compares this machine's clock with the server's, by the time the server gives to events appended just now. Appends do
 * not depend on it, but every recorded time is the server's: ages, lags and `asAt` are wrong by the difference.
 */
export class ClockWatch {
  #skewMs: number | null = null;

  /** Positive: the server runs ahead of this machine. Null until the first append. */
  get skewMs(): number | null {
    return this.#skewMs;
  }

  get warning(): string | null {
    const skew = this.#skewMs ?? 0;
    if (Math.abs(skew) < NOTICEABLE_MS) return null;
    const by = `${(Math.abs(skew) / 1_000).toFixed(1)} s ${skew > 0 ? 'behind' : 'ahead of'}`;
    return `This machine's clock is ${by} EventStoreDB's: recorded times and lags are off by as much. Set both clocks by NTP.`;
  }

  /** Epoch milliseconds here before the append was sent and after it was answered, and the server's own in between. */
  observe(sentAt: number, answeredAt: number, recordedAt: number): void {
    if (recordedAt > answeredAt) this.#skewMs = recordedAt - answeredAt;
    else if (recordedAt < sentAt) this.#skewMs = recordedAt - sentAt;
    else this.#skewMs = 0;
  }
}
