import type { LogReader } from '@tenure/access/role';
import type { Schema } from '@tenure/shape/schema';

/** A kind of stream, declared once. What it says decides what is shown of its events, and to whom. */
export interface StreamKind {
  /** Singular, as in `/v1/streams/{kind}/{id}/events`. */
  readonly name: string;
  /** What the names of its streams begin with, followed by an id; the whole name of a kind that has one stream. */
  readonly prefix: string;
  readonly streams: 'one' | 'one-per-id';
  /** Every type of event that is recorded on its streams; a type belongs to one kind. */
  readonly eventTypes: readonly string[];
  /** What events of each type say, all of version 1. Left out where nobody reads them, and of customers, whose aspects say it by version. */
  readonly eventSchemas?: Readonly<Record<string, Schema>>;
  /** Who of those that read the log may read its events as they were recorded; empty: nobody, they are answered for by pages of their own. */
  readonly readers: readonly LogReader[];
}

/** The name of a stream. `id`: of a kind with one stream per id. */
export function streamNamed({ prefix }: Pick<StreamKind, 'prefix'>, id = ''): string {
  return prefix + id;
}
