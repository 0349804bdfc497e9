import { streamOf } from '@tenure/event-log';
import { PARKED_EVENT_DISCARDED, type ParkedEventDiscarded, type Projection, projectionStream, readBy } from '@tenure/projecting';
import type { Company } from '../company.js';
import { storedViews } from './stored-views.js';

/** Each document that is written is newer than the one before, and exactly the fold of its customer's events. */
export function watchDocuments(company: Company): void {
  const { mongo, world } = company;
  mongo.watch((collection, before, after) => {
    const view = storedViews(company).find(({ name }) => collection === `view.${name}.documents`);
    if (!view) return;
    const { _id: key, revision, body } = after as unknown as { _id: string; revision: number; body: string };
    if (before && before['revision'] >= revision) world.violated(`${key} in ${view.name} went from revision ${before['revision']} to ${revision}.`);
    if (body !== folded(company, view.projection, key, revision)) world.violated(`${key} in ${view.name} at ${revision} is not what its events come to.`);
  });
}

function folded({ log }: Company, projection: Projection, key: string, upTo: number): string {
  const discards = log.stream(projectionStream(projection.name)).filter(({ type }) => type === PARKED_EVENT_DISCARDED);
  const discarded = (revision: number) => discards.some(({ data }) => isDiscard(data, key, revision));
  const events = readBy(projection, log.stream(streamOf(key)).slice(0, upTo + 1));
  const document = events.filter(({ revision }) => !discarded(revision)).reduce((before, event) => projection.evolve(before, event), projection.initial(key));
  return JSON.stringify(document);
}

function isDiscard({ customerId, revision }: ParkedEventDiscarded, key: string, of: number): boolean {
  return customerId === key && revision === of;
}
