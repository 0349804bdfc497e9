/** The log could not take an append. `outcome` says whether it may have happened; a retry with the same ids is always safe. */
export class LogUnavailable extends Error {
  constructor(
    readonly code: 'disk-full' | 'read-only' | 'io-error' | 'closed',
    readonly outcome: 'not-appended' | 'unknown',
    detail: string,
    options?: ErrorOptions,
  ) {
    super(detail, options);
    this.name = 'LogUnavailable';
  }
}

/** The log cannot be opened; `message` names the file and the remedy. */
export class LogRefused extends Error {
  constructor(
    readonly code: 'in-use' | 'not-writable' | 'not-a-log' | 'sqlite-too-old' | 'not-durable' | 'damaged',
    detail: string,
    options?: ErrorOptions,
  ) {
    super(detail, options);
    this.name = 'LogRefused';
  }
}

/** Not a position that this log could have given out. */
export class InvalidPosition extends Error {
  constructor(readonly position: string) {
    super(`"${position}" is not a position of this log. Use one that a command or a read has answered.`);
    this.name = 'InvalidPosition';
  }
}
