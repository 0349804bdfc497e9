import type { StoredDocument } from '@tenure/read-store';
import type { FileDocument } from './document.js';
import { type Together, together } from './section.js';
import { sections } from './sections.js';
import { type ShownEntry, showEntry } from './timeline.js';

/** The page of a customer. */
export type CustomerFile = Together<Frame | ReturnType<(typeof sections)[number]['show']> | Events>;

interface Frame {
  readonly customerId: string;
  readonly revision: number;
}

interface Events {
  readonly events: number;
  /** Latest first. */
  readonly timeline: readonly ShownEntry[];
}

/** With its personal fields as stored; `openFile` opens them. */
export function showFile({ key, revision, body }: StoredDocument): CustomerFile {
  const file = JSON.parse(body) as FileDocument;
  const frame: Frame = { customerId: key, revision };
  const events: Events = { events: file.events, timeline: file.timeline.map(showEntry).reverse() };
  return together([frame, ...sections.map((section) => section.show(file)), events]);
}
