/** Nothing answered at the address, or the connection ended before the answer did. */
export class Unreachable extends Error {
  constructor(
    readonly url: string,
    /** `refused`: nothing listens there. `cut-short`: the answer began and broke off. */
    readonly reason: 'refused' | 'unknown-host' | 'blocked-port' | 'timed-out' | 'cut-short',
    options?: ErrorOptions,
  ) {
    super(sentence(url, reason), options);
    this.name = 'Unreachable';
  }
}

function sentence(url: string, reason: Unreachable['reason']): string {
  if (reason === 'refused') return `No Tenure engine answers at ${url}.`;
  if (reason === 'unknown-host') return `The host of ${url} cannot be found.`;
  if (reason === 'blocked-port') return `The port of ${url} is one that HTTP clients refuse to use, because another protocol owns it.`;
  if (reason === 'timed-out') return `The engine at ${url} did not answer in time.`;
  return `The connection to ${url} ended before the answer did: the engine was stopped, or the network failed.`;
}

interface Fault {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly cause?: unknown;
}

/** Turns network errors into one kind and leaves anything else as it is. `began`: part of an answer had been received. */
export function asUnreachable(url: string, error: unknown, began = false): unknown {
  // The error of fetch only says "fetch failed"; the reason is its cause.
  const { code, message } = ((error as Fault | null)?.cause ?? error ?? {}) as Fault;
  if (code === 'ECONNREFUSED') return new Unreachable(url, 'refused', { cause: error });
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return new Unreachable(url, 'unknown-host', { cause: error });
  if (code === 'ETIMEDOUT' || code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'UND_ERR_HEADERS_TIMEOUT')
    return new Unreachable(url, 'timed-out', { cause: error });
  if (message === 'bad port') return new Unreachable(url, 'blocked-port', { cause: error });
  const broken = code === 'ECONNRESET' || code === 'EPIPE' || code === 'UND_ERR_SOCKET' || code === 'ECONNABORTED';
  return broken || began ? new Unreachable(url, 'cut-short', { cause: error }) : error;
}
