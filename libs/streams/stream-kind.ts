import type { LogReader } from '@tenure/access/role';
import type { Schema } from '@tenure/shape/schema';

/** A kind of stream, declared once. The declaration decides which of its events are shown, and to whom. */
export interface StreamKind {
  /** Singular, as in `/v1/streams/{kind}/{id}/events`. */
  readonly name: string;
  /** The prefix of the names of its streams, followed by an id; the whole name for a kind with one stream. */
  readonly prefix: string;
  readonly streams: 'one' | 'one-per-id';
  /** Every type of event that is recorded on its streams; a type belongs to one kind. */
  readonly eventTypes: readonly string[];
  /** The content of the events of each type, all of version 1. Left out where nobody reads them, and for customers, whose aspects define it by version. */
  readonly eventSchemas?: Readonly<Record<string, Schema>>;
  /** The log readers that may read its events as recorded; empty: nobody, pages of their own serve them. */
  readonly readers: readonly LogReader[];
}

/** The name of a stream. `id`: for a kind with one stream per id. */
export function streamNamed({ prefix }: Pick<StreamKind, 'prefix'>, id = ''): string {
  return prefix + id;
}
