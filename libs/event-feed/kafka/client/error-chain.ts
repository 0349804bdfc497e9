interface ClientError extends Error {
  /** Kafka's own name of what a broker answered. */
  readonly type?: string;
  /** Of the socket. */
  readonly code?: string;
  readonly cause?: ClientError;
}

/** What a client threw, and what it has wrapped, however deep. */
export class ErrorChain {
  readonly #errors: ClientError[] = [];

  constructor(private readonly thrown: unknown) {
    for (let each = thrown as ClientError | undefined; each instanceof Error && !this.#errors.includes(each); each = each.cause) this.#errors.push(each);
  }

  /** By name, by Kafka's type or by the code of the socket. */
  named(...names: readonly string[]): boolean {
    return this.#errors.some((each) => names.includes(each.name) || names.includes(each.type ?? '') || names.includes(each.code ?? ''));
  }

  says(pattern: RegExp): boolean {
    return this.#errors.some(({ message }) => pattern.test(message));
  }

  /** The innermost reason. */
  get said(): string {
    return this.#errors.at(-1)?.message ?? String(this.thrown);
  }
}
