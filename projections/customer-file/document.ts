import { type Together, together } from './section.js';
import { complaints } from './sections/complaints.js';
import { satisfaction } from './sections/satisfaction.js';
import { subscriptions } from './sections/subscriptions/subscriptions.js';
import { sections } from './sections.js';
import type { TimelineEntry } from './timeline.js';

/** All that is known about one customer: each part is independent of the order in which its facts arrived. */
export type FileDocument = Together<ReturnType<Section['initial']> | Frame>;

type Section = (typeof sections)[number];

interface Frame {
  events: number;
  /** The latest twenty events, oldest first. */
  timeline: TimelineEntry[];
}

/** In documents of version 5 these come after all others. */
const last: readonly Section[] = [subscriptions, complaints, satisfaction];
const inOrder = [...sections.filter((section) => !last.includes(section)), ...last];
const frame = (): Frame => ({ events: 0, timeline: [] });

export const emptyFile = (): FileDocument => together([...inOrder.map((section) => section.initial()), frame()]);
