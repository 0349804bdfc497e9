import { NotFound } from '@tenure/querying';
import type { ReadSnapshot, StoredDocument, View } from '@tenure/read-store';

/** The view that a query reads; while a read model is built for the first time it has no such view. */
export async function liveView(snapshot: ReadSnapshot, projection: string): Promise<View> {
  const view = await snapshot.view(projection);
  if (view === null) {
    throw new NotFound('read-model-not-built', `${projection} has not been built yet: look at /v1/status for its progress and ask again.`);
  }
  return view;
}

export async function customerDocument(snapshot: ReadSnapshot, projection: string, customerId: string): Promise<StoredDocument> {
  const stored = await snapshot.get(await liveView(snapshot, projection), customerId);
  if (stored === null) throw customerUnknown(customerId);
  return stored;
}

export const customerUnknown = (customerId: string): NotFound =>
  new NotFound(
    'customer-unknown',
    `There is no customer "${customerId}": check the id, or list them at /v1/customers. After a command, pass its position as minPosition.`,
  );
