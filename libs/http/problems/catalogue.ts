/** A kind of problem, named by its `type` URI. Kinds are stable; clients may branch on them. */
export interface ProblemKind {
  readonly status: number;
  readonly title: string;
  /** Whether the very same request may succeed later. */
  readonly retryable: boolean;
  /** The meaning and what to do, for `/docs/problems`. */
  readonly remedy: string;
}

const kind = (status: number, title: string, remedy: string, retryable = false): ProblemKind => ({ status, title, remedy, retryable });

export const catalogue = {
  'invalid-json': kind(400, 'The body is not valid JSON', 'Send one complete JSON document. `detail` says where reading stopped.'),
  'invalid-utf8': kind(400, 'The body is not valid UTF-8', 'Encode the body as UTF-8; a file in another encoding (Latin-1, UTF-16) must be converted first.'),
  'forbidden-key': kind(400, 'The body holds a forbidden key', 'Keys named `__proto__`, `constructor` or `prototype` are refused. Rename the field.'),
  'invalid-body': kind(400, 'The body does not have the right shape', '`errors` lists each field by its JSON pointer, with the remedy.'),
  'invalid-parameter': kind(400, 'A parameter is wrong', '`errors` lists each parameter of the path, the query string or the headers, with the remedy.'),
  'invalid-url': kind(400, 'The URL is not valid', 'Percent-encode each part of the path as UTF-8.'),
  'bad-request': kind(400, 'The request cannot be read', '`detail` says what is wrong with it.'),
  'idempotency-key-missing': kind(
    400,
    'The Idempotency-Key header is missing',
    'Send a header `Idempotency-Key` with a fresh id (a UUID) for each command, and the same one for each retry of it.',
  ),
  unauthenticated: kind(401, 'No valid key was sent', 'Send `Authorization: Bearer <key>` with a key that has not been revoked.'),
  forbidden: kind(403, 'The key lacks the role', 'Use a key with one of the roles that `detail` names, or ask an operator for one.'),
  'not-found': kind(404, 'There is nothing here', '`detail` names the nearest valid word where there is one; `/openapi.json` lists every path.'),
  'host-not-allowed': kind(
    421,
    'This host name is not served here',
    'Ask under an IP address, localhost or a name that `TENURE_ALLOWED_HOSTS` lists; add the name there when it is yours.',
  ),
  'method-not-allowed': kind(405, 'The method is not allowed here', 'The header `Allow` lists the methods that are.'),
  'not-acceptable': kind(406, 'None of the accepted formats can be given', 'Ask for one of the formats that `detail` lists.'),
  'request-timeout': kind(408, 'The request came in too slowly', 'Send it again, without pauses; a command keeps its key, so that it takes effect once.', true),
  conflict: kind(409, 'It contradicts what is there', '`detail` says what to do first.'),
  'position-beyond-head': kind(
    409,
    'The log has not come to this position',
    'Use a position that this engine has answered. After a restore of an older log, positions of before may lie beyond its end: read anew what depends on them.',
  ),
  'revision-mismatch': kind(
    412,
    'The customer has another revision',
    'Somebody changed the customer first. Read it again (`ETag` is its revision), decide again, send again.',
  ),
  'too-many-failed-logins': kind(
    429,
    'Too many unknown keys came from this address',
    'Send a key that is good: it is let in all the same. Wait the seconds in `Retry-After` before trying another.',
  ),
  'body-too-large': kind(413, 'The body is too large', 'Send single commands below the limit; send many as NDJSON to `POST /v1/commands`.'),
  'header-too-large': kind(431, 'The headers are too large', 'Send fewer or shorter headers.'),
  'unsupported-media-type': kind(415, 'The Content-Type is not understood here', 'Send the Content-Type that `detail` names.'),
  rejected: kind(
    422,
    'A rule refused the command',
    '`code` names the rule, `detail` says what would be accepted. The same command will be refused again until the customer changes.',
  ),
  'key-reused': kind(422, 'The idempotency key belongs to another command', 'A key stands for one command, for ever. Send the new command with a fresh key.'),
  'too-many-requests': kind(
    429,
    'This key has too much under way',
    'Send fewer requests at once, and this one again after the seconds in `Retry-After`.',
    true,
  ),
  'internal-error': kind(500, 'Something broke here', 'It is a fault of the engine. Report the `requestId`; the log has the details.'),
  unavailable: kind(
    503,
    'Not available for now',
    'Send the same request again, after the seconds in `Retry-After`. A command keeps its key, so that it takes effect once.',
    true,
  ),
  'not-caught-up': kind(503, 'The read model has not caught up', 'Ask again, wait longer (`timeout`), or take what there is (`onTimeout=stale`).', true),
} as const satisfies Record<string, ProblemKind>;

export type ProblemName = keyof typeof catalogue;
export const problemNames = Object.keys(catalogue) as ProblemName[];
