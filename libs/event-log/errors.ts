/** The log could not take an append, or answer a read. `outcome` says whether an append may have happened; a retry with the same ids is always safe. */
export class LogUnavailable extends Error {
  constructor(
    readonly code: 'disk-full' | 'read-only' | 'io-error' | 'closed' | 'unreachable' | 'timed-out' | 'not-leader' | 'denied' | 'too-large',
    readonly outcome: 'not-appended' | 'unknown',
    detail: string,
    options?: ErrorOptions,
  ) {
    super(detail, options);
    this.name = 'LogUnavailable';
  }
}

/** The log cannot be opened; `message` names the file or the setting, and the remedy. */
export class LogRefused extends Error {
  constructor(
    readonly code:
      | 'in-use'
      | 'not-writable'
      | 'not-a-log'
      | 'sqlite-too-old'
      | 'not-durable'
      | 'damaged'
      | 'bad-address'
      | 'credentials-refused'
      | 'not-readable'
      | 'server-too-old',
    detail: string,
    options?: ErrorOptions,
  ) {
    super(detail, options);
    this.name = 'LogRefused';
  }
}

/** A stream is not what was appended to it: somebody has changed it behind the log's back. Nothing is read around the damage. */
export class StreamDamaged extends Error {
  constructor(
    readonly stream: string,
    readonly code: 'deleted' | 'truncated' | 'foreign-event',
    detail: string,
    options?: ErrorOptions,
  ) {
    super(detail, options);
    this.name = 'StreamDamaged';
  }
}

/** Not a position that this log could have given out. */
export class InvalidPosition extends Error {
  constructor(readonly position: string) {
    super(`"${position}" is not a position of this log. Use one that a command or a read has answered.`);
    this.name = 'InvalidPosition';
  }
}
