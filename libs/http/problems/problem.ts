import { catalogue, type ProblemName } from './catalogue.js';

/** One fault in what was sent. `pointer` is an RFC 6901 pointer into the body, or `/<parameter>`. */
export interface Fault {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

export interface ProblemOptions {
  /** More exact than the kind: the rule that refused, or the thing that is missing. */
  readonly code?: string;
  readonly errors?: readonly Fault[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly retryAfterSeconds?: number;
  /** Extension members, e.g. `currentRevision`. */
  readonly members?: Readonly<Record<string, unknown>>;
}

/** The body of an RFC 9457 problem. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly errors: readonly Fault[];
  readonly requestId: string;
  readonly retryable: boolean;
  readonly [member: string]: unknown;
}

/** An answer that is not a success. Thrown anywhere at the edge, written by the one filter. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;

  constructor(
    readonly kind: ProblemName,
    detail: string,
    readonly options: ProblemOptions = {},
  ) {
    super(detail);
    this.name = 'Problem';
    this.status = catalogue[kind].status;
    this.code = options.code ?? kind;
  }

  get retryable(): boolean {
    return catalogue[this.kind].retryable;
  }

  body(requestId: string): ProblemBody {
    const { title, status, retryable } = catalogue[this.kind];
    const { errors = [], members } = this.options;
    return { type: typeOf(this.kind), title, status, detail: this.message, code: this.code, errors, requestId, retryable, ...members };
  }

  headers(): Record<string, string> {
    const { headers, retryAfterSeconds } = this.options;
    const after = retryAfterSeconds ?? (this.retryable ? 1 : undefined);
    return after === undefined ? { ...headers } : { ...headers, 'Retry-After': String(after) };
  }
}

/** The page that explains this kind. Relative, so that it works behind any host name. */
export function typeOf(kind: ProblemName): string {
  return `/docs/problems#${kind}`;
}

/** A parameter of the path, the query string or a header that is wrong. */
export function wrongParameter(name: string, code: string, detail: string): Problem {
  return new Problem('invalid-parameter', `${name} ${detail}`, { errors: [{ pointer: `/${name}`, code, detail: `${name} ${detail}` }] });
}
