/** The log could not take an append, or answer a read. `outcome` says whether an append may have happened; a retry with the same ids is always safe. */
export class LogUnavailable extends Error {
  constructor(
    readonly code:
      | 'disk-full'
      | 'read-only'
      | 'io-error'
      | 'closed'
      | 'unreachable'
      | 'timed-out'
      | 'not-leader'
      | 'denied'
      | 'too-large'
      | 'moved'
      | 'writer-ended'
      | 'clock-jumped',
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
      | 'disk-full'
      | 'io-error'
      | 'not-a-log'
      | 'sqlite-too-old'
      | 'not-durable'
      | 'damaged'
      | 'bad-address'
      | 'tls-mismatch'
      | 'certificate-refused'
      | 'credentials-refused'
      | 'not-readable'
      | 'server-too-old'
      | 'newer-layout'
      | 'facts-missing'
      | 'other-names',
    detail: string,
    options?: ErrorOptions,
  ) {
    super(detail, options);
    this.name = 'LogRefused';
  }

  /** Whether the log can be opened once there is room again or the disk has recovered. The code tells, because the cause is lost between threads. */
  get mayPass(): boolean {
    return this.code === 'disk-full' || this.code === 'io-error';
  }
}

/** @param log a file or a server; @param layout the layout found there, which this program is too old for */
export function newerLayout(log: string, layout: number, known: number): LogRefused {
  return new LogRefused(
    'newer-layout',
    `${log} holds a log of layout ${layout}, and this version of Tenure reads layouts up to ${known}. Start the version that wrote it, or a later one; nothing was changed.`,
  );
}

/** A stream is not what was appended to it: something has changed it behind the log's back. Nothing is read around the damage. */
export class StreamDamaged extends Error {
  constructor(
    readonly stream: string,
    readonly code: 'deleted' | 'truncated' | 'foreign-event' | 'torn-command' | 'checksum',
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
