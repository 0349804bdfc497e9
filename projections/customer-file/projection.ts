import { events } from '@tenure/customer';
import type { RecordedEvent } from '@tenure/event-log';
import { customerStreams, type Projection } from '@tenure/projecting';
import type { CellAmount } from '@tenure/read-store';
import { emptyFile, type FileDocument } from './document.js';
import { sections } from './sections.js';
import { addEntry } from './timeline.js';

/** The cell with the number of customers. */
export const customers = 'n';

/** The number of event types, in all their versions, when the version of the read model was 5. */
const eventsOfVersion5 = 44;
const furtherEvents = events.flatMap(({ versions }) => versions).length - eventsOfVersion5;

/** Cells: the number of customers, and those of the sections. */
export const customerFileProjection: Projection<FileDocument> = {
  name: 'customer-file',
  // each event is in the timeline: another type of event means another version
  version: 5 + furtherEvents,
  of: customerStreams,
  reads: 'all',
  given: sections.flatMap(({ given = [] }) => given),
  initial: emptyFile,

  evolve(file, event) {
    file.events += 1;
    addEntry(file.timeline, event);
    for (const fold of folds.get(event.type) ?? []) fold(file, event);
    return file;
  },

  contributions(file) {
    const cells: CellAmount[] = [[customers, 1]];
    for (const section of sections) section.contribute?.(file, cells);
    return cells.filter(([, amount]) => amount !== 0);
  },
};

type Fold = (file: FileDocument, event: RecordedEvent) => void;

/** The folds of all sections, by type of event. */
const folds = new Map<string, Fold[]>();
for (const section of sections) {
  for (const [type, fold] of Object.entries<Fold>(section.folds)) folds.set(type, [...(folds.get(type) ?? []), fold]);
}
