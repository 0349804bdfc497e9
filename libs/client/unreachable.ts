/** Nothing answered at the address, or the connection ended before the answer did. */
export class Unreachable extends Error {
  constructor(
    readonly url: string,
    /** `refused`: nobody listens there. `cut-short`: it began to answer. */
    readonly reason: 'refused' | 'unknown-host' | 'timed-out' | 'cut-short',
    options?: ErrorOptions,
  ) {
    super(sentence(url, reason), options);
    this.name = 'Unreachable';
  }
}

function sentence(url: string, reason: Unreachable['reason']): string {
  if (reason === 'refused') return `No Tenure engine answers at ${url}.`;
  if (reason === 'unknown-host') return `The host of ${url} cannot be found.`;
  if (reason === 'timed-out') return `The engine at ${url} did not answer in time.`;
  return `The connection to ${url} ended before the answer did: the engine was stopped, or the network failed.`;
}

/** Network errors as one kind; anything else as it is. `began` tells whether an answer had been received in part. */
export function asUnreachable(url: string, error: unknown, began = false): unknown {
  const cause = error instanceof TypeError && error.cause instanceof Error ? error.cause : error;
  const code = (cause as { code?: unknown }).code;
  if (code === 'ECONNREFUSED') return new Unreachable(url, 'refused', { cause: error });
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return new Unreachable(url, 'unknown-host', { cause: error });
  if (code === 'ETIMEDOUT' || code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'UND_ERR_HEADERS_TIMEOUT') return new Unreachable(url, 'timed-out', { cause: error });
  const broken = code === 'ECONNRESET' || code === 'EPIPE' || code === 'UND_ERR_SOCKET' || code === 'ECONNABORTED';
  return broken || began ? new Unreachable(url, 'cut-short', { cause: error }) : error;
}
