/** One fault in what was sent; `pointer` is an RFC 6901 pointer into the body, or `/<parameter>`. */
export interface Fault {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

/** The engine refused or failed, and said why (RFC 9457). `message` is the problem's detail, with the remedy. */
export class ProblemError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly errors: readonly Fault[],
    /** Whether the very same request may succeed later. */
    readonly retryable: boolean,
    readonly requestId: string | null,
  ) {
    super(detail);
    this.name = 'ProblemError';
  }
}

/** Reads an answer that is not a success. A body that is no problem document (a proxy's page) still becomes one. */
export function problemOf(status: number, body: string): ProblemError {
  const document = parsed(body);
  if (document === null) return new ProblemError(status, `http-${status}`, foreignAnswer(status, body), [], status === 429 || status >= 502, null);
  const { code, detail, title, errors, retryable, requestId } = document;
  return new ProblemError(
    status,
    typeof code === 'string' ? code : `http-${status}`,
    typeof detail === 'string' ? detail : typeof title === 'string' ? title : foreignAnswer(status, body),
    Array.isArray(errors) ? errors.filter(isFault) : [],
    retryable === true,
    typeof requestId === 'string' ? requestId : null,
  );
}

function parsed(body: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function foreignAnswer(status: number, body: string): string {
  const start = body.trim().split('\n', 1)[0]?.slice(0, 120) ?? '';
  return `The answer was ${status} and not one of Tenure's${start === '' ? '' : ` ("${start}")`}: is the address that of a Tenure engine?`;
}

function isFault(value: unknown): value is Fault {
  const { pointer, detail } = (value ?? {}) as Partial<Fault>;
  return typeof pointer === 'string' && typeof detail === 'string';
}
