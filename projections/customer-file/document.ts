import { type Together, together } from './section.js';
import { complaints } from './sections/complaints.js';
import { satisfaction } from './sections/satisfaction.js';
import { subscriptions } from './sections/subscriptions/subscriptions.js';
import { sections } from './sections.js';
import type { TimelineEntry } from './timeline.js';

/** What is known of one customer: every part as its facts come to, whatever order they arrived in. */
export type FileDocument = Together<ReturnType<Section['initial']> | Frame>;

type Section = (typeof sections)[number];

interface Frame {
  events: number;
  /** The latest twenty things that happened, oldest first. */
  timeline: TimelineEntry[];
}

/** In documents of version 5 these come after all others. */
const last: readonly Section[] = [subscriptions, complaints, satisfaction];
const inOrder = [...sections.filter((section) => !last.includes(section)), ...last];
const frame = (): Frame => ({ events: 0, timeline: [] });

export const emptyFile = (): FileDocument => together([...inOrder.map((section) => section.initial()), frame()]);
