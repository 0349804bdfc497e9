interface ClientError extends Error {
  /** Kafka's own name for the broker's answer. */
  readonly type?: string;
  /** Error code of the socket. */
  readonly code?: string;
  readonly cause?: ClientError;
}

/** An error of a client, and the errors it wraps, however deep. */
export class ErrorChain {
  readonly #errors: ClientError[] = [];

  constructor(private readonly thrown: unknown) {
    for (let each = thrown as ClientError | undefined; each instanceof Error && !this.#errors.includes(each); each = each.cause) this.#errors.push(each);
  }

  /** Matches by name, by Kafka's type or by the code of the socket. */
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
