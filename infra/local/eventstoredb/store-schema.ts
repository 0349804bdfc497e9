/** `position` and `post` are byte offsets, as in a real log: where the record begins, and where the next one will. */
export const SCHEMA = `
CREATE TABLE IF NOT EXISTS event (
  position INTEGER PRIMARY KEY,
  post     INTEGER NOT NULL,
  stream   TEXT    NOT NULL,
  revision INTEGER NOT NULL,
  id       TEXT    NOT NULL,
  type     TEXT    NOT NULL,
  json     INTEGER NOT NULL,
  created  INTEGER NOT NULL,
  data     BLOB    NOT NULL,
  metadata BLOB    NOT NULL,
  UNIQUE (stream, revision)
) STRICT;
`;

/** A tombstone's revision is the largest there is (2^63 - 1 on the wire; JavaScript counts exactly up to here). */
export const TOMBSTONE = Number.MAX_SAFE_INTEGER;

export interface ProposedEvent {
  readonly id: string;
  readonly type: string;
  readonly json: boolean;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export interface StoredEvent extends ProposedEvent {
  readonly position: number;
  readonly post: number;
  readonly stream: string;
  readonly revision: number;
  /** Epoch milliseconds of the server's clock. */
  readonly created: number;
}
