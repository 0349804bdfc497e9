/** The clock of a consumer: it starts after the first batch, which is not counted, and stops with the last one. */
export class FirstToLast {
  #first = 0;
  #taken = 0;
  #startedAt = 0;
  #seconds = 0;
  #usage: NodeJS.CpuUsage = { user: 0, system: 0 };
  #resolve: () => void = () => undefined;
  readonly done = new Promise<void>((resolve) => {
    this.#resolve = resolve;
  });

  constructor(private readonly events: number) {}

  took(events: number): void {
    this.#taken += events;
    if (this.#startedAt === 0) {
      this.#first = events;
      this.#startedAt = performance.now();
      this.#usage = process.cpuUsage();
    }
    if (this.#taken < this.events || this.#seconds > 0) return;
    this.#seconds = (performance.now() - this.#startedAt) / 1_000;
    this.#usage = process.cpuUsage(this.#usage);
    this.#resolve();
  }

  get perSecond(): number {
    return (this.events - this.#first) / this.#seconds;
  }

  /** Microseconds of this process an event. */
  get processorTime(): number {
    return (this.#usage.user + this.#usage.system) / (this.events - this.#first);
  }
}
