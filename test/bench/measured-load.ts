import { type Load, type LoadResult, putLoadOn } from './load.js';
import { processorSeconds } from './own-process.js';

export interface Target {
  readonly url: string;
  readonly token: string;
  readonly pid: number;
}

/** Puts load on one process, round after round, and keeps the measurements. */
export class MeasuredLoad {
  readonly latencies: number[] = [];
  #requests = 0;
  #processorSeconds: number | null = 0;

  constructor(
    private readonly target: Target,
    private readonly load: Pick<Load, 'clients' | 'next'>,
  ) {}

  /** A round whose measurements are discarded. */
  async warmUp(seconds: number): Promise<void> {
    await this.#put(seconds);
  }

  /** Requests a second. */
  async round(seconds: number): Promise<number> {
    const before = processorSeconds(this.target.pid);
    const { latencies, perSecond } = await this.#put(seconds);
    const after = processorSeconds(this.target.pid);
    for (const each of latencies) this.latencies.push(each);
    this.#requests += latencies.length;
    if (before === null || after === null || this.#processorSeconds === null) this.#processorSeconds = null;
    else this.#processorSeconds += after - before;
    return perSecond;
  }

  /** Microseconds of processor time a request, all threads; null if the system does not report it. */
  get processorTime(): number | null {
    return this.#processorSeconds === null ? null : (this.#processorSeconds * 1e6) / this.#requests;
  }

  async #put(seconds: number): Promise<LoadResult> {
    const { url, token } = this.target;
    const result = await putLoadOn({ url, token, seconds, ...this.load });
    if (result.failures.size > 0) throw new Error(`Some requests failed: ${JSON.stringify([...result.failures])}`);
    return result;
  }
}

export function processorTimes(ours: MeasuredLoad, floor: MeasuredLoad): string {
  const [own, least] = [ours.processorTime, floor.processorTime];
  if (own === null || least === null) return 'processor time a request: not known';
  return `processor time a request, all threads: ${Math.round(own)} us, floor ${Math.round(least)} us`;
}
